//! What a log cannot say of the terms, the end and the funding of an instrument.

use nt_core::{Code, Money};
use nt_trading::{LOG_SCHEMA, Record, RecordKind, State};

fn record(kind: RecordKind, quantity: i64, price: i64, stop: i64) -> Record {
    Record {
        quantity,
        price,
        stop,
        ..Record::new(0, 0, kind)
    }
}

fn rules() -> Record {
    record(RecordKind::InstrumentRules, 0, 25, 1)
}

/// A perpetual of which a contract is 50.
fn perpetual() -> Record {
    Record {
        detail: 4,
        ..record(RecordKind::InstrumentContract, 50_000_000_000, 0, 0)
    }
}

/// An account that holds three contracts at 100.00.
fn holding() -> Vec<Record> {
    let ordered = |record: Record| Record { order: 1, ..record };
    vec![
        Record {
            money: Money::from_raw(1_000_000_000_000),
            ..record(RecordKind::Opened, LOG_SCHEMA, 0, 0)
        },
        record(RecordKind::Instrument, 0, 2, 0),
        rules(),
        perpetual(),
        ordered(record(RecordKind::OrderSubmitted, 3, 0, 0)),
        Record {
            detail: 1,
            ..ordered(record(RecordKind::OrderFilled, 3, 10_000, 0))
        },
    ]
}

fn funding(held: i64, money: i64) -> Record {
    Record {
        money: Money::from_raw(money.into()),
        ..record(RecordKind::FundingPaid, held, 10_200, 1_000_000_000)
    }
}

fn state(records: &[Record]) -> nt_core::Result<State> {
    let mut state = State::new(vec!["P.XTST".to_owned()]);
    for record in records {
        state.take(record)?;
    }
    Ok(state)
}

#[test]
fn funding_and_settlement_move_cash() {
    let state = |then: &[Record]| state(&[&holding()[..], then].concat()).unwrap();
    let cash = |then: &[Record]| state(then).ledger().cash().to_string();
    assert_eq!(cash(&[]), "1000");
    // 0.1 % of 3 * 50 * 102.
    let funded = funding(3, -15_300_000_000);
    assert_eq!(cash(&[funded]), "984.7");
    let settled = record(RecordKind::Settled, -3, 10_200, 0);
    assert_eq!(cash(&[funded, settled]), "1284.7");
    assert_eq!(state(&[settled]).ledger().position(0).quantity, 0);
}

#[test]
fn what_cannot_have_happened_is_damage() {
    let elsewhere = |record: Record| Record {
        instrument: 1,
        ..record
    };
    let settled = |lots, price| record(RecordKind::Settled, lots, price, 0);
    let cases = [
        (
            settled(-2, 10_200),
            "a settlement of -2 lots where 3 are held",
        ),
        (settled(-3, -1), "a settlement of -3 lots where 3 are held"),
        (elsewhere(settled(0, 1)), "instrument 1 is not one of 1"),
        (
            funding(2, -15_300_000_000),
            "funding of 2 lots where 3 are held",
        ),
        (funding(3, -15_300_000_001), "its funding is not the rate"),
        (elsewhere(funding(0, 0)), "instrument 1 is not one of 1"),
        (perpetual(), "terms that come after the first order"),
    ];
    for (then, message) in cases {
        let error = state(&[holding(), vec![then]].concat()).unwrap_err();
        assert_eq!(error.code(), Code::LogCorrupt);
        assert!(error.message().contains(message), "{}", error.message());
    }
}

#[test]
fn terms_belong_to_an_instrument_and_make_sense() {
    let elsewhere = Record {
        instrument: 1,
        ..rules()
    };
    let of_no_kind = Record {
        detail: 9,
        ..perpetual()
    };
    let cases = [
        (elsewhere, "terms that do not belong"),
        (of_no_kind, "terms that do not belong"),
        (
            record(RecordKind::InstrumentContract, 0, 0, 0),
            "terms that do not belong",
        ),
        (
            record(RecordKind::InstrumentRules, 0, 0, 1),
            "tickSize does not fit",
        ),
    ];
    for (then, message) in cases {
        let error = state(&[&holding()[..2], &[then]].concat()).unwrap_err();
        assert_eq!(error.code(), Code::LogCorrupt);
        assert!(error.message().contains(message), "{}", error.message());
    }
}

#[test]
fn nothing_is_ordered_once_an_instrument_has_ended() {
    let future = Record {
        detail: 5,
        stop: 10,
        ..perpetual()
    };
    let ordered = |time| Record {
        time,
        order: 1,
        ..record(RecordKind::OrderSubmitted, 3, 0, 0)
    };
    let records = |time| [&holding()[..3], &[future, ordered(time)]].concat();
    assert!(state(&records(9)).is_ok());
    let error = state(&records(10)).unwrap_err();
    assert!(error.message().contains("has expired"));
}
