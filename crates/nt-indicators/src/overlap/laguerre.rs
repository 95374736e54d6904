use crate::blocks::Ladder;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "laguerre",
    talib: "",
    aliases: &["laguerre-filter"],
    group: Group::Overlap,
    meaning: "Laguerre filter: a smooth average of four values, each warped in time",
    formula: "(l0 + 2 l1 + 2 l2 + l3) / 6, l0[t] = (1 - gamma) x[t] + gamma l0[t-1], li[t] = l(i-1)[t-1] + gamma (li[t-1] - l(i-1)[t]); from x",
    source: "Ehlers, Cybernetic Analysis for Stocks and Futures (2004)",
    inputs: &["value"],
    params: &[Param::real("gamma", "", 0.8, (0.0, 0.99), "How slow it is")],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |_| 0,
    compute: Compute::of::<Laguerre, 1, 1>(),
};

#[derive(Clone)]
struct Laguerre(Ladder);

state!(Laguerre { 0 });

impl Machine<1, 1> for Laguerre {
    fn open(params: &[f64]) -> Self {
        Self(Ladder::new(params[0]))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let [l0, l1, l2, l3] = self.0.update(value);
        [(l0 + 2.0 * l1 + 2.0 * l2 + l3) / 6.0]
    }
}
