use crate::blocks::{Returns, SortedWindow};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "expected-shortfall",
    talib: "",
    aliases: &["conditional-value-at-risk", "cvar"],
    group: Group::Statistic,
    meaning: "Expected shortfall: the mean of the worst returns of a window",
    formula: "mean of the ceil((1 - confidence) period) lowest of the last `period` simple returns",
    source: "Acerbi and Tasche, On the coherence of expected shortfall (2002)",
    inputs: &["value"],
    params: &[
        Param::period(252.0, 1.0, "Returns taken together"),
        Param::real(
            "confidence",
            "",
            0.95,
            (0.5, 0.9999),
            "Share of returns that are not among the worst",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<ExpectedShortfall, 1, 1>(),
};

#[derive(Clone)]
struct ExpectedShortfall {
    worst: usize,
    returns: Returns,
    sorted: SortedWindow,
}

state!(ExpectedShortfall { returns, sorted });

impl Machine<1, 1> for ExpectedShortfall {
    fn open(params: &[f64]) -> Self {
        Self {
            worst: ((1.0 - params[1]) * params[0]).ceil().max(1.0) as usize,
            returns: Returns::new(),
            sorted: SortedWindow::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let change = self.returns.update(value);
        if change.is_nan() {
            return [change];
        }
        let Some(sorted) = self.sorted.update(change) else {
            return [f64::NAN];
        };
        [sorted[..self.worst].iter().sum::<f64>() / self.worst as f64]
    }
}
