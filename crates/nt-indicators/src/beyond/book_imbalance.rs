use crate::blocks::ratio;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "book-imbalance",
    talib: "",
    aliases: &["order-book-imbalance"],
    group: Group::Beyond,
    meaning: "Imbalance of the best quotes: 1 where all size bids, -1 where all asks",
    formula: "(bidSize - askSize) / (bidSize + askSize); 0 where there is none",
    source: "",
    inputs: &["bidSize", "askSize"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |_| 0,
    compute: Compute::of::<BookImbalance, 2, 1>(),
};

#[derive(Clone)]
struct BookImbalance;

state!(BookImbalance {});

impl Machine<2, 1> for BookImbalance {
    fn open(_: &[f64]) -> Self {
        Self
    }

    #[inline]
    fn update(&mut self, [bid, ask]: [f64; 2]) -> [f64; 1] {
        [ratio(bid - ask, bid + ask)]
    }
}
