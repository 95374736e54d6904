use crate::blocks::{Smoother, TrueRange};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "tradingview-atr",
    talib: "",
    aliases: &[],
    group: Group::Volatility,
    meaning: "Average true range as TradingView computes it: the range of the first bar, high - low, counts too",
    formula: "rma(true range), the first one high - low, rma being Wilder's smoothing from the average of the first `period` values",
    source: "Pine Script reference, ta.atr",
    inputs: &["high", "low", "close"],
    params: &[Param::period(14.0, 1.0, "Ranges smoothed")],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| params[0] * 2.0),
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<TradingviewAtr, 3, 1>(),
};

#[derive(Clone)]
struct TradingviewAtr {
    range: TrueRange,
    average: Smoother,
}

state!(TradingviewAtr { range, average });

impl Machine<3, 1> for TradingviewAtr {
    fn open(params: &[f64]) -> Self {
        Self {
            range: TrueRange::new(),
            average: Smoother::wilder(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 1] {
        let range = self.range.update(high, low, close);
        [self
            .average
            .update(if range.is_nan() { high - low } else { range })]
    }
}
