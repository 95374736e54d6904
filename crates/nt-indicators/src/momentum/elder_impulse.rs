use crate::blocks::{Smoother, once_there};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "elder-impulse",
    talib: "",
    aliases: &["impulse"],
    group: Group::Momentum,
    meaning: "Elder impulse: 1 where an average and the MACD histogram both rise, -1 where both fall, otherwise 0",
    formula: "signs of the changes of ema(x, period) and of macd - ema(macd, signalPeriod), macd = ema(x, fastPeriod) - ema(x, slowPeriod)",
    source: "Elder, Come Into My Trading Room (2002)",
    inputs: &["value"],
    params: &[
        Param::period(13.0, 1.0, "Period of the average"),
        Param::bars("fastPeriod", "", 12.0, 1.0, "Period of the fast average"),
        Param::bars("slowPeriod", "", 26.0, 1.0, "Period of the slow average"),
        Param::bars("signalPeriod", "", 9.0, 1.0, "Period of the signal"),
    ],
    outputs: &[Output::WHOLE],
    stability: Stability::Fading(|params| {
        params[0]
            .max(params[1] + params[3])
            .max(params[2] + params[3])
    }),
    lookback: |params| params[0].max(params[1].max(params[2]) + params[3] - 1.0) as usize,
    compute: Compute::of::<ElderImpulse, 1, 1>(),
};

#[derive(Clone)]
struct ElderImpulse {
    average: Smoother,
    fast: Smoother,
    slow: Smoother,
    signal: Smoother,
    previous: [f64; 2],
}

state!(ElderImpulse {
    average,
    fast,
    slow,
    signal,
    previous
});

impl Machine<1, 1> for ElderImpulse {
    const FUSED: bool = true;

    fn open(params: &[f64]) -> Self {
        Self {
            average: Smoother::exponential(params[0] as usize),
            fast: Smoother::exponential(params[1].min(params[2]) as usize),
            slow: Smoother::exponential(params[1].max(params[2]) as usize),
            signal: Smoother::exponential(params[3] as usize),
            previous: [f64::NAN; 2],
        }
    }

    #[inline(always)]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let average = self.average.update(value);
        let macd = self.fast.update(value) - self.slow.update(value);
        let histogram = macd - once_there(macd, |macd| self.signal.update(macd));
        let before = std::mem::replace(&mut self.previous, [average, histogram]);
        let (trend, power) = (average - before[0], histogram - before[1]);
        [if trend.is_nan() || power.is_nan() {
            f64::NAN
        } else if trend > 0.0 && power > 0.0 {
            1.0
        } else if trend < 0.0 && power < 0.0 {
            -1.0
        } else {
            0.0
        }]
    }
}
