use crate::blocks::Window;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "swma",
    talib: "",
    aliases: &["symmetrically-weighted-moving-average"],
    group: Group::Overlap,
    meaning: "Symmetrically weighted average of the last four values",
    formula: "(x[t] + 2 x[t-1] + 2 x[t-2] + x[t-3]) / 6",
    source: "Pine Script reference, ta.swma",
    inputs: &["value"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |_| 3,
    compute: Compute::of::<Swma, 1, 1>(),
};

#[derive(Clone)]
struct Swma(Window);

state!(Swma { 0 });

impl Machine<1, 1> for Swma {
    fn open(_: &[f64]) -> Self {
        Self(Window::new(4))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        self.0.push(value);
        match *self.0.values() {
            [d, c, b, a] => [(a + 2.0 * (b + c) + d) / 6.0],
            _ => [f64::NAN],
        }
    }
}
