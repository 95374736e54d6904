use crate::blocks::{FromFirst, TrueRange};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "tradingview-keltner",
    talib: "",
    aliases: &[],
    group: Group::Overlap,
    meaning: "Keltner channel as TradingView computes it: exponential averages of the value and of the ranges, both from the first on",
    formula: "upper, lower = ema(x) +- multiplier * ema(range), ema as tradingview-ema, from the second bar on",
    source: "Pine Script reference, ta.kc",
    inputs: &["value", "high", "low", "close"],
    params: &[
        Param::period(20.0, 1.0, "Period of both averages"),
        Param::real(
            "multiplier",
            "",
            1.0,
            (0.0, 1e6),
            "Average ranges from the middle to a band",
        ),
        Param::choice(
            "range",
            &["true", "bar"],
            "The true range, or high less low",
        ),
    ],
    outputs: &[Output::real("upper", ""), Output::real("lower", "")],
    stability: Stability::Fading(|params| params[0]),
    lookback: |_| 1,
    compute: Compute::of::<TradingviewKeltner, 4, 2>(),
};

#[derive(Clone)]
struct TradingviewKeltner {
    multiplier: f64,
    takes_true_range: bool,
    middle: FromFirst,
    range: TrueRange,
    average_range: FromFirst,
}

state!(TradingviewKeltner {
    middle,
    range,
    average_range
});

impl Machine<4, 2> for TradingviewKeltner {
    fn open(params: &[f64]) -> Self {
        Self {
            multiplier: params[1],
            takes_true_range: params[2] == 0.0,
            middle: FromFirst::exponential(params[0]),
            range: TrueRange::new(),
            average_range: FromFirst::exponential(params[0]),
        }
    }

    #[inline]
    fn update(&mut self, [value, high, low, close]: [f64; 4]) -> [f64; 2] {
        let middle = self.middle.update(value);
        let true_range = self.range.update(high, low, close);
        let range = if self.takes_true_range {
            true_range
        } else {
            high - low
        };
        if range.is_nan() {
            return [f64::NAN; 2];
        }
        let reach = self.multiplier * self.average_range.update(range);
        if true_range.is_nan() {
            return [f64::NAN; 2];
        }
        [middle + reach, middle - reach]
    }
}
