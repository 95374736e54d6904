use super::tradingview_di::Directions;
use crate::blocks::Smoother;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "tradingview-adx",
    talib: "",
    aliases: &[],
    group: Group::Momentum,
    meaning: "Average directional index as TradingView computes it, with a smoothing of its own",
    formula: "100 rma(|plus - minus| / (plus + minus), smoothing), plus and minus as tradingview-di; a sum of 0 counts as 1",
    source: "Pine Script reference, ta.dmi",
    inputs: &["high", "low", "close"],
    params: &[
        Param::period(14.0, 1.0, "Movements and ranges smoothed"),
        Param::bars("smoothing", "", 14.0, 1.0, "Values of the index smoothed"),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| params[0] * 2.0 + params[1] * 2.0),
    lookback: |params| (params[0] + params[1]) as usize - 1,
    compute: Compute::of::<TradingviewAdx, 3, 1>(),
};

#[derive(Clone)]
struct TradingviewAdx {
    directions: Directions,
    index: Smoother,
}

state!(TradingviewAdx { directions, index });

impl Machine<3, 1> for TradingviewAdx {
    fn open(params: &[f64]) -> Self {
        Self {
            directions: Directions::open(params),
            index: Smoother::wilder(params[1] as usize),
        }
    }

    #[inline]
    fn update(&mut self, bar: [f64; 3]) -> [f64; 1] {
        let [plus, minus] = self.directions.update(bar);
        if plus.is_nan() {
            return [f64::NAN];
        }
        let sum = plus + minus;
        let share = (plus - minus).abs() / if sum == 0.0 { 1.0 } else { sum };
        [100.0 * self.index.update(share)]
    }
}
