use crate::blocks::{Smoother, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "twiggs-money-flow",
    talib: "",
    aliases: &["tmf"],
    group: Group::Volume,
    meaning: "Twiggs money flow: Chaikin money flow over true ranges and with smoothed sums, -1 to 1",
    formula: "rma(volume (2 close - h - l) / (h - l), period) / rma(volume, period), h = max(high, close[t-1]), l = min(low, close[t-1]); a bar without range adds nothing, 0 where there is no volume",
    source: "Twiggs",
    inputs: &["high", "low", "close", "volume"],
    params: &[Param::period(
        21.0,
        1.0,
        "Bars smoothed, by Wilder's method",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * params[0] - 1.0),
    lookback: |params| params[0] as usize,
    compute: Compute::of::<TwiggsMoneyFlow, 4, 1>(),
};

#[derive(Clone)]
struct TwiggsMoneyFlow {
    previous: f64,
    flow: Smoother,
    volume: Smoother,
}

state!(TwiggsMoneyFlow {
    previous,
    flow,
    volume
});

impl Machine<4, 1> for TwiggsMoneyFlow {
    const FUSED: bool = true;

    fn open(params: &[f64]) -> Self {
        let average = Smoother::wilder(params[0] as usize);
        Self {
            previous: f64::NAN,
            flow: average.clone(),
            volume: average,
        }
    }

    #[inline(always)]
    fn update(&mut self, [high, low, close, volume]: [f64; 4]) -> [f64; 1] {
        let before = std::mem::replace(&mut self.previous, close);
        if before.is_nan() {
            return [before];
        }
        let (high, low) = (high.max(before), low.min(before));
        let place = ratio((close - low) - (high - close), high - low);
        let flow = self.flow.update(place * volume);
        [ratio(flow, self.volume.update(volume))]
    }
}
