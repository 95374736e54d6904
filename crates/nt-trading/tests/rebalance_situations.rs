//! Situations of whole accounts, written as data in `crates/testdata/rebalance-situations.json`: what a
//! rebalance fills at, in which order, and what is refused. Prices are whole ticks, quantities whole
//! lots, the cash is 1,000; a rebalance is given at the close of its step.

use std::collections::BTreeMap;

use nt_core::{Instrument, Money, Rate, Scale};
use nt_trading::{
    AccountKind, BasketPart, Command, Config, Costs, Event, Fees, FillPolicy, Kernel, Reason,
    Rebalance, Record, RecordKind, TickBar,
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Situation {
    name: String,
    #[serde(default)]
    account: Account,
    #[serde(default = "one")]
    leverage: f64,
    #[serde(default)]
    fill_policy: Policy,
    #[serde(default)]
    fee_per_order: f64,
    /// Of each instrument, open, high, low and close of every step it has a bar at.
    bars: Vec<Vec<Option<[i64; 4]>>>,
    rebalances: Vec<Given>,
    /// Step, instrument, signed lots and price.
    fills: Vec<(u32, u32, i64, i64)>,
    refusals: BTreeMap<String, usize>,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Account {
    Cash,
    #[default]
    Margin,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Policy {
    #[default]
    NextOpen,
    ThisClose,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Given {
    step: usize,
    weights: Vec<Option<f64>>,
    others: Option<String>,
    #[serde(default)]
    tolerance: f64,
    #[serde(default)]
    minimum_trade: f64,
}

const fn one() -> f64 {
    1.0
}

fn money(units: f64) -> Money {
    Money::from_f64(units).unwrap()
}

fn rate(share: f64) -> Rate {
    Rate::from_f64(share).unwrap()
}

#[test]
fn every_situation_ends_as_written() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata");
    let text = std::fs::read_to_string(format!("{folder}/rebalance-situations.json")).unwrap();
    for situation in serde_json::from_str::<Vec<Situation>>(&text).unwrap() {
        let kernel = run(&situation);
        let name = &situation.name;
        assert_eq!(fills(&kernel), situation.fills, "fills of: {name}");
        assert_eq!(refusals(&kernel), situation.refusals, "refusals of: {name}");
    }
}

fn run(situation: &Situation) -> Kernel {
    let mut kernel = kernel(situation);
    for step in 0..situation.bars[0].len() {
        show(&mut kernel, situation, step);
        for given in situation
            .rebalances
            .iter()
            .filter(|given| given.step == step)
        {
            give(&mut kernel, given);
        }
    }
    kernel
}

fn kernel(situation: &Situation) -> Kernel {
    let whole = Scale::new(0).unwrap();
    let instruments = (0..situation.bars.len())
        .map(|number| Instrument::new(format!("N{number}.XNAS"), whole, whole))
        .collect();
    let config = Config {
        account: match situation.account {
            Account::Cash => AccountKind::Cash,
            Account::Margin => AccountKind::Margin,
        },
        margin: rate(1.0 / situation.leverage),
        fill_policy: match situation.fill_policy {
            Policy::NextOpen => FillPolicy::NextOpen,
            Policy::ThisClose => FillPolicy::ThisClose,
        },
        costs: Costs {
            fees: Fees::plain(Rate::ZERO, money(situation.fee_per_order)),
            ..Costs::default()
        },
        ..Config::new(money(1_000.0))
    };
    Kernel::new(config, instruments).unwrap()
}

fn show(kernel: &mut Kernel, situation: &Situation, step: usize) {
    kernel.apply(Event::Step {
        step: step as u32,
        time: step as i64 * 86_400_000_000_000,
    });
    let bars: Vec<(u32, TickBar)> = (0..)
        .zip(&situation.bars)
        .filter_map(|(instrument, bars)| {
            let [open, high, low, close] = bars[step]?;
            let bar = TickBar {
                open,
                high,
                low,
                close,
            };
            Some((instrument, bar))
        })
        .collect();
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
}

fn give(kernel: &mut Kernel, given: &Given) {
    for (instrument, weight) in (0..).zip(&given.weights) {
        if let Some(share) = weight.map(rate) {
            kernel.apply(Event::Command(Command::Weigh { instrument, share }));
        }
    }
    kernel.apply(Event::Command(Command::Rebalance(Rebalance {
        keeps_others: given.others.as_deref() == Some("keep"),
        tolerance: rate(given.tolerance),
        least_trade: money(given.minimum_trade),
    })));
}

fn records(kernel: &Kernel) -> impl Iterator<Item = Record> {
    kernel.log().records().map(Result::unwrap)
}

fn fills(kernel: &Kernel) -> Vec<(u32, u32, i64, i64)> {
    records(kernel)
        .filter(|record| record.kind == RecordKind::OrderFilled)
        .map(|fill| (fill.step, fill.instrument, fill.quantity, fill.price))
        .collect()
}

fn refusals(kernel: &Kernel) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for reason in records(kernel).filter_map(|record| Reason::from_number(record.reason)) {
        *counts.entry(reason.as_str().to_owned()).or_default() += 1;
    }
    counts
}
