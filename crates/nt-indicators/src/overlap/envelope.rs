use crate::blocks::MovingAverage;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "envelope",
    talib: "",
    aliases: &["moving-average-envelope"],
    group: Group::Overlap,
    meaning: "Envelope: a moving average, and bands some percent around it",
    formula: "middle = average(x, period); upper, lower = middle (1 +- percent / 100)",
    source: "",
    inputs: &["value"],
    params: &[
        Param::period(20.0, 1.0, "Values averaged"),
        Param::real(
            "percent",
            "",
            2.5,
            (0.0, 1000.0),
            "Distance of a band, in percent of the average",
        ),
        Param::average("average", "", 0.0, "Kind of average"),
    ],
    outputs: &[
        Output::real("upper", ""),
        Output::real("middle", ""),
        Output::real("lower", ""),
    ],
    stability: Stability::Fading(|params| 6.0 * params[0]),
    lookback: |params| MovingAverage::lookback(params[2], params[0]),
    compute: Compute::of::<Envelope, 1, 3>(),
};

#[derive(Clone)]
struct Envelope {
    share: f64,
    average: MovingAverage,
}

state!(Envelope { average });

impl Machine<1, 3> for Envelope {
    fn open(params: &[f64]) -> Self {
        Self {
            share: params[1] / 100.0,
            average: MovingAverage::new(params[2], params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 3] {
        let middle = self.average.update(value);
        let reach = middle * self.share;
        [middle + reach, middle, middle - reach]
    }
}
