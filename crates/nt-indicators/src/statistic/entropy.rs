use crate::blocks::{Window, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "entropy",
    talib: "",
    aliases: &["shannon-entropy"],
    group: Group::Statistic,
    meaning: "Entropy: how evenly the last values are spread over their range, 0 to 1",
    formula: "-sum of p ln p / ln bins, p = share of the last `period` values in each of `bins` equal parts of their range; 0 where they have none",
    source: "Shannon (1948)",
    inputs: &["value"],
    params: &[
        Param::period(50.0, 2.0, "Values taken together"),
        Param::bars("bins", "", 10.0, 2.0, "Parts of the range"),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Entropy, 1, 1>(),
};

#[derive(Clone)]
struct Entropy {
    window: Window,
    counts: Vec<usize>,
}

state!(Entropy { window });

impl Machine<1, 1> for Entropy {
    fn open(params: &[f64]) -> Self {
        Self {
            window: Window::new(params[0] as usize),
            counts: vec![0; params[1] as usize],
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        self.window.push(value);
        if !self.window.is_full() {
            return [f64::NAN];
        }
        let values = self.window.values();
        let (lowest, highest) = (nt_math::min(values), nt_math::max(values));
        let bins = self.counts.len();
        self.counts.fill(0);
        let scale = ratio(bins as f64, highest - lowest);
        for value in values {
            let part = ((value - lowest) * scale) as usize;
            self.counts[part.min(bins - 1)] += 1;
        }
        let total = values.len() as f64;
        let filled = self.counts.iter().filter(|count| **count > 0);
        let terms = filled
            .map(|count| *count as f64 / total)
            .map(|p| p * p.ln());
        [terms.sum::<f64>().abs() / (bins as f64).ln()]
    }
}
