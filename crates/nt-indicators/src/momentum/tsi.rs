use crate::blocks::Smoother;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "tsi",
    talib: "TSI",
    aliases: &["true-strength-index"],
    group: Group::Momentum,
    meaning: "True strength index: the change from bar to bar, smoothed twice, over its size, -100 to 100",
    formula: "100 ema(ema(change, firstPeriod), secondPeriod) / ema(ema(|change|, firstPeriod), secondPeriod); 0 where nothing moved",
    source: "Blau, True Strength Index, Stocks & Commodities 9 (1991)",
    inputs: &["value"],
    params: &[
        Param::bars(
            "firstPeriod",
            "firstperiod",
            25.0,
            1.0,
            "Period of the first smoothing",
        ),
        Param::bars(
            "secondPeriod",
            "secondperiod",
            13.0,
            1.0,
            "Period of the second smoothing",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| params[0] + params[1]),
    lookback: |params| (params[0] + params[1]) as usize - 1,
    compute: Compute::of::<Tsi, 1, 1>(),
};

#[derive(Clone)]
struct Tsi {
    previous: f64,
    change: [Smoother; 2],
    size: [Smoother; 2],
}

state!(Tsi {
    previous,
    change,
    size
});

impl Machine<1, 1> for Tsi {
    const FUSED: bool = true;

    fn open(params: &[f64]) -> Self {
        let smoother = |at: usize| Smoother::exponential(params[at] as usize);
        Self {
            previous: f64::NAN,
            change: [smoother(0), smoother(1)],
            size: [smoother(0), smoother(1)],
        }
    }

    #[inline(always)]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let change = value - std::mem::replace(&mut self.previous, value);
        if change.is_nan() {
            return [change];
        }
        let size = twice(&mut self.size, change.abs());
        let change = twice(&mut self.change, change);
        [if size == 0.0 {
            0.0
        } else {
            100.0 * (change / size)
        }]
    }
}

fn twice([first, second]: &mut [Smoother; 2], value: f64) -> f64 {
    let once = first.update(value);
    if once.is_nan() {
        once
    } else {
        second.update(once)
    }
}
