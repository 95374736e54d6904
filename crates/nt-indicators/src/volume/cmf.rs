use crate::blocks::{RollingSum, made, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "cmf",
    talib: "CMF",
    aliases: &["chaikin-money-flow"],
    group: Group::Volume,
    meaning: "Chaikin money flow: volume weighed by where the close lies in its bar, over volume, -1 to 1",
    formula: "sum of volume (2 close - high - low) / (high - low) / sum of volume over `period` bars; a bar without range adds nothing",
    source: "Chaikin",
    inputs: &["high", "low", "close", "volume"],
    params: &[Param::period(20.0, 1.0, "Bars added")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Cmf, 4, 1>(),
};

#[derive(Clone)]
struct Cmf {
    flow: RollingSum,
    volume: RollingSum,
}

state!(Cmf { flow, volume });

impl Machine<4, 1> for Cmf {
    fn open(params: &[f64]) -> Self {
        Self {
            flow: RollingSum::new(params[0] as usize),
            volume: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close, volume]: [f64; 4]) -> [f64; 1] {
        let flow = self.flow.update(flow([high, low, close, volume]));
        [ratio(flow, self.volume.update(volume))]
    }

    fn fill(&mut self, inputs: [&[f64]; 4], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        let flows = made(inputs, start, flow);
        let mut volumes = vec![0.0; out.len()];
        self.flow.fill(&flows, out);
        self.volume.fill(&inputs[3][start..], &mut volumes);
        nt_math::map_triples(out, &volumes, &volumes, |flow, volume, _| {
            ratio(flow, volume)
        });
    }
}

#[inline]
fn flow([high, low, close, volume]: [f64; 4]) -> f64 {
    let range = high - low;
    let flow = ((close - low) - (high - close)) / range * volume;
    if range > 0.0 { flow } else { 0.0 }
}
