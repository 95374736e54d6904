use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "tradingview-obv",
    talib: "",
    aliases: &[],
    group: Group::Volume,
    meaning: "On-balance volume as TradingView counts it: from 0, without the volume of the first bar",
    formula: "sum of sign(close - previous close) * volume",
    source: "Pine Script reference, ta.obv",
    inputs: &["close", "volume"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |_| 0,
    compute: Compute::of::<TradingviewObv, 2, 1>(),
};

#[derive(Clone)]
struct TradingviewObv {
    close: f64,
    balance: f64,
}

state!(TradingviewObv { close, balance });

impl Machine<2, 1> for TradingviewObv {
    fn open(_: &[f64]) -> Self {
        Self {
            close: f64::NAN,
            balance: 0.0,
        }
    }

    #[inline]
    fn update(&mut self, [close, volume]: [f64; 2]) -> [f64; 1] {
        if close > self.close {
            self.balance += volume;
        } else if close < self.close {
            self.balance -= volume;
        }
        self.close = close;
        [self.balance]
    }
}
