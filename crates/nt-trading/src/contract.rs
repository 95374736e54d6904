//! How the log writes down what an instrument is.

use nt_core::{
    Instrument, InstrumentKind, InstrumentTerms, Money, Multiplier, OptionRight, Rate, Result,
};

use crate::{Record, RecordKind};

/// The number of a kind; an option has one for each right.
const fn code_of(kind: InstrumentKind) -> u8 {
    match kind {
        InstrumentKind::Equity => 0,
        InstrumentKind::Etf => 1,
        InstrumentKind::Fx => 2,
        InstrumentKind::Crypto => 3,
        InstrumentKind::Perpetual => 4,
        InstrumentKind::Future => 5,
        InstrumentKind::Option {
            right: OptionRight::Call,
            ..
        } => 6,
        InstrumentKind::Option {
            right: OptionRight::Put,
            ..
        } => 7,
    }
}

const fn strike_of(kind: InstrumentKind) -> i64 {
    match kind {
        InstrumentKind::Option { strike, .. } => strike,
        _ => 0,
    }
}

/// The kind that a contract record states.
const fn kind_of(record: &Record) -> Option<InstrumentKind> {
    let strike = record.price;
    Some(match record.detail {
        0 => InstrumentKind::Equity,
        1 => InstrumentKind::Etf,
        2 => InstrumentKind::Fx,
        3 => InstrumentKind::Crypto,
        4 => InstrumentKind::Perpetual,
        5 => InstrumentKind::Future,
        6 => InstrumentKind::Option {
            right: OptionRight::Call,
            strike,
        },
        7 => InstrumentKind::Option {
            right: OptionRight::Put,
            strike,
        },
        _ => return None,
    })
}

/// The kind of instrument that a contract record states, with the right of an option, in words.
pub(crate) const fn kind_words(record: &Record) -> &'static str {
    match kind_of(record) {
        Some(InstrumentKind::Option {
            right: OptionRight::Call,
            ..
        }) => "call option",
        Some(InstrumentKind::Option {
            right: OptionRight::Put,
            ..
        }) => "put option",
        Some(kind) => kind.name(),
        None => "unknown",
    }
}

/// The terms of an instrument as the log states them: what its listing demands, then what it is.
pub(crate) fn listing_records(index: u32, terms: &InstrumentTerms) -> [Record; 2] {
    let rules = Record {
        instrument: index,
        quantity: terms.min_quantity,
        price: terms.tick_size,
        stop: terms.lot_size,
        money: terms.min_notional,
        ..Record::new(0, 0, RecordKind::InstrumentRules)
    };
    let contract = Record {
        instrument: index,
        detail: code_of(terms.kind),
        quantity: terms.multiplier.billionths(),
        price: strike_of(terms.kind),
        stop: terms.expiry.unwrap_or_default(),
        money: Money::from_raw(terms.margin.map_or(0, |margin| margin.raw().into())),
        ..Record::new(0, 0, RecordKind::InstrumentContract)
    };
    [rules, contract]
}

/// An instrument with what one of its two records of terms adds to it; `None` where the record does
/// not make sense.
pub(crate) fn with_record(instrument: &Instrument, record: &Record) -> Option<Result<Instrument>> {
    let so_far = instrument
        .terms()
        .cloned()
        .unwrap_or_else(|| InstrumentTerms::new(InstrumentKind::Equity));
    let terms = match record.kind {
        RecordKind::InstrumentRules => InstrumentTerms {
            min_quantity: record.quantity,
            tick_size: record.price,
            lot_size: record.stop,
            min_notional: record.money,
            ..so_far
        },
        RecordKind::InstrumentContract => InstrumentTerms {
            kind: kind_of(record)?,
            multiplier: Multiplier::from_billionths(record.quantity)?,
            expiry: Some(record.stop).filter(|&expiry| expiry != 0),
            margin: match i64::try_from(record.money.raw()).ok()? {
                0 => None,
                margin => Some(Rate::from_raw(margin)),
            },
            ..so_far
        },
        _ => return None,
    };
    Some(instrument.clone().with_terms(terms))
}
