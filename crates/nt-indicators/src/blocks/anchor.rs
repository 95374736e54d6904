use crate::state::state;

/// Bars between fresh sums, counted from the first bar of the column.
pub(crate) const ANCHOR_EVERY: usize = 512;

/// Says for each bar how a windowed indicator goes on.
#[derive(Clone, Debug)]
pub(crate) struct Anchor {
    period: usize,
    bar: usize,
    /// Finite values in a row, at most the period.
    run: usize,
    /// Bars that may slide before the next fresh sum.
    slides: usize,
}

state!(Anchor { bar, run, slides });

/// How to go on with a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Step {
    /// The window is not full, or holds a value that is not finite.
    Wait,
    /// Sum the window afresh.
    Refresh,
    /// Let one value in and one out.
    Slide,
}

impl Anchor {
    pub(crate) const fn new(period: usize) -> Self {
        Self {
            period,
            bar: 0,
            run: 0,
            slides: 0,
        }
    }

    /// From bar `first` on, so that anchors lie on the same bars for all that an indicator is made
    /// of, whichever of them begins later.
    pub(crate) const fn begin_at(self, first: usize) -> Self {
        Self { bar: first, ..self }
    }

    /// Whether the next bar is an anchor.
    pub(crate) const fn is_next(&self) -> bool {
        self.bar.is_multiple_of(ANCHOR_EVERY)
    }

    /// Bars before the anchor after the next bar.
    pub(crate) const fn to_next(&self) -> usize {
        ANCHOR_EVERY - self.bar % ANCHOR_EVERY
    }

    /// Before bar `start`, the first or an anchor, after finite values only.
    pub(crate) const fn at(start: usize, period: usize) -> Self {
        let mut anchor = Self::new(period);
        if start > 0 {
            anchor.pass(start);
        }
        anchor
    }

    #[inline]
    pub(crate) fn advance(&mut self, value: f64) -> Step {
        self.bar += 1;
        if self.slides > 0 && value.abs() < f64::INFINITY {
            self.slides -= 1;
            return Step::Slide;
        }
        self.turn(value)
    }

    /// Passes over bars of finite values that began and end at an anchor.
    pub(crate) const fn pass(&mut self, bars: usize) {
        self.bar += bars;
        self.run = self.period;
        self.slides = 0;
    }

    #[cold]
    fn turn(&mut self, value: f64) -> Step {
        self.run = if value.is_finite() {
            self.period.min(self.run + 1)
        } else {
            0
        };
        if self.run < self.period {
            self.slides = 0;
            return Step::Wait;
        }
        self.slides = ANCHOR_EVERY - 1 - (self.bar - 1) % ANCHOR_EVERY;
        Step::Refresh
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_restarts_and_every_512th_bar_refreshes() {
        let mut anchor = Anchor::new(2);
        let steps = [1.0, 1.0, 1.0, f64::NAN, 1.0, 1.0].map(|value| anchor.advance(value));
        assert_eq!(
            steps,
            [
                Step::Wait,
                Step::Refresh,
                Step::Slide,
                Step::Wait,
                Step::Wait,
                Step::Refresh
            ]
        );
        let later: Vec<Step> = (6..1025).map(|_| anchor.advance(1.0)).collect();
        let refreshed: Vec<usize> = (6..1025)
            .filter(|bar| later[bar - 6] == Step::Refresh)
            .collect();
        assert_eq!(refreshed, [512, 1024]);
    }
}
