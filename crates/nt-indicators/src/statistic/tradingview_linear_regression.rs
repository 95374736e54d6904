use crate::blocks::RollingRegression;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "tradingview-linear-regression",
    talib: "",
    aliases: &["tradingview-linreg"],
    group: Group::Statistic,
    meaning: "Linear regression with TradingView's offset: the least-squares line so many values before the last",
    formula: "b + m (period - 1 - offset), m and b fitted to x[t-period+1] ... x[t] over 0 ... period-1",
    source: "Pine Script reference, ta.linreg",
    inputs: &["value"],
    params: &[
        Param::period(14.0, 2.0, "Values the line is fitted to"),
        Param::bars("offset", "", 0.0, 0.0, "Values before the last"),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<TradingviewLinearRegression, 1, 1>(),
};

#[derive(Clone)]
struct TradingviewLinearRegression {
    place: f64,
    line: RollingRegression,
}

state!(TradingviewLinearRegression { line });

impl Machine<1, 1> for TradingviewLinearRegression {
    fn open(params: &[f64]) -> Self {
        Self {
            place: params[0] - 1.0 - params[1],
            line: RollingRegression::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.line.update(value).at(self.place)]
    }
}
