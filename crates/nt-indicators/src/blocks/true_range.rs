use crate::state::state;

/// The greatest of `high - low` and the distances of both from the close before.
#[derive(Clone, Debug)]
pub(crate) struct TrueRange {
    previous_close: f64,
}

state!(TrueRange { previous_close });

impl TrueRange {
    pub(crate) const fn new() -> Self {
        Self {
            previous_close: f64::NAN,
        }
    }

    /// Takes the next bar; NaN on the first, on one with a value that is not finite and on the one
    /// after it.
    #[inline]
    pub(crate) fn update(&mut self, high: f64, low: f64, close: f64) -> f64 {
        let (up, down) = (
            (high - self.previous_close).abs(),
            (low - self.previous_close).abs(),
        );
        let range = high - low;
        // Zero for a finite bar, otherwise NaN: the next bar then has no close before it. Branches
        // here would keep the batch from being vectorised.
        let gap = (range + close) * 0.0;
        self.previous_close = close + gap;
        greater(range, greater(up, down)) + gap
    }

    /// Takes bars of equal lengths.
    pub(crate) fn fill(&mut self, [high, low, close]: [&[f64]; 3], out: &mut [f64]) {
        for (((out, &high), &low), &close) in out.iter_mut().zip(high).zip(low).zip(close) {
            *out = self.update(high, low, close);
        }
    }
}

/// NaN where `b` is.
fn greater(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}

#[cfg(test)]
mod tests {
    use super::TrueRange;

    #[test]
    fn the_close_before_extends_the_range() {
        let mut range = TrueRange::new();
        assert!(range.update(10.0, 9.0, 9.5).is_nan());
        assert_eq!(range.update(10.0, 9.75, 10.0), 0.5);
        assert_eq!(range.update(13.0, 12.0, 12.0), 3.0);
        assert_eq!(range.update(9.0, 8.0, 8.5), 4.0);
    }

    #[test]
    fn an_incomplete_bar_has_no_range_and_no_close_for_the_next() {
        for fault in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            for (high, low, close) in [(fault, 1.0, 1.5), (2.0, fault, 1.5), (2.0, 1.0, fault)] {
                let mut range = TrueRange::new();
                range.update(2.0, 1.0, 1.5);
                assert!(range.update(high, low, close).is_nan());
                assert!(range.update(2.0, 1.0, 1.5).is_nan());
                assert_eq!(range.update(2.0, 1.0, 1.5), 1.0);
            }
        }
    }
}
