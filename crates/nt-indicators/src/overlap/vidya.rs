use crate::blocks::{Smoother, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "vidya",
    talib: "",
    aliases: &["variable-index-dynamic-average"],
    group: Group::Overlap,
    meaning: "Variable index dynamic average: an exponential average that is quick where momentum is strong",
    formula: "vidya[t] = vidya[t-1] + 2 / (period + 1) |cmo(x, period)[t]| / 100 (x[t] - vidya[t-1]), from the value before the first cmo",
    source: "Chande, Adapting Moving Averages to Market Volatility, Stocks & Commodities 10 (1992)",
    inputs: &["value"],
    params: &[Param::period(
        9.0,
        2.0,
        "Period of the average and of the momentum, whose gains and losses are smoothed by Wilder's method",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Vidya, 1, 1>(),
};

#[derive(Clone)]
struct Vidya {
    alpha: f64,
    previous: f64,
    average: f64,
    gain: Smoother,
    loss: Smoother,
}

state!(Vidya {
    previous,
    average,
    gain,
    loss
});

impl Machine<1, 1> for Vidya {
    fn open(params: &[f64]) -> Self {
        let smoother = Smoother::wilder(params[0] as usize);
        Self {
            alpha: 2.0 / (params[0] + 1.0),
            previous: f64::NAN,
            average: f64::NAN,
            gain: smoother.clone(),
            loss: smoother,
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let before = std::mem::replace(&mut self.previous, value);
        let change = value - before;
        if change.is_nan() {
            return [f64::NAN];
        }
        let gain = self.gain.update(change.max(0.0));
        let loss = self.loss.update((-change).max(0.0));
        if gain.is_nan() {
            return [f64::NAN];
        }
        if self.average.is_nan() {
            self.average = before;
        }
        let momentum = ratio((gain - loss).abs(), gain + loss);
        self.average += self.alpha * momentum * (value - self.average);
        [self.average]
    }
}
