use nt_core::{Money, Rate};

use super::InstrumentRates;

/// What a margin account must be worth to keep its positions, and what happens when it is not.
///
/// At every close equity is held against the requirement. Below `warning` times the requirement the
/// account is warned, once an episode; below the requirement it is called. When `grace` steps have
/// gone by and the requirement is still not met, orders that would open are taken back and positions
/// are reduced by market orders, close after close, until it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Maintenance {
    /// How the requirement is worked out.
    pub model: MarginModel,
    /// Equity below this multiple of the requirement is warned of; at least 1.
    pub warning: Rate,
    /// By which part of the requirement a liquidation goes beyond it, so that costs and the next
    /// price do not undo it.
    pub buffer: Rate,
    /// Steps from a margin call to the first liquidation; at 0 its orders go out at the close of the
    /// call.
    pub grace: u32,
}

/// How a maintenance requirement is worked out from the market values of the positions.
#[derive(Clone, Debug, PartialEq)]
pub enum MarginModel {
    /// A share of the value of each position. Regulation T accounts: 25 % of longs and 30 % of shorts
    /// (FINRA rule 4210(c)).
    Rates {
        /// Of long positions.
        long: Rate,
        /// Of short positions.
        short: Rate,
    },
    /// The largest loss of the portfolio when all prices move together by the same part of their
    /// scan range, up or down. Values are linear in prices, so the largest loss of any grid of moves
    /// lies at one of its ends.
    Scan {
        /// Up and down, as a share of the price.
        range: InstrumentRates,
        /// Whether the gains of one instrument offset the losses of another; else each is held
        /// against its own worst move.
        netting: bool,
    },
}

/// A position as margin sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Holding {
    pub instrument: u32,
    /// Signed lots, not zero.
    pub lots: i64,
    /// Market value, of the sign of the lots.
    pub value: Money,
}

impl Maintenance {
    /// With the usual warning at 110 % of the requirement, a buffer of 5 %, and no grace.
    #[must_use]
    pub fn new(model: MarginModel) -> Self {
        let one = Rate::ONE.raw();
        Self {
            model,
            warning: Rate::from_raw(one + one / 10),
            buffer: Rate::from_raw(one / 20),
            grace: 0,
        }
    }

    /// The field that is out of range and what to give, if any; the initial margin is that of the
    /// account.
    pub(crate) fn fault(&self, initial: Rate) -> Option<(&'static str, String)> {
        let out_of_range = |rate: &Rate| *rate <= Rate::ZERO || *rate > initial;
        if let Some(rate) = self.model.rates().into_iter().find(out_of_range) {
            let (rate, initial) = (rate.to_f64(), initial.to_f64());
            return Some((
                "maintenance",
                format!(
                    "maintenance is {rate}: give a share above 0 and at most the initial margin, {initial}"
                ),
            ));
        }
        if self.warning < Rate::ONE {
            let warning = self.warning.to_f64();
            return Some(("warning", format!("warning is {warning}: give at least 1")));
        }
        if self.buffer < Rate::ZERO || self.buffer > Rate::ONE {
            let buffer = self.buffer.to_f64();
            return Some((
                "buffer",
                format!("buffer is {buffer}: give a share from 0 to 1"),
            ));
        }
        None
    }

    /// What the account must be worth.
    pub(crate) fn requirement(&self, holdings: &[Holding]) -> Money {
        let (long, short) = self.model.sides(holdings);
        if self.model.nets() {
            (long - short).abs()
        } else {
            long + short
        }
    }

    /// The signed lots to trade, by instrument, so that equity covers the requirement and the buffer:
    /// the position that demands most first, at equal demands that of the lower number, each by no
    /// more whole lots than are needed. Where gains offset losses, only the side that would lose is
    /// reduced.
    pub(crate) fn reductions(&self, holdings: &[Holding], equity: Money) -> Vec<(u32, i64)> {
        let mut missing = self.with_buffer(self.requirement(holdings)) - equity;
        let mut order = self.that_demand(holdings);
        order.sort_by_key(|holding| (-self.model.demand(holding), holding.instrument));
        let mut reductions = Vec::new();
        for holding in order {
            if missing <= Money::ZERO {
                break;
            }
            let freed = self.with_buffer(self.model.demand(&holding));
            let lots = lots_that_free(missing, freed, holding.lots.unsigned_abs());
            reductions.push((holding.instrument, -holding.lots.signum() * lots));
            missing -= freed;
        }
        reductions
    }

    /// The holdings whose reduction lowers the requirement.
    fn that_demand(&self, holdings: &[Holding]) -> Vec<Holding> {
        let (long, short) = self.model.sides(holdings);
        let losing = if long >= short { 1 } else { -1 };
        let demands = |holding: &Holding| {
            let alike = !self.model.nets() || holding.lots.signum() == losing;
            alike && self.model.demand(holding) > Money::ZERO
        };
        holdings.iter().copied().filter(demands).collect()
    }

    fn with_buffer(&self, requirement: Money) -> Money {
        requirement + self.buffer.of(requirement)
    }
}

impl MarginModel {
    /// The share of its value that a position is held against, taken by itself.
    pub(crate) fn share(&self, instrument: u32, is_long: bool) -> Rate {
        match self {
            Self::Rates { long, .. } if is_long => *long,
            Self::Rates { short, .. } => *short,
            Self::Scan { range, .. } => range.of(instrument),
        }
    }

    fn rates(&self) -> Vec<Rate> {
        match self {
            Self::Rates { long, short } => vec![*long, *short],
            Self::Scan { range, .. } => range.iter().collect(),
        }
    }

    const fn nets(&self) -> bool {
        matches!(self, Self::Scan { netting: true, .. })
    }

    fn demand(&self, holding: &Holding) -> Money {
        let share = self.share(holding.instrument, holding.lots > 0);
        share.of(holding.value.abs())
    }

    /// What longs and shorts demand.
    fn sides(&self, holdings: &[Holding]) -> (Money, Money) {
        let side = |sign: i64| {
            let alike = holdings.iter().filter(|it| it.lots.signum() == sign);
            alike.map(|holding| self.demand(holding)).sum()
        };
        (side(1), side(-1))
    }
}

/// The fewest of `held` lots, which free `all` together, that free so much; all where they do not,
/// or where the product leaves the integers.
fn lots_that_free(missing: Money, all: Money, held: u64) -> i64 {
    let most = i64::try_from(held).unwrap_or(i64::MAX);
    if all <= missing {
        return most;
    }
    missing
        .raw()
        .checked_mul(i128::from(held))
        .map_or(most, |product| {
            nt_core::div_round_up(product, all.raw()) as i64
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(share: f64) -> Rate {
        Rate::from_f64(share).unwrap()
    }

    fn money(units: i128) -> Money {
        Money::from_raw(units * 1_000_000_000)
    }

    fn holding(instrument: u32, lots: i64, value: i128) -> Holding {
        Holding {
            instrument,
            lots,
            value: money(value),
        }
    }

    fn reg_t() -> Maintenance {
        Maintenance::new(MarginModel::Rates {
            long: rate(0.25),
            short: rate(0.3),
        })
    }

    fn scan(netting: bool) -> Maintenance {
        Maintenance::new(MarginModel::Scan {
            range: InstrumentRates {
                standard: rate(0.15),
                own: [(2, rate(0.5))].into(),
            },
            netting,
        })
    }

    #[test]
    fn each_side_has_its_rate() {
        let holdings = [holding(0, 10, 1_000), holding(1, -10, -1_000)];
        assert_eq!(reg_t().requirement(&holdings), money(550));
    }

    #[test]
    fn gains_offset_losses_only_where_they_net() {
        let holdings = [holding(0, 10, 1_000), holding(2, -10, -400)];
        assert_eq!(scan(false).requirement(&holdings), money(350));
        assert_eq!(scan(true).requirement(&holdings), money(50));
    }

    #[test]
    fn the_largest_demand_is_reduced_first_and_no_more_than_needed() {
        let holdings = [holding(0, 100, 1_000), holding(1, 50, 4_000)];
        let exact = Maintenance {
            buffer: Rate::ZERO,
            ..reg_t()
        };
        // 1,250 are demanded; each lot of the second frees 20.
        assert_eq!(exact.reductions(&holdings, money(1_170)), [(1, -4)]);
        assert_eq!(exact.reductions(&holdings, money(1_169)), [(1, -5)]);
        assert_eq!(
            exact.reductions(&holdings, money(200)),
            [(1, -50), (0, -20)]
        );
        assert_eq!(exact.reductions(&holdings, money(1_250)), []);
    }

    #[test]
    fn the_buffer_is_freed_too() {
        let holdings = [holding(0, 100, 1_000)];
        // 250 and 5 % of it are wanted, 2.625 a lot.
        assert_eq!(reg_t().reductions(&holdings, money(249)), [(0, -6)]);
    }

    #[test]
    fn where_gains_offset_losses_the_losing_side_is_reduced() {
        let holdings = [holding(0, -100, -9_000), holding(1, 50, 4_000)];
        let exact = Maintenance {
            buffer: Rate::ZERO,
            ..scan(true)
        };
        assert_eq!(exact.requirement(&holdings), money(750));
        assert_eq!(exact.reductions(&holdings, money(615)), [(0, 10)]);
    }

    #[test]
    fn a_product_beyond_the_integers_closes_everything() {
        let (missing, all) = (Money::from_raw(1 << 90), Money::from_raw(1 << 91));
        assert_eq!(lots_that_free(missing, all, 1 << 62), 1 << 62);
    }

    #[test]
    fn what_is_out_of_range_is_named() {
        let fault = |maintenance: Maintenance| maintenance.fault(rate(0.28)).unwrap().0;
        assert_eq!(fault(reg_t()), "maintenance");
        let fine = scan(true);
        assert_eq!(fine.fault(rate(0.5)), None);
        let low = Maintenance {
            warning: rate(0.9),
            ..scan(true)
        };
        assert_eq!(low.fault(rate(0.5)).unwrap().0, "warning");
        let high = Maintenance {
            buffer: rate(1.1),
            ..scan(true)
        };
        assert_eq!(high.fault(rate(0.5)).unwrap().0, "buffer");
    }
}
