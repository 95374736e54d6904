use nt_core::Money;

use super::Kernel;

/// What the positions are worth at their last prices and the margin they bind, summed as they change.
/// The sums are of integers, so they are exactly what summing anew would give. A run of one instrument
/// keeps none: there is nothing to sum.
#[derive(Clone, Debug)]
pub(super) struct Marks {
    each: Vec<Mark>,
    value: Money,
    bound: Money,
}

/// One position: the price it is marked at in ticks, its value there and the margin it binds.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    price: i64,
    value: Money,
    bound: Money,
}

impl Marks {
    pub fn new(instruments: usize) -> Self {
        let kept = if instruments > 1 { instruments } else { 0 };
        Self {
            each: vec![Mark::default(); kept],
            value: Money::ZERO,
            bound: Money::ZERO,
        }
    }

    fn set(&mut self, instrument: u32, mark: Mark) {
        let old = std::mem::replace(&mut self.each[instrument as usize], mark);
        self.value += mark.value - old.value;
        self.bound += mark.bound - old.bound;
    }
}

impl Kernel {
    /// Takes a last price, in ticks.
    #[inline]
    pub(super) fn set_price(&mut self, instrument: u32, price: i64) {
        self.last_price[instrument as usize] = Some(price);
        self.mark(instrument, price);
    }

    /// Marks a position at a price, in ticks, until the next.
    #[inline]
    pub(super) fn mark(&mut self, instrument: u32, price: i64) {
        if !self.marks.each.is_empty() {
            let mark = self.mark_at(instrument, price);
            self.marks.set(instrument, mark);
        }
    }

    /// Follows a fill: the position has changed, the price it is marked at has not.
    #[inline]
    pub(super) fn mark_anew(&mut self, instrument: u32) {
        if let Some(mark) = self.marks.each.get(instrument as usize) {
            self.mark(instrument, mark.price);
        }
    }

    fn mark_at(&self, instrument: u32, price: i64) -> Mark {
        let position = self.ledger.position(instrument);
        if position.lots.is_empty() {
            return Mark {
                price,
                ..Mark::default()
            };
        }
        let value = self.ledger.value_at(instrument, price);
        let bound = if self.config.hedging {
            self.bound_of_sides(instrument, price)
        } else {
            self.bound(instrument, position.quantity, value)
        };
        Mark {
            price,
            value,
            bound,
        }
    }

    /// Value of all positions, with one instrument at this price (ticks) and the others as they are
    /// marked.
    #[inline]
    pub(super) fn worth_with(&self, at: Option<(u32, i64)>) -> Money {
        if self.has_foreign() {
            return self.values(at).map(|(_, value)| value).sum();
        }
        let Some((instrument, price)) = at.or_else(|| self.only_price()) else {
            return self.marks.value;
        };
        self.others(instrument).0 + self.ledger.value_at(instrument, price)
    }

    /// Value of all positions but that of one instrument, and the margin they bind.
    #[inline]
    pub(super) fn others(&self, instrument: u32) -> (Money, Money) {
        if self.has_foreign() {
            return self.others_anew(instrument);
        }
        let Marks { each, value, bound } = &self.marks;
        each.get(instrument as usize)
            .map_or((Money::ZERO, Money::ZERO), |own| {
                (*value - own.value, *bound - own.bound)
            })
    }

    /// The same summed anew, as what is in another currency changes with its rate.
    #[cold]
    fn others_anew(&self, instrument: u32) -> (Money, Money) {
        let mut sums = (Money::ZERO, Money::ZERO);
        for (other, value) in self.values(None).filter(|(other, _)| *other != instrument) {
            sums.0 += value;
            sums.1 += match self.last_price[other as usize] {
                Some(price) if self.config.hedging => self.bound_of_sides(other, price),
                _ => self.bound(other, self.ledger.position(other).quantity, value),
            };
        }
        sums
    }

    /// Where no marks are kept, the one instrument at its last price.
    fn only_price(&self) -> Option<(u32, i64)> {
        match *self.last_price {
            [Some(price)] => Some((0, price)),
            _ => None,
        }
    }
}
