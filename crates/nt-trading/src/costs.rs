use nt_core::{Money, Rate, div_round_up};

/// Fees, spread and slippage of every fill. Pure integer functions; the event kernel and the sweeps
/// share them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Costs {
    /// Share of each fill's value, at entry and at exit.
    pub fee_rate: Rate,
    /// Amount per fill, at entry and at exit.
    pub fee_per_fill: Money,
    /// Share of the price by which entries are worse than quoted.
    pub spread: Rate,
    /// Share of the price by which market and stop fills are worse than quoted.
    pub slippage: Rate,
}

impl Costs {
    /// The fee of one fill of this value (the sign is ignored).
    #[must_use]
    pub fn fee(&self, notional: Money) -> Money {
        self.fee_rate.of(notional.abs()) + self.fee_per_fill
    }

    /// The price after `share` against the trader, rounded away from the trader to a whole tick.
    #[must_use]
    pub fn worsen(ticks: i64, share: Rate, buys: bool) -> i64 {
        if share == Rate::ZERO {
            return ticks;
        }
        let excess = div_round_up(
            i128::from(ticks) * i128::from(share.raw()),
            i128::from(Rate::ONE.raw()),
        );
        let excess = i64::try_from(excess).unwrap_or(i64::MAX);
        if buys {
            ticks.saturating_add(excess)
        } else {
            (ticks - excess).max(1)
        }
    }

    pub(crate) fn fault(&self) -> Option<(&'static str, String)> {
        let shares = [
            ("feeRate", self.fee_rate),
            ("spread", self.spread),
            ("slippage", self.slippage),
        ];
        if let Some((name, rate)) = shares
            .iter()
            .find(|(_, rate)| *rate < Rate::ZERO || *rate >= Rate::ONE)
        {
            let value = rate.to_f64();
            return Some((
                name,
                format!("{name} is {value}: give a share from 0 up to below 1"),
            ));
        }
        self.fee_per_fill.is_negative().then(|| {
            (
                "feePerOrder",
                format!("feePerOrder is {}: give 0 or more", self.fee_per_fill),
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fee_is_the_rate_plus_the_fixed_part() {
        let costs = Costs {
            fee_rate: Rate::from_f64(0.01).unwrap(),
            fee_per_fill: Money::from_f64(10.0).unwrap(),
            ..Costs::default()
        };
        assert_eq!(
            costs.fee(Money::from_f64(-400.0).unwrap()).to_string(),
            "14"
        );
    }

    #[test]
    fn prices_worsen_away_from_the_trader() {
        let share = Rate::from_f64(0.001).unwrap();
        assert_eq!(Costs::worsen(10_001, share, true), 10_012);
        assert_eq!(Costs::worsen(10_001, share, false), 9_990);
        assert_eq!(Costs::worsen(10_001, Rate::ZERO, true), 10_001);
    }
}
