use crate::blocks::{Anchor, RollingSum, SLIDING, SlidingSum, leaving, slide_side_by_side};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "sma",
    talib: "SMA",
    aliases: &["simple-moving-average"],
    group: Group::Overlap,
    meaning: "Simple moving average: the mean of the last values",
    formula: "(x[t] + x[t-1] + ... + x[t-period+1]) / period",
    source: "",
    inputs: &["value"],
    params: &[Param::period(30.0, 1.0, "Values averaged")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Sma, 1, 1>(),
};

#[derive(Clone)]
struct Sma {
    period: usize,
    sum: RollingSum,
}

state!(Sma { sum });

impl Machine<1, 1> for Sma {
    const TAKES_GAPS: bool = true;

    fn open(params: &[f64]) -> Self {
        let period = params[0] as usize;
        Self {
            period,
            sum: RollingSum::new(period),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.sum.mean(value)]
    }

    fn fill(self, [input]: [&[f64]; 1], [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            fill(input, self.period, out);
        }
    }
}

/// Stretches between anchors side by side where they are whole, otherwise bar by bar.
fn fill(input: &[f64], period: usize, out: &mut [f64]) {
    let mut anchor = Anchor::new(period);
    for (bars, start) in out.chunks_mut(SLIDING).zip((0..).step_by(SLIDING)) {
        if start >= period && slide_side_by_side(input, period, start, bars) {
            anchor.pass(bars.len());
        } else {
            slide(input, period, start, bars, &mut anchor);
        }
        nt_math::divide(bars, period as f64);
    }
}

fn slide(input: &[f64], period: usize, start: usize, out: &mut [f64], anchor: &mut Anchor) {
    let mut sum = SlidingSum::default();
    for (out, bar) in out.iter_mut().zip(start..) {
        let (entering, leaving) = (input[bar], leaving(input, period, bar));
        let window = || &input[bar + 1 - period..=bar];
        *out = sum.step(anchor.advance(entering), entering, leaving, window);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Long enough for stretches side by side, with values that break them up.
        #[test]
        fn long_columns_equal_the_stream(
            seed: u64, period in 1_usize..600, odd in prop::collection::vec((0_usize..9000, prop::sample::select(vec![f64::NAN, f64::INFINITY, 1e12, 0.0])), 0..4),
        ) {
            let mut random = nt_math::Rng::new(seed);
            let mut input: Vec<f64> = (0..9000).map(|_| random.next_f64() - 0.3).collect();
            for (bar, value) in odd {
                input[bar] = value;
            }
            let mut batch = vec![0.0; input.len()];
            fill(&input, period, &mut batch);
            let mut stream = Sma::open(&[period as f64]);
            for (bar, &value) in input.iter().enumerate() {
                let (batch, streamed) = (batch[bar], stream.update([value])[0]);
                prop_assert!(batch == streamed || batch.is_nan() && streamed.is_nan(), "bar {bar}: {batch} and {streamed}");
            }
        }
    }
}
