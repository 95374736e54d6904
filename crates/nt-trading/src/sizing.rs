use nt_core::{Instrument, Money, Rate};

use crate::Costs;

/// What sizing looks at: one instrument, its price for the trade, and the account.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sizing<'a> {
    pub instrument: &'a Instrument,
    pub costs: &'a Costs,
    /// Price in ticks at which a position is opened or closed, before spread.
    pub price: i64,
    /// Signed lots held.
    pub held: i64,
    /// The fee per fill where it is to be counted for each unit; zero where it counts once.
    pub fee_per_unit: Money,
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
            return side * (self.lots_within(magnitude, self.price, false) - same_side);
        }
        let closing = self.held - side * same_side;
        side * self.affordable(budget, side > 0) - closing
    }

    fn equity_after_closing(&self, side: i64, equity: Money) -> Money {
        if self.held.signum() == -side {
            equity
                - self
                    .costs
                    .fee(self.instrument.notional(self.price, self.held))
        } else {
            equity
        }
    }

    /// The most lots whose cost at the entry price, fee included, is within the budget.
    pub fn affordable(&self, budget: Money, buys: bool) -> i64 {
        self.lots_within(
            budget,
            Costs::worsen(self.price, self.costs.spread, buys),
            true,
        )
    }

    fn lots_within(&self, budget: Money, price: i64, with_fee: bool) -> i64 {
        let cost = |lots: i64| {
            let notional = self.instrument.notional(price, lots);
            if with_fee {
                notional + self.fee(notional, lots)
            } else {
                notional
            }
        };
        let fixed = if with_fee {
            self.costs.fee_per_fill
        } else {
            Money::ZERO
        };
        let rate = if with_fee {
            self.costs.fee_rate.to_f64()
        } else {
            0.0
        };
        let unit = self.instrument.notional(price, 1 << 20).to_f64() / f64::from(1 << 20)
            * (1.0 + rate)
            + self.fee_per_unit.to_f64() / self.instrument.quantity_scale().per_unit();
        let quotient = (budget - fixed).to_f64() / unit;
        let mut lots = (quotient as i64).max(0);
        if is_certain(quotient, unit) {
            return lots;
        }
        // The float is only a first guess; the integers decide.
        while lots > 0 && cost(lots) > budget {
            lots -= 1;
        }
        while cost(lots + 1) <= budget {
            lots += 1;
        }
        lots
    }

    fn fee(&self, notional: Money, lots: i64) -> Money {
        let fee = self.costs.fee(notional);
        if self.fee_per_unit == Money::ZERO {
            return fee;
        }
        let per_unit = self.instrument.quantity_scale().per_unit() as i128;
        let for_units = Money::from_raw(self.fee_per_unit.raw() * i128::from(lots) / per_unit);
        fee - self.costs.fee_per_fill + for_units
    }
}

/// Whether a quotient of floats is so far from a whole number that its floor is that of the exact
/// quotient. Its factors are off by a few parts in 1e16; notional and fee, rounded to billionths, by
/// as much as four billionths of a lot's cost, and the cost of a lot itself by 1e-15.
fn is_certain(quotient: f64, unit: f64) -> bool {
    let doubt = quotient * (1e-14 + 1e-15 / unit) + 4e-9 / unit;
    let fraction = quotient - quotient.trunc();
    quotient < 1e15 && fraction > doubt && fraction < 1.0 - doubt
}

#[cfg(test)]
mod tests {
    use super::*;
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
            fee_per_unit: Money::ZERO,
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
            fee_per_fill: Money::from_f64(20.0).unwrap(),
            ..Costs::default()
        };
        assert_eq!(lots_for(1.0, 0, &costs), 32);
    }

    proptest! {
        #[test]
        fn the_result_is_the_largest_affordable(
            budget in 0_i64..2_000_000_000, price in 1_i64..1_000_000, rate in 0.0..0.02_f64, decimals in (0_u32..=5, 0_u32..=4),
        ) {
            let scale = |decimals| Scale::new(decimals).unwrap();
            let instrument = Instrument::new("X.XNAS", scale(decimals.0), scale(decimals.1));
            let costs = Costs { fee_rate: Rate::from_f64(rate).unwrap(), ..Costs::default() };
            let sizing = Sizing { instrument: &instrument, costs: &costs, price, held: 0, fee_per_unit: Money::ZERO };
            let budget = Money::from_raw(i128::from(budget) * 1_000);
            let lots = sizing.affordable(budget, true);
            let cost = |lots| { let notional = instrument.notional(price, lots); notional + costs.fee(notional) };
            prop_assert!(lots == 0 || cost(lots) <= budget);
            prop_assert!(cost(lots + 1) > budget);
        }
    }
}
