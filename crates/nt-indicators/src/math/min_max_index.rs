use crate::blocks::{RollingIndex, Tie, place, replace_by_ages};
use crate::machine::run;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "min-max-index",
    talib: "MINMAXINDEX",
    aliases: &["minmaxindex"],
    group: Group::MathOperator,
    meaning: "Bars of the least and the greatest of the last values, counted from the first",
    formula: "an i with x[i] = min, and with x[i] = max, of x[t-period+1] ... x[t]",
    source: "",
    inputs: &["value"],
    params: &[Param::period(30.0, 1.0, "Values compared")],
    outputs: &[
        Output::whole("min", "minidx"),
        Output::whole("max", "maxidx"),
    ],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<MinMaxIndex, 1, 2>(),
};

#[derive(Clone)]
struct MinMaxIndex {
    bar: f64,
    extremes: [RollingIndex; 2],
}

state!(MinMaxIndex { bar, extremes });

impl Machine<1, 2> for MinMaxIndex {
    /// Bars are counted from the first of the column, gaps among them.
    const TAKES_GAPS: bool = true;

    fn open(params: &[f64]) -> Self {
        let period = params[0] as usize;
        Self {
            bar: -1.0,
            extremes: [RollingIndex::lowest(period), RollingIndex::highest(period)],
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 2] {
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

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, outputs: [Option<&mut [f64]>; 2]) {
        if !nt_math::all_finite(input) {
            return run(self, [input], start, outputs);
        }
        let period = self.extremes[0].period();
        let kernels = [nt_math::rolling_min, nt_math::rolling_max];
        for (out, extremes) in outputs.into_iter().zip(kernels) {
            if let Some(out) = out {
                extremes(out, input, period);
                replace_by_ages(input, period, Tie::First, out, place);
            }
        }
    }
}
