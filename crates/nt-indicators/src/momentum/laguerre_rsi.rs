use crate::blocks::{Ladder, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "laguerre-rsi",
    talib: "",
    aliases: &[],
    group: Group::Momentum,
    meaning: "Laguerre RSI: the RSI over the four steps of a Laguerre filter, 0 to 100",
    formula: "100 up / (up + down), up and down the sums of what li is above and below l(i+1), i = 0..2 (see laguerre); 0 where all are equal",
    source: "Ehlers, Cybernetic Analysis for Stocks and Futures (2004)",
    inputs: &["value"],
    params: &[Param::real("gamma", "", 0.5, (0.0, 0.99), "How slow it is")],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |_| 0,
    compute: Compute::of::<LaguerreRsi, 1, 1>(),
};

#[derive(Clone)]
struct LaguerreRsi(Ladder);

state!(LaguerreRsi { 0 });

impl Machine<1, 1> for LaguerreRsi {
    fn open(params: &[f64]) -> Self {
        Self(Ladder::new(params[0]))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let steps = self.0.update(value);
        let (mut up, mut down) = (0.0, 0.0);
        for pair in steps.windows(2) {
            up += (pair[0] - pair[1]).max(0.0);
            down += (pair[1] - pair[0]).max(0.0);
        }
        [100.0 * ratio(up, up + down)]
    }
}
