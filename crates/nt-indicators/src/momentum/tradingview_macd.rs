use super::macd::OUTPUTS;
use crate::blocks::FromFirst;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "tradingview-macd",
    talib: "",
    aliases: &[],
    group: Group::Momentum,
    meaning: "Moving average convergence/divergence as TradingView computes it: every average begins with its first value",
    formula: "macd = ema(x, fastPeriod) - ema(x, slowPeriod); signal = ema(macd, signalPeriod); histogram = macd - signal, ema as tradingview-ema",
    source: "Pine Script reference, ta.macd",
    inputs: &["value"],
    params: &[
        Param::bars("fastPeriod", "", 12.0, 1.0, "Period of the fast average"),
        Param::bars("slowPeriod", "", 26.0, 1.0, "Period of the slow average"),
        Param::bars(
            "signalPeriod",
            "",
            9.0,
            1.0,
            "Period of the average of the difference",
        ),
    ],
    outputs: OUTPUTS,
    stability: Stability::Fading(|params| params[0].max(params[1]) + params[2]),
    lookback: |_| 0,
    compute: Compute::of::<TradingviewMacd, 1, 3>(),
};

#[derive(Clone)]
struct TradingviewMacd {
    fast: FromFirst,
    slow: FromFirst,
    signal: FromFirst,
}

state!(TradingviewMacd { fast, slow, signal });

impl Machine<1, 3> for TradingviewMacd {
    fn open(params: &[f64]) -> Self {
        Self {
            fast: FromFirst::exponential(params[0]),
            slow: FromFirst::exponential(params[1]),
            signal: FromFirst::exponential(params[2]),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 3] {
        let macd = self.fast.update(value) - self.slow.update(value);
        let signal = self.signal.update(macd);
        [macd, signal, macd - signal]
    }
}
