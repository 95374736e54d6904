use nt_core::Rate;

const ONE: u128 = Rate::ONE.raw() as u128;

/// Price impact that grows with the square of the share of the bar's volume, as Zipline and LEAN
/// model it: `impact * min(quantity / volume, limit)^2`, a share of the price.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VolumeShareImpact {
    /// The constant: 0.1 in both engines.
    pub impact: Rate,
    /// The share of the volume beyond which it grows no more: 0.025 in both engines.
    pub limit: Rate,
}

impl VolumeShareImpact {
    pub(super) fn share(&self, lots: i64, volume: i64) -> Rate {
        let taken = share_of_volume(lots, volume, ONE).min(self.limit.raw().unsigned_abs().into());
        let squared = taken * taken / ONE;
        to_rate(squared * u128::from(self.impact.raw().unsigned_abs()) / ONE)
    }

    pub(super) fn fault(&self) -> Option<(&'static str, String)> {
        factor_fault("slippage.impact", self.impact).or_else(|| {
            (self.limit <= Rate::ZERO || self.limit > Rate::ONE).then(|| {
                let limit = self.limit.to_f64();
                let message = format!("slippage.limit is {limit}: give more than 0 up to 1");
                ("slippage.limit", message)
            })
        })
    }
}

/// The square-root law of market impact (Almgren, Thum, Hauptmann and Li, "Direct estimation of
/// equity market impact", 2005; Tóth and others, 2011): `coefficient * volatility *
/// sqrt(quantity / volume)`, a share of the price.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SquareRootImpact {
    /// The factor Y, about 1.
    pub coefficient: Rate,
    /// Standard deviation of returns over the time in which the volume trades.
    pub volatility: Rate,
}

impl SquareRootImpact {
    pub(super) fn share(&self, lots: i64, volume: i64) -> Rate {
        // The root of a share in 1e-18 is in 1e-9.
        let root = share_of_volume(lots, volume, 1_000_000_000_000_000_000).isqrt();
        let factor = u128::from(self.coefficient.raw().unsigned_abs())
            * u128::from(self.volatility.raw().unsigned_abs())
            / ONE;
        to_rate(factor * root / 1_000_000_000)
    }

    pub(super) fn fault(&self) -> Option<(&'static str, String)> {
        factor_fault("slippage.coefficient", self.coefficient)
            .or_else(|| factor_fault("slippage.volatility", self.volatility))
    }
}

/// `|lots| / volume` in parts of `one`; the whole where there is no volume.
fn share_of_volume(lots: i64, volume: i64, one: u128) -> u128 {
    match u128::try_from(volume) {
        Ok(volume) if volume > 0 => u128::from(lots.unsigned_abs()) * one / volume,
        _ => one,
    }
}

fn to_rate(raw: u128) -> Rate {
    Rate::from_raw(i64::try_from(raw).unwrap_or(i64::MAX))
}

fn factor_fault(name: &'static str, rate: Rate) -> Option<(&'static str, String)> {
    (rate < Rate::ZERO).then(|| (name, format!("{name} is {}: give 0 or more", rate.to_f64())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rate(share: f64) -> Rate {
        Rate::from_f64(share).unwrap()
    }

    #[test]
    fn the_share_of_the_volume_is_squared_up_to_its_limit() {
        let model = VolumeShareImpact {
            impact: rate(0.1),
            limit: rate(0.025),
        };
        assert_eq!(model.share(100, 5_000), rate(0.000_04), "0.1 x 0.02^2");
        assert_eq!(model.share(-5_000, 5_000), rate(0.000_062_5), "the limit");
        assert_eq!(model.share(1, 0), rate(0.000_062_5), "no volume");
    }

    proptest! {
        #[test]
        fn more_never_costs_less(lots in 0_i64..1 << 40, volume in 0_i64..1 << 40, factor in 0.0..2.0_f64) {
            let square = VolumeShareImpact { impact: rate(factor), limit: rate(0.5) };
            let root = SquareRootImpact { coefficient: rate(factor), volatility: rate(0.03) };
            prop_assert!(square.share(lots, volume) <= square.share(lots + 1, volume));
            prop_assert!(root.share(lots, volume) <= root.share(lots + 1, volume) || volume == 0);
            prop_assert_eq!(root.share(lots, volume), root.share(-lots, volume));
        }
    }
}
