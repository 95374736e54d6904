//! Random series on a grid of ticks, rules of accounts, and strategies over them.

use std::collections::BTreeMap;

use nt_backtest::measures::{Profile, ReturnsPer};
use nt_backtest::{Action, CloseAtEnd, Condition, Node, Operand, Rule, Side};
use nt_core::{Bars, Instrument, Money, NANOS_PER_DAY, Rate, Scale};
use nt_trading::costs::{FeeModel, Fees, PerUnitFee};
use nt_trading::{AccountKind, Config, Costs, FillPolicy, Matching, QueueRules, Sizing, Slippage};
use proptest::prelude::*;

/// A sweep of some strategies over one series.
#[derive(Clone, Debug)]
pub struct Case {
    pub bars: Bars,
    pub instrument: Instrument,
    pub config: Config,
    pub close: CloseAtEnd,
    pub settle: usize,
    pub profile: Profile,
    pub returns_per: ReturnsPer,
    pub nodes: Vec<Node>,
    pub strategies: Vec<Vec<Rule>>,
}

fn rate(share: f64) -> Rate {
    Rate::from_f64(share).unwrap()
}

fn money(amount: f64) -> Money {
    Money::from_f64(amount).unwrap()
}

/// A walk of whole ticks: still enough for ties, or so wild that accounts are ruined.
fn bars() -> impl Strategy<Value = (Bars, u32)> {
    let steps = prop::collection::vec((-4..=4_i64, -3..=3_i64), 1..260);
    let gap = prop::sample::select(vec![NANOS_PER_DAY, NANOS_PER_DAY / 24, NANOS_PER_DAY * 7]);
    (steps, 20..20_000_i64, 0..=3_u32, 1..=60_i64, gap).prop_map(
        |(steps, from, decimals, size, gap)| {
            let scale = Scale::new(decimals).unwrap();
            let mut bars = Bars::default();
            let mut close = from;
            for (row, (change, gap_up)) in steps.into_iter().enumerate() {
                // A price that grows a thousandfold and again leaves the integers of money.
                let open = (close + gap_up * size / 2).max(from / 4 + 1);
                close = (open + change * size).max(from / 4 + 1);
                bars.time.push((row as i64 + 2_000) * gap);
                bars.open.push(scale.to_float(open));
                bars.high.push(scale.to_float(open.max(close) + 1));
                bars.low.push(scale.to_float((open.min(close) - 1).max(1)));
                bars.close.push(scale.to_float(close));
                bars.volume.push(1_000.0);
            }
            (bars, decimals)
        },
    )
}

fn costs() -> impl Strategy<Value = Costs> {
    let share = prop::sample::select(vec![0.0, 0.001, 0.000_123_456, 0.02]);
    let amount = prop::sample::select(vec![0.0, 1.0, 0.333]);
    let fees = prop_oneof![
        4 => (share.clone(), amount).prop_map(|(share, amount)| Fees::plain(rate(share), money(amount))),
        1 => Just(Fees {
            model: FeeModel::PerUnit(PerUnitFee { per_unit: money(0.005) }),
            ..Fees::default()
        }),
    ];
    let slippage = prop_oneof![
        3 => Just(Slippage::None),
        1 => (0..4_i64).prop_map(Slippage::Ticks),
        1 => Just(Slippage::Share(rate(0.0007))),
        1 => Just(Slippage::HalfSpread(rate(0.003))),
    ];
    let spread = prop::sample::select(vec![0.0, 0.0, 0.002]);
    (fees, slippage, spread).prop_map(|(fees, slippage, spread)| Costs {
        fees,
        slippage,
        spread: rate(spread),
        ..Costs::default()
    })
}

fn plain_config() -> impl Strategy<Value = Config> {
    let cash = prop::sample::select(vec![100.0, 10_000.0, 1e6]);
    let margin = prop::sample::select(vec![1.0, 1.0, 0.5, 0.1]);
    (cash, margin, costs(), any::<(bool, bool)>()).prop_map(
        |(cash, margin, costs, (owns, late))| Config {
            account: if owns {
                AccountKind::Cash
            } else {
                AccountKind::Margin
            },
            margin: if owns { Rate::ONE } else { rate(margin) },
            sizing: if late {
                Sizing::AtFill
            } else {
                Sizing::AtDecision
            },
            costs,
            ..Config::new(money(cash))
        },
    )
}

/// Rules that the plain account does not model.
fn other_config() -> impl Strategy<Value = Config> {
    (plain_config(), 0..4_u8).prop_map(|(config, kind)| match kind {
        0 => Config {
            fill_policy: FillPolicy::ThisClose,
            ..config
        },
        1 => Config {
            cash_reserve: rate(0.1),
            ..config
        },
        2 => Config {
            costs: Costs {
                max_volume_share: Some(rate(0.05)),
                ..config.costs
            },
            ..config
        },
        _ => Config {
            matching: Matching::Queue(QueueRules::default()),
            costs: Costs {
                fees: Fees::plain(rate(0.001), Money::ZERO),
                ..Costs::default()
            },
            ..config
        },
    })
}

/// Bars of the close and its averages, tied often: equal windows are not left out.
fn nodes() -> impl Strategy<Value = Vec<Node>> {
    prop::collection::vec(2..12_u8, 2..4).prop_map(|windows| averages(&windows))
}

fn averages(windows: &[u8]) -> Vec<Node> {
    let close = Node::Bars {
        column: "close".into(),
    };
    let averages = windows.iter().map(|&window| Node::Indicator {
        indicator: "sma".into(),
        inputs: vec![0],
        params: BTreeMap::from([("period".into(), f64::from(window))]),
        output: "value".into(),
    });
    std::iter::once(close).chain(averages).collect()
}

fn operand() -> impl Strategy<Value = Operand> {
    prop_oneof![
        6 => (0..3_usize).prop_map(|node| Operand::Node { node }),
        1 => (1..100_i64).prop_map(|level| Operand::Constant(level as f64)),
    ]
}

fn condition() -> impl Strategy<Value = Condition> {
    let pair = (operand(), operand(), 0..4_u8);
    let comparison = pair.prop_map(|(left, right, kind)| match kind {
        0 => Condition::CrossedAbove { left, right },
        1 => Condition::CrossedBelow { left, right },
        2 => Condition::Above { left, right },
        _ => Condition::Below { left, right },
    });
    let side = prop::sample::select(vec![Side::Flat, Side::Long, Side::Short]);
    let leaf = prop_oneof![
        4 => comparison,
        1 => side.prop_map(|is| Condition::Position { is }),
    ];
    leaf.prop_recursive(2, 6, 2, |inner| {
        let some = prop::collection::vec(inner.clone(), 1..3);
        prop_oneof![
            some.clone()
                .prop_map(|conditions| Condition::And { conditions }),
            some.prop_map(|conditions| Condition::Or { conditions }),
            inner.prop_map(|condition| Condition::Not {
                condition: Box::new(condition)
            }),
        ]
    })
}

fn rule(exits: bool) -> impl Strategy<Value = Rule> {
    let share = prop::sample::select(vec![1.0, -1.0, 0.0, 0.5, -0.3, 1.7]);
    let stop = prop::option::weighted(if exits { 0.2 } else { 0.0 }, Just(0.02));
    (condition(), share, stop).prop_map(|(when, target_percent, stop_loss)| Rule {
        when,
        then: Action {
            target_percent,
            stop_loss,
            take_profit: None,
        },
    })
}

/// Long above, something else below, as most strategies that are swept.
fn cross() -> impl Strategy<Value = Vec<Rule>> {
    let share = prop::sample::select(vec![0.0, -1.0]);
    (operand(), operand(), share, any::<bool>()).prop_map(|(left, right, share, crosses)| {
        let rule = |when, target_percent| Rule {
            when,
            then: Action {
                target_percent,
                stop_loss: None,
                take_profit: None,
            },
        };
        if crosses {
            vec![
                rule(Condition::CrossedAbove { left, right }, 1.0),
                rule(Condition::CrossedBelow { left, right }, share),
            ]
        } else {
            vec![
                rule(Condition::Above { left, right }, 1.0),
                rule(Condition::Below { left, right }, share),
            ]
        }
    })
}

fn strategies() -> impl Strategy<Value = Vec<Vec<Rule>>> {
    let wild = prop::collection::vec(rule(true), 1..4);
    prop::collection::vec(prop_oneof![2 => cross(), 1 => wild], 1..4)
}

fn case(
    config: impl Strategy<Value = Config>,
    strategies: impl Strategy<Value = Vec<Vec<Rule>>>,
) -> impl Strategy<Value = Case> {
    let profile = prop::sample::select(vec![
        Profile::NeuralTrader,
        Profile::NeuralTrader,
        Profile::BacktestingPy,
        Profile::Vectorbt,
    ]);
    let rest = (0..=3_u32, any::<(bool, bool)>(), 0..=1_usize);
    (bars(), config, nodes(), strategies, profile, rest).prop_map(
        |((bars, decimals), config, nodes, strategies, profile, rest)| {
            let (quantity, (closes, by_day), settle) = rest;
            let scale = |decimals| Scale::new(decimals).unwrap();
            let queue = matches!(config.matching, Matching::Queue(_));
            Case {
                bars,
                instrument: Instrument::new("X.XTST", scale(decimals), scale(quantity)),
                config,
                close: match (closes, queue) {
                    (false, _) => CloseAtEnd::No,
                    (true, true) => CloseAtEnd::LastOpen,
                    (true, false) => CloseAtEnd::LastClose,
                },
                settle,
                profile,
                returns_per: if by_day {
                    ReturnsPer::Day
                } else {
                    ReturnsPer::Bar
                },
                nodes,
                strategies,
            }
        },
    )
}

/// Any rules and any strategies.
pub fn any_case() -> impl Strategy<Value = Case> {
    case(
        prop_oneof![4 => plain_config(), 1 => other_config()],
        strategies(),
    )
}

/// Rules and strategies that the plain account models.
pub fn plain_case() -> impl Strategy<Value = Case> {
    case(plain_config(), prop::collection::vec(cross(), 1..4))
}

/// Many averages and one strategy over two of them.
pub fn wide_case() -> impl Strategy<Value = Case> {
    let rules = cross().prop_filter("over two averages", |rules| {
        matches!(
            rules[0].when,
            Condition::CrossedAbove {
                left: Operand::Node { node: 1 },
                right: Operand::Node { node: 2 }
            } | Condition::Above {
                left: Operand::Node { node: 1 },
                right: Operand::Node { node: 2 }
            }
        )
    });
    case(plain_config(), rules.prop_map(|rules| vec![rules])).prop_map(|case| Case {
        nodes: averages(&[2, 3, 5, 4, 9, 7, 2]),
        ..case
    })
}

/// One case that is the same every time.
pub fn plain_example() -> Case {
    let mut bars = Bars::default();
    for row in 0..60_i64 {
        let price = 100.0 + (row * 7 % 13) as f64;
        bars.time.push((row + 1) * NANOS_PER_DAY);
        for column in [
            &mut bars.open,
            &mut bars.high,
            &mut bars.low,
            &mut bars.close,
        ] {
            column.push(price);
        }
        bars.volume.push(1_000.0);
    }
    let scale = |decimals| Scale::new(decimals).unwrap();
    Case {
        bars,
        instrument: Instrument::new("X.XTST", scale(2), scale(0)),
        config: Config::new(money(10_000.0)),
        close: CloseAtEnd::No,
        settle: 0,
        profile: Profile::NeuralTrader,
        returns_per: ReturnsPer::Bar,
        nodes: averages(&[2, 5]),
        strategies: vec![vec![constant_rule(1.0)]],
    }
}

/// Always above nothing.
pub fn constant_rule(target_percent: f64) -> Rule {
    Rule {
        when: Condition::Above {
            left: Operand::Node { node: 2 },
            right: Operand::Constant(0.0),
        },
        then: Action {
            target_percent,
            stop_loss: None,
            take_profit: None,
        },
    }
}
