use crate::blocks::ratio;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "trin",
    talib: "",
    aliases: &["arms-index"],
    group: Group::Beyond,
    meaning: "Arms index: advancing over declining issues, over the same of their volume; below 1 where buyers are busier",
    formula: "(advances / declines) / (advancingVolume / decliningVolume); 0 where a divisor is",
    source: "Arms (1967)",
    inputs: &["advances", "declines", "advancingVolume", "decliningVolume"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |_| 0,
    compute: Compute::of::<Trin, 4, 1>(),
};

#[derive(Clone)]
struct Trin;

state!(Trin {});

impl Machine<4, 1> for Trin {
    fn open(_: &[f64]) -> Self {
        Self
    }

    #[inline]
    fn update(&mut self, [up, down, up_volume, down_volume]: [f64; 4]) -> [f64; 1] {
        [ratio(ratio(up, down), ratio(up_volume, down_volume))]
    }
}
