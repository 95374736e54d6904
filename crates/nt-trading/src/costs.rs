//! What trading costs: fees, slippage, spread and the share of a bar's volume one may take. Pure
//! integer functions; the event kernel and the sweeps share them.

#[cfg(test)]
pub(crate) mod any;
mod fee_limits;
mod fees;
mod impact;
mod maker_taker;
mod month_volume;
mod per_unit;
mod plain;
mod sale_charges;
mod slippage;
mod tiered;

use nt_core::{Money, Rate, div_round_up};

pub use fee_limits::FeeLimits;
pub use fees::{FeeModel, Fees, OrderCharge, Part, Terms};
pub use impact::{SquareRootImpact, VolumeShareImpact};
pub use maker_taker::MakerTakerFee;
pub use month_volume::MonthVolume;
pub use per_unit::PerUnitFee;
pub use plain::PlainFee;
pub use sale_charges::SaleCharges;
pub use slippage::Slippage;
pub use tiered::{MOST_TIERS, Tier, TieredFee, VolumeBasis};

/// Fees, spread and slippage of every fill.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Costs {
    /// What fills are charged, at entry and at exit.
    pub fees: Fees,
    /// Share of the price by which entries are worse than quoted.
    pub spread: Rate,
    /// By how much market and stop fills are worse than quoted.
    pub slippage: Slippage,
    /// Share of a bar's volume that all orders together may fill in it; without, any quantity fills.
    pub max_volume_share: Option<Rate>,
}

impl Costs {
    /// The price after `share` against the trader, rounded away from the trader to a whole tick.
    #[must_use]
    pub fn worsen(ticks: i64, share: Rate, buys: bool) -> i64 {
        worsen(ticks, share, buys)
    }

    /// Whether fills depend on the volume of the bar.
    #[must_use]
    pub const fn needs_volume(&self) -> bool {
        self.max_volume_share.is_some() || self.slippage.needs_volume()
    }

    /// The price after slippage that does not depend on quantity or volume.
    pub(crate) fn slippage_of_one(&self, ticks: i64, buys: bool) -> i64 {
        self.slippage.price(ticks, if buys { 1 } else { -1 }, 0)
    }

    /// What does not go with [`Matching::Queue`](crate::Matching::Queue), which reckons with a rate
    /// and an amount per fill alone.
    pub(crate) fn fault_in_queue(&self) -> Option<(&'static str, String)> {
        let (field, what) = if self.fees.as_plain().is_none() {
            ("fees", "a fee model")
        } else if self.needs_volume() {
            ("maxVolumeShare", "what depends on a bar's volume")
        } else {
            return None;
        };
        let message = format!(
            "{what} does not go with the profile backtesting.py: take another profile, or feeRate, feePerOrder and slippage"
        );
        Some((field, message))
    }

    pub(crate) fn fault(&self) -> Option<(&'static str, String)> {
        self.fees
            .fault()
            .or_else(|| share_fault("spread", self.spread))
            .or_else(|| self.slippage.fault())
            .or_else(|| self.max_volume_share.and_then(volume_share_fault))
    }
}

fn worsen(ticks: i64, share: Rate, buys: bool) -> i64 {
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

fn share_fault(name: &'static str, rate: Rate) -> Option<(&'static str, String)> {
    (rate < Rate::ZERO || rate >= Rate::ONE).then(|| {
        let value = rate.to_f64();
        (
            name,
            format!("{name} is {value}: give a share from 0 up to below 1"),
        )
    })
}

fn volume_share_fault(share: Rate) -> Option<(&'static str, String)> {
    (share <= Rate::ZERO || share > Rate::ONE).then(|| {
        let value = share.to_f64();
        (
            "maxVolumeShare",
            format!("maxVolumeShare is {value}: give more than 0 up to 1"),
        )
    })
}

/// Amounts beyond a billion would leave the integers that money is kept in.
fn amount_fault(name: &'static str, amount: Money) -> Option<(&'static str, String)> {
    let most = Money::from_raw(1_000_000_000 * 1_000_000_000);
    (amount.is_negative() || amount > most)
        .then(|| (name, format!("{name} is {amount}: give 0 to 1,000,000,000")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_worsen_away_from_the_trader() {
        let share = Rate::from_f64(0.001).unwrap();
        assert_eq!(Costs::worsen(10_001, share, true), 10_012);
        assert_eq!(Costs::worsen(10_001, share, false), 9_990);
        assert_eq!(Costs::worsen(10_001, Rate::ZERO, true), 10_001);
    }
}
