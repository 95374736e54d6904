use crate::blocks::Window;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "percent-rank",
    talib: "PERCENTRANK",
    aliases: &[],
    group: Group::Statistic,
    meaning: "Percent of the values before this one that are less",
    formula: "100 count(x[t-i] < x[t], i = 1 .. period) / period",
    source: "",
    inputs: &["value"],
    params: &[Param::period(
        100.0,
        1.0,
        "Values before, compared with this one",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<PercentRank, 1, 1>(),
};

#[derive(Clone)]
struct PercentRank(Window);

state!(PercentRank { 0 });

impl Machine<1, 1> for PercentRank {
    fn open(params: &[f64]) -> Self {
        Self(Window::new(params[0] as usize))
    }

    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let rank = if self.0.is_full() {
            rank(self.0.values(), value)
        } else {
            f64::NAN
        };
        self.0.push(value);
        [rank]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        let period = self.0.period();
        let first = period.clamp(start, input.len());
        let (head, body) = out.split_at_mut(first - start);
        head.fill(f64::NAN);
        for (bar, out) in (first..).zip(body) {
            *out = rank(&input[bar - period..bar], input[bar]);
        }
    }
}

fn rank(before: &[f64], value: f64) -> f64 {
    100.0 * nt_math::count_below(before, value) as f64 / before.len() as f64
}
