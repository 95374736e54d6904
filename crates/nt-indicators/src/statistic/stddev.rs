use crate::blocks::RollingMoments;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "stddev",
    talib: "STDDEV",
    aliases: &["standard-deviation"],
    group: Group::Statistic,
    meaning: "Standard deviation of the last values, of the population",
    formula: "deviations * sqrt(sum of (x[i] - mean)^2 / period)",
    source: "",
    inputs: &["value"],
    params: &[
        Param::period(5.0, 1.0, "Values taken together"),
        Param::real(
            "deviations",
            "nbdev",
            1.0,
            (0.0, 1e6),
            "Factor of the result",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Stddev, 1, 1>(),
};

#[derive(Clone)]
struct Stddev {
    scale: f64,
    moments: RollingMoments,
}

state!(Stddev { moments });

impl Machine<1, 1> for Stddev {
    fn open(params: &[f64]) -> Self {
        Self {
            scale: params[1],
            moments: RollingMoments::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.moments.variance(value).sqrt() * self.scale]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            let per_value = self.moments.per_value();
            let scale = self.scale;
            self.moments.fill(input, start, out);
            nt_math::scaled_roots(out, per_value, scale);
        }
    }
}
