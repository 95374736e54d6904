use crate::blocks::{Smoother, TrueRange};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "keltner",
    talib: "KC",
    aliases: &["kc", "keltner-channels"],
    group: Group::Overlap,
    meaning: "Keltner channels: an exponential average, and bands some average true ranges around it",
    formula: "middle = ema((high + low + close) / 3, period); upper, lower = middle +- deviations atr(atrPeriod)",
    source: "Keltner (1960), as changed by Raschke",
    inputs: &["high", "low", "close"],
    params: &[
        Param::period(20.0, 1.0, "Typical prices averaged"),
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

/// As in TA-Lib the average and the range both have their first value on the bar on which the later
/// one has it: the other one begins later.
#[derive(Clone)]
struct Keltner {
    deviations: f64,
    /// Bars that the average and the range still pass over.
    skip: [usize; 2],
    average: Smoother,
    range: TrueRange,
    smoother: Smoother,
}

state!(Keltner {
    skip,
    average,
    range,
    smoother
});

impl Machine<3, 3> for Keltner {
    const FUSED: bool = true;

    fn open(params: &[f64]) -> Self {
        let (period, ranges) = (params[0] as usize, params[1] as usize);
        Self {
            deviations: params[2],
            skip: [
                (ranges + 1).saturating_sub(period),
                (period - 1).saturating_sub(ranges),
            ],
            average: Smoother::exponential(period),
            range: TrueRange::new(),
            smoother: Smoother::wilder(ranges),
        }
    }

    #[inline(always)]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 3] {
        let mut middle = f64::NAN;
        if self.skip[0] > 0 {
            self.skip[0] -= 1;
        } else {
            middle = self.average.update((high + low + close) / 3.0);
        }
        if self.skip[1] > 0 {
            self.skip[1] -= 1;
            return [f64::NAN; 3];
        }
        let range = self.range.update(high, low, close);
        if range.is_nan() {
            return [f64::NAN; 3];
        }
        let reach = self.deviations * self.smoother.update(range);
        if middle.is_nan() || reach.is_nan() {
            return [f64::NAN; 3];
        }
        [middle + reach, middle, middle - reach]
    }
}
