use crate::blocks::RollingMoments;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "variance",
    talib: "VAR",
    aliases: &["var"],
    group: Group::Statistic,
    meaning: "Variance of the last values, of the population",
    formula: "sum of (x[i] - mean)^2 / period",
    source: "",
    inputs: &["value"],
    params: &[
        Param::period(5.0, 1.0, "Values taken together"),
        Param::real(
            "deviations",
            "nbdev",
            1.0,
            (0.0, 1e6),
            "Without effect, as in TA-Lib",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Variance, 1, 1>(),
};

#[derive(Clone)]
struct Variance {
    moments: RollingMoments,
}

state!(Variance { moments });

impl Machine<1, 1> for Variance {
    fn open(params: &[f64]) -> Self {
        Self {
            moments: RollingMoments::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.moments.variance(value)]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            let per_value = self.moments.per_value();
            self.moments.fill(input, start, out);
            for out in out {
                *out *= per_value;
            }
        }
    }
}
