use napi_derive::napi;
use nt_core::{Code, Money, Rate};
use nt_trading::costs::{
    FeeLimits, FeeModel, MakerTakerFee, PerUnitFee, PlainFee, SaleCharges, SquareRootImpact, Tier,
    TieredFee, VolumeBasis, VolumeShareImpact,
};
use nt_trading::{Costs, Fees, Slippage};

use crate::config::{RunConfig, choice, money, rate};
use crate::error::{Result, thrown};

/// A fee model, its limits per order and what sales cost on top. A plain model takes the rate and the
/// amount per fill of the run's configuration.
#[napi(object)]
pub struct FeeSpec {
    #[napi(ts_type = "'plain' | 'per-unit' | 'maker-taker' | 'tiered'")]
    pub model: String,
    pub per_unit: Option<f64>,
    pub maker: Option<f64>,
    pub taker: Option<f64>,
    #[napi(ts_type = "'units' | 'value'")]
    pub tiered_by: Option<String>,
    pub tiers: Option<Vec<FeeTier>>,
    pub minimum: Option<f64>,
    pub maximum: Option<f64>,
    pub maximum_share: Option<f64>,
    /// Whether the minimum holds where it is more than the maximum.
    pub minimum_prevails: Option<bool>,
    pub sale_rate: Option<f64>,
    pub sale_per_unit: Option<f64>,
    pub sale_per_unit_maximum: Option<f64>,
}

/// A step of a schedule: the rate from this volume of the month on.
#[napi(object)]
pub struct FeeTier {
    pub from: f64,
    pub rate: f64,
}

/// A slippage model other than a share of the price.
#[napi(object)]
pub struct SlippageSpec {
    #[napi(ts_type = "'ticks' | 'spread' | 'volume-share' | 'square-root'")]
    pub model: String,
    pub ticks: Option<f64>,
    pub spread: Option<f64>,
    pub impact: Option<f64>,
    pub limit: Option<f64>,
    pub coefficient: Option<f64>,
    pub volatility: Option<f64>,
}

/// The costs of a run.
pub fn costs(config: &RunConfig) -> Result<Costs> {
    let plain = PlainFee {
        rate: rate("feeRate", config.fee_rate)?,
        per_fill: money("feePerOrder", config.fee_per_order)?,
    };
    let share = rate("slippage", config.slippage)?;
    let max_volume_share = config
        .max_volume_share
        .map(|share| rate("maxVolumeShare", share))
        .transpose()?;
    Ok(Costs {
        fees: match &config.fees {
            None => Fees::plain(plain.rate, plain.per_fill),
            Some(spec) => fees(spec, plain)?,
        },
        spread: rate("spread", config.spread)?,
        slippage: match &config.slippage_model {
            None => Slippage::Share(share),
            Some(spec) => slippage(spec)?,
        },
        max_volume_share,
    })
}

fn fees(spec: &FeeSpec, plain: PlainFee) -> Result<Fees> {
    let kind = choice(
        "fees.model",
        &spec.model,
        &[
            ("plain", 0),
            ("per-unit", 1),
            ("maker-taker", 2),
            ("tiered", 3),
        ],
    )?;
    let model = match kind {
        0 => FeeModel::Plain(plain),
        1 => FeeModel::PerUnit(PerUnitFee {
            per_unit: amount("fees.perUnit", spec.per_unit)?,
        }),
        2 => FeeModel::MakerTaker(MakerTakerFee {
            maker: share("fees.maker", spec.maker)?,
            taker: share("fees.taker", spec.taker)?,
        }),
        _ => FeeModel::Tiered(tiered(spec)?),
    };
    Ok(Fees {
        model,
        limits: limits(spec)?,
        sales: sales(spec)?,
    })
}

fn tiered(spec: &FeeSpec) -> Result<TieredFee> {
    let basis = choice(
        "fees.by",
        spec.tiered_by.as_deref().unwrap_or("units"),
        &[("units", VolumeBasis::Units), ("value", VolumeBasis::Value)],
    )?;
    let tiers = spec
        .tiers
        .iter()
        .flatten()
        .map(|tier| {
            Ok(Tier {
                from: money("fees.tiers", tier.from)?,
                rate: rate("fees.tiers", tier.rate)?,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    TieredFee::new(basis, &tiers).ok_or_else(|| {
        let message = "fees.tiers do not ascend: give 1 to 8 steps, the first from 0, each from more \
                       and at no higher rate than the one before";
        thrown(nt_core::Error::new(Code::InvalidArgument, message).with("field", "fees.tiers"))
    })
}

fn limits(spec: &FeeSpec) -> Result<Option<FeeLimits>> {
    let limits = FeeLimits {
        minimum: amount("fees.minimum", spec.minimum)?,
        maximum: spec
            .maximum
            .map(|most| money("fees.maximum", most))
            .transpose()?,
        maximum_share: spec
            .maximum_share
            .map(|most| rate("fees.maximumShare", most))
            .transpose()?,
        minimum_prevails: spec.minimum_prevails.unwrap_or_default(),
    };
    Ok((limits != FeeLimits::default()).then_some(limits))
}

fn sales(spec: &FeeSpec) -> Result<Option<SaleCharges>> {
    let sales = SaleCharges {
        rate: share("fees.saleRate", spec.sale_rate)?,
        per_unit: amount("fees.salePerUnit", spec.sale_per_unit)?,
        per_unit_maximum: spec
            .sale_per_unit_maximum
            .map(|most| money("fees.salePerUnitMaximum", most))
            .transpose()?,
    };
    Ok((sales != SaleCharges::default()).then_some(sales))
}

fn slippage(spec: &SlippageSpec) -> Result<Slippage> {
    let kind = choice(
        "slippage.model",
        &spec.model,
        &[
            ("ticks", 0),
            ("spread", 1),
            ("volume-share", 2),
            ("square-root", 3),
        ],
    )?;
    Ok(match kind {
        0 => Slippage::Ticks(spec.ticks.unwrap_or_default() as i64),
        1 => Slippage::HalfSpread(share("slippage.spread", spec.spread)?),
        2 => Slippage::VolumeShare(VolumeShareImpact {
            impact: share("slippage.impact", spec.impact)?,
            limit: share("slippage.limit", spec.limit)?,
        }),
        _ => Slippage::SquareRoot(SquareRootImpact {
            coefficient: share("slippage.coefficient", spec.coefficient)?,
            volatility: share("slippage.volatility", spec.volatility)?,
        }),
    })
}

fn amount(field: &'static str, value: Option<f64>) -> Result<Money> {
    money(field, value.unwrap_or_default())
}

fn share(field: &'static str, value: Option<f64>) -> Result<Rate> {
    rate(field, value.unwrap_or_default())
}
