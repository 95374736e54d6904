use napi::bindgen_prelude::{AsyncTask, BigInt64Array, Uint8Array, Uint32Array};
use napi::{Env, Task};
use napi_derive::napi;
use nt_core::Instrument;
use nt_trading::{Description, EventLog, LogColumns, Stated, Verdict};

use crate::error::{Result, thrown};

/// Records of a log as columns; texts are empty where a record has no such value.
#[napi(object, object_from_js = false)]
pub struct LogTable {
    pub time: BigInt64Array,
    pub step: Uint32Array,
    pub kind: Uint8Array,
    pub instrument: Uint32Array,
    pub order: Uint32Array,
    pub event: Vec<String>,
    pub order_type: Vec<String>,
    pub side: Vec<String>,
    pub quantity: Vec<String>,
    pub price: Vec<String>,
    pub stop: Vec<String>,
    pub money: Vec<String>,
    pub money_name: Vec<String>,
    pub reason: Vec<String>,
    pub text: Vec<String>,
}

/// Tells the records of one log.
#[napi]
pub struct LogReader {
    instruments: Vec<Instrument>,
}

#[napi]
impl LogReader {
    /// Learns the instruments from the bytes of a log; `ids` are their identifiers in order.
    #[napi(constructor)]
    pub fn new(bytes: Uint8Array, ids: Vec<String>) -> Self {
        Self {
            instruments: nt_trading::log_instruments(&bytes, &ids),
        }
    }

    /// Decodes whole records, any part of the log.
    #[napi]
    pub fn table(&self, bytes: Uint8Array) -> LogTable {
        let columns = LogColumns::of(&bytes, &self.instruments);
        let texts = |of: fn(&Description) -> &str| {
            let described = columns.described.iter();
            described.map(|it| of(it).to_owned()).collect()
        };
        LogTable {
            event: texts(|it| it.event),
            order_type: texts(|it| it.order_type),
            side: texts(|it| it.side),
            quantity: texts(|it| &it.quantity),
            price: texts(|it| &it.price),
            stop: texts(|it| &it.stop),
            money: texts(|it| &it.money),
            money_name: texts(|it| it.money_name),
            reason: texts(|it| it.reason),
            text: texts(|it| &it.text),
            time: BigInt64Array::new(columns.time),
            step: Uint32Array::new(columns.step),
            kind: Uint8Array::new(columns.kind),
            instrument: Uint32Array::new(columns.instrument),
            order: Uint32Array::new(columns.order),
        }
    }
}

/// The words of every kind of event, in the order of their numbers.
#[napi]
pub fn log_events() -> Vec<String> {
    nt_trading::event_names()
        .into_iter()
        .map(str::to_owned)
        .collect()
}

/// Version of the records that this engine writes and reads.
#[napi]
pub const fn log_schema() -> u32 {
    nt_trading::LOG_SCHEMA as u32
}

/// Four bytes a record that say later at which one a log was damaged.
#[napi]
pub fn log_checks(bytes: Uint8Array) -> Result<AsyncTask<Checks>> {
    let log = EventLog::from_bytes(&bytes).map_err(thrown)?;
    Ok(AsyncTask::new(Checks(log)))
}

pub struct Checks(EventLog);

impl Task for Checks {
    type Output = Vec<u8>;
    type JsValue = Uint8Array;

    fn compute(&mut self) -> napi::Result<Vec<u8>> {
        Ok(self.0.checks())
    }

    fn resolve(&mut self, _env: Env, checks: Vec<u8>) -> napi::Result<Uint8Array> {
        Ok(Uint8Array::new(checks))
    }
}

/// What a log is checked against.
#[napi(object)]
pub struct StatedLog {
    pub ids: Vec<String>,
    pub records: u32,
    pub hash: String,
    pub checks: Uint8Array,
}

/// How often an event happened.
#[napi(object, object_from_js = false)]
pub struct EventCount {
    pub event: String,
    pub count: f64,
}

/// The position in an instrument, in units, as exact decimals.
#[napi(object, object_from_js = false)]
pub struct FoldedPosition {
    pub instrument: String,
    pub quantity: String,
}

/// What became of checking a log.
#[napi(object, object_from_js = false)]
pub struct LogVerdict {
    /// Number of the first damaged record, its place in bytes, and what is wrong.
    pub record: Option<f64>,
    pub offset: Option<f64>,
    pub message: Option<String>,
    pub hash: String,
    pub events: Vec<EventCount>,
    pub cash: String,
    pub fees: String,
    pub positions: Vec<FoldedPosition>,
    pub open_orders: u32,
}

/// Checks a log against what is stated of it and against its own rules.
#[napi]
pub fn verify_log(bytes: Uint8Array, stated: StatedLog) -> AsyncTask<Verification> {
    AsyncTask::new(Verification {
        bytes: bytes.to_vec(),
        checks: stated.checks.to_vec(),
        ids: stated.ids,
        records: stated.records as usize,
        hash: stated.hash,
    })
}

pub struct Verification {
    bytes: Vec<u8>,
    checks: Vec<u8>,
    ids: Vec<String>,
    records: usize,
    hash: String,
}

impl Task for Verification {
    type Output = Verdict;
    type JsValue = LogVerdict;

    fn compute(&mut self) -> napi::Result<Verdict> {
        let stated = Stated {
            records: self.records,
            hash: &self.hash,
        };
        let ids = std::mem::take(&mut self.ids);
        Ok(nt_trading::verify(&self.bytes, ids, &self.checks, &stated))
    }

    fn resolve(&mut self, _env: Env, verdict: Verdict) -> napi::Result<LogVerdict> {
        Ok(converted(verdict))
    }
}

fn converted(verdict: Verdict) -> LogVerdict {
    let ledger = verdict.state.ledger();
    let damage = verdict.damage.as_ref();
    LogVerdict {
        record: damage.map(|damage| damage.record as f64),
        offset: damage.map(|damage| damage.offset as f64),
        message: damage.map(|damage| damage.message.clone()),
        hash: verdict.hash,
        events: verdict
            .events
            .into_iter()
            .map(|(event, count)| EventCount {
                event: event.to_owned(),
                count: count as f64,
            })
            .collect(),
        cash: ledger.cash().to_string(),
        fees: ledger.fees().to_string(),
        positions: positions(ledger),
        open_orders: verdict.state.open_orders().len() as u32,
    }
}

fn positions(ledger: &nt_trading::Ledger) -> Vec<FoldedPosition> {
    let instruments = ledger.instruments().iter().enumerate();
    instruments
        .map(|(index, instrument)| {
            let lots = ledger.position(index as u32).quantity;
            let decimals = instrument.quantity_scale().decimals();
            FoldedPosition {
                instrument: instrument.id().to_owned(),
                quantity: nt_core::decimal_text(lots.into(), decimals),
            }
        })
        .collect()
}
