use crate::blocks::ZeroLag;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "zlema",
    talib: "ZLEMA",
    aliases: &["zero-lag-exponential-moving-average"],
    group: Group::Overlap,
    meaning: "Zero-lag exponential moving average: an exponential average of prices carried on by their own change",
    formula: "ema(2 x[t] - x[t-lag], period), lag = (period - 1) / 2 rounded down",
    source: "Ehlers and Way, Zero Lag (2010)",
    inputs: &["value"],
    params: &[Param::period(30.0, 1.0, "Values whose weight it resembles")],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| params[0]),
    lookback: |params| ZeroLag::lookback(params[0] as usize),
    compute: Compute::of::<Zlema, 1, 1>(),
};

#[derive(Clone)]
struct Zlema(ZeroLag);

state!(Zlema { 0 });

impl Machine<1, 1> for Zlema {
    fn open(params: &[f64]) -> Self {
        Self(ZeroLag::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.0.update(value)]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            self.0.fill(input, start, out);
        }
    }
}
