use crate::blocks::RollingExtreme;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "highest",
    talib: "MAX",
    aliases: &["max"],
    group: Group::MathOperator,
    meaning: "The greatest of the last values; of the highs: the upper Donchian channel",
    formula: "max(x[t], x[t-1], ..., x[t-period+1])",
    source: "",
    inputs: &["value"],
    params: &[Param::period(30.0, 1.0, "Values compared")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Highest, 1, 1>(),
};

/// Takes infinities as values; NaN while the window holds a NaN.
#[derive(Clone)]
struct Highest {
    period: usize,
    extreme: RollingExtreme,
}

state!(Highest { extreme });

impl Machine<1, 1> for Highest {
    const TAKES_GAPS: bool = true;

    fn open(params: &[f64]) -> Self {
        let period = params[0] as usize;
        Self {
            period,
            extreme: RollingExtreme::highest(period),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.extreme.update(value)]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], _: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            nt_math::rolling_max(out, input, self.period);
        }
    }
}
