use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "microprice",
    talib: "",
    aliases: &[],
    group: Group::Beyond,
    meaning: "Microprice: the price between the best quotes, nearer the side with less size",
    formula: "(bid askSize + ask bidSize) / (bidSize + askSize); (bid + ask) / 2 where there is no size",
    source: "",
    inputs: &["bid", "ask", "bidSize", "askSize"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |_| 0,
    compute: Compute::of::<Microprice, 4, 1>(),
};

#[derive(Clone)]
struct Microprice;

state!(Microprice {});

impl Machine<4, 1> for Microprice {
    fn open(_: &[f64]) -> Self {
        Self
    }

    #[inline]
    fn update(&mut self, [bid, ask, bid_size, ask_size]: [f64; 4]) -> [f64; 1] {
        let size = bid_size + ask_size;
        [if size == 0.0 {
            (bid + ask) * 0.5
        } else {
            bid + (ask - bid) * (bid_size / size)
        }]
    }
}
