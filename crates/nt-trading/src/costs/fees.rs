use nt_core::{Instrument, Money, Rate};

use super::fee_limits::FeeLimits;
use super::maker_taker::MakerTakerFee;
use super::month_volume::MonthVolume;
use super::per_unit::{PerUnitFee, units_of};
use super::plain::PlainFee;
use super::sale_charges::SaleCharges;
use super::tiered::{TieredFee, VolumeBasis};

/// How a fill is charged, before limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::large_enum_variant,
    reason = "a run has one, and a plain fee must not sit behind a pointer"
)]
pub enum FeeModel {
    /// A share of the value, and an amount per fill.
    Plain(PlainFee),
    /// An amount per unit.
    PerUnit(PerUnitFee),
    /// A share of the value by liquidity.
    MakerTaker(MakerTakerFee),
    /// By the volume of the month.
    Tiered(TieredFee),
}

impl Default for FeeModel {
    fn default() -> Self {
        Self::Plain(PlainFee::default())
    }
}

/// The fees of an account: a model, limits per order and what sales cost on top.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fees {
    /// How each fill is charged.
    pub model: FeeModel,
    /// Least and most per order.
    pub limits: Option<FeeLimits>,
    /// Charged on sales on top.
    pub sales: Option<SaleCharges>,
}

/// One fill, or a part of one, to be charged.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// What is traded.
    pub instrument: &'a Instrument,
    /// Signed lots: negative sells.
    pub lots: i64,
    /// Its value; the sign is ignored.
    pub notional: Money,
}

/// What the fee of a part depends on besides the part. Borrowed: most fees depend on none of it.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// Whether it takes liquidity.
    pub takes: bool,
    /// Traded this month before it.
    pub month: &'a MonthVolume,
    /// What the order has filled and paid before it.
    pub so_far: &'a OrderCharge,
}

impl Default for Terms<'_> {
    /// The first part of a market order in a month without trades.
    fn default() -> Self {
        Self {
            takes: true,
            month: &MonthVolume::NONE,
            so_far: &OrderCharge::NONE,
        }
    }
}

impl OrderCharge {
    /// Of an order that has not filled.
    pub const NONE: Self = Self {
        value: Money::ZERO,
        unlimited: Money::ZERO,
        charged: Money::ZERO,
    };
}

/// What an order has filled and paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrderCharge {
    value: Money,
    unlimited: Money,
    charged: Money,
}

impl Fees {
    /// A share of the value of each fill and an amount per fill.
    #[must_use]
    pub fn plain(rate: Rate, per_fill: Money) -> Self {
        Self {
            model: FeeModel::Plain(PlainFee { rate, per_fill }),
            ..Self::default()
        }
    }

    /// The rate and the amount per fill, where there is nothing else to them.
    #[must_use]
    pub const fn as_plain(&self) -> Option<PlainFee> {
        match self {
            Self {
                model: FeeModel::Plain(plain),
                limits: None,
                sales: None,
            } => Some(*plain),
            _ => None,
        }
    }

    /// The fee of a part: never negative, and never falling with its lots.
    #[must_use]
    #[inline]
    pub fn of(&self, part: &Part<'_>, terms: Terms<'_>) -> Money {
        match &self.model {
            FeeModel::Plain(plain) if self.limits.is_none() && self.sales.is_none() => {
                plain.of(part.notional.abs())
            }
            _ => self.limited(part, terms),
        }
    }

    #[inline(never)]
    fn limited(&self, part: &Part<'_>, terms: Terms<'_>) -> Money {
        let commission = self.after(part, terms).charged - terms.so_far.charged;
        let sale = self
            .sales
            .filter(|_| part.lots < 0)
            .map(|sales| sales.of(part.notional.abs(), units_of(part.instrument, part.lots)));
        commission + sale.unwrap_or_default()
    }

    /// What the order has filled and paid with this part.
    #[must_use]
    pub fn after(&self, part: &Part<'_>, terms: Terms<'_>) -> OrderCharge {
        let OrderCharge {
            value, unlimited, ..
        } = *terms.so_far;
        let value = value + part.notional.abs();
        let unlimited = unlimited + self.unlimited(part, terms);
        OrderCharge {
            value,
            unlimited,
            charged: self
                .limits
                .map_or(unlimited, |limits| limits.apply(unlimited, value)),
        }
    }

    fn unlimited(&self, part: &Part<'_>, terms: Terms<'_>) -> Money {
        let value = part.notional.abs();
        let units = || units_of(part.instrument, part.lots);
        match &self.model {
            FeeModel::Plain(fee) => fee.of(value),
            FeeModel::PerUnit(fee) => fee.of(units()),
            FeeModel::MakerTaker(fee) => fee.of(value, terms.takes),
            FeeModel::Tiered(fee) => {
                let amount = match fee.basis {
                    VolumeBasis::Units => Money::from_raw(units()),
                    VolumeBasis::Value => value,
                };
                fee.of(terms.month.by(fee.basis), amount)
            }
        }
    }

    /// The amount per fill, where the model has one.
    #[must_use]
    pub const fn per_fill(&self) -> Money {
        match self.model {
            FeeModel::Plain(PlainFee { per_fill, .. }) => per_fill,
            _ => Money::ZERO,
        }
    }

    /// Whether the fee of a fill is a share of its value and a fixed amount, and nothing else.
    pub(crate) const fn is_linear(&self) -> bool {
        matches!(self.model, FeeModel::Plain(_)) && self.limits.is_none() && self.sales.is_none()
    }

    /// Whether later fees depend on a fill.
    pub(crate) const fn remembers(&self) -> bool {
        self.limits.is_some() || self.counts_volume()
    }

    /// Whether the volume of the month must be kept.
    pub(crate) const fn counts_volume(&self) -> bool {
        matches!(self.model, FeeModel::Tiered(_))
    }

    /// Share of the value that the fee comes to at about so many billionths per unit: a first guess
    /// only.
    pub(crate) fn guessed_rate(&self, price: f64) -> f64 {
        match &self.model {
            FeeModel::Plain(fee) => fee.rate.to_f64(),
            FeeModel::PerUnit(fee) => fee.per_unit.raw_to_f64() / price,
            FeeModel::MakerTaker(fee) => fee.taker.to_f64(),
            FeeModel::Tiered(_) => 0.0,
        }
    }

    /// What is out of range, by the name of its option.
    pub(super) fn fault(&self) -> Option<(&'static str, String)> {
        let limits = self.limits.unwrap_or_default();
        let sales = self.sales.unwrap_or_default();
        let mut shares = vec![
            (
                "fees.maximumShare",
                limits.maximum_share.unwrap_or_default(),
            ),
            ("fees.saleRate", sales.rate),
        ];
        let mut amounts = vec![
            ("fees.minimum", limits.minimum),
            ("fees.maximum", limits.maximum.unwrap_or_default()),
            ("fees.salePerUnit", sales.per_unit),
            (
                "fees.salePerUnitMaximum",
                sales.per_unit_maximum.unwrap_or_default(),
            ),
        ];
        match self.model {
            FeeModel::Plain(fee) => {
                shares.push(("feeRate", fee.rate));
                amounts.push(("feePerOrder", fee.per_fill));
            }
            FeeModel::PerUnit(fee) => amounts.push(("fees.perUnit", fee.per_unit)),
            FeeModel::MakerTaker(fee) => {
                shares.extend([("fees.maker", fee.maker), ("fees.taker", fee.taker)]);
            }
            FeeModel::Tiered(_) => {}
        }
        shares
            .into_iter()
            .find_map(|(name, rate)| super::share_fault(name, rate))
            .or_else(|| {
                amounts
                    .into_iter()
                    .find_map(|(name, amount)| super::amount_fault(name, amount))
            })
    }
}
