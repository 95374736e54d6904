//! Columns of bars of many shapes, and what an indicator takes of them.
#![allow(dead_code, reason = "every test file uses its part")]

use std::collections::BTreeMap;

use nt_indicators::{Indicator, Param};
use proptest::prelude::*;

/// Columns by name.
pub type Bars = BTreeMap<&'static str, Vec<f64>>;

/// The names of every column that an indicator can read.
pub const NAMES: &[&str] = &[
    "open",
    "high",
    "low",
    "close",
    "volume",
    "value",
    "x",
    "y",
    "periods",
    "session",
    "advances",
    "declines",
    "advancingVolume",
    "decliningVolume",
    "bid",
    "ask",
    "bidSize",
    "askSize",
    "buyVolume",
    "sellVolume",
];

/// Further columns, and the ones that they hold the values of.
const SAME_AS: &[(&str, &str)] = &[
    ("advances", "volume"),
    ("declines", "periods"),
    ("advancingVolume", "volume"),
    ("decliningVolume", "periods"),
    ("bid", "low"),
    ("ask", "high"),
    ("bidSize", "volume"),
    ("askSize", "periods"),
    ("buyVolume", "volume"),
    ("sellVolume", "periods"),
];

fn with_further_columns(mut bars: Bars) -> Bars {
    for (name, other) in SAME_AS {
        let column = bars[other].clone();
        bars.insert(name, column);
    }
    bars
}

/// Bars of a random walk on a grid with ties; a value in 200 is not finite.
pub fn bars_of(length: usize) -> impl Strategy<Value = Bars> {
    let step = (-5_i32..=5, 0_i32..4, 0_i32..4, 0_i32..4, 0_u32..900);
    let tick = prop::sample::select(vec![1.0, 0.05, 1e-7, 1e7]);
    let offset = prop::sample::select(vec![1000.0, 3.0, 1e8]);
    (tick, offset, prop::collection::vec(step, 0..length)).prop_map(|(tick, offset, steps)| {
        let (mut close, mut sessions) = (0, 0.0);
        let mut bars: Bars = NAMES.iter().map(|name| (*name, Vec::new())).collect();
        for (change, above, below, volume, fault) in steps {
            let open = close;
            close += change;
            sessions += f64::from(u8::from(below == 0));
            let price = |value: i32| (f64::from(value) + offset) * tick;
            let row = [
                price(open),
                price(open.max(close) + above),
                price(open.min(close) - below),
                price(close),
                f64::from(volume) * 100.0,
                price(close),
                price(close),
                price(close + above * below),
                f64::from(above + volume + 2),
                sessions,
            ];
            for (at, (name, value)) in NAMES.iter().zip(row).enumerate() {
                let value = match fault {
                    0 if at == 5 => f64::INFINITY,
                    _ if fault as usize == at + 1 => f64::NAN,
                    _ => value,
                };
                bars.get_mut(name).unwrap().push(value);
            }
        }
        with_further_columns(bars)
    })
}

/// A walk without ties: every bar has a range, a body, both shadows and a volume, and is a session
/// of its own.
pub fn walk(length: usize, start: f64) -> Bars {
    let mut rng = nt_math::Rng::new(11);
    let mut close = start;
    let mut bars: Bars = NAMES.iter().map(|name| (*name, Vec::new())).collect();
    for bar in 0..length {
        let open = close * (1.0 + 0.003 * rng.next_normal());
        close = open * (1.0 + 0.01 * rng.next_normal());
        let high = open.max(close) * (1.0 + 0.01 * rng.next_f64());
        let low = open.min(close) * (1.0 - 0.01 * rng.next_f64());
        let volume = 1000.0 * (1.0 + rng.next_f64());
        let y = close * (1.0 + 0.02 * rng.next_normal());
        let periods = (2.0 + 20.0 * rng.next_f64()).floor();
        let row = [
            open, high, low, close, volume, close, close, y, periods, bar as f64,
        ];
        for (name, value) in NAMES.iter().zip(row) {
            bars.get_mut(name).unwrap().push(value);
        }
    }
    with_further_columns(bars)
}

/// The columns that an indicator reads.
pub fn inputs<'a>(indicator: &Indicator, bars: &'a Bars) -> Vec<&'a [f64]> {
    let column = |name: &&str| -> &'a [f64] {
        let column = bars.get(*name);
        column.unwrap_or_else(|| panic!("{} reads {name}: add it to NAMES", indicator.name))
    };
    indicator.inputs.iter().map(column).collect()
}

/// Every parameter, from whole numbers: periods as they are, choices round and round, others along
/// their range.
pub fn params(indicator: &Indicator, numbers: &[u32]) -> Vec<(&'static str, f64)> {
    let value = |(param, &number): (&Param, &u32)| {
        let number = f64::from(number);
        let value = if !param.choices.is_empty() {
            number % param.choices.len() as f64
        } else if param.whole {
            number
        } else {
            param.default * (0.5 + number % 8.0 / 8.0)
        };
        (param.name, value.clamp(param.min, param.max))
    };
    indicator
        .params
        .iter()
        .zip(numbers.iter().cycle())
        .map(value)
        .collect()
}

/// Bits, every NaN being one value.
pub fn bits(column: &[f64]) -> Vec<u64> {
    column
        .iter()
        .map(|value| {
            if value.is_nan() {
                f64::NAN.to_bits()
            } else {
                value.to_bits()
            }
        })
        .collect()
}
