use crate::blocks::{RollingSum, TrueRange};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "vortex",
    talib: "VORTEX",
    aliases: &["vortex-indicator"],
    group: Group::Momentum,
    meaning: "Vortex: how far highs reach above earlier lows, and lows below earlier highs, over the true range",
    formula: "plus = sum of |high[t] - low[t-1]| / sum of true range, minus = sum of |low[t] - high[t-1]| / sum of true range",
    source: "Botes and Siepman, The Vortex Indicator, Stocks & Commodities 28 (2010)",
    inputs: &["high", "low", "close"],
    params: &[Param::period(14.0, 1.0, "Bars added")],
    outputs: &[
        Output::real("plus", "plusvi"),
        Output::real("minus", "minusvi"),
    ],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Vortex, 3, 2>(),
};

#[derive(Clone)]
struct Vortex {
    high: f64,
    low: f64,
    range: TrueRange,
    sums: [RollingSum; 3],
}

state!(Vortex {
    high,
    low,
    range,
    sums
});

impl Machine<3, 2> for Vortex {
    fn open(params: &[f64]) -> Self {
        Self {
            high: f64::NAN,
            low: f64::NAN,
            range: TrueRange::new(),
            sums: [(); 3].map(|()| RollingSum::new(params[0] as usize)),
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 2] {
        let (plus, minus) = ((high - self.low).abs(), (low - self.high).abs());
        (self.high, self.low) = (high, low);
        let range = self.range.update(high, low, close);
        if range.is_nan() {
            return [f64::NAN; 2];
        }
        let [all_plus, all_minus, ranges] = &mut self.sums;
        let range = ranges.update(range);
        let over = |sum: f64| if range == 0.0 { 0.0 } else { sum / range };
        [over(all_plus.update(plus)), over(all_minus.update(minus))]
    }
}
