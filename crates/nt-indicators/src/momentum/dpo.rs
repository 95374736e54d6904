use crate::blocks::{Lag, RollingSum, fill_means};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "dpo",
    talib: "DPO",
    aliases: &["detrended-price-oscillator"],
    group: Group::Momentum,
    meaning: "Detrended price oscillator: an earlier price less the average, so that cycles stand out",
    formula: "x[t - period / 2 - 1] - sma(x, period)[t], period / 2 rounded down",
    source: "",
    inputs: &["value"],
    params: &[Param::period(20.0, 1.0, "Values averaged")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| (params[0] as usize - 1).max(params[0] as usize / 2 + 1),
    compute: Compute::of::<Dpo, 1, 1>(),
};

#[derive(Clone)]
struct Dpo {
    average: RollingSum,
    lag: Lag,
}

state!(Dpo { average, lag });

impl Machine<1, 1> for Dpo {
    fn open(params: &[f64]) -> Self {
        Self {
            average: RollingSum::new(params[0] as usize),
            lag: Lag::new(params[0] as usize / 2 + 1),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.lag.update(value) - self.average.mean(value)]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        let mut means = vec![0.0; out.len()];
        fill_means(input, self.average.period(), start, &mut means);
        self.lag.fill(input, start, out, |_, before| before);
        nt_math::map_triples(out, &means, &means, |before, mean, _| before - mean);
    }
}
