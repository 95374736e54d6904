use crate::blocks::{RollingExtreme, Smoother, once_there};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "schaff",
    talib: "",
    aliases: &["stc", "schaff-trend-cycle"],
    group: Group::Momentum,
    meaning: "Schaff trend cycle: the stochastic of the MACD, taken twice and smoothed, 0 to 100",
    formula: "m = ema(x, fastPeriod) - ema(x, slowPeriod); f = place of m among its last `period`, smoothed by `factor`; stc = place of f among its last `period`, smoothed by `factor`; a place is 0 at the lowest and 100 at the highest, the one before where all are equal",
    source: "Schaff (1999)",
    inputs: &["value"],
    params: &[
        Param::period(10.0, 1.0, "Values of both stochastics"),
        Param::bars("fastPeriod", "", 23.0, 1.0, "Period of the fast average"),
        Param::bars("slowPeriod", "", 50.0, 1.0, "Period of the slow average"),
        Param::real(
            "factor",
            "",
            0.5,
            (0.01, 1.0),
            "Weight of the latest value in the smoothing",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |params| params[1].max(params[2]) as usize - 1 + 2 * (params[0] as usize - 1),
    compute: Compute::of::<Schaff, 1, 1>(),
};

#[derive(Clone)]
struct Schaff {
    fast: Smoother,
    slow: Smoother,
    first: Place,
    second: Place,
}

state!(Schaff {
    fast,
    slow,
    first,
    second
});

/// A stochastic of single values, smoothed.
#[derive(Clone)]
struct Place {
    factor: f64,
    highest: RollingExtreme,
    lowest: RollingExtreme,
    raw: f64,
    smooth: f64,
}

state!(Place {
    highest,
    lowest,
    raw,
    smooth
});

impl Place {
    fn new(period: usize, factor: f64) -> Self {
        Self {
            factor,
            highest: RollingExtreme::highest(period),
            lowest: RollingExtreme::lowest(period),
            raw: 0.0,
            smooth: f64::NAN,
        }
    }

    #[inline]
    fn update(&mut self, value: f64) -> f64 {
        let (highest, lowest) = (self.highest.update(value), self.lowest.update(value));
        if highest.is_nan() {
            return highest;
        }
        if highest > lowest {
            self.raw = 100.0 * ((value - lowest) / (highest - lowest));
        }
        self.smooth = if self.smooth.is_nan() {
            self.raw
        } else {
            self.smooth + self.factor * (self.raw - self.smooth)
        };
        self.smooth
    }
}

impl Machine<1, 1> for Schaff {
    fn open(params: &[f64]) -> Self {
        let place = Place::new(params[0] as usize, params[3]);
        Self {
            fast: Smoother::exponential(params[1].min(params[2]) as usize),
            slow: Smoother::exponential(params[1].max(params[2]) as usize),
            first: place.clone(),
            second: place,
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let macd = self.fast.update(value) - self.slow.update(value);
        let once = once_there(macd, |macd| self.first.update(macd));
        [once_there(once, |once| self.second.update(once))]
    }
}
