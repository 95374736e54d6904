use crate::blocks::{RollingMoments, Smoother, TrueRange, once_there, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "pretty-good-oscillator",
    talib: "",
    aliases: &["pgo"],
    group: Group::Momentum,
    meaning: "Pretty good oscillator: the distance of the close from its average, in average ranges",
    formula: "(close - sma(close, period)) / ema(true range, period); 0 where that is 0",
    source: "Johnson",
    inputs: &["high", "low", "close"],
    params: &[Param::period(14.0, 1.0, "Closes and ranges averaged")],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| params[0]),
    lookback: |params| params[0] as usize,
    compute: Compute::of::<PrettyGoodOscillator, 3, 1>(),
};

#[derive(Clone)]
struct PrettyGoodOscillator {
    closes: RollingMoments,
    range: TrueRange,
    average: Smoother,
}

state!(PrettyGoodOscillator {
    closes,
    range,
    average
});

impl Machine<3, 1> for PrettyGoodOscillator {
    const FUSED: bool = true;

    fn open(params: &[f64]) -> Self {
        Self {
            closes: RollingMoments::new(params[0] as usize),
            range: TrueRange::new(),
            average: Smoother::exponential(params[0] as usize),
        }
    }

    #[inline(always)]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 1] {
        self.closes.update(close);
        let range = self.range.update(high, low, close);
        let range = once_there(range, |range| self.average.update(range));
        [ratio(self.closes.above_mean(close), range)]
    }
}
