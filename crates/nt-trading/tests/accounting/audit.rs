//! What must hold of every run: checked against the event log after each event, and of the whole
//! log at the end.

use std::collections::{BTreeMap, BTreeSet};

use nt_core::Money;
use nt_trading::{Event, Kernel, Ledger, Lot, OrderId, Record, RecordKind, TickBar};

use crate::flow::{Flow, Step};

/// Runs a flow and calls `check` after each event with the last price of every instrument.
pub fn run(flow: &Flow, mut check: impl FnMut(&Kernel, &[Option<i64>])) -> Kernel {
    let mut kernel = Kernel::new(flow.config.clone(), flow.instruments.clone()).unwrap();
    let mut last_price = vec![None; flow.instruments.len()];
    for (number, step) in flow.steps.iter().enumerate() {
        for event in events(number, step) {
            kernel.apply(event);
            if let Event::Bar {
                instrument,
                bar: TickBar { close, .. },
            } = event
            {
                last_price[instrument as usize] = Some(close);
            }
            check(&kernel, &last_price);
        }
    }
    kernel
}

/// What the kernel is told of a step, in order.
pub fn events(number: usize, step: &Step) -> Vec<Event> {
    let bars = step
        .bars
        .iter()
        .enumerate()
        .filter_map(|(instrument, bar)| Some((instrument as u32, (*bar)?)))
        .flat_map(|(instrument, bar)| {
            // Any volume will do that is the same in the mirror.
            let lots = (bar.high - bar.low) * 3;
            [
                Event::Volume { instrument, lots },
                Event::BidAsk {
                    instrument,
                    bid: bar.low,
                    ask: bar.high,
                },
                Event::Bar { instrument, bar },
            ]
        });
    std::iter::once(Event::Step {
        step: number as u32,
        time: Step::time(number),
    })
    .chain(bars)
    .chain([Event::StepClosed])
    .chain(step.commands.iter().copied().map(Event::Command))
    .collect()
}

pub fn fold(kernel: &Kernel) -> Ledger {
    Ledger::fold(kernel.log(), kernel.ledger().instruments().to_vec()).unwrap()
}

pub fn records(kernel: &Kernel) -> Vec<Record> {
    kernel.log().records().map(Result::unwrap).collect()
}

/// Cash and marked positions are the starting cash, what closed trades earned, what open lots have
/// earned so far less the fee of their entry, and interest less borrow fees.
pub fn nothing_is_created(kernel: &Kernel, last_price: &[Option<i64>]) {
    let folded = fold(kernel);
    let written_off: Money = records(kernel)
        .iter()
        .filter(|record| record.kind == RecordKind::DebtCancelled)
        .map(|record| record.money)
        .sum();
    let realised: Money = folded.trades().iter().map(|trade| trade.pnl).sum();
    let (mut marked, mut unrealised) = (Money::ZERO, Money::ZERO);
    for (instrument, price) in last_price.iter().enumerate() {
        let terms = &folded.instruments()[instrument];
        for lot in &folded.position(instrument as u32).lots {
            let value = terms.notional(price.expect("a position has a price"), lot.quantity);
            marked += value;
            unrealised += value - terms.notional(lot.price, lot.quantity) - lot.fee;
        }
    }
    let carried = folded.interest() - folded.borrow_fees();
    let explained = kernel.config().cash + written_off + realised + unrealised + carried;
    assert_eq!(folded.cash() + marked, explained);
    assert_eq!(kernel.equity(), explained);
}

/// The log alone gives the state the kernel is in.
pub fn the_log_is_the_state(kernel: &Kernel, instruments: usize) {
    let (live, folded) = (kernel.ledger(), fold(kernel));
    assert_eq!(folded.cash(), live.cash());
    assert_eq!(folded.fees(), live.fees());
    assert_eq!(folded.closed_trades(), live.closed_trades());
    for instrument in 0..instruments as u32 {
        assert_eq!(folded.position(instrument), live.position(instrument));
    }
}

/// Quantities and fees are conserved: every lot filled is in a trade's entry, its exit, or open.
pub fn fills_are_conserved(kernel: &Kernel) {
    let folded = fold(kernel);
    let fills = records(kernel)
        .into_iter()
        .filter(|record| record.kind == RecordKind::OrderFilled);
    let (mut traded, mut net) = (0, vec![0; folded.instruments().len()]);
    let mut fees = Money::ZERO;
    for fill in fills {
        traded += fill.quantity.abs();
        net[fill.instrument as usize] += fill.quantity;
        fees += fill.money;
    }
    let closed: i64 = folded
        .trades()
        .iter()
        .map(|trade| trade.quantity.abs())
        .sum();
    let mut fees_booked: Money = folded.trades().iter().map(|trade| trade.fees).sum();
    let mut open = 0;
    for (instrument, net) in net.into_iter().enumerate() {
        let position = folded.position(instrument as u32);
        assert_eq!(position.quantity, net);
        assert_eq!(
            position.lots.iter().map(|lot| lot.quantity).sum::<i64>(),
            net
        );
        let hedges = kernel.config().hedging;
        let one_side = |lot: &Lot| hedges || lot.quantity.signum() == net.signum();
        assert!(position.lots.iter().all(one_side));
        open += position
            .lots
            .iter()
            .map(|lot| lot.quantity.abs())
            .sum::<i64>();
        fees_booked += position.lots.iter().map(|lot| lot.fee).sum::<Money>();
    }
    assert_eq!(traded, 2 * closed + open);
    assert_eq!((fees_booked, folded.fees()), (fees, fees));
}

/// Once an order is denied, cancelled, expired or filled whole, no record names it again.
pub fn what_has_ended_stays(kernel: &Kernel) {
    let mut has_ended = vec![true];
    let mut before = None;
    for record in records(kernel).iter().filter(|record| record.order != 0) {
        let order = record.order as usize;
        match record.kind {
            RecordKind::OrderSubmitted | RecordKind::OrderDenied => {
                assert_eq!(order, has_ended.len(), "orders are numbered in order");
                has_ended.push(record.kind == RecordKind::OrderDenied);
            }
            // Part of the submission, denied or not.
            RecordKind::ExitsAttached | RecordKind::OrderTerms => {
                assert_eq!(before, Some(record.order));
            }
            // A change may be refused because the order has ended.
            RecordKind::ModifyRefused | RecordKind::CancelRefused => {}
            _ => {
                assert!(!has_ended[order], "order {order} has ended: {record:?}");
                has_ended[order] = match record.kind {
                    RecordKind::OrderTriggered
                    | RecordKind::OrderModified
                    | RecordKind::OrderRestated
                    | RecordKind::OrderReleased => false,
                    RecordKind::OrderFilled => record.completes_order(),
                    _ => true,
                };
            }
        }
        before = Some(record.order);
    }
    let working = has_ended.iter().filter(|ended| !**ended).count();
    assert_eq!(working, kernel.working_orders());
}

/// A fill of a reduce-only order, or of one that closes a lot, brings the position nearer to zero.
pub fn reducing_orders_reduce(kernel: &Kernel) {
    let mut held = BTreeMap::<u32, i64>::new();
    let mut reduces = BTreeMap::new();
    for record in records(kernel) {
        match record.kind {
            RecordKind::OrderSubmitted => {
                let reduce_only = record.detail >> 6 & 1 == 1;
                reduces.insert(record.order, reduce_only || record.money != Money::ZERO);
            }
            RecordKind::OrderFilled => {
                let held = held.entry(record.instrument).or_default();
                let after = *held + record.quantity;
                if reduces[&record.order] {
                    assert!(
                        after.abs() < held.abs() && after.signum() * held.signum() >= 0,
                        "{record:?} of {held}"
                    );
                }
                *held = after;
            }
            _ => {}
        }
    }
}

/// Of the stop losses and take profits of a lot at most one fills, and none outlives the lot. Where
/// the volume of bars cuts fills, both may fill a part, but never more than the lot.
pub fn one_exit_fills(kernel: &Kernel) {
    let cut = kernel.config().costs.max_volume_share.is_some();
    let mut lot_of_exit = BTreeMap::new();
    let mut filled = BTreeMap::new();
    for record in records(kernel) {
        let is_exit = record.money != Money::ZERO && record.detail & 3 != 0;
        match record.kind {
            RecordKind::OrderSubmitted if is_exit => {
                assert!(
                    cut || !filled.contains_key(&record.money),
                    "an exit for a closed lot: {record:?}"
                );
                lot_of_exit.insert(record.order, record.money);
            }
            RecordKind::OrderFilled => {
                // The rest of a market-to-limit order may open its lot anew.
                filled.remove(&Money::from_raw(i128::from(record.order)));
                if let Some(lot) = lot_of_exit.get(&record.order).filter(|_| !cut) {
                    assert_eq!(record.detail, 1, "an exit closes what is left of its lot");
                    assert_eq!(filled.insert(*lot, record.order), None, "both exits filled");
                }
            }
            _ => {}
        }
    }
    let open: BTreeSet<_> = (0..kernel.ledger().instruments().len() as u32)
        .flat_map(|instrument| &kernel.ledger().position(instrument).lots)
        .map(|lot| i128::from(lot.order.0))
        .collect();
    for (exit, lot) in lot_of_exit {
        let works = kernel.order(OrderId(exit)).is_some();
        assert!(
            !works || open.contains(&lot.raw()),
            "exit {exit} outlives its lot"
        );
    }
}

/// Of the orders of a group at most one fills, and none works once one has.
pub fn one_of_a_group_fills(kernel: &Kernel) {
    let (mut group_of, mut filled) = (BTreeMap::new(), BTreeMap::new());
    for record in records(kernel) {
        match record.kind {
            RecordKind::OrderTerms if record.group() != 0 => {
                group_of.insert(record.order, record.group());
            }
            RecordKind::OrderFilled => {
                if let Some(group) = group_of.get(&record.order) {
                    let winner = *filled.entry(*group).or_insert(record.order);
                    assert_eq!(winner, record.order, "two of group {group} filled");
                }
            }
            _ => {}
        }
    }
    for (order, group) in group_of {
        let lost = filled.get(&group).is_some_and(|winner| *winner != order);
        assert!(!lost || kernel.order(OrderId(order)).is_none());
    }
}

/// An order with a parent fills in a later step than its parent has.
pub fn children_follow(kernel: &Kernel) {
    let (mut parent_of, mut first_fill) = (BTreeMap::new(), BTreeMap::new());
    for record in records(kernel) {
        match record.kind {
            RecordKind::OrderTerms if record.parent() != 0 => {
                parent_of.insert(record.order, record.parent());
            }
            RecordKind::OrderFilled => {
                if let Some(parent) = parent_of.get(&record.order) {
                    let step = first_fill.get(parent);
                    assert!(step.is_some_and(|step| *step < record.step), "{record:?}");
                }
                first_fill.entry(record.order).or_insert(record.step);
            }
            _ => {}
        }
    }
}

/// A post-only order never fills on the first bar after it was placed or changed where the open of
/// that bar is at its limit or better: there it would have taken.
pub fn post_only_never_takes(kernel: &Kernel, flow: &Flow) {
    let mut placed = BTreeMap::new();
    let mut limits = BTreeMap::new();
    for record in records(kernel) {
        match record.kind {
            RecordKind::OrderSubmitted => {
                limits.insert(record.order, record.price);
            }
            RecordKind::OrderTerms if record.is_post_only() => {
                placed.insert(record.order, record.step);
            }
            RecordKind::OrderReleased | RecordKind::OrderModified => {
                if record.kind == RecordKind::OrderModified {
                    limits.insert(record.order, record.price);
                }
                placed
                    .entry(record.order)
                    .and_modify(|step| *step = record.step);
            }
            RecordKind::OrderFilled => {
                let Some(&step) = placed.get(&record.order) else {
                    continue;
                };
                let limit = limits[&record.order];
                let first = flow.steps[step as usize + 1..]
                    .iter()
                    .position(|later| later.bars[record.instrument as usize].is_some());
                let met_first =
                    first.is_some_and(|first| step as usize + 1 + first == record.step as usize);
                let bar = flow.steps[record.step as usize].bars[record.instrument as usize];
                let open = bar.expect("a fill has a bar").open;
                let takes = if record.quantity > 0 {
                    open <= limit
                } else {
                    open >= limit
                };
                assert!(!(met_first && takes), "{record:?} took at {open}");
            }
            _ => {}
        }
    }
}

/// After ruin everything is closed and nothing happens any more.
pub fn ruin_is_the_end(kernel: &Kernel) {
    let records = records(kernel);
    let Some(at) = records
        .iter()
        .position(|record| record.kind == RecordKind::Ruined)
    else {
        return;
    };
    assert!(kernel.is_halted());
    let positions = 0..kernel.ledger().instruments().len() as u32;
    assert!(
        positions
            .into_iter()
            .all(|index| kernel.ledger().position(index).quantity == 0)
    );
    let mut later_fills = records[at..]
        .iter()
        .filter(|record| record.kind == RecordKind::OrderFilled);
    assert!(later_fills.all(|fill| fill.step == records[at].step));
}
