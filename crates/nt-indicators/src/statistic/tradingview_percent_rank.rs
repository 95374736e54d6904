use crate::blocks::Window;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "tradingview-percent-rank",
    talib: "",
    aliases: &[],
    group: Group::Statistic,
    meaning: "Percent of the values before this one that are less or equal, as TradingView counts them",
    formula: "100 count(x[t-i] <= x[t], i = 1 .. period) / period",
    source: "Pine Script reference, ta.percentrank",
    inputs: &["value"],
    params: &[Param::period(
        100.0,
        1.0,
        "Values before, compared with this one",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<TradingviewPercentRank, 1, 1>(),
};

#[derive(Clone)]
struct TradingviewPercentRank(Window);

state!(TradingviewPercentRank { 0 });

impl Machine<1, 1> for TradingviewPercentRank {
    fn open(params: &[f64]) -> Self {
        Self(Window::new(params[0] as usize))
    }

    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let before = self.0.values();
        let rank = if self.0.is_full() {
            let beaten = before.iter().filter(|&&other| other <= value).count();
            100.0 * beaten as f64 / before.len() as f64
        } else {
            f64::NAN
        };
        self.0.push(value);
        [rank]
    }
}
