use crate::blocks::Lag;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "rocp",
    talib: "ROCP",
    aliases: &[],
    group: Group::Momentum,
    meaning: "Rate of change as a fraction",
    formula: "(x[t] - x[t-period]) / x[t-period]; 0 where x[t-period] is 0",
    source: "",
    inputs: &["value"],
    params: &[Param::period(10.0, 1.0, "Bars between the two values")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Rocp, 1, 1>(),
};

#[derive(Clone)]
struct Rocp(Lag);

state!(Rocp { 0 });

impl Machine<1, 1> for Rocp {
    fn open(params: &[f64]) -> Self {
        Self(Lag::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [result(value, self.0.update(value))]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            self.0.fill(input, start, out, result);
        }
    }
}

#[inline]
fn result(value: f64, before: f64) -> f64 {
    if before == 0.0 {
        0.0
    } else {
        (value - before) / before
    }
}
