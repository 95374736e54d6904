use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "marketfi",
    talib: "MARKETFI",
    aliases: &["market-facilitation-index"],
    group: Group::Volume,
    meaning: "Market facilitation index: the range of a bar for each unit of volume",
    formula: "(high - low) / volume; 0 where there is no volume",
    source: "Williams, Trading Chaos (1995)",
    inputs: &["high", "low", "volume"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |_| 0,
    compute: Compute::of::<MarketFi, 3, 1>(),
};

#[derive(Clone)]
struct MarketFi;

state!(MarketFi {});

impl Machine<3, 1> for MarketFi {
    fn open(_: &[f64]) -> Self {
        Self
    }

    #[inline]
    fn update(&mut self, [high, low, volume]: [f64; 3]) -> [f64; 1] {
        [if volume == 0.0 {
            0.0
        } else {
            (high - low) / volume
        }]
    }
}
