use crate::blocks::{RollingSum, fill_means, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "rvol",
    talib: "RVOL",
    aliases: &["relative-volume"],
    group: Group::Volume,
    meaning: "Relative volume: the volume of a bar over the mean of the bars before it",
    formula: "volume[t] / mean of volume[t-period] ... volume[t-1]; 0 where that is 0",
    source: "",
    inputs: &["volume"],
    params: &[Param::period(
        20.0,
        1.0,
        "Bars averaged, the one in hand not among them",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Rvol, 1, 1>(),
};

#[derive(Clone)]
struct Rvol {
    volumes: RollingSum,
    mean: f64,
}

state!(Rvol { volumes, mean });

impl Machine<1, 1> for Rvol {
    fn open(params: &[f64]) -> Self {
        Self {
            volumes: RollingSum::new(params[0] as usize),
            mean: f64::NAN,
        }
    }

    #[inline]
    fn update(&mut self, [volume]: [f64; 1]) -> [f64; 1] {
        let before = std::mem::replace(&mut self.mean, self.volumes.mean(volume));
        [if before == 0.0 { 0.0 } else { volume / before }]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        let mut means = vec![self.mean; out.len() + 1];
        fill_means(input, self.volumes.period(), start, &mut means[1..]);
        nt_math::map_pairs(out, &input[start..], &means[..means.len() - 1], ratio);
        self.mean = means[means.len() - 1];
    }
}
