use napi_derive::napi;
use nt_backtest::CloseAtEnd;
use nt_core::{Code, Instrument, Money, Rate, Scale};
use nt_trading::{
    AccountKind, Config, Costs, FillPolicy, FixedFeeSizing, Kernel, LimitFill, RiskLimits, Ruin,
    SameBarExit, Sizing,
};

use crate::error::{Result, thrown};

/// The rules of a run; `packages/backtesting` documents each.
#[napi(object)]
pub struct RunConfig {
    pub cash: f64,
    #[napi(ts_type = "'cash' | 'margin'")]
    pub account: String,
    pub margin: f64,
    pub fee_rate: f64,
    pub fee_per_order: f64,
    pub spread: f64,
    pub slippage: f64,
    #[napi(ts_type = "'next-open' | 'this-close'")]
    pub fill_policy: String,
    #[napi(ts_type = "'at-decision' | 'at-fill'")]
    pub sizing: String,
    #[napi(ts_type = "'per-fill' | 'per-unit'")]
    pub fixed_fee_sizing: String,
    #[napi(ts_type = "'through' | 'touch'")]
    pub limit_fill: String,
    #[napi(ts_type = "'pessimistic' | 'deferred'")]
    pub same_bar_exit: String,
    #[napi(ts_type = "'debt' | 'zero'")]
    pub ruin: String,
    #[napi(ts_type = "'no' | 'last-close' | 'last-open'")]
    pub close_at_end: String,
    pub limits: Limits,
}

/// Limits of the risk gate, in units and money; absent is no limit.
#[napi(object)]
pub struct Limits {
    pub max_order_quantity: Option<f64>,
    pub max_order_notional: Option<f64>,
    pub max_position: Option<f64>,
    pub max_working_orders: Option<u32>,
}

/// What is traded, and the decimals of its prices and quantities.
#[napi(object)]
pub struct InstrumentSpec {
    pub id: String,
    pub price_decimals: u32,
    pub quantity_decimals: u32,
}

/// A kernel for these rules, and what it does at the end of the data.
pub fn kernel(config: &RunConfig, instruments: &[InstrumentSpec]) -> Result<(Kernel, CloseAtEnd)> {
    let instruments = instruments
        .iter()
        .map(instrument)
        .collect::<Result<Vec<_>>>()?;
    let trading = trading_config(config, &instruments)?;
    let close = match config.close_at_end.as_str() {
        "last-close" => CloseAtEnd::LastClose,
        "last-open" => CloseAtEnd::LastOpen,
        _ => CloseAtEnd::No,
    };
    Ok((Kernel::new(trading, instruments).map_err(thrown)?, close))
}

fn instrument(spec: &InstrumentSpec) -> Result<Instrument> {
    let price = Scale::new(spec.price_decimals).map_err(thrown)?;
    let quantity = Scale::new(spec.quantity_decimals).map_err(thrown)?;
    Ok(Instrument::new(spec.id.as_str(), price, quantity))
}

fn trading_config(config: &RunConfig, instruments: &[Instrument]) -> Result<Config> {
    Ok(Config {
        cash: money("cash", config.cash)?,
        account: if config.account == "cash" {
            AccountKind::Cash
        } else {
            AccountKind::Margin
        },
        margin: rate("margin", config.margin)?,
        costs: Costs {
            fee_rate: rate("feeRate", config.fee_rate)?,
            fee_per_fill: money("feePerOrder", config.fee_per_order)?,
            spread: rate("spread", config.spread)?,
            slippage: rate("slippage", config.slippage)?,
        },
        fill_policy: match config.fill_policy.as_str() {
            "this-close" => FillPolicy::ThisClose,
            _ => FillPolicy::NextOpen,
        },
        sizing: if config.sizing == "at-fill" {
            Sizing::AtFill
        } else {
            Sizing::AtDecision
        },
        fixed_fee_sizing: match config.fixed_fee_sizing.as_str() {
            "per-unit" => FixedFeeSizing::PerUnit,
            _ => FixedFeeSizing::PerFill,
        },
        limit_fill: if config.limit_fill == "touch" {
            LimitFill::Touch
        } else {
            LimitFill::Through
        },
        same_bar_exit: match config.same_bar_exit.as_str() {
            "deferred" => SameBarExit::Deferred,
            _ => SameBarExit::Pessimistic,
        },
        ruin: if config.ruin == "zero" {
            Ruin::Zero
        } else {
            Ruin::Debt
        },
        limits: limits(&config.limits, instruments)?,
    })
}

/// Quantities are limited in lots of the finest instrument, so that no limit is loosened.
fn limits(limits: &Limits, instruments: &[Instrument]) -> Result<RiskLimits> {
    let coarsest = instruments
        .iter()
        .map(Instrument::quantity_scale)
        .min_by_key(|scale| scale.decimals());
    let lots = |units: f64| coarsest.map_or(0, |scale| scale.to_integer_floor(units));
    Ok(RiskLimits {
        max_order_quantity: limits.max_order_quantity.map(lots),
        max_order_notional: limits
            .max_order_notional
            .map(|value| money("maxOrderNotional", value))
            .transpose()?,
        max_position: limits.max_position.map(lots),
        max_working_orders: limits.max_working_orders.map(|most| most as usize),
    })
}

fn money(field: &'static str, value: f64) -> Result<Money> {
    Money::from_f64(value).ok_or_else(|| out_of_range(field, value, "an amount within ±1e18"))
}

fn rate(field: &'static str, value: f64) -> Result<Rate> {
    Rate::from_f64(value).ok_or_else(|| out_of_range(field, value, "a fraction within ±1000"))
}

fn out_of_range(field: &'static str, value: f64, remedy: &str) -> crate::error::Error {
    let message = format!("{field} is {value}: give {remedy}");
    thrown(nt_core::Error::new(Code::InvalidArgument, message).with("field", field))
}
