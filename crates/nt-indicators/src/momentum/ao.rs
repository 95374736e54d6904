use crate::blocks::{RollingSum, made};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "ao",
    talib: "AO",
    aliases: &["awesome-oscillator"],
    group: Group::Momentum,
    meaning: "Awesome oscillator: a fast simple average of the middles of bars less a slow one",
    formula: "sma((high + low) / 2, fastPeriod) - sma((high + low) / 2, slowPeriod)",
    source: "Williams, Trading Chaos (1995)",
    inputs: &["high", "low"],
    params: &[
        Param::bars(
            "fastPeriod",
            "fastperiod",
            5.0,
            1.0,
            "Bars of the fast average",
        ),
        Param::bars(
            "slowPeriod",
            "slowperiod",
            34.0,
            1.0,
            "Bars of the slow average",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0].max(params[1]) as usize - 1,
    compute: Compute::of::<Ao, 2, 1>(),
};

#[derive(Clone)]
pub(super) struct Ao {
    fast: RollingSum,
    slow: RollingSum,
}

state!(Ao { fast, slow });

impl Machine<2, 1> for Ao {
    fn open(params: &[f64]) -> Self {
        Self {
            fast: RollingSum::new(params[0].min(params[1]) as usize),
            slow: RollingSum::new(params[0].max(params[1]) as usize),
        }
    }

    #[inline]
    fn update(&mut self, [high, low]: [f64; 2]) -> [f64; 1] {
        let middle = (high + low) * 0.5;
        [self.fast.mean(middle) - self.slow.mean(middle)]
    }

    fn fill(&mut self, inputs: [&[f64]; 2], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        let middles = made(inputs, start, |[high, low]| (high + low) * 0.5);
        let mut slow = vec![0.0; out.len()];
        self.fast.fill_means(&middles, out);
        self.slow.fill_means(&middles, &mut slow);
        nt_math::map_triples(out, &slow, &slow, |fast, slow, _| fast - slow);
    }
}
