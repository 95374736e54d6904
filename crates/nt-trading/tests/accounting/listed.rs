//! Flows of instruments with terms: a perpetual with funding, a future and an option that expire, a
//! coin with whole lots.

use nt_core::{
    Instrument, InstrumentKind, InstrumentTerms, Money, Multiplier, OptionRight, Rate, Scale,
};
use nt_trading::{AccountKind, Config, Event, Kernel, Record, RecordKind, TickBar};
use proptest::prelude::*;

use crate::audit::{events, fold, records};
use crate::flow::{CENTRE, Flow, Step, any_flow, symmetric_flow};
use crate::mirror;

/// Prices of every instrument lie on it.
pub const TICK: i64 = 25;

/// A flow, the funding of its first instrument and when its instruments end.
#[derive(Clone, Debug)]
pub struct Listed {
    pub flow: Flow,
    /// Rate of each step.
    pub funding: Vec<Rate>,
    /// Step, instrument and settlement price.
    pub expiries: Vec<(usize, u32, i64)>,
}

pub fn listed_flow() -> impl Strategy<Value = Listed> {
    let rates = prop::collection::vec(-3_000_000_000_i64..3_000_000_000, 16);
    let prices = (9_000_i64..11_000, 9_000_i64..11_000);
    (any_flow(), rates, prices, 1_usize..16, 1_usize..16).prop_map(
        |(flow, rates, prices, future_ends, option_ends)| {
            let call = InstrumentKind::Option {
                right: OptionRight::Call,
                strike: CENTRE,
            };
            let instruments = vec![
                listed("P", (2, 0), InstrumentKind::Perpetual, "0.5", None),
                listed("F", (2, 3), InstrumentKind::Future, "50", Some(future_ends)),
                listed("O", (4, 4), call, "1", Some(option_ends)),
            ];
            let instruments = instruments.into_iter().map(with_least_value).collect();
            Listed {
                flow: Flow {
                    config: Config {
                        account: AccountKind::Margin,
                        ..flow.config
                    },
                    instruments,
                    ..flow
                },
                funding: rates.into_iter().map(Rate::from_raw).collect(),
                expiries: vec![(future_ends, 1, prices.0), (option_ends, 2, prices.1)],
            }
        },
    )
}

/// Contracts on margin whose sides can be exchanged.
pub fn symmetric_listed_flow() -> impl Strategy<Value = Listed> {
    (symmetric_flow(), 9_000_i64..11_000, 1_usize..16).prop_map(|(flow, price, ends)| Listed {
        flow: Flow {
            instruments: vec![
                listed("F", (2, 0), InstrumentKind::Future, "50", Some(ends)),
                listed("P", (2, 3), InstrumentKind::Perpetual, "0.5", None),
            ],
            ..flow
        },
        funding: Vec::new(),
        expiries: vec![(ends, 0, price)],
    })
}

pub fn mirrored(listed: &Listed) -> Listed {
    let expiries = listed.expiries.iter();
    Listed {
        flow: mirror::of(&listed.flow),
        funding: Vec::new(),
        expiries: expiries
            .map(|&(step, instrument, price)| (step, instrument, mirror::price_of(price)))
            .collect(),
    }
}

fn with_least_value(instrument: Instrument) -> Instrument {
    let terms = InstrumentTerms {
        min_notional: Money::from_f64(0.5).unwrap(),
        ..instrument.terms().unwrap().clone()
    };
    instrument.with_terms(terms).unwrap()
}

fn listed(
    symbol: &str,
    decimals: (u32, u32),
    kind: InstrumentKind,
    multiplier: &str,
    ends: Option<usize>,
) -> Instrument {
    let scale = |decimals| Scale::new(decimals).unwrap();
    let instrument = Instrument::new(
        format!("{symbol}.XTST"),
        scale(decimals.0),
        scale(decimals.1),
    );
    let terms = InstrumentTerms {
        multiplier: Multiplier::from_f64(multiplier.parse().unwrap()).unwrap(),
        tick_size: TICK,
        lot_size: 5,
        min_quantity: 10,
        // Least values do not lie alike on both sides: see `listed_flow`.
        min_notional: Money::ZERO,
        margin: Rate::from_f64(0.2).filter(|_| kind.is_margined()),
        expiry: ends.map(Step::time),
        ..InstrumentTerms::new(kind)
    };
    instrument.with_terms(terms).unwrap()
}

/// Runs a flow and calls `check` after each event with the last price of every instrument.
pub fn run(listed: &Listed, mut check: impl FnMut(&Kernel, &[Option<i64>])) -> Kernel {
    let Flow {
        config,
        instruments,
        steps,
    } = &listed.flow;
    let mut kernel = Kernel::new(config.clone(), instruments.clone()).unwrap();
    let mut last_price = vec![None; instruments.len()];
    for (number, step) in steps.iter().enumerate() {
        for event in listed.events(number, step) {
            kernel.apply(event);
            match event {
                Event::Bar {
                    instrument,
                    bar: TickBar { close, .. },
                } => last_price[instrument as usize] = Some(close),
                Event::Settle { instrument, .. } => last_price[instrument as usize] = Some(1),
                _ => {}
            }
            check(&kernel, &last_price);
        }
    }
    kernel
}

impl Listed {
    /// Funding and expiries come after the bars of their step.
    fn events(&self, number: usize, step: &Step) -> Vec<Event> {
        let mut all = events(number, step);
        let closed = all
            .iter()
            .position(|event| *event == Event::StepClosed)
            .unwrap();
        let funding = self.funding.get(number).map(|&rate| Event::Funding {
            instrument: 0,
            rate,
        });
        let ending = self.expiries.iter().filter(|(step, ..)| *step == number);
        let settled = ending.map(|&(_, instrument, price)| Event::Settle { instrument, price });
        all.splice(closed..closed, funding.into_iter().chain(settled));
        all
    }
}

fn sum_of(records: &[Record], kind: RecordKind) -> Money {
    let of_kind = records.iter().filter(|record| record.kind == kind);
    of_kind.map(|record| record.money).sum()
}

/// Equity is the starting cash, what closed trades earned, funding, and what open lots have earned so
/// far; cash has paid for open lots that are not on margin, and for nothing else.
pub fn nothing_is_created(kernel: &Kernel, last_price: &[Option<i64>]) {
    let (folded, records) = (fold(kernel), records(kernel));
    let realised: Money = folded.trades().iter().map(|trade| trade.pnl).sum();
    let settled = kernel.config().cash
        + realised
        + sum_of(&records, RecordKind::DebtCancelled)
        + sum_of(&records, RecordKind::FundingPaid);
    let (mut unrealised, mut paid) = (Money::ZERO, Money::ZERO);
    for (index, instrument) in folded.instruments().iter().enumerate() {
        for lot in &folded.position(index as u32).lots {
            let entry = instrument.notional(lot.price, lot.quantity);
            let price = last_price[index].expect("a position has a price");
            unrealised += instrument.notional(price, lot.quantity) - entry - lot.fee;
            paid += lot.fee;
            if !instrument.is_margined() {
                paid += entry;
            }
        }
    }
    assert_eq!(kernel.equity(), settled + unrealised);
    assert_eq!(kernel.ledger().cash(), settled - paid);
}

/// Fills and settlements: on the tick and of whole lots, and none once an instrument has ended.
pub fn listings_are_kept(kernel: &Kernel) {
    let mut ended = vec![false; kernel.ledger().instruments().len()];
    for record in records(kernel) {
        // Of an instrument that there is not: denied.
        let Some(has_ended) = ended.get_mut(record.instrument as usize) else {
            continue;
        };
        match record.kind {
            RecordKind::OrderFilled => {
                assert!(!*has_ended, "a fill after the end: {record:?}");
                assert_eq!(record.price % TICK, 0, "off the tick: {record:?}");
                assert_eq!(record.quantity % 5, 0, "off the lot: {record:?}");
            }
            RecordKind::OrderSubmitted => assert!(!*has_ended, "{record:?}"),
            RecordKind::Settled => *has_ended = true,
            _ => {}
        }
    }
    for (index, has_ended) in ended.into_iter().enumerate() {
        let held = kernel.ledger().position(index as u32).quantity;
        assert!(!has_ended || held == 0);
    }
}
