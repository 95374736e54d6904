use crate::blocks::SortedWindow;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "quantile",
    talib: "",
    aliases: &["rolling-quantile"],
    group: Group::Statistic,
    meaning: "Quantile of the last values",
    formula: "the value at place q (period - 1) of the last `period` in order, on a line between its two neighbours",
    source: "",
    inputs: &["value"],
    params: &[
        Param::period(20.0, 1.0, "Values taken together"),
        Param::real("q", "", 0.5, (0.0, 1.0), "Share of values below"),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Quantile, 1, 1>(),
};

#[derive(Clone)]
struct Quantile {
    place: f64,
    sorted: SortedWindow,
}

state!(Quantile { sorted });

impl Machine<1, 1> for Quantile {
    fn open(params: &[f64]) -> Self {
        Self {
            place: params[1] * (params[0] - 1.0),
            sorted: SortedWindow::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let Some(sorted) = self.sorted.update(value) else {
            return [f64::NAN];
        };
        let (below, share) = (self.place as usize, self.place.fract());
        let next = sorted[(below + 1).min(sorted.len() - 1)];
        [sorted[below] + share * (next - sorted[below])]
    }
}
