use crate::blocks::{FromFirst, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "tradingview-tsi",
    talib: "",
    aliases: &[],
    group: Group::Momentum,
    meaning: "True strength index as TradingView computes it: a fraction from -1 to 1, with averages from the first change on",
    formula: "ema(ema(change, longPeriod), shortPeriod) / the same of |change|, ema as tradingview-ema; 0 where nothing moved",
    source: "Pine Script reference, ta.tsi",
    inputs: &["value"],
    params: &[
        Param::bars("shortPeriod", "", 13.0, 1.0, "Period of the second average"),
        Param::bars("longPeriod", "", 25.0, 1.0, "Period of the first average"),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| params[0] + params[1]),
    lookback: |_| 1,
    compute: Compute::of::<TradingviewTsi, 1, 1>(),
};

#[derive(Clone)]
struct TradingviewTsi {
    previous: f64,
    change: [FromFirst; 2],
    distance: [FromFirst; 2],
}

state!(TradingviewTsi {
    previous,
    change,
    distance
});

impl Machine<1, 1> for TradingviewTsi {
    fn open(params: &[f64]) -> Self {
        let averages = [params[1], params[0]].map(FromFirst::exponential);
        Self {
            previous: f64::NAN,
            change: averages.clone(),
            distance: averages,
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let change = value - self.previous;
        self.previous = value;
        if change.is_nan() {
            return [f64::NAN];
        }
        [ratio(
            smoothed(&mut self.change, change),
            smoothed(&mut self.distance, change.abs()),
        )]
    }
}

fn smoothed([first, second]: &mut [FromFirst; 2], value: f64) -> f64 {
    second.update(first.update(value))
}
