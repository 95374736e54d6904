use nt_core::{Instrument, Money, Rate};

use crate::costs::{Costs, Part, Terms};

/// More lots than any account can hold: where a search without a price that counts ends.
const MOST_LOTS: i64 = 1 << 60;

/// What sizing looks at: one instrument, its price for the trade, and the account.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sizing<'a> {
    pub instrument: &'a Instrument,
    pub costs: &'a Costs,
    /// Price in ticks at which a position is opened or closed, before spread.
    pub price: i64,
    /// Signed lots held.
    pub held: i64,
    /// What the fee depends on besides the quantity.
    pub terms: Terms<'a>,
}

impl Sizing<'_> {
    /// Signed lots that bring the position to `share` of `equity`.
    ///
    /// What lies on the other side is closed first and its fee taken off. What is opened costs, fee
    /// included, at most the share; it is the largest such whole number of lots.
    pub fn lots_to_target(&self, share: Rate, equity: Money) -> i64 {
        let side = i64::from(share.raw().signum() as i8);
        if side == 0 {
            return -self.held;
        }
        let magnitude = share.abs().of(self.equity_after_closing(side, equity));
        let same_side = if self.held.signum() == side {
            self.held.abs()
        } else {
            0
        };
        let budget = magnitude - self.instrument.notional(self.price, same_side);
        if budget.is_negative() {
            return side * (self.lots_within(magnitude, self.price, side > 0, false) - same_side);
        }
        let closing = self.held - side * same_side;
        side * self.affordable(budget, side > 0) - closing
    }

    /// Signed lots that bring the position to `share` of `equity` by LEAN's rule: the value held then
    /// is at most the share of the equity less the fee of the whole order, what it closes included.
    pub fn lots_by_steps(&self, share: Rate, equity: Money) -> i64 {
        let side = i64::from(share.raw().signum() as i8);
        if side == 0 {
            return -self.held;
        }
        let fits = |lots: i64| {
            let order = side * lots - self.held;
            let fee = self.commission(self.instrument.notional(self.price, order), order);
            self.instrument.notional(self.price, lots) <= share.abs().of(equity - fee)
        };
        let (quotient, _) = self.quotient(share.abs().of(equity), self.price, false);
        let guess = (quotient as i64).clamp(0, MOST_LOTS);
        side * largest(guess, fits) - self.held
    }

    fn equity_after_closing(&self, side: i64, equity: Money) -> Money {
        if self.held.signum() == -side {
            equity - self.commission(self.instrument.notional(self.price, self.held), -self.held)
        } else {
            equity
        }
    }

    /// The most lots whose cost at the entry price, fee included, is within the budget.
    pub fn affordable(&self, budget: Money, buys: bool) -> i64 {
        let entry = Costs::worsen(self.price, self.costs.spread, buys);
        self.lots_within(budget, self.instrument.on_tick(entry, buys), buys, true)
    }

    fn lots_within(&self, budget: Money, price: i64, buys: bool, with_fee: bool) -> i64 {
        let cost = |lots: i64| {
            let notional = self.instrument.notional(price, lots);
            if with_fee {
                notional + self.commission(notional, if buys { lots } else { -lots })
            } else {
                notional
            }
        };
        let (quotient, unit) = self.quotient(budget, price, with_fee);
        let guess = (quotient as i64).clamp(0, MOST_LOTS);
        let linear = !with_fee || self.costs.fees.is_linear();
        if linear && is_certain(quotient, guess, unit) {
            return guess;
        }
        // The float is only a first guess; the integers decide.
        largest(guess, |lots| cost(lots) <= budget)
    }

    /// The lots that the budget would pay for in floats, and the cost of one in billionths.
    fn quotient(&self, budget: Money, price: i64, with_fee: bool) -> (f64, f64) {
        let fees = &self.costs.fees;
        let per_unit = self.instrument.quantity_scale().per_unit();
        let value = self.instrument.notional(price, 1 << 20).raw_to_f64() / f64::from(1 << 20);
        let (fixed, rate) = if with_fee {
            (fees.per_fill(), fees.guessed_rate(value * per_unit))
        } else {
            (Money::ZERO, 0.0)
        };
        let unit = value * (1.0 + rate);
        ((budget - fixed).raw_to_f64() / unit, unit)
    }

    /// The fee of a fill of so many signed lots.
    fn commission(&self, notional: Money, lots: i64) -> Money {
        let part = Part {
            instrument: self.instrument,
            lots,
            notional,
        };
        self.costs.fees.of(&part, self.terms)
    }
}

/// The largest number from 0 to [`MOST_LOTS`] that fits, where with each number all smaller ones fit;
/// 0 where none does. Steps double away from the guess and then halve.
fn largest(guess: i64, fits: impl Fn(i64) -> bool) -> i64 {
    let (mut low, mut high) = (0, MOST_LOTS);
    let mut step = 1;
    if guess == 0 || fits(guess) {
        low = guess;
        while low + step < high {
            if !fits(low + step) {
                high = low + step;
                break;
            }
            low += step;
            // The guess is off by one or by many.
            step = (low - guess).max(1);
        }
    } else {
        high = guess;
        while high - step > low {
            if fits(high - step) {
                low = high - step;
                break;
            }
            high -= step;
            step *= 2;
        }
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if fits(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

/// Whether a quotient of floats is so far from a whole number that its floor is that of the exact
/// quotient. Its factors are off by a few parts in 1e16; notional and fee, rounded to billionths, by
/// as much as four billionths of a lot's cost, and the cost of a lot itself by 1e-6 of one.
fn is_certain(quotient: f64, floor: i64, unit: f64) -> bool {
    let per_unit = 1.0 / unit;
    let doubt = quotient * (1e-14 + 1e-6 * per_unit) + 4.0 * per_unit;
    let fraction = quotient - floor as f64;
    quotient < 1e15 && fraction > doubt && fraction < 1.0 - doubt
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::costs::Fees;
    use crate::costs::any::any_fees;
    use nt_core::Scale;
    use proptest::prelude::*;

    fn instrument() -> Instrument {
        Instrument::new("X.XNAS", Scale::new(2).unwrap(), Scale::new(0).unwrap())
    }

    fn lots_for(share: f64, held: i64, costs: &Costs) -> i64 {
        let instrument = instrument();
        let sizing = Sizing {
            instrument: &instrument,
            costs,
            price: 3_000,
            held,
            terms: Terms::default(),
        };
        sizing.lots_to_target(
            Rate::from_f64(share).unwrap(),
            Money::from_f64(1_000.0).unwrap(),
        )
    }

    #[test]
    fn whole_lots_within_the_share() {
        let free = Costs::default();
        assert_eq!(lots_for(1.0, 0, &free), 33);
        assert_eq!(lots_for(-1.0, 20, &free), -53);
        assert_eq!(lots_for(0.0, 20, &free), -20);
        assert_eq!(lots_for(0.5, 33, &free), -17);
        assert_eq!(lots_for(1.0, 20, &free), 13);
        assert_eq!(lots_for(1.0, 33, &free), 0);
    }

    #[test]
    fn fees_are_within_the_share_too() {
        let costs = Costs {
            fees: Fees::plain(Rate::ZERO, Money::from_f64(20.0).unwrap()),
            ..Costs::default()
        };
        assert_eq!(lots_for(1.0, 0, &costs), 32);
    }

    fn lots_by_steps(share: f64, equity: f64, held: i64) -> i64 {
        let instrument = instrument();
        let costs = Costs {
            fees: Fees::plain(Rate::ZERO, Money::from_f64(20.0).unwrap()),
            ..Costs::default()
        };
        let sizing = Sizing {
            instrument: &instrument,
            costs: &costs,
            price: 3_000,
            held,
            terms: Terms::default(),
        };
        let equity = Money::from_f64(equity).unwrap();
        sizing.lots_by_steps(Rate::from_f64(share).unwrap(), equity)
    }

    #[test]
    fn steps_go_down_until_the_fee_of_the_order_is_free() {
        assert_eq!(lots_by_steps(1.0, 1_000.0, 0), 32);
        assert_eq!(lots_by_steps(1.0, 1_010.0, 0), 33, "33 at 30 and the fee");
        assert_eq!(lots_by_steps(1.0, 1_009.99, 0), 32);
        assert_eq!(lots_by_steps(0.5, 1_220.0, 0), 20, "half of the fee counts");
        assert_eq!(lots_by_steps(0.5, 1_219.99, 0), 19);
        assert_eq!(
            lots_by_steps(-1.0, 1_010.0, 5),
            -38,
            "one fee for both parts"
        );
        assert_eq!(lots_by_steps(1.0, 500.0, 30), -14, "less of what is held");
        assert_eq!(lots_by_steps(0.0, 1_000.0, 7), -7);
        assert_eq!(lots_by_steps(1.0, 15.0, 0), 0);
        assert_eq!(lots_by_steps(1.0, -5.0, 3), -3);
    }

    proptest! {
        #[test]
        fn the_result_is_the_largest_affordable(
            budget in 0_i64..2_000_000_000, price in 1_i64..1_000_000, fees in any_fees(), buys: bool,
            decimals in (0_u32..=5, 0_u32..=4),
        ) {
            let scale = |decimals| Scale::new(decimals).unwrap();
            let instrument = Instrument::new("X.XNAS", scale(decimals.0), scale(decimals.1));
            let costs = Costs { fees, ..Costs::default() };
            let terms = Terms::default();
            let sizing = Sizing { instrument: &instrument, costs: &costs, price, held: 0, terms };
            let budget = Money::from_raw(i128::from(budget) * 1_000);
            let found = sizing.affordable(budget, buys);
            let cost = |lots: i64| {
                let notional = instrument.notional(price, lots);
                let part = Part { instrument: &instrument, lots: if buys { lots } else { -lots }, notional };
                notional + fees.of(&part, terms)
            };
            prop_assert!(found == 0 || cost(found) <= budget);
            prop_assert!(cost(found + 1) > budget);
        }

        #[test]
        fn the_search_finds_its_number_from_any_guess(guess in 0..MOST_LOTS, wanted in 0..MOST_LOTS) {
            prop_assert_eq!(largest(guess, |lots| lots <= wanted), wanted);
        }
    }
}
