use crate::blocks::SortedWindow;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "median",
    talib: "",
    aliases: &[],
    group: Group::Statistic,
    meaning: "Median of the last values",
    formula: "the middle of the last `period` values in order, half-way between the two middle ones where they are even in number",
    source: "",
    inputs: &["value"],
    params: &[Param::period(20.0, 1.0, "Values taken together")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Median, 1, 1>(),
};

#[derive(Clone)]
struct Median(SortedWindow);

state!(Median { 0 });

impl Machine<1, 1> for Median {
    fn open(params: &[f64]) -> Self {
        Self(SortedWindow::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let Some(sorted) = self.0.update(value) else {
            return [f64::NAN];
        };
        let last = sorted.len() - 1;
        [f64::midpoint(sorted[last / 2], sorted[last - last / 2])]
    }
}
