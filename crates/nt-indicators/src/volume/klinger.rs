use crate::blocks::Smoother;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "klinger",
    talib: "",
    aliases: &["kvo", "klinger-volume-oscillator"],
    group: Group::Volume,
    meaning: "Klinger volume oscillator: a fast average less a slow one of volume signed by the trend",
    formula: "ema(v, fastPeriod) - ema(v, slowPeriod), v = 100 volume |2 (dm / cm - 1)| trend; trend = 1 where high + low + close rose, otherwise -1; dm = high - low, cm = dm summed since the bar before the trend turned (from the second bar at first); v = 0 where cm is 0",
    source: "Klinger, Stocks & Commodities 15 (1997)",
    inputs: &["high", "low", "close", "volume"],
    params: &[
        Param::bars("fastPeriod", "", 34.0, 1.0, "Period of the fast average"),
        Param::bars("slowPeriod", "", 55.0, 1.0, "Period of the slow average"),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |params| params[0].max(params[1]) as usize + 1,
    compute: Compute::of::<Klinger, 4, 1>(),
};

#[derive(Clone)]
struct Klinger {
    price: f64,
    trend: f64,
    range: f64,
    run: f64,
    fast: Smoother,
    slow: Smoother,
}

state!(Klinger {
    price,
    trend,
    range,
    run,
    fast,
    slow
});

impl Machine<4, 1> for Klinger {
    const FUSED: bool = true;

    fn open(params: &[f64]) -> Self {
        Self {
            price: f64::NAN,
            trend: f64::NAN,
            range: f64::NAN,
            run: f64::NAN,
            fast: Smoother::exponential(params[0].min(params[1]) as usize),
            slow: Smoother::exponential(params[0].max(params[1]) as usize),
        }
    }

    #[inline(always)]
    fn update(&mut self, [high, low, close, volume]: [f64; 4]) -> [f64; 1] {
        let price = high + low + close;
        let range = high - low;
        let (last_price, last_range) = (self.price, self.range);
        (self.price, self.range) = (price, range);
        if last_price.is_nan() {
            return [f64::NAN];
        }
        let trend = if price > last_price { 1.0 } else { -1.0 };
        let last_trend = std::mem::replace(&mut self.trend, trend);
        if last_trend.is_nan() {
            self.run = range;
            return [f64::NAN];
        }
        self.run = if trend == last_trend {
            self.run + range
        } else {
            last_range + range
        };
        let force = if self.run == 0.0 {
            0.0
        } else {
            100.0 * trend * volume * (2.0 * (range / self.run - 1.0)).abs()
        };
        [self.fast.update(force) - self.slow.update(force)]
    }
}
