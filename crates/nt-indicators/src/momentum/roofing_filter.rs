use crate::blocks::TwoPole;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "roofing-filter",
    talib: "",
    aliases: &[],
    group: Group::Momentum,
    meaning: "Roofing filter: cycles between two lengths, without trend and without noise",
    formula: "superSmoother(highPass(x, slowPeriod), fastPeriod)",
    source: "Ehlers, Cycle Analytics for Traders (2013)",
    inputs: &["value"],
    params: &[
        Param::bars(
            "fastPeriod",
            "",
            10.0,
            2.0,
            "Bars of the shortest cycle that passes",
        ),
        Param::bars(
            "slowPeriod",
            "",
            48.0,
            7.0,
            "Bars of the longest cycle that passes",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * (params[0] + params[1])),
    lookback: |_| 0,
    compute: Compute::of::<RoofingFilter, 1, 1>(),
};

#[derive(Clone)]
struct RoofingFilter {
    trend: TwoPole,
    noise: TwoPole,
}

state!(RoofingFilter { trend, noise });

impl Machine<1, 1> for RoofingFilter {
    fn open(params: &[f64]) -> Self {
        Self {
            trend: TwoPole::without_trend(params[1]),
            noise: TwoPole::super_smoother(params[0]),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.noise.update(self.trend.update(value))]
    }
}
