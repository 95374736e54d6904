use crate::blocks::Smoother;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "mcginley",
    talib: "",
    aliases: &["mcginley-dynamic"],
    group: Group::Overlap,
    meaning: "McGinley dynamic: an average that follows faster when prices fall below it",
    formula: "m[t] = m[t-1] + (x[t] - m[t-1]) / (period (x[t] / m[t-1])^4), from the simple average of the first `period` values; it stays where that is not finite",
    source: "McGinley, Journal of Technical Analysis (1990)",
    inputs: &["value"],
    params: &[Param::period(
        14.0,
        1.0,
        "Values of the first average, and how slowly it follows",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<McGinley, 1, 1>(),
};

#[derive(Clone)]
struct McGinley {
    period: f64,
    first: Smoother,
    average: f64,
}

state!(McGinley { first, average });

impl Machine<1, 1> for McGinley {
    fn open(params: &[f64]) -> Self {
        Self {
            period: params[0],
            first: Smoother::exponential(params[0] as usize),
            average: f64::NAN,
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        if self.average.is_nan() {
            self.average = self.first.update(value);
            return [self.average];
        }
        let square = (value / self.average) * (value / self.average);
        let next = self.average + (value - self.average) / (self.period * (square * square));
        if next.is_finite() {
            self.average = next;
        }
        [self.average]
    }
}
