//! Hedging accounts: longs and shorts of one instrument beside each other, each lot closed by name.

use std::collections::BTreeMap;

use nt_core::{Money, Rate};
use nt_trading::{
    AccountKind, Config, Financing, InstrumentRates, Kernel, Lot, Maintenance, MarginModel, Record,
    RecordKind,
};
use proptest::prelude::*;

use crate::audit::{self, records};
use crate::flow::{Flow, any_flow};
use crate::rebuilt::Follower;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(crate::cases()) })]

    #[test]
    fn hedging_creates_no_money(flow in hedging_flow()) {
        audit::run(&flow, audit::nothing_is_created);
    }

    #[test]
    fn the_log_folds_to_a_hedging_account(flow in hedging_flow()) {
        let mut follower = Follower::new(&flow);
        audit::run(&flow, |kernel, _| follower.follow(kernel));
    }

    #[test]
    fn orders_keep_their_promises_where_both_sides_are_held(flow in hedging_flow()) {
        let kernel = audit::run(&flow, |_, _| {});
        audit::fills_are_conserved(&kernel);
        audit::what_has_ended_stays(&kernel);
        audit::one_exit_fills(&kernel);
        audit::one_of_a_group_fills(&kernel);
        audit::children_follow(&kernel);
        audit::post_only_never_takes(&kernel, &flow);
        audit::ruin_is_the_end(&kernel);
    }

    #[test]
    fn a_lot_is_closed_by_its_name_alone(flow in hedging_flow()) {
        let kernel = audit::run(&flow, |_, _| {});
        lots_are_closed_by_name(&kernel);
        if kernel.is_halted() {
            let positions = 0..flow.instruments.len() as u32;
            let is_flat = |instrument| kernel.ledger().position(instrument).lots.is_empty();
            prop_assert!(positions.into_iter().all(is_flat));
        }
    }

    #[test]
    fn what_is_opened_is_covered_gross(flow in hedging_flow()) {
        let mut flow = flow;
        flow.config.costs.spread = Rate::ZERO;
        let mut seen = 0;
        audit::run(&flow, |kernel, _| {
            let fresh: Vec<_> = kernel.log().records_from(seen).map(Result::unwrap).collect();
            seen = kernel.log().len();
            let opens = |last: &&Record| last.kind == RecordKind::OrderFilled && last.opens_lot();
            if let Some(last) = fresh.last().filter(opens) {
                is_covered(kernel, last);
            }
        });
    }
}

/// Every order, in accounts that hedge; some are held to a margin and pay for what they borrow.
fn hedging_flow() -> impl Strategy<Value = Flow> {
    (any_flow(), any::<bool>()).prop_map(|(flow, is_attended)| {
        let model = MarginModel::Rates {
            long: rate(0.04),
            short: rate(0.045),
        };
        let financing = Financing {
            debit: rate(0.1),
            credit: rate(0.02),
            borrow: InstrumentRates::all(rate(0.2)),
            day_count: 365,
        };
        let config = Config {
            account: AccountKind::Margin,
            hedging: true,
            maintenance: is_attended.then(|| Maintenance::new(model)),
            financing: is_attended.then_some(financing),
            ..flow.config
        };
        Flow { config, ..flow }
    })
}

fn rate(share: f64) -> Rate {
    Rate::from_f64(share).unwrap()
}

/// A fill either opens a lot of its own, or comes off the lot that its order names, and off no other.
fn lots_are_closed_by_name(kernel: &Kernel) {
    let mut names = BTreeMap::new();
    let mut open = BTreeMap::<u32, i64>::new();
    for record in records(kernel) {
        match record.kind {
            RecordKind::OrderSubmitted => {
                names.insert(record.order, record.lot_to_close());
            }
            RecordKind::OrderFilled => {
                let name = names[&record.order];
                assert_eq!(name.is_none(), record.opens_lot(), "{record:?}");
                let lot = open
                    .entry(name.map_or(record.order, |lot| lot.0))
                    .or_default();
                let before = *lot;
                *lot += record.quantity;
                let shrinks = lot.abs() < before.abs() && lot.signum() * before.signum() >= 0;
                assert!(name.is_none() || shrinks, "{record:?} of {before}");
            }
            _ => {}
        }
    }
    let left = |lot: &Lot| (lot.order.0, lot.quantity);
    let mut held = BTreeMap::<u32, i64>::new();
    for instrument in 0..kernel.ledger().instruments().len() as u32 {
        for (order, lots) in kernel.ledger().position(instrument).lots.iter().map(left) {
            *held.entry(order).or_default() += lots;
        }
    }
    open.retain(|_, lots| *lots != 0);
    assert_eq!(held, open);
}

/// After a fill that opened, at its own price: equity before its fee is at least the initial margin of
/// both sides, where the account holds one instrument, whose price that is.
fn is_covered(kernel: &Kernel, fill: &Record) {
    let ledger = kernel.ledger();
    let instruments = 0..ledger.instruments().len() as u32;
    let held: Vec<_> = instruments
        .filter(|index| !ledger.position(*index).lots.is_empty())
        .collect();
    if held != [fill.instrument] {
        return;
    }
    let traded = &ledger.instruments()[fill.instrument as usize];
    let sides = ledger.sides(fill.instrument);
    let gross = traded.notional(fill.price, sides[0] - sides[1]);
    let equity = ledger.cash() + ledger.value_at(fill.instrument, fill.price);
    let bound = kernel.config().margin.of(gross);
    let rounding = Money::from_raw(1_000_000);
    assert!(
        equity + fill.money + rounding >= bound,
        "{equity} for {bound}: {fill:?}"
    );
}
