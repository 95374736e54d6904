use crate::blocks::{Window, log_ratio, ratio, window_moments};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "hurst",
    talib: "",
    aliases: &["hurst-exponent"],
    group: Group::Statistic,
    meaning: "Hurst exponent by rescaled range: above one half where changes go on, below where they turn back",
    formula: "ln(R / S) / ln(period) over the last `period` log returns, R = range of the running sums of their deviations from the mean (0 among them), S = sd; one half where that is 0",
    source: "Hurst, Long-term storage capacity of reservoirs (1951)",
    inputs: &["value"],
    params: &[Param::period(100.0, 4.0, "Returns taken together")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Hurst, 1, 1>(),
};

#[derive(Clone)]
struct Hurst {
    per_log: f64,
    previous: f64,
    window: Window,
}

state!(Hurst { previous, window });

impl Machine<1, 1> for Hurst {
    fn open(params: &[f64]) -> Self {
        Self {
            per_log: 1.0 / params[0].ln(),
            previous: f64::NAN,
            window: Window::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let change = log_ratio(value, std::mem::replace(&mut self.previous, value));
        if change.is_nan() {
            return [change];
        }
        self.window.push(change);
        if !self.window.is_full() {
            return [f64::NAN];
        }
        let changes = self.window.values();
        let [variance, _, _] = window_moments(changes);
        let mean = nt_math::sum(changes) / changes.len() as f64;
        let (mut sum, mut low, mut high) = (0.0_f64, 0.0_f64, 0.0_f64);
        for change in changes {
            sum += change - mean;
            (low, high) = (low.min(sum), high.max(sum));
        }
        let rescaled = ratio(high - low, variance.sqrt());
        [if rescaled > 0.0 {
            rescaled.ln() * self.per_log
        } else {
            0.5
        }]
    }
}
