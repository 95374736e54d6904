//! The same laws where whole accounts are rebalanced between random orders, and what a rebalance
//! promises beside them.

use std::collections::BTreeMap;

use nt_core::{Money, Rate};
use nt_trading::{
    AccountKind, BasketPart, Command, Event, Kernel, Reason, Rebalance, Record, RecordKind, TickBar,
};
use proptest::prelude::*;

use crate::flow::{Flow, Step, any_flow, cash_flow};
use crate::{audit, cases};

/// A flow, and what some of its steps are rebalanced to.
#[derive(Clone, Debug)]
struct Rebalanced {
    flow: Flow,
    baskets: Vec<Option<(Vec<Option<Rate>>, Rebalance)>>,
}

/// The orders of every rebalance by number: which rebalance, and which part of it.
#[derive(Default)]
struct Baskets {
    given: usize,
    of: BTreeMap<u32, (usize, BasketPart)>,
}

fn rebalanced(flow: impl Strategy<Value = Flow>, least: f64) -> impl Strategy<Value = Rebalanced> {
    let weight = prop::sample::select(vec![least, least / 2.0, 0.0, 0.1, 0.3, 0.34]);
    let weights = prop::collection::vec(
        prop::option::weighted(
            0.7,
            weight.prop_map(|weight| Rate::from_f64(weight).unwrap()),
        ),
        3,
    );
    let rules = (
        any::<bool>(),
        prop::sample::select(vec![0.0, 0.05]),
        0..300_i64,
    )
        .prop_map(|(keeps_others, tolerance, least)| Rebalance {
            keeps_others,
            tolerance: Rate::from_f64(tolerance).unwrap(),
            least_trade: Money::from_f64(least as f64).unwrap(),
        });
    let baskets = prop::collection::vec(prop::option::weighted(0.5, (weights, rules)), 16);
    (flow, baskets).prop_map(|(flow, baskets)| Rebalanced { flow, baskets })
}

fn run(run: &Rebalanced, mut check: impl FnMut(&Kernel, &[Option<i64>])) -> (Kernel, Baskets) {
    let Rebalanced { flow, baskets } = run;
    let mut kernel = Kernel::new(flow.config.clone(), flow.instruments.clone()).unwrap();
    let mut last_price = vec![None; flow.instruments.len()];
    let mut sent = Baskets::default();
    for (number, step) in flow.steps.iter().enumerate() {
        show(&mut kernel, number, step);
        for (last, bar) in last_price.iter_mut().zip(&step.bars) {
            *last = bar.map(|bar| bar.close).or(*last);
        }
        check(&kernel, &last_price);
        for &command in &step.commands {
            kernel.apply(Event::Command(command));
        }
        if let Some((weights, rules)) = &baskets[number] {
            sent.give(&mut kernel, weights, *rules);
            check(&kernel, &last_price);
        }
    }
    (kernel, sent)
}

fn show(kernel: &mut Kernel, number: usize, step: &Step) {
    kernel.apply(Event::Step {
        step: number as u32,
        time: Step::time(number),
    });
    let bars: Vec<(u32, TickBar)> = (0..)
        .zip(&step.bars)
        .filter_map(|(instrument, bar)| Some((instrument, (*bar)?)))
        .collect();
    for &(instrument, bar) in &bars {
        let lots = (bar.high - bar.low) * 3;
        kernel.apply(Event::Volume { instrument, lots });
    }
    for part in [BasketPart::Closing, BasketPart::Opening] {
        for &(instrument, bar) in &bars {
            kernel.apply(Event::Basket {
                instrument,
                bar,
                part,
            });
        }
    }
    for &(instrument, bar) in &bars {
        kernel.apply(Event::Bar { instrument, bar });
    }
    kernel.apply(Event::StepClosed);
}

impl Baskets {
    fn give(&mut self, kernel: &mut Kernel, weights: &[Option<Rate>], rules: Rebalance) {
        let first = kernel.next_order().0;
        let instruments = kernel.ledger().instruments().len();
        for (instrument, share) in (0..).zip(weights).take(instruments) {
            if let Some(share) = *share {
                kernel.apply(Event::Command(Command::Weigh { instrument, share }));
            }
        }
        kernel.apply(Event::Command(Command::Rebalance(rules)));
        let submitted = audit::records(kernel)
            .into_iter()
            .filter(|record| record.order >= first && record.kind == RecordKind::OrderSubmitted);
        for record in submitted {
            let closes = record.detail >> 6 & 1 == 1;
            let part = if closes {
                BasketPart::Closing
            } else {
                BasketPart::Opening
            };
            self.of.insert(record.order, (self.given, part));
        }
        self.given += 1;
    }
}

/// Within a step no closing order of a rebalance fills after an opening one of it has.
fn closings_fill_first(kernel: &Kernel, baskets: &Baskets) {
    let mut opened = None;
    for fill in fills(kernel) {
        match baskets.of.get(&fill.order) {
            Some((basket, BasketPart::Opening)) => opened = Some((fill.step, *basket)),
            Some((basket, BasketPart::Closing)) => {
                assert_ne!(opened, Some((fill.step, *basket)), "{fill:?}");
            }
            None => {}
        }
    }
}

fn fills(kernel: &Kernel) -> impl Iterator<Item = Record> {
    let records = audit::records(kernel).into_iter();
    records.filter(|record| record.kind == RecordKind::OrderFilled)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) })]

    #[test]
    fn a_rebalance_keeps_the_laws(flow in rebalanced(any_flow(), -0.3)) {
        let instruments = flow.flow.instruments.len();
        let (kernel, baskets) = run(&flow, |kernel, last_price| {
            audit::nothing_is_created(kernel, last_price);
            audit::the_log_is_the_state(kernel, instruments);
        });
        audit::fills_are_conserved(&kernel);
        audit::what_has_ended_stays(&kernel);
        audit::reducing_orders_reduce(&kernel);
        audit::ruin_is_the_end(&kernel);
        closings_fill_first(&kernel, &baskets);
    }

    #[test]
    fn a_cash_account_is_rebalanced_with_its_own_money(flow in rebalanced(cash_flow(), 0.2)) {
        let (kernel, _) = run(&flow, |kernel, _| {
            assert!(kernel.ledger().cash() >= Money::ZERO);
            assert!((0..2).all(|instrument| kernel.ledger().position(instrument).quantity >= 0));
        });
        prop_assert_eq!(kernel.config().account, AccountKind::Cash);
    }

    /// Without costs, at one price and with volume to spare, every weight is met to the lot.
    #[test]
    fn weights_are_met_to_the_lot(
        weights in prop::collection::vec(-0.33_f64..0.33, 3), again in prop::collection::vec(-0.33_f64..0.33, 3),
        flow in any_flow(),
    ) {
        let config = nt_trading::Config::new(Money::from_f64(1e6).unwrap());
        let mut kernel = Kernel::new(config, flow.instruments).unwrap();
        let bar = TickBar { open: 10_000, high: 10_001, low: 9_999, close: 10_000 };
        let bars = vec![Some(bar); 3];
        for (number, weights) in [&weights, &again, &again].into_iter().enumerate() {
            show(&mut kernel, number, &Step { bars: bars.clone(), commands: Vec::new() });
            let rates: Vec<_> = weights.iter().map(|weight| Rate::from_f64(*weight)).collect();
            Baskets::default().give(&mut kernel, &rates, Rebalance::default());
        }
        let ordered_at = |record: &Record| {
            (record.kind == RecordKind::OrderSubmitted).then_some(record.step)
        };
        let last_ordered = audit::records(&kernel).iter().filter_map(ordered_at).max();
        prop_assert!(last_ordered < Some(2), "a rebalance to what is held orders nothing");
        for (instrument, weight) in (0..).zip(&again) {
            let traded = &kernel.ledger().instruments()[instrument as usize];
            let wanted = Rate::from_f64(*weight).unwrap().of(kernel.equity());
            let off = kernel.ledger().value_at(instrument, 10_000).abs() - wanted.abs();
            prop_assert!(off <= Money::ZERO && off > -traded.notional(10_000, 1), "off by {off}");
        }
    }
}

#[test]
fn a_later_rebalance_takes_the_place_of_what_has_not_filled() {
    let scale = |decimals| nt_core::Scale::new(decimals).unwrap();
    let instrument = nt_core::Instrument::new("A.XNAS", scale(2), scale(0));
    let config = nt_trading::Config::new(Money::from_f64(1_000.0).unwrap());
    let mut kernel = Kernel::new(config, vec![instrument]).unwrap();
    kernel.apply(Event::Price {
        instrument: 0,
        price: 10_00,
    });
    let whole = [Rate::from_f64(0.5)];
    Baskets::default().give(&mut kernel, &whole, Rebalance::default());
    Baskets::default().give(&mut kernel, &whole, Rebalance::default());
    let cancelled: Vec<_> = audit::records(&kernel)
        .iter()
        .filter(|record| record.kind == RecordKind::OrderCancelled)
        .map(|record| (record.order, record.reason))
        .collect();
    assert_eq!(cancelled, [(1, Reason::Rebalanced as u16)]);
    assert_eq!(kernel.working_orders(), 1);
    let beyond = [Rate::from_f64(1.000_001)];
    Baskets::default().give(&mut kernel, &beyond, Rebalance::default());
    let denied = audit::records(&kernel).pop().unwrap();
    assert_eq!(denied.kind, RecordKind::OrderDenied);
    assert_eq!(denied.reason, Reason::WeightsExceedLeverage as u16);
    assert_eq!(
        kernel.working_orders(),
        1,
        "what was refused takes no place"
    );
}

#[test]
fn an_instrument_without_a_price_is_denied_and_the_others_are_traded() {
    let scale = |decimals| nt_core::Scale::new(decimals).unwrap();
    let instruments =
        ["A.XNAS", "B.XNAS"].map(|id| nt_core::Instrument::new(id, scale(2), scale(0)));
    let config = nt_trading::Config::new(Money::from_f64(1_000.0).unwrap());
    let mut kernel = Kernel::new(config, instruments.to_vec()).unwrap();
    kernel.apply(Event::Price {
        instrument: 1,
        price: 10_00,
    });
    let halves = [Rate::from_f64(0.5), Rate::from_f64(0.5)];
    Baskets::default().give(&mut kernel, &halves, Rebalance::default());
    let orders: Vec<_> = audit::records(&kernel)
        .iter()
        .filter(|record| record.order != 0)
        .map(|record| (record.kind, record.instrument, record.reason))
        .collect();
    let no_price = Reason::NoPrice as u16;
    let expected = [
        (RecordKind::OrderDenied, 0, no_price),
        (RecordKind::OrderSubmitted, 1, 0),
    ];
    assert_eq!(orders, expected);
}

#[test]
fn orders_that_were_taken_back_are_not_waited_for() {
    let scale = |decimals| nt_core::Scale::new(decimals).unwrap();
    let instrument = nt_core::Instrument::new("A.XNAS", scale(2), scale(0));
    let config = nt_trading::Config::new(Money::from_f64(1_000.0).unwrap());
    let mut kernel = Kernel::new(config, vec![instrument]).unwrap();
    kernel.apply(Event::Price {
        instrument: 0,
        price: 10_00,
    });
    Baskets::default().give(&mut kernel, &[Rate::from_f64(0.5)], Rebalance::default());
    assert!(kernel.awaits_basket());
    kernel.apply(Event::Command(Command::CancelAll { instrument: 0 }));
    kernel.apply(Event::Step { step: 1, time: 1 });
    assert!(!kernel.awaits_basket());
}
