use nt_core::{Money, Rate};

/// Most steps a schedule has.
pub const MOST_TIERS: usize = 8;

/// What a schedule counts and charges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VolumeBasis {
    /// Units traded; the rate is an amount per unit.
    Units,
    /// Value traded; the rate is a share of it.
    Value,
}

/// A step of a schedule: the rate from this volume on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tier {
    /// Volume of the month, in units or money, from which the rate holds; 0 for the first.
    pub from: Money,
    /// Share of the value, or amount per unit.
    pub rate: Rate,
}

/// Rates that fall with what was traded since the month began (UTC). Each part of the volume pays the
/// rate of the step it lies in, as Interactive Brokers' tiered schedule has it: a fill across a step
/// pays both rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TieredFee {
    /// What is counted.
    pub basis: VolumeBasis,
    tiers: [Tier; MOST_TIERS],
    count: usize,
}

impl TieredFee {
    /// A schedule; `None` unless it has 1 to [`MOST_TIERS`] steps, the first from 0, each from more
    /// than the one before and at no higher rate, and no rate below zero.
    #[must_use]
    pub fn new(basis: VolumeBasis, steps: &[Tier]) -> Option<Self> {
        let sound = steps.first()?.from == Money::ZERO
            && steps.len() <= MOST_TIERS
            && steps.iter().all(|tier| tier.rate >= Rate::ZERO)
            && steps
                .windows(2)
                .all(|pair| pair[0].from < pair[1].from && pair[0].rate >= pair[1].rate);
        let mut tiers = [Tier::default(); MOST_TIERS];
        sound.then(|| {
            tiers[..steps.len()].copy_from_slice(steps);
            Self {
                basis,
                tiers,
                count: steps.len(),
            }
        })
    }

    /// The steps.
    #[must_use]
    pub fn tiers(&self) -> &[Tier] {
        &self.tiers[..self.count]
    }

    /// The fee of `amount` (units in billionths, or money) after `before` this month.
    pub(super) fn of(&self, before: Money, amount: Money) -> Money {
        let end = before + amount;
        let ends = self.tiers()[1..].iter().map(|next| next.from);
        self.tiers()
            .iter()
            .zip(ends.chain([Money::from_raw(i128::MAX)]))
            .map(|(tier, until)| {
                let within = end.min(until) - before.max(tier.from);
                tier.rate.of(within.max(Money::ZERO))
            })
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tier(from: f64, rate: f64) -> Tier {
        Tier {
            from: Money::from_f64(from).unwrap(),
            rate: Rate::from_f64(rate).unwrap(),
        }
    }

    #[test]
    fn each_part_pays_the_rate_of_its_step() {
        let fee = TieredFee::new(
            VolumeBasis::Units,
            &[tier(0.0, 0.0035), tier(300_000.0, 0.002)],
        )
        .unwrap();
        let of = |before, amount| {
            let money = |units| Money::from_f64(units).unwrap();
            fee.of(money(before), money(amount)).to_string()
        };
        assert_eq!(of(0.0, 1_000.0), "3.5");
        assert_eq!(of(299_000.0, 3_000.0), "7.5", "3.5 and 2,000 at 0.002");
        assert_eq!(of(300_000.0, 1_000.0), "2");
    }

    #[test]
    fn a_schedule_begins_at_zero_and_only_falls() {
        let sound = |steps: &[Tier]| TieredFee::new(VolumeBasis::Value, steps).is_some();
        assert!(!sound(&[]));
        assert!(!sound(&[tier(1.0, 0.1)]));
        assert!(!sound(&[tier(0.0, 0.1), tier(5.0, 0.2)]));
        assert!(!sound(&[tier(0.0, 0.1), tier(0.0, 0.05)]));
        assert!(sound(&[tier(0.0, 0.1), tier(5.0, 0.1)]));
    }
}
