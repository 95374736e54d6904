//! The cross of two moving averages as data.

use nt_backtest::{CloseAtEnd, Declarative, Driver, Spec};
use nt_core::Bars;

use crate::walk::kernel;

const CROSS: &str = r#"{
    "nodes": [
        {"column": "close"},
        {"indicator": "sma", "inputs": [0], "params": {"period": 5}, "output": "value"},
        {"indicator": "sma", "inputs": [0], "params": {"period": 20}, "output": "value"}
    ],
    "rules": [
        {"when": {"op": "crossedAbove", "left": {"node": 1}, "right": {"node": 2}},
         "then": {"targetPercent": 0.9, "stopLoss": 0.04, "takeProfit": 0.08}},
        {"when": {"op": "crossedBelow", "left": {"node": 1}, "right": {"node": 2}},
         "then": {"targetPercent": -0.5}}
    ]
}"#;

/// Runs it, advancing by so many steps at a time.
pub fn run(bars: &Bars, slice: usize, close: CloseAtEnd) -> Driver {
    let spec = Spec::from_json(CROSS).unwrap();
    let mut run = Declarative::new(kernel(1, |config| config), &spec, bars.view(), 0).unwrap();
    while !run.advance(bars.view(), slice) {}
    run.finish(bars.view(), close)
}
