use crate::blocks::SortedWindow;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "median-absolute-deviation",
    talib: "",
    aliases: &["mad"],
    group: Group::Statistic,
    meaning: "Median absolute deviation: the median distance of the last values from their median",
    formula: "median(|x[i] - median(x)|) over the last `period` values",
    source: "",
    inputs: &["value"],
    params: &[Param::period(20.0, 1.0, "Values taken together")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<MedianAbsoluteDeviation, 1, 1>(),
};

#[derive(Clone)]
struct MedianAbsoluteDeviation(SortedWindow);

state!(MedianAbsoluteDeviation { 0 });

impl Machine<1, 1> for MedianAbsoluteDeviation {
    fn open(params: &[f64]) -> Self {
        Self(SortedWindow::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.0.update(value).map_or(f64::NAN, deviation)]
    }
}

/// The distances grow from the median to both ends: the two runs are merged up to their middle.
fn deviation(sorted: &[f64]) -> f64 {
    let last = sorted.len() - 1;
    let median = f64::midpoint(sorted[last / 2], sorted[last - last / 2]);
    let mut above = sorted.partition_point(|value| *value < median);
    let mut below = above;
    let (mut distance, mut before) = (0.0, 0.0);
    for _ in 0..=sorted.len() / 2 {
        before = distance;
        let down = below.checked_sub(1).map(|at| median - sorted[at]);
        let up = sorted.get(above).map(|value| value - median);
        match (down, up) {
            (Some(down), up) if up.is_none_or(|up| down <= up) => {
                distance = down;
                below -= 1;
            }
            (_, Some(up)) => {
                distance = up;
                above += 1;
            }
            _ => {}
        }
    }
    if sorted.len().is_multiple_of(2) {
        f64::midpoint(before, distance)
    } else if sorted.len() == 1 {
        0.0
    } else {
        distance
    }
}
