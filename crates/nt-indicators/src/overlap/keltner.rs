use crate::blocks::{Smoother, TrueRange};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "keltner",
    talib: "KC",
    aliases: &["kc", "keltner-channels"],
    group: Group::Overlap,
    meaning: "Keltner channels: an exponential average, and bands some average true ranges around it",
    formula: "middle = ema(close, period); upper, lower = middle +- deviations atr(atrPeriod)",
    source: "Keltner (1960), as changed by Raschke",
    inputs: &["high", "low", "close"],
    params: &[
        Param::period(20.0, 1.0, "Closes averaged"),
        Param::bars(
            "atrPeriod",
            "atrperiod",
            10.0,
            1.0,
            "Ranges smoothed, by Wilder's method",
        ),
        Param::real(
            "deviations",
            "nbdev",
            2.0,
            (0.0, 1e6),
            "Ranges from the average to a band",
        ),
    ],
    outputs: &[
        Output::real("upper", "upperband"),
        Output::real("middle", "middleband"),
        Output::real("lower", "lowerband"),
    ],
    stability: Stability::Fading(|params| params[0].max(2.0 * params[1] - 1.0)),
    lookback: |params| (params[0] as usize - 1).max(params[1] as usize),
    compute: Compute::of::<Keltner, 3, 3>(),
};

#[derive(Clone)]
struct Keltner {
    deviations: f64,
    average: Smoother,
    range: TrueRange,
    smoother: Smoother,
}

state!(Keltner {
    average,
    range,
    smoother
});

impl Machine<3, 3> for Keltner {
    fn open(params: &[f64]) -> Self {
        Self {
            deviations: params[2],
            average: Smoother::exponential(params[0] as usize),
            range: TrueRange::new(),
            smoother: Smoother::wilder(params[1] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 3] {
        let middle = self.average.update(close);
        let range = self.range.update(high, low, close);
        let atr = if range.is_nan() {
            range
        } else {
            self.smoother.update(range)
        };
        if middle.is_nan() || atr.is_nan() {
            return [f64::NAN; 3];
        }
        let reach = self.deviations * atr;
        [middle + reach, middle, middle - reach]
    }
}
