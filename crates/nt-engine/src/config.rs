use napi_derive::napi;
use nt_backtest::CloseAtEnd;
use nt_core::{Code, Instrument, Money, Rate};
use nt_trading::{
    AccountKind, Config, FillPolicy, FillSource, Kernel, LimitFill, Matching, QueueRules,
    RiskLimits, Ruin, Sizing, StopRule, TargetSizing,
};

use crate::account_config::{
    CurrenciesSpec, FinancingSpec, MaintenanceSpec, currencies, financing, maintenance,
};
use crate::actions::ActionSpec;
use crate::costs_config::{FeeSpec, SlippageSpec, costs};
use crate::error::{Result, thrown};
use crate::instrument::InstrumentSpec;
use crate::session_spec::sessions_of;

/// The rules of a run; `packages/backtesting` documents each.
#[napi(object)]
pub struct RunConfig {
    pub cash: f64,
    #[napi(ts_type = "'cash' | 'margin'")]
    pub account: String,
    pub margin: f64,
    /// Absent asks nothing of the account.
    pub maintenance: Option<MaintenanceSpec>,
    /// Absent is nothing.
    pub financing: Option<FinancingSpec>,
    /// Business days until sales settle; absent is at once.
    pub settlement_days: Option<u32>,
    /// Absent: every instrument is in the currency of the account.
    pub currencies: Option<CurrenciesSpec>,
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
    #[napi(ts_type = "'next-open' | 'this-close' | 'quote' | 'next-quote' | 'this-quote'")]
    pub fill_policy: String,
    /// Whether a model of the caller gives the fills.
    pub gives_fills: Option<bool>,
    #[napi(ts_type = "'at-decision' | 'at-fill'")]
    pub sizing: String,
    #[napi(ts_type = "'within-share' | 'step-down'")]
    pub target_sizing: String,
    pub cash_reserve: f64,
    pub minimum_order_margin: f64,
    #[napi(ts_type = "'path' | 'queue'")]
    pub matching: String,
    pub hedging: bool,
    pub exclusive_orders: bool,
    #[napi(ts_type = "'through' | 'touch' | 'cross'")]
    pub limit_fill: String,
    #[napi(ts_type = "'path' | 'close'")]
    pub stop_rule: String,
    #[napi(ts_type = "'debt' | 'zero'")]
    pub ruin: String,
    #[napi(ts_type = "'no' | 'last-close' | 'last-open'")]
    pub close_at_end: String,
    /// Whether a dividend lowers the limits of waiting buys and the stops of waiting sells.
    pub adjust_orders_for_dividends: Option<bool>,
    /// What companies do during the run.
    pub actions: Option<Vec<ActionSpec>>,
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

/// A kernel for these rules, and what it does at the end of the data.
pub fn kernel(config: &RunConfig, specs: &[InstrumentSpec]) -> Result<(Kernel, CloseAtEnd)> {
    let sessions = specs
        .iter()
        .map(|spec| sessions_of(spec.sessions.as_ref()))
        .collect::<Result<Vec<_>>>()?;
    let instruments = crate::instrument::instruments(specs)?;
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
    let kernel = Kernel::new(trading, instruments).map_err(thrown)?;
    Ok((kernel.with_sessions(sessions), close))
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
        maintenance: maintenance(config, instruments)?,
        financing: financing(config, instruments)?,
        settlement_days: config.settlement_days.unwrap_or_default(),
        currencies: currencies(config, instruments)?,
        costs: costs(config)?,
        fill_policy: choice(
            "fillPolicy",
            &config.fill_policy,
            &[
                ("next-open", FillPolicy::NextOpen),
                ("this-close", FillPolicy::ThisClose),
                ("quote", FillPolicy::Quote),
                ("next-quote", FillPolicy::NextOpen),
                ("this-quote", FillPolicy::ThisClose),
            ],
        )?,
        fills: if config.gives_fills == Some(true) {
            FillSource::Given
        } else {
            FillSource::Bars
        },
        sizing: choice(
            "sizing",
            &config.sizing,
            &[
                ("at-decision", Sizing::AtDecision),
                ("at-fill", Sizing::AtFill),
            ],
        )?,
        target_sizing: choice(
            "targetSizing",
            &config.target_sizing,
            &[
                ("within-share", TargetSizing::WithinShare),
                ("step-down", TargetSizing::StepDown),
            ],
        )?,
        cash_reserve: rate("cashReserve", config.cash_reserve)?,
        minimum_order_margin: rate("minimumOrderMargin", config.minimum_order_margin)?,
        matching: matching(config)?,
        hedging: config.hedging,
        limit_fill: choice(
            "limitFill",
            &config.limit_fill,
            &[
                ("through", LimitFill::Through),
                ("touch", LimitFill::Touch),
                ("cross", LimitFill::Cross),
            ],
        )?,
        stop_rule: choice(
            "stopRule",
            &config.stop_rule,
            &[("path", StopRule::Path), ("close", StopRule::Close)],
        )?,
        ruin: choice(
            "ruin",
            &config.ruin,
            &[("debt", Ruin::Debt), ("zero", Ruin::Zero)],
        )?,
        adjust_orders_for_dividends: config.adjust_orders_for_dividends.unwrap_or(false),
        limits: limits(&config.limits, instruments)?,
    })
}

/// How orders are matched; what only the queue can do is refused elsewhere.
fn matching(config: &RunConfig) -> Result<Matching> {
    let exclusive = config.exclusive_orders;
    let queue = Matching::Queue(QueueRules { exclusive });
    let choices = [("path", Matching::Path), ("queue", queue)];
    let matching = choice("matching", &config.matching, &choices)?;
    if matching == Matching::Path && exclusive {
        let field = "exclusiveOrders";
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
