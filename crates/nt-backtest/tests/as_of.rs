//! Indicators over raw bars across splits: each value is that of the history as it stood at its bar.

#[path = "driver/walk.rs"]
#[allow(dead_code, reason = "shared with the driver's tests")]
mod walk;

use nt_backtest::{Columns, Spec, TimedAction, split_factors};
use nt_core::{Bars, Code};
use nt_trading::{Event, SplitRatio};
use proptest::prelude::*;

const BARS: usize = 90;

/// A column of prices, one of none of the price's powers, one of volumes, and one over another.
const GRAPH: &str = r#"{"nodes":[
    {"column":"close"},{"column":"high"},{"column":"low"},{"column":"volume"},
    {"indicator":"sma","inputs":[0],"params":{"period":5},"output":"value"},
    {"indicator":"rsi","inputs":[0],"params":{"period":7},"output":"value"},
    {"indicator":"atr","inputs":[1,2,0],"params":{"period":6},"output":"value"},
    {"indicator":"sma","inputs":[3],"params":{"period":4},"output":"value"},
    {"indicator":"ema","inputs":[4],"params":{"period":3},"output":"value"}
],"rules":[]}"#;

fn computed(columns: Columns) -> Vec<Vec<f64>> {
    columns.into_computed().into_iter().flatten().collect()
}

/// The bars up to a row, restated for the splits among them: by hand, backwards.
fn as_of(bars: &Bars, factors: &[f64], row: usize) -> Bars {
    let restated = |column: &[f64], power: i32| -> Vec<f64> {
        let scale = |at: usize| (factors[at] / factors[row]).powi(power);
        column[..=row]
            .iter()
            .enumerate()
            .map(|(at, value)| value * scale(at))
            .collect()
    };
    Bars {
        time: bars.time[..=row].to_vec(),
        open: restated(&bars.open, 1),
        high: restated(&bars.high, 1),
        low: restated(&bars.low, 1),
        close: restated(&bars.close, 1),
        volume: restated(&bars.volume, -1),
    }
}

fn raw_bars_and_splits() -> impl Strategy<Value = (Bars, Vec<TimedAction>)> {
    let split = (0..BARS, 1_i64..10, 1_i64..10);
    (any::<u64>(), prop::collection::vec(split, 1..5)).prop_map(|(seed, splits)| {
        let bars = walk::walk(seed, BARS, 1);
        let action = |(row, new, old): (usize, i64, i64)| TimedAction {
            time: bars.time[row],
            event: Event::Split {
                instrument: 0,
                ratio: SplitRatio::new(new, old).unwrap(),
            },
        };
        let actions = splits.into_iter().map(action).collect();
        (bars, actions)
    })
}

fn close_to(left: f64, right: f64) -> bool {
    left.is_nan() && right.is_nan() || (left - right).abs() <= 1e-9 * right.abs().max(1e-9)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn a_value_is_that_of_the_history_as_it_stood((bars, actions) in raw_bars_and_splits()) {
        let spec = Spec::from_json(GRAPH).unwrap();
        let factors = split_factors(&actions, 0, &bars.time).unwrap_or(vec![1.0; BARS]);
        let columns = computed(Columns::compute_as_of(&spec.nodes, &bars.view(), &factors).unwrap());
        for row in (0..BARS).step_by(7) {
            let history = as_of(&bars, &factors, row);
            let expected = computed(Columns::compute(&spec.nodes, &history.view()).unwrap());
            for (column, expected) in columns.iter().zip(&expected) {
                prop_assert!(close_to(column[row], expected[row]), "{} is not {}", column[row], expected[row]);
            }
        }
    }

    #[test]
    fn a_split_to_come_changes_no_bit((bars, actions) in raw_bars_and_splits(), cut in 1..BARS) {
        let spec = Spec::from_json(GRAPH).unwrap();
        let whole = split_factors(&actions, 0, &bars.time).unwrap_or(vec![1.0; BARS]);
        let early = split_factors(&actions, 0, &bars.time[..cut]).unwrap_or(vec![1.0; cut]);
        prop_assert_eq!(&early[..], &whole[..cut]);
        let part = as_of(&bars, &vec![1.0; BARS], cut - 1);
        let of = |bars: &Bars, factors: &[f64]| computed(Columns::compute_as_of(&spec.nodes, &bars.view(), factors).unwrap());
        for (part, whole) in of(&part, &early).iter().zip(of(&bars, &whole)) {
            let bits = |values: &[f64]| values.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
            prop_assert_eq!(bits(part), bits(&whole[..cut]));
        }
    }
}

#[test]
fn the_powers_of_the_price_are_found() {
    let spec = Spec::from_json(GRAPH).unwrap();
    let bars = walk::walk(3, BARS, 1);
    let factors: Vec<f64> = (0..BARS)
        .map(|row| if row < 40 { 1.0 } else { 7.0 })
        .collect();
    let columns = Columns::compute_as_of(&spec.nodes, &bars.view(), &factors).unwrap();
    assert_eq!(columns.degrees(), [(4, 1), (5, 0), (6, 1), (7, -1), (8, 1)]);
}

#[test]
fn what_does_not_scale_with_the_price_is_refused() {
    let graph = r#"{"nodes":[{"column":"close"},{"column":"volume"},
        {"indicator":"sma","inputs":[0],"params":{"period":5},"output":"value"},
        {"indicator":"atr","inputs":[0,1,2],"params":{"period":3},"output":"value"}],"rules":[]}"#;
    let spec = Spec::from_json(graph).unwrap();
    let bars = walk::walk(3, BARS, 1);
    let factors: Vec<f64> = (0..BARS)
        .map(|row| if row < 40 { 1.0 } else { 2.0 })
        .collect();
    let error = Columns::compute_as_of(&spec.nodes, &bars.view(), &factors).unwrap_err();
    assert_eq!(error.code(), Code::InvalidStrategy);
}
