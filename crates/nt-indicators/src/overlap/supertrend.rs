use crate::blocks::{Smoother, TrueRange};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "supertrend",
    talib: "SUPERTREND",
    aliases: &[],
    group: Group::Overlap,
    meaning: "Supertrend: a stop line some average true ranges away that follows the trend, and its direction",
    formula: "upper, lower = (high + low) / 2 +- multiplier atr(period), each only coming nearer until the close breaks it; the line is lower while the trend is up (1), upper while it is down (-1)",
    source: "Seban",
    inputs: &["high", "low", "close"],
    params: &[
        Param::period(10.0, 1.0, "Ranges smoothed, by Wilder's method"),
        Param::real(
            "multiplier",
            "multiplier",
            3.0,
            (0.0, 1e6),
            "Ranges from the middle of the bar to the line",
        ),
    ],
    outputs: &[
        Output::real("line", "supertrend"),
        Output::whole("trend", "trend"),
    ],
    stability: Stability::Path,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Supertrend, 3, 2>(),
};

#[derive(Clone)]
struct Supertrend {
    multiplier: f64,
    range: TrueRange,
    smoother: Smoother,
    close: f64,
    upper: f64,
    lower: f64,
    rising: bool,
}

state!(Supertrend {
    range,
    smoother,
    close,
    upper,
    lower,
    rising
});

impl Machine<3, 2> for Supertrend {
    const FUSED: bool = true;

    fn open(params: &[f64]) -> Self {
        Self {
            multiplier: params[1],
            range: TrueRange::new(),
            smoother: Smoother::wilder(params[0] as usize),
            close: f64::NAN,
            upper: f64::NAN,
            lower: f64::NAN,
            rising: true,
        }
    }

    #[inline(always)]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 2] {
        let range = self.range.update(high, low, close);
        let before = std::mem::replace(&mut self.close, close);
        let atr = if range.is_nan() {
            range
        } else {
            self.smoother.update(range)
        };
        if atr.is_nan() {
            return [f64::NAN; 2];
        }
        let (middle, reach) = (((high + low) * 0.5), self.multiplier * atr);
        let (upper, lower) = (middle + reach, middle - reach);
        // A band only comes nearer, unless the close before it broke out.
        let (last_upper, last_lower) = (self.upper, self.lower);
        self.upper = if before <= last_upper && upper >= last_upper {
            last_upper
        } else {
            upper
        };
        self.lower = if before >= last_lower && lower <= last_lower {
            last_lower
        } else {
            lower
        };
        self.rising = if self.rising {
            close >= self.lower
        } else {
            close > self.upper
        };
        if self.rising {
            [self.lower, 1.0]
        } else {
            [self.upper, -1.0]
        }
    }
}
