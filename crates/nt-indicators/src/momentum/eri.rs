use crate::blocks::Smoother;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "eri",
    talib: "ERI",
    aliases: &["elder-ray", "elder-ray-index"],
    group: Group::Momentum,
    meaning: "Elder ray: how far the high and the low are from the exponential average of the close",
    formula: "bullPower = high - ema(close, period), bearPower = low - ema(close, period)",
    source: "Elder, Trading for a Living (1993)",
    inputs: &["high", "low", "close"],
    params: &[Param::period(
        13.0,
        1.0,
        "Values whose weight the average resembles",
    )],
    outputs: &[
        Output::real("bullPower", "bullpower"),
        Output::real("bearPower", "bearpower"),
    ],
    stability: Stability::Fading(|params| params[0]),
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Eri, 3, 2>(),
};

#[derive(Clone)]
struct Eri {
    average: Smoother,
}

state!(Eri { average });

impl Machine<3, 2> for Eri {
    fn open(params: &[f64]) -> Self {
        Self {
            average: Smoother::exponential(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 2] {
        let average = self.average.update(close);
        [high - average, low - average]
    }
}
