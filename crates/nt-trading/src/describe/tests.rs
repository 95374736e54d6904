use super::*;

use nt_core::{Money, Scale};

fn told(record: Record) -> Description {
    let scale = |decimals| Scale::new(decimals).unwrap();
    describe(&record, &[Instrument::new("X.XNAS", scale(2), scale(3))])
}

fn of(kind: RecordKind) -> Record {
    Record {
        order: 7,
        ..Record::new(3, 0, kind)
    }
}

#[test]
fn a_fill_has_exact_decimals() {
    let fill = told(Record {
        quantity: -1_500,
        price: 10_050,
        money: Money::from_raw(1_250_000_000),
        ..of(RecordKind::OrderFilled)
    });
    assert_eq!(
        fill.text,
        "order 7 filled in part: sold 1.500 X.XNAS at 100.50, fee 1.25"
    );
    assert_eq!((fill.side, fill.quantity.as_str()), ("sell", "-1.500"));
    assert_eq!((fill.money_name, fill.money.as_str()), ("fee", "1.25"));
}

#[test]
fn a_submission_says_what_it_is_for() {
    let stop_limit = told(Record {
        detail: 3 | 1 << 4 | 1 << 6,
        quantity: 2_000,
        price: 10_000,
        stop: 9_900,
        money: Money::from_raw(4),
        ..of(RecordKind::OrderSubmitted)
    });
    assert_eq!(
        stop_limit.text,
        "order 7 submitted: stop-limit buy 2.000 X.XNAS at 100.00, stop 99.00, for the day, reduce only, to close the lot of order 4"
    );
    let target = told(Record {
        detail: 3 << 2,
        quantity: -500_000_000_000,
        ..of(RecordKind::OrderSubmitted)
    });
    assert_eq!(
        target.text,
        "order 7 submitted: market to hold -50% of equity in X.XNAS"
    );
    assert_eq!((target.side, target.quantity.as_str()), ("", ""));
}

#[test]
fn exits_are_prices_or_shares() {
    let exits = told(Record {
        price: -20_000_000_000,
        stop: 9_500,
        ..of(RecordKind::ExitsAttached)
    });
    assert_eq!(
        exits.text,
        "order 7 carries exits, take profit 2% away, stop loss 95.00"
    );
}

#[test]
fn an_instrument_says_what_it_is_and_how_it_ends() {
    let listing = told(Record {
        quantity: 1_000,
        price: 25,
        stop: 500,
        money: Money::from_raw(10_000_000_000),
        ..of(RecordKind::InstrumentRules)
    });
    assert_eq!(
        listing.text,
        "X.XNAS: prices in steps of 0.25, quantities in steps of 0.500, orders of at least 1.000 worth at least 10"
    );
    assert_eq!((listing.side, listing.quantity.as_str()), ("", ""));
    let contract = told(Record {
        detail: 7,
        quantity: 100_000_000_000,
        price: 45_000,
        stop: 993_945_599_999_000_000,
        ..of(RecordKind::InstrumentContract)
    });
    assert_eq!(
        contract.text,
        "X.XNAS is of kind put option, multiplier 100, strike 450.00, ends at 2001-06-30T23:59:59.999Z"
    );
    let settled = told(Record {
        quantity: -2_000,
        ..of(RecordKind::Settled)
    });
    assert_eq!(
        settled.text,
        "X.XNAS expired, settled at 0.00: a position of 2.000 ends"
    );
    let funding = told(Record {
        quantity: -2_000,
        price: 5_000,
        stop: 100_000_000,
        money: Money::from_raw(10_000_000),
        ..of(RecordKind::FundingPaid)
    });
    assert_eq!(
        funding.text,
        "funding of 0.01% on -2.000 X.XNAS at 50.00: 0.01"
    );
    assert_eq!((funding.side, funding.money_name), ("", "funding"));
}

#[test]
fn no_sentence_names_a_value_that_there_is_not() {
    for &kind in RecordKind::ALL {
        let text = told(of(kind)).text;
        assert!(!text.contains(['{', '[', ']']), "{text}");
    }
}
