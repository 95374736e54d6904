use super::anchor::Anchor;
use super::side_by_side::SLIDING;
use super::sliding_sum::{SlidingSum, slide_side_by_side};
use super::window::leaving;

/// The means of the last `period` values on the bars from `start` on, the first or an anchor past
/// the first window, with the bits of [`super::RollingSum::mean`]. NaN while the window fills or
/// holds a value that is not finite.
pub(crate) fn fill_means(input: &[f64], period: usize, start: usize, out: &mut [f64]) {
    let mut anchor = Anchor::at(start, period);
    for (bars, start) in out.chunks_mut(SLIDING).zip((start..).step_by(SLIDING)) {
        sums(input, period, start, bars, &mut anchor);
        nt_math::divide(bars, period as f64);
    }
}

/// The sums of the last `period` values, as [`fill_means`].
pub(crate) fn fill_sums(input: &[f64], period: usize, start: usize, out: &mut [f64]) {
    let mut anchor = Anchor::at(start, period);
    for (bars, start) in out.chunks_mut(SLIDING).zip((start..).step_by(SLIDING)) {
        sums(input, period, start, bars, &mut anchor);
    }
}

/// Stretches between anchors side by side where they are whole, otherwise bar by bar.
fn sums(input: &[f64], period: usize, start: usize, out: &mut [f64], anchor: &mut Anchor) {
    if start >= period && slide_side_by_side(input, period, start, out) {
        anchor.pass(out.len());
    } else {
        slide(input, period, start, out, anchor);
    }
}

/// The sums of bars from an anchor on, one by one.
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
    use crate::blocks::RollingSum;
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
            fill_means(&input, period, 0, &mut batch);
            let mut stream = RollingSum::new(period);
            for (bar, &value) in input.iter().enumerate() {
                let (batch, streamed) = (batch[bar], stream.mean(value));
                prop_assert!(batch == streamed || batch.is_nan() && streamed.is_nan(), "bar {bar}: {batch} and {streamed}");
            }
        }
    }
}
