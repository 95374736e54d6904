use crate::blocks::{RollingSum, is_rounding, mean_distance};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "cci",
    talib: "CCI",
    aliases: &["commodity-channel-index"],
    group: Group::Momentum,
    meaning: "Commodity channel index: how far the typical price is from its mean, in mean distances",
    formula: "(typical - sma(typical)) / (0.015 mean distance), typical = (high + low + close) / 3; 0 where nothing moves",
    source: "Lambert, Commodity Channel Index, Commodities 9 (1980)",
    inputs: &["high", "low", "close"],
    params: &[Param::period(14.0, 2.0, "Bars averaged")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Cci, 3, 1>(),
};

#[derive(Clone)]
struct Cci {
    typical: RollingSum,
}

state!(Cci { typical });

impl Machine<3, 1> for Cci {
    fn open(params: &[f64]) -> Self {
        Self {
            typical: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 1] {
        let typical = (high + low + close) / 3.0;
        let mean = self.typical.mean(typical);
        if mean.is_nan() {
            return [mean];
        }
        let (above, distance) = (typical - mean, mean_distance(self.typical.values(), mean));
        let flat = is_rounding(above, mean.abs()) || is_rounding(distance, mean.abs());
        [if flat {
            0.0
        } else {
            above / (0.015 * distance)
        }]
    }
}
