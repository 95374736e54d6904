use crate::blocks::FromFirst;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "tradingview-ema",
    talib: "",
    aliases: &[],
    group: Group::Overlap,
    meaning: "Exponential moving average as TradingView computes it: from the first value instead of an average",
    formula: "ema[0] = x[0]; ema[t] = ema[t-1] + (x[t] - ema[t-1]) * 2 / (period + 1)",
    source: "Pine Script reference, ta.ema",
    inputs: &["value"],
    params: &[Param::period(9.0, 1.0, "Values whose weight it resembles")],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| params[0]),
    lookback: |_| 0,
    compute: Compute::of::<TradingviewEma, 1, 1>(),
};

#[derive(Clone)]
struct TradingviewEma(FromFirst);

state!(TradingviewEma { 0 });

impl Machine<1, 1> for TradingviewEma {
    fn open(params: &[f64]) -> Self {
        Self(FromFirst::exponential(params[0]))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.0.update(value)]
    }
}
