use crate::blocks::RollingExtreme;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "min-max",
    talib: "MINMAX",
    aliases: &["minmax"],
    group: Group::MathOperator,
    meaning: "The least and the greatest of the last values",
    formula: "min and max of x[t-period+1] ... x[t]",
    source: "",
    inputs: &["value"],
    params: &[Param::period(30.0, 1.0, "Values compared")],
    outputs: &[Output::real("min", "min"), Output::real("max", "max")],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<MinMax, 1, 2>(),
};

#[derive(Clone)]
struct MinMax {
    period: usize,
    lowest: RollingExtreme,
    highest: RollingExtreme,
}

state!(MinMax { lowest, highest });

impl Machine<1, 2> for MinMax {
    fn open(params: &[f64]) -> Self {
        let period = params[0] as usize;
        Self {
            period,
            lowest: RollingExtreme::lowest(period),
            highest: RollingExtreme::highest(period),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 2] {
        [self.lowest.update(value), self.highest.update(value)]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], _: usize, [min, max]: [Option<&mut [f64]>; 2]) {
        if let Some(min) = min {
            nt_math::rolling_min(min, input, self.period);
        }
        if let Some(max) = max {
            nt_math::rolling_max(max, input, self.period);
        }
    }
}
