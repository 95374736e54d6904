use crate::blocks::RollingSum;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "psychological-line",
    talib: "",
    aliases: &["psl"],
    group: Group::Momentum,
    meaning: "Psychological line: the share of rises among the last changes, in percent",
    formula: "100 (changes above 0 among the last `period`) / period",
    source: "",
    inputs: &["value"],
    params: &[Param::period(12.0, 1.0, "Changes counted")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<PsychologicalLine, 1, 1>(),
};

#[derive(Clone)]
struct PsychologicalLine {
    previous: f64,
    rises: RollingSum,
}

state!(PsychologicalLine { previous, rises });

impl Machine<1, 1> for PsychologicalLine {
    fn open(params: &[f64]) -> Self {
        Self {
            previous: f64::NAN,
            rises: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let change = value - std::mem::replace(&mut self.previous, value);
        if change.is_nan() {
            return [change];
        }
        [100.0 * self.rises.mean(if change > 0.0 { 1.0 } else { 0.0 })]
    }
}
