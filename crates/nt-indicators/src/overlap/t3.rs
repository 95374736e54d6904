use crate::blocks::T3;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "t3",
    talib: "T3",
    aliases: &["tillson-t3"],
    group: Group::Overlap,
    meaning: "Tillson T3: six exponential averages in a row, smooth and yet near the price",
    formula: "c1 e6 + c2 e5 + c3 e4 + c4 e3, e[n] the n-fold exponential average, v the volume factor, c1 = -v^3, c2 = 3 v^2 + 3 v^3, c3 = -6 v^2 - 3 v - 3 v^3, c4 = 1 + 3 v + v^3 + 3 v^2",
    source: "Tillson, Better Moving Averages, Stocks & Commodities 16 (1998)",
    inputs: &["value"],
    params: &[
        Param::period(5.0, 1.0, "Period of the averages"),
        Param::real(
            "volumeFactor",
            "vfactor",
            0.7,
            (0.0, 1.0),
            "How much of the lag is taken out",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 6.0 * params[0]),
    lookback: |params| 6 * (params[0] as usize - 1),
    compute: Compute::of::<Tillson, 1, 1>(),
};

#[derive(Clone)]
struct Tillson(T3);

state!(Tillson { 0 });

impl Machine<1, 1> for Tillson {
    fn open(params: &[f64]) -> Self {
        Self(T3::new(params[0] as usize, params[1]))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.0.update(value)]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            out.copy_from_slice(&input[start..]);
            self.0.smooth(out);
        }
    }
}
