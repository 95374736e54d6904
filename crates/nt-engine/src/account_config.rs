use napi_derive::napi;
use nt_core::{Code, Instrument};
use nt_trading::{
    Currencies, CurrencyCode, Financing, ForeignCurrency, InstrumentRates, Maintenance, MarginModel,
};

use crate::config::{RunConfig, choice, rate};
use crate::error::{Result, thrown};

/// What a margin account must be worth to keep its positions.
#[napi(object)]
pub struct MaintenanceSpec {
    #[napi(ts_type = "'rates' | 'scan'")]
    pub model: String,
    /// Of `rates`: the share of long and of short positions.
    pub long: Option<f64>,
    pub short: Option<f64>,
    /// Of `scan`: how far prices may move, as a share.
    pub scan: Option<RatesSpec>,
    pub netting: Option<bool>,
    pub warning: f64,
    pub buffer: f64,
    pub grace: u32,
}

/// One rate for all instruments, and those that have their own.
#[napi(object)]
pub struct RatesSpec {
    pub standard: f64,
    pub own: Vec<OwnRate>,
}

/// The rate of one instrument.
#[napi(object)]
pub struct OwnRate {
    pub instrument: String,
    pub rate: f64,
}

/// What debts and shorts cost, a year.
#[napi(object)]
pub struct FinancingSpec {
    pub debit_rate: f64,
    pub credit_rate: f64,
    pub borrow: RatesSpec,
    pub day_count: u32,
}

/// The currencies of a run beside that of the account.
#[napi(object)]
pub struct CurrenciesSpec {
    pub foreign: Vec<ForeignCurrencySpec>,
    /// The currency of each instrument that is not in that of the account.
    pub of: Vec<InstrumentCurrency>,
    pub convert_fills: bool,
    pub cost: f64,
}

/// A currency and the instrument whose price is its rate.
#[napi(object)]
pub struct ForeignCurrencySpec {
    pub code: String,
    pub rate: String,
    pub inverse: bool,
}

/// The currency of one instrument.
#[napi(object)]
pub struct InstrumentCurrency {
    pub instrument: String,
    pub code: String,
}

/// The currencies of a run.
pub fn currencies(config: &RunConfig, instruments: &[Instrument]) -> Result<Currencies> {
    let Some(spec) = &config.currencies else {
        return Ok(Currencies::default());
    };
    let foreign = spec.foreign.iter().map(|currency| {
        Ok(ForeignCurrency {
            code: code(&currency.code)?,
            rate: index_of("currencies.rates", &currency.rate, instruments)?,
            inverse: currency.inverse,
        })
    });
    let foreign = foreign.collect::<Result<Vec<_>>>()?;
    let mut of = vec![None; instruments.len()];
    for named in &spec.of {
        let index = index_of("currencies.of", &named.instrument, instruments)?;
        let code = code(&named.code)?;
        let place = foreign.iter().position(|currency| currency.code == code);
        let place = place.ok_or_else(|| without_rate(named))?;
        of[index as usize] = Some(place as u8);
    }
    Ok(Currencies {
        foreign,
        of,
        convert_fills: spec.convert_fills,
        cost: rate("currencies.conversionCost", spec.cost)?,
    })
}

fn without_rate(named: &InstrumentCurrency) -> crate::error::Error {
    let InstrumentCurrency { instrument, code } = named;
    let message = format!(
        "{instrument} is in {code}, which has no rate: name the instrument that is its rate in currencies.rates"
    );
    thrown(nt_core::Error::new(Code::InvalidArgument, message).with("field", "currencies.of"))
}

fn code(text: &str) -> Result<CurrencyCode> {
    CurrencyCode::new(text).ok_or_else(|| {
        let message = format!("\"{text}\" is no currency: give up to eight letters or digits");
        thrown(nt_core::Error::new(Code::InvalidArgument, message).with("field", "currencies"))
    })
}

/// The maintenance margin of a run, if it has any.
pub fn maintenance(config: &RunConfig, instruments: &[Instrument]) -> Result<Option<Maintenance>> {
    let Some(spec) = &config.maintenance else {
        return Ok(None);
    };
    let is_scan = choice(
        "margin.model",
        &spec.model,
        &[("rates", false), ("scan", true)],
    )?;
    let model = match (is_scan, &spec.scan) {
        (true, Some(scan)) => MarginModel::Scan {
            range: rates("margin.scan", scan, instruments)?,
            netting: spec.netting.unwrap_or(true),
        },
        _ => MarginModel::Rates {
            long: rate("margin.maintenance", spec.long.unwrap_or_default())?,
            short: rate("margin.maintenance", spec.short.unwrap_or_default())?,
        },
    };
    Ok(Some(Maintenance {
        model,
        warning: rate("margin.warning", spec.warning)?,
        buffer: rate("margin.buffer", spec.buffer)?,
        grace: spec.grace,
    }))
}

/// What debts and shorts cost in a run, if anything.
pub fn financing(config: &RunConfig, instruments: &[Instrument]) -> Result<Option<Financing>> {
    let Some(spec) = &config.financing else {
        return Ok(None);
    };
    Ok(Some(Financing {
        debit: rate("financing.debitRate", spec.debit_rate)?,
        credit: rate("financing.creditRate", spec.credit_rate)?,
        borrow: rates("financing.borrowRate", &spec.borrow, instruments)?,
        day_count: u16::try_from(spec.day_count).unwrap_or(u16::MAX),
    }))
}

fn rates(
    field: &'static str,
    spec: &RatesSpec,
    instruments: &[Instrument],
) -> Result<InstrumentRates> {
    let own = spec.own.iter().map(|own| {
        let index = index_of(field, &own.instrument, instruments)?;
        Ok((index, rate(field, own.rate)?))
    });
    Ok(InstrumentRates {
        standard: rate(field, spec.standard)?,
        own: own.collect::<Result<_>>()?,
    })
}

fn index_of(field: &'static str, id: &str, instruments: &[Instrument]) -> Result<u32> {
    let index = instruments.iter().position(|it| it.id() == id);
    index.map(|index| index as u32).ok_or_else(|| {
        let ids: Vec<&str> = instruments.iter().map(Instrument::id).collect();
        let message = format!(
            "{field} names \"{id}\": the instruments of the run are {}",
            ids.join(", ")
        );
        thrown(nt_core::Error::new(Code::InvalidArgument, message).with("field", field))
    })
}
