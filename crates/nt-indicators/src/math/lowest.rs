use crate::blocks::RollingExtreme;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "lowest",
    talib: "MIN",
    aliases: &["min"],
    group: Group::MathOperator,
    meaning: "The least of the last values; of the lows: the lower Donchian channel",
    formula: "min(x[t], x[t-1], ..., x[t-period+1])",
    source: "",
    inputs: &["value"],
    params: &[Param::period(30.0, 1.0, "Values compared")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Lowest, 1, 1>(),
};

/// Takes infinities as values; NaN while the window holds a NaN.
#[derive(Clone)]
struct Lowest {
    period: usize,
    extreme: RollingExtreme,
}

state!(Lowest { extreme });

impl Machine<1, 1> for Lowest {
    const TAKES_GAPS: bool = true;

    fn open(params: &[f64]) -> Self {
        let period = params[0] as usize;
        Self {
            period,
            extreme: RollingExtreme::lowest(period),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.extreme.update(value)]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], _: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            nt_math::rolling_min(out, input, self.period);
        }
    }
}
