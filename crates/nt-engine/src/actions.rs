use napi::bindgen_prelude::{BigInt, BigInt64Array, Float64Array};
use napi_derive::napi;
use nt_backtest::TimedAction;
use nt_core::{Code, Money};
use nt_trading::{Event, SplitRatio, Symbol};

use crate::config::{choice, money};
use crate::error::{Result, thrown};

/// What a company does, and when; `packages/core` documents each kind.
#[napi(object)]
pub struct ActionSpec {
    /// Index of the instrument.
    pub instrument: u32,
    /// Nanoseconds since the epoch, UTC.
    pub time: BigInt,
    #[napi(
        js_name = "type",
        ts_type = "'split' | 'cash-dividend' | 'symbol-change' | 'delisting'"
    )]
    pub kind: String,
    /// Of a split.
    pub new_shares: Option<f64>,
    /// Of a split.
    pub old_shares: Option<f64>,
    /// Of a dividend; of a delisting what is paid, absent where that is not known.
    pub amount: Option<f64>,
    /// Of a symbol change.
    pub symbol: Option<String>,
}

#[derive(Clone, Copy)]
enum Kind {
    Split,
    Dividend,
    Rename,
    Delisting,
}

/// The most money per unit that the log can hold.
const MOST_PER_UNIT: f64 = 9e9;

/// The actions of a run.
pub fn timed(specs: Option<&Vec<ActionSpec>>) -> Result<Vec<TimedAction>> {
    specs.map_or(Ok(Vec::new()), |specs| specs.iter().map(action).collect())
}

fn action(spec: &ActionSpec) -> Result<TimedAction> {
    let (time, lossless) = spec.time.get_i64();
    if !lossless {
        return Err(refused(
            "time",
            "a time is beyond 64 bits: give nanoseconds since 1970",
        ));
    }
    Ok(TimedAction {
        time,
        event: event(spec)?,
    })
}

fn event(spec: &ActionSpec) -> Result<Event> {
    let instrument = spec.instrument;
    let kinds = [
        ("split", Kind::Split),
        ("cash-dividend", Kind::Dividend),
        ("symbol-change", Kind::Rename),
        ("delisting", Kind::Delisting),
    ];
    Ok(match choice("type", &spec.kind, &kinds)? {
        Kind::Split => {
            let shares = (
                spec.new_shares.unwrap_or_default(),
                spec.old_shares.unwrap_or_default(),
            );
            let ratio = SplitRatio::from_units(shares.0, shares.1).map_err(thrown)?;
            Event::Split { instrument, ratio }
        }
        Kind::Dividend => Event::Dividend {
            instrument,
            amount: per_unit(spec.amount.unwrap_or_default())?,
        },
        Kind::Rename => {
            let text = spec.symbol.as_deref().unwrap_or_default();
            let symbol = Symbol::new(text).map_err(thrown)?;
            Event::Renamed { instrument, symbol }
        }
        Kind::Delisting => Event::Delisted {
            instrument,
            payment: spec.amount.map(per_unit).transpose()?,
        },
    })
}

fn per_unit(amount: f64) -> Result<Money> {
    if amount.abs() > MOST_PER_UNIT {
        return Err(refused(
            "amount",
            "an amount is more than nine billion per unit: correct it",
        ));
    }
    money("amount", amount)
}

fn refused(field: &'static str, message: &str) -> crate::error::Error {
    thrown(nt_core::Error::new(Code::InvalidArgument, message).with("field", field))
}

/// Of each row of a series, the shares that one share at its beginning has become; null where no split
/// falls between two bars.
#[napi]
pub fn split_factors(
    actions: Vec<ActionSpec>,
    instrument: u32,
    time: BigInt64Array,
) -> Result<Option<Float64Array>> {
    let actions = timed(Some(&actions))?;
    Ok(nt_backtest::split_factors(&actions, instrument, &time).map(Float64Array::new))
}
