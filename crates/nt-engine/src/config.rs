use napi_derive::napi;
use nt_backtest::CloseAtEnd;
use nt_core::{Code, Instrument, Money, Rate, Scale};
use nt_trading::{
    AccountKind, Config, FillPolicy, FixedFeeSizing, Kernel, LimitFill, Matching, QueueRules,
    RiskLimits, Ruin, SameBarExit, Sizing,
};

use crate::costs_config::{FeeSpec, SlippageSpec, costs};
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
    /// Instead of a plain rate and amount per fill.
    pub fees: Option<FeeSpec>,
    pub spread: f64,
    pub slippage: f64,
    /// Instead of a share of the price.
    pub slippage_model: Option<SlippageSpec>,
    /// Share of a bar's volume that can be filled; absent is no limit.
    pub max_volume_share: Option<f64>,
    #[napi(ts_type = "'next-open' | 'this-close' | 'quote' | 'this-quote'")]
    pub fill_policy: String,
    #[napi(ts_type = "'at-decision' | 'at-fill'")]
    pub sizing: String,
    #[napi(ts_type = "'per-fill' | 'per-unit'")]
    pub fixed_fee_sizing: String,
    #[napi(ts_type = "'path' | 'queue'")]
    pub matching: String,
    pub hedging: bool,
    pub exclusive_orders: bool,
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
    let close = choice(
        "closeAtEnd",
        &config.close_at_end,
        &[
            ("no", CloseAtEnd::No),
            ("last-close", CloseAtEnd::LastClose),
            ("last-open", CloseAtEnd::LastOpen),
        ],
    )?;
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
        account: choice(
            "account",
            &config.account,
            &[("cash", AccountKind::Cash), ("margin", AccountKind::Margin)],
        )?,
        margin: rate("margin", config.margin)?,
        costs: costs(config)?,
        fill_policy: choice(
            "fillPolicy",
            &config.fill_policy,
            &[
                ("next-open", FillPolicy::NextOpen),
                ("this-close", FillPolicy::ThisClose),
                ("quote", FillPolicy::NextOpen),
                ("this-quote", FillPolicy::ThisClose),
            ],
        )?,
        sizing: choice(
            "sizing",
            &config.sizing,
            &[
                ("at-decision", Sizing::AtDecision),
                ("at-fill", Sizing::AtFill),
            ],
        )?,
        fixed_fee_sizing: choice(
            "fixedFeeSizing",
            &config.fixed_fee_sizing,
            &[
                ("per-fill", FixedFeeSizing::PerFill),
                ("per-unit", FixedFeeSizing::PerUnit),
            ],
        )?,
        matching: matching(config)?,
        limit_fill: choice(
            "limitFill",
            &config.limit_fill,
            &[("through", LimitFill::Through), ("touch", LimitFill::Touch)],
        )?,
        same_bar_exit: choice(
            "sameBarExit",
            &config.same_bar_exit,
            &[
                ("pessimistic", SameBarExit::Pessimistic),
                ("deferred", SameBarExit::Deferred),
            ],
        )?,
        ruin: choice(
            "ruin",
            &config.ruin,
            &[("debt", Ruin::Debt), ("zero", Ruin::Zero)],
        )?,
        limits: limits(&config.limits, instruments)?,
    })
}

/// How orders are matched; what only the queue can do is refused elsewhere.
fn matching(config: &RunConfig) -> Result<Matching> {
    let rules = QueueRules {
        hedging: config.hedging,
        exclusive: config.exclusive_orders,
    };
    let choices = [("path", Matching::Path), ("queue", Matching::Queue(rules))];
    let matching = choice("matching", &config.matching, &choices)?;
    if matching == Matching::Path && rules != QueueRules::default() {
        let field = if rules.hedging {
            "hedging"
        } else {
            "exclusiveOrders"
        };
        let message = format!("{field} is true: give the profile backtesting.py with it");
        return Err(thrown(
            nt_core::Error::new(Code::InvalidArgument, message).with("field", field),
        ));
    }
    Ok(matching)
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

/// The value a word stands for; an unknown word is an error, never a default.
pub fn choice<T: Copy>(field: &'static str, word: &str, choices: &[(&str, T)]) -> Result<T> {
    choices
        .iter()
        .find(|(name, _)| *name == word)
        .map(|&(_, value)| value)
        .ok_or_else(|| {
            let names: Vec<&str> = choices.iter().map(|&(name, _)| name).collect();
            let message = format!("{field} is \"{word}\": give {}", names.join(" or "));
            thrown(nt_core::Error::new(Code::InvalidArgument, message).with("field", field))
        })
}

pub fn money(field: &'static str, value: f64) -> Result<Money> {
    Money::from_f64(value).ok_or_else(|| out_of_range(field, value, "an amount within ±1e18"))
}

pub fn rate(field: &'static str, value: f64) -> Result<Rate> {
    Rate::from_f64(value).ok_or_else(|| out_of_range(field, value, "a fraction within ±1000"))
}

fn out_of_range(field: &'static str, value: f64, remedy: &str) -> crate::error::Error {
    let message = format!("{field} is {value}: give {remedy}");
    thrown(nt_core::Error::new(Code::InvalidArgument, message).with("field", field))
}
