use super::atr::Atr;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "natr",
    talib: "NATR",
    aliases: &["normalized-average-true-range"],
    group: Group::Volatility,
    meaning: "Normalized average true range: the average true range in percent of the close",
    formula: "100 * atr[t] / close[t]",
    source: "",
    inputs: &["high", "low", "close"],
    params: &[Param::period(
        14.0,
        1.0,
        "Ranges smoothed, by Wilder's method",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * params[0] - 1.0),
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Natr, 3, 1>(),
};

#[derive(Clone)]
struct Natr(Atr);

state!(Natr { 0 });

impl Machine<3, 1> for Natr {
    fn open(params: &[f64]) -> Self {
        Self(Atr::open(params))
    }

    #[inline]
    fn update(&mut self, row: [f64; 3]) -> [f64; 1] {
        let [atr] = self.0.update(row);
        [share(atr, row[2])]
    }

    fn fill(&mut self, inputs: [&[f64]; 3], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        self.0.fill(inputs, start, [Some(&mut *out)]);
        let close = &inputs[2][start..];
        nt_math::map_triples(out, close, close, |atr, close, _| share(atr, close));
    }
}

#[inline]
fn share(atr: f64, close: f64) -> f64 {
    let share = 100.0 * (atr / close);
    if close == 0.0 { atr * 0.0 } else { share }
}
