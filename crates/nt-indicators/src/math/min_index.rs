use crate::blocks::{RollingIndex, Tie, place, replace_by_ages};
use crate::machine::run;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "min-index",
    talib: "MININDEX",
    aliases: &["minindex"],
    group: Group::MathOperator,
    meaning: "Bar of the least of the last values, counted from the first",
    formula: "an i with x[i] = min(x[t-period+1] ... x[t])",
    source: "",
    inputs: &["value"],
    params: &[Param::period(30.0, 1.0, "Values compared")],
    outputs: &[Output::WHOLE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<MinIndex, 1, 1>(),
};

#[derive(Clone)]
struct MinIndex {
    bar: f64,
    extremes: [RollingIndex; 1],
}

state!(MinIndex { bar, extremes });

impl Machine<1, 1> for MinIndex {
    /// Bars are counted from the first of the column, gaps among them.
    const TAKES_GAPS: bool = true;

    fn open(params: &[f64]) -> Self {
        let period = params[0] as usize;
        Self {
            bar: -1.0,
            extremes: [RollingIndex::lowest(period)],
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        self.bar += 1.0;
        // Infinities stand in no order of use: they are gaps here.
        let value = if value.is_finite() { value } else { f64::NAN };
        self.extremes
            .each_mut()
            .map(|extreme| match extreme.update(value) {
                Some(age) => self.bar - age as f64,
                None => f64::NAN,
            })
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        if !nt_math::all_finite(input) {
            return run(self, [input], start, [out]);
        }
        if let Some(out) = out {
            let period = self.extremes[0].period();
            nt_math::rolling_min(out, input, period);
            replace_by_ages(input, period, Tie::First, out, place);
        }
    }
}
