use crate::blocks::MovingAverage;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "ma",
    talib: "MA",
    aliases: &["moving-average"],
    group: Group::Overlap,
    meaning: "Moving average of a kind chosen by parameter",
    formula: "average(x, period) of the kind",
    source: "",
    inputs: &["value"],
    params: &[
        Param::period(30.0, 1.0, "Values averaged"),
        Param::average("average", "matype", 0.0, "Kind of the average"),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| MovingAverage::fading(params[1], params[0])),
    lookback: |params| MovingAverage::lookback(params[1], params[0]),
    compute: Compute::of::<Ma, 1, 1>(),
};

#[derive(Clone)]
struct Ma(MovingAverage);

state!(Ma { 0 });

impl Machine<1, 1> for Ma {
    fn open(params: &[f64]) -> Self {
        Self(MovingAverage::new(params[1], params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.0.update(value)]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            self.0.fill(&input[start..], out);
        }
    }
}
