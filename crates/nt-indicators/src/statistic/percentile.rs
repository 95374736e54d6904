use crate::blocks::Sorted;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "percentile",
    talib: "PERCENTILE",
    aliases: &[],
    group: Group::Statistic,
    meaning: "The value that so many percent of the last values do not exceed, one of them (nearest rank)",
    formula: "the k-th smallest of the last `period` values, k = ceil(percent period / 100), at least 1",
    source: "",
    inputs: &["value"],
    params: &[
        Param::period(30.0, 1.0, "Values ranked"),
        Param::real(
            "percent",
            "percentile",
            50.0,
            (0.0, 100.0),
            "Percent of the values at or below the result",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Percentile, 1, 1>(),
};

#[derive(Clone)]
struct Percentile {
    sorted: Sorted,
    rank: usize,
}

state!(Percentile { sorted });

impl Machine<1, 1> for Percentile {
    fn open(params: &[f64]) -> Self {
        let [period, percent] = [params[0], params[1]];
        let rank = (percent * period / 100.0).ceil().max(1.0);
        Self {
            sorted: Sorted::new(period as usize),
            rank: rank as usize - 1,
        }
    }

    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let sorted = self.sorted.update(value);
        [sorted.map_or(f64::NAN, |sorted| sorted[self.rank])]
    }
}
