use crate::blocks::{RollingSum, made, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "vwma",
    talib: "VWMA",
    aliases: &["volume-weighted-moving-average"],
    group: Group::Overlap,
    meaning: "Volume-weighted moving average: the mean price of the last bars, each weighing as its volume",
    formula: "sum of close volume / sum of volume over `period` bars",
    source: "",
    inputs: &["close", "volume"],
    params: &[Param::period(30.0, 1.0, "Bars averaged")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Vwma, 2, 1>(),
};

#[derive(Clone)]
struct Vwma {
    turnover: RollingSum,
    volume: RollingSum,
}

state!(Vwma { turnover, volume });

impl Machine<2, 1> for Vwma {
    fn open(params: &[f64]) -> Self {
        Self {
            turnover: RollingSum::new(params[0] as usize),
            volume: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [close, volume]: [f64; 2]) -> [f64; 1] {
        let (turnover, volume) = (
            self.turnover.update(close * volume),
            self.volume.update(volume),
        );
        [ratio(turnover, volume)]
    }

    fn fill(&mut self, inputs: [&[f64]; 2], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        let turnovers = made(inputs, start, |[close, volume]| close * volume);
        let mut volumes = vec![0.0; out.len()];
        self.turnover.fill(&turnovers, out);
        self.volume.fill(&inputs[1][start..], &mut volumes);
        nt_math::map_triples(out, &volumes, &volumes, |turnover, volume, _| {
            ratio(turnover, volume)
        });
    }
}
