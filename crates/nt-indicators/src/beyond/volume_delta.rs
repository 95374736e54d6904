use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "volume-delta",
    talib: "",
    aliases: &["cumulative-volume-delta", "cvd"],
    group: Group::Beyond,
    meaning: "Volume delta: volume bought less volume sold by those who crossed the spread, and its running sum",
    formula: "delta = buyVolume - sellVolume; cumulative = sum of delta from the first bar",
    source: "",
    inputs: &["buyVolume", "sellVolume"],
    params: &[],
    outputs: &[Output::real("delta", ""), Output::real("cumulative", "")],
    stability: Stability::Path,
    lookback: |_| 0,
    compute: Compute::of::<VolumeDelta, 2, 2>(),
};

#[derive(Clone)]
struct VolumeDelta {
    sum: f64,
}

state!(VolumeDelta { sum });

impl Machine<2, 2> for VolumeDelta {
    fn open(_: &[f64]) -> Self {
        Self { sum: 0.0 }
    }

    #[inline]
    fn update(&mut self, [bought, sold]: [f64; 2]) -> [f64; 2] {
        let delta = bought - sold;
        self.sum += delta;
        [delta, self.sum]
    }
}
