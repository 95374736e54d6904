use nt_core::Rate;

use super::impact::{SquareRootImpact, VolumeShareImpact};
use super::worsen;

/// How much worse than quoted an order fills that takes liquidity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Slippage {
    /// Not at all.
    #[default]
    None,
    /// So many ticks.
    Ticks(i64),
    /// A share of the price.
    Share(Rate),
    /// Half of this spread, a share of the price: quotes are taken for the middle.
    HalfSpread(Rate),
    /// By the square of the share of the bar's volume.
    VolumeShare(VolumeShareImpact),
    /// By the square root of the share of the bar's volume.
    SquareRoot(SquareRootImpact),
}

impl Slippage {
    /// The price in ticks at which `lots` (signed) fill that are quoted at `ticks`, in a bar of so
    /// many lots; without a bar's volume the whole of it counts as taken.
    #[must_use]
    pub fn price(&self, ticks: i64, lots: i64, volume: i64) -> i64 {
        let buys = lots > 0;
        match self {
            Self::None => ticks,
            Self::Ticks(away) if buys => ticks.saturating_add(*away),
            Self::Ticks(away) => ticks.saturating_sub(*away).max(1),
            Self::Share(share) => worsen(ticks, *share, buys),
            Self::HalfSpread(spread) => worsen(ticks, spread.half(), buys),
            Self::VolumeShare(impact) => worsen(ticks, impact.share(lots, volume), buys),
            Self::SquareRoot(impact) => worsen(ticks, impact.share(lots, volume), buys),
        }
    }

    /// Whether it depends on the volume of the bar.
    #[must_use]
    pub const fn needs_volume(&self) -> bool {
        matches!(self, Self::VolumeShare(_) | Self::SquareRoot(_))
    }

    pub(super) fn fault(&self) -> Option<(&'static str, String)> {
        match self {
            Self::None => None,
            Self::Ticks(ticks) => (*ticks < 0 || *ticks > 1_000_000_000).then(|| {
                let message = format!("slippage.ticks is {ticks}: give 0 to 1,000,000,000");
                ("slippage.ticks", message)
            }),
            Self::Share(share) => super::share_fault("slippage", *share),
            Self::HalfSpread(spread) => super::share_fault("slippage.spread", *spread),
            Self::VolumeShare(impact) => impact.fault(),
            Self::SquareRoot(impact) => impact.fault(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(share: f64) -> Rate {
        Rate::from_f64(share).unwrap()
    }

    #[test]
    fn each_model_worsens_both_sides_alike() {
        let volume_share = VolumeShareImpact {
            impact: rate(0.1),
            limit: rate(0.025),
        };
        let square_root = SquareRootImpact {
            coefficient: rate(0.5),
            volatility: rate(0.02),
        };
        let table = [
            (Slippage::None, 0),
            (Slippage::Ticks(3), 3),
            (Slippage::Share(rate(0.001)), 10),
            (Slippage::HalfSpread(rate(0.002)), 10),
            // 1 % of the volume: 0.1 x 0.01^2 = 0.00001 of 10,000.
            (Slippage::VolumeShare(volume_share), 1),
            // 0.5 x 0.02 x sqrt(0.01) = 0.001.
            (Slippage::SquareRoot(square_root), 10),
        ];
        for (model, away) in table {
            assert_eq!(model.price(10_000, 100, 10_000), 10_000 + away, "{model:?}");
            assert_eq!(
                model.price(10_000, -100, 10_000),
                10_000 - away,
                "{model:?}"
            );
        }
    }
}
