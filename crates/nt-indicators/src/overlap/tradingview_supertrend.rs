use crate::blocks::{Smoother, TrueRange};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "tradingview-supertrend",
    talib: "",
    aliases: &["supertrend-tradingview"],
    group: Group::Overlap,
    meaning: "Supertrend as TradingView computes it: the range of the first bar, high - low, is smoothed too, so the line begins a bar earlier, and a direction of -1 is up",
    formula: "as supertrend, with a first true range of high - low; direction -1 rising, 1 falling",
    source: "Seban",
    inputs: &["high", "low", "close"],
    params: &[
        Param::period(10.0, 1.0, "Ranges smoothed, by Wilder's method"),
        Param::real(
            "multiplier",
            "",
            3.0,
            (0.0, 1e6),
            "Ranges from the middle of the bar to the line",
        ),
    ],
    outputs: &[Output::real("line", ""), Output::whole("direction", "")],
    stability: Stability::Path,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<TradingviewSupertrend, 3, 2>(),
};

#[derive(Clone)]
struct TradingviewSupertrend {
    multiplier: f64,
    range: TrueRange,
    smoother: Smoother,
    close: f64,
    upper: f64,
    lower: f64,
    rising: bool,
}

state!(TradingviewSupertrend {
    range,
    smoother,
    close,
    upper,
    lower,
    rising
});

impl Machine<3, 2> for TradingviewSupertrend {
    const FUSED: bool = true;

    fn open(params: &[f64]) -> Self {
        Self {
            multiplier: params[1],
            range: TrueRange::new(),
            smoother: Smoother::wilder(params[0] as usize),
            close: f64::NAN,
            upper: f64::NAN,
            lower: f64::NAN,
            rising: false,
        }
    }

    #[inline(always)]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 2] {
        let range = self.range.update(high, low, close);
        let range = if range.is_nan() { high - low } else { range };
        let atr = self.smoother.update(range);
        let before = std::mem::replace(&mut self.close, close);
        if atr.is_nan() {
            return [f64::NAN; 2];
        }
        let (middle, reach) = ((high + low) * 0.5, self.multiplier * atr);
        let (upper, lower) = (self.upper, self.lower);
        self.upper = nearer(middle + reach, upper, before > upper, f64::min);
        self.lower = nearer(middle - reach, lower, before < lower, f64::max);
        self.rising = if self.rising {
            close >= self.lower
        } else {
            close > self.upper
        };
        if self.rising {
            [self.lower, -1.0]
        } else {
            [self.upper, 1.0]
        }
    }
}

/// A band only comes nearer, unless the close before it broke out.
fn nearer(band: f64, last: f64, broken: bool, nearer: fn(f64, f64) -> f64) -> f64 {
    if broken || last.is_nan() {
        band
    } else {
        nearer(band, last)
    }
}
