use crate::blocks::Weighted;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "hma",
    talib: "HMA",
    aliases: &["hull-moving-average"],
    group: Group::Overlap,
    meaning: "Hull moving average: weighted averages combined so that lag nearly vanishes",
    formula: "wma(2 wma(x, period / 2) - wma(x, period), sqrt(period)), both lengths rounded down",
    source: "Hull (2005)",
    inputs: &["value"],
    params: &[Param::period(20.0, 2.0, "Values averaged")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1 + (params[0].sqrt() as usize - 1),
    compute: Compute::of::<Hma, 1, 1>(),
};

#[derive(Clone)]
struct Hma {
    half: Weighted,
    whole: Weighted,
    last: Weighted,
}

state!(Hma { half, whole, last });

impl Machine<1, 1> for Hma {
    fn open(params: &[f64]) -> Self {
        Self {
            half: Weighted::new(params[0] as usize / 2),
            whole: Weighted::new(params[0] as usize),
            last: Weighted::new(params[0].sqrt() as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let half = self.half.update(value);
        let whole = self.whole.update(value);
        [if whole.is_nan() {
            whole
        } else {
            self.last.update(2.0 * half - whole)
        }]
    }
}
