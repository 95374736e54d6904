use napi::bindgen_prelude::{BigInt, BigInt64Array, Float64Array};
use napi_derive::napi;
use nt_backtest::{Lifecycle, Prospects};
use nt_core::{
    Code, Instrument, InstrumentKind, InstrumentTerms, Money, Multiplier, OptionRight, Scale,
};
use nt_trading::Kernel;

use crate::config::{choice, money, rate};
use crate::error::{Result, thrown};
use crate::session_spec::SessionSpec;

/// What is traded, the decimals of its prices and quantities, and its terms where it has any.
#[napi(object)]
pub struct InstrumentSpec {
    pub id: String,
    pub price_decimals: u32,
    pub quantity_decimals: u32,
    pub terms: Option<TermsSpec>,
    /// Its sessions; absent where every bar is one.
    pub sessions: Option<SessionSpec>,
}

/// What an instrument is and what its listing demands; `@neural-trader/core` documents each.
#[napi(object)]
pub struct TermsSpec {
    #[napi(ts_type = "'equity' | 'etf' | 'fx' | 'crypto' | 'perpetual' | 'future' | 'option'")]
    pub kind: String,
    pub multiplier: Option<f64>,
    pub tick_size: Option<f64>,
    pub lot_size: Option<f64>,
    pub min_quantity: Option<f64>,
    pub min_notional: Option<f64>,
    pub margin_rate: Option<f64>,
    /// Nanoseconds since the epoch, UTC.
    pub expiry: Option<BigInt>,
    pub strike: Option<f64>,
    #[napi(ts_type = "'call' | 'put'")]
    pub option_kind: Option<String>,
    pub underlying: Option<String>,
    pub settlement_price: Option<f64>,
    /// Nanoseconds since the epoch, UTC.
    pub funding_times: Option<BigInt64Array>,
    pub funding_rates: Option<Float64Array>,
}

/// The instruments of a run.
pub fn instruments(specs: &[InstrumentSpec]) -> Result<Vec<Instrument>> {
    specs.iter().map(instrument).collect()
}

/// What is due during a run of these instruments.
pub fn lifecycle(kernel: &Kernel, specs: &[InstrumentSpec]) -> Result<Lifecycle> {
    let prospects: Vec<Prospects> = specs
        .iter()
        .map(|spec| spec.terms.as_ref().map(prospects).unwrap_or_default())
        .collect();
    Lifecycle::new(kernel.ledger().instruments(), &prospects).map_err(thrown)
}

fn prospects(terms: &TermsSpec) -> Prospects {
    Prospects {
        settlement: terms.settlement_price,
        underlying: terms.underlying.clone(),
        funding_times: terms.funding_times.as_deref().unwrap_or_default().to_vec(),
        funding_rates: terms.funding_rates.as_deref().unwrap_or_default().to_vec(),
    }
}

fn instrument(spec: &InstrumentSpec) -> Result<Instrument> {
    let price = Scale::new(spec.price_decimals).map_err(thrown)?;
    let quantity = Scale::new(spec.quantity_decimals).map_err(thrown)?;
    let instrument = Instrument::new(spec.id.as_str(), price, quantity);
    let Some(terms) = &spec.terms else {
        return Ok(instrument);
    };
    let terms = terms_of(terms, price, quantity)?;
    instrument.with_terms(terms).map_err(thrown)
}

fn terms_of(spec: &TermsSpec, price: Scale, quantity: Scale) -> Result<InstrumentTerms> {
    let size = |field, value: Option<f64>, scale, default| {
        value.map_or(Ok(default), |value| exactly(field, value, scale))
    };
    Ok(InstrumentTerms {
        multiplier: Multiplier::from_f64(spec.multiplier.unwrap_or(1.0)).map_err(thrown)?,
        tick_size: size("tickSize", spec.tick_size, price, 1)?,
        lot_size: size("lotSize", spec.lot_size, quantity, 1)?,
        min_quantity: size("minQuantity", spec.min_quantity, quantity, 0)?,
        min_notional: spec
            .min_notional
            .map_or(Ok(Money::ZERO), |value| money("minNotional", value))?,
        margin: spec
            .margin_rate
            .map(|share| rate("marginRate", share))
            .transpose()?,
        expiry: spec.expiry.as_ref().map(|time| time.get_i64().0),
        ..InstrumentTerms::new(kind(spec, price)?)
    })
}

fn kind(spec: &TermsSpec, price: Scale) -> Result<InstrumentKind> {
    if spec.kind == "option" {
        let rights = [("call", OptionRight::Call), ("put", OptionRight::Put)];
        let right = spec.option_kind.as_deref().unwrap_or_default();
        return Ok(InstrumentKind::Option {
            right: choice("optionKind", right, &rights)?,
            strike: exactly("strike", spec.strike.unwrap_or_default(), price)?,
        });
    }
    choice(
        "kind",
        &spec.kind,
        &[
            ("equity", InstrumentKind::Equity),
            ("etf", InstrumentKind::Etf),
            ("fx", InstrumentKind::Fx),
            ("crypto", InstrumentKind::Crypto),
            ("perpetual", InstrumentKind::Perpetual),
            ("future", InstrumentKind::Future),
        ],
    )
}

/// A value as an integer of its scale, which must hold all of its digits.
fn exactly(field: &'static str, value: f64, scale: Scale) -> Result<i64> {
    let integer = scale.to_integer(value);
    if scale.to_float(integer).to_bits() == value.to_bits() {
        return Ok(integer);
    }
    let decimals = scale.decimals();
    let message = format!("{field} is {value}: give one of at most {decimals} decimals");
    let error = nt_core::Error::new(Code::InvalidArgument, message);
    Err(thrown(error.with("field", field)))
}
