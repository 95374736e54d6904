use crate::blocks::DirectionalIndex;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "dx",
    talib: "DX",
    aliases: &["directional-index"],
    group: Group::Momentum,
    meaning: "Directional index: how much one direction outweighs the other, 0 to 100",
    formula: "100 |plusDI - minusDI| / (plusDI + minusDI); the last one where both are 0",
    source: "Wilder, New Concepts in Technical Trading Systems (1978)",
    inputs: &["high", "low", "close"],
    params: &[Param::period(
        14.0,
        2.0,
        "Bars smoothed, by Wilder's method",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * params[0] - 1.0),
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Dx, 3, 1>(),
};

#[derive(Clone)]
struct Dx(DirectionalIndex);

state!(Dx { 0 });

impl Machine<3, 1> for Dx {
    fn open(params: &[f64]) -> Self {
        Self(DirectionalIndex::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [high, low, _]: [f64; 3]) -> [f64; 1] {
        [self.0.update(high, low)]
    }

    fn fill(&mut self, [high, low, _]: [&[f64]; 3], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            self.0.fill([high, low], start, out);
        }
    }
}
