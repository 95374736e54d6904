use crate::blocks::{Returns, RollingSum, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "omega",
    talib: "",
    aliases: &["omega-ratio"],
    group: Group::Statistic,
    meaning: "Rolling Omega ratio: returns above a target over those short of it",
    formula: "sum of max(r - target, 0) / sum of max(target - r, 0) over the last `period` simple returns r; 0 where nothing fell short",
    source: "Keating and Shadwick, A Universal Performance Measure (2002)",
    inputs: &["value"],
    params: &[
        Param::period(60.0, 1.0, "Returns taken together"),
        Param::real(
            "target",
            "",
            0.0,
            (-1.0, 1.0),
            "Return of a bar that is neither",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Omega, 1, 1>(),
};

#[derive(Clone)]
struct Omega {
    target: f64,
    returns: Returns,
    above: RollingSum,
    short: RollingSum,
}

state!(Omega {
    returns,
    above,
    short
});

impl Machine<1, 1> for Omega {
    fn open(params: &[f64]) -> Self {
        Self {
            target: params[1],
            returns: Returns::new(),
            above: RollingSum::new(params[0] as usize),
            short: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let beyond = self.returns.update(value) - self.target;
        if beyond.is_nan() {
            return [beyond];
        }
        let above = self.above.update(beyond.max(0.0));
        [ratio(above, self.short.update((-beyond).max(0.0)))]
    }
}
