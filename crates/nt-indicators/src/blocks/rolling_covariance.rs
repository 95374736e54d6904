use super::anchor::{Anchor, Step};
use super::sliding_squares::LOST_DIGITS;
use super::stretches::stretches;
use super::window::Window;
use crate::state::state;

/// Sums over a window of pairs, of products of deviations from the means; divide them by the
/// period for the variances and the covariance. All NaN while the window fills.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Covariance {
    pub(crate) xx: f64,
    pub(crate) yy: f64,
    pub(crate) xy: f64,
}

impl Covariance {
    const NONE: Self = Self {
        xx: f64::NAN,
        yy: f64::NAN,
        xy: f64::NAN,
    };

    /// Pearson's correlation; 0 where either side does not vary.
    #[inline]
    pub(crate) fn correlation(self) -> f64 {
        let product = self.xx * self.yy;
        if product == 0.0 {
            0.0
        } else {
            self.xy / product.sqrt()
        }
    }
}

/// The covariance of the last `period` pairs, which keeps its digits as
/// [`super::RollingMoments`] does.
#[derive(Clone, Debug)]
pub(crate) struct RollingCovariance {
    period: usize,
    per_pair: f64,
    anchor: Anchor,
    sums: Sums,
    x: Window,
    y: Window,
}

state!(RollingCovariance { anchor, sums, x, y });

/// Sums about an origin, a pair of the window.
#[derive(Clone, Debug, Default)]
struct Sums {
    origin: (f64, f64),
    x: f64,
    y: f64,
    xx: f64,
    yy: f64,
    xy: f64,
}

state!(Sums {
    origin,
    x,
    y,
    xx,
    yy,
    xy
});

impl RollingCovariance {
    pub(crate) fn new(period: usize) -> Self {
        Self {
            period,
            per_pair: 1.0 / period as f64,
            anchor: Anchor::new(period),
            sums: Sums::default(),
            x: Window::new(period),
            y: Window::new(period),
        }
    }

    #[inline]
    pub(crate) fn update(&mut self, x: f64, y: f64) -> Covariance {
        let leaving = (self.x.push(x), self.y.push(y));
        // Both are finite or neither is: a sum tells.
        let step = self.anchor.advance(x + y);
        let windows = || (self.x.values(), self.y.values());
        self.sums
            .step(step, (x, y), leaving, self.per_pair, windows)
    }

    /// A value made of the covariance for each bar of two columns of finite values, from the first
    /// or an anchor on, with the bits of [`RollingCovariance::update`].
    pub(crate) fn fill(
        &mut self,
        [x, y]: [&[f64]; 2],
        start: usize,
        out: &mut [f64],
        value: impl Fn(Covariance) -> f64,
    ) {
        let (period, per_pair, none) = (self.period, self.per_pair, (f64::NAN, f64::NAN));
        let warm_up = (period - 1).clamp(start, x.len()) - start;
        out[..warm_up].fill(f64::NAN);
        for bars in stretches(start..x.len(), period) {
            let windows = |bar: usize| (&x[bar + 1 - period..=bar], &y[bar + 1 - period..=bar]);
            let (first, next) = (bars.start, bars.start + 1);
            let pair = (x[first], y[first]);
            let fresh = || windows(first);
            out[first - start] = value(self.sums.step(Step::Refresh, pair, none, per_pair, fresh));
            let entering = x[next..bars.end].iter().zip(&y[next..bars.end]);
            let (from, to) = (next - period, bars.end - period);
            let pairs = entering.zip(x[from..to].iter().zip(&y[from..to]));
            for (bar, (out, (new, old))) in
                (next..).zip(out[next - start..bars.end - start].iter_mut().zip(pairs))
            {
                let (new, old) = ((*new.0, *new.1), (*old.0, *old.1));
                let fresh = || windows(bar);
                *out = value(self.sums.step(Step::Slide, new, old, per_pair, fresh));
            }
        }
    }
}

impl Sums {
    #[inline]
    fn step<'a>(
        &mut self,
        step: Step,
        entering: (f64, f64),
        leaving: (f64, f64),
        per_pair: f64,
        windows: impl Fn() -> (&'a [f64], &'a [f64]),
    ) -> Covariance {
        let (before_xx, before_yy) = (self.xx, self.yy);
        let (new_x, new_y) = (entering.0 - self.origin.0, entering.1 - self.origin.1);
        let (old_x, old_y) = (leaving.0 - self.origin.0, leaving.1 - self.origin.1);
        self.x += new_x - old_x;
        self.y += new_y - old_y;
        self.xx += new_x * new_x - old_x * old_x;
        self.yy += new_y * new_y - old_y * old_y;
        self.xy += new_x * new_y - old_x * old_y;
        let slid = self.about_the_means(per_pair);
        let kept = before_xx * LOST_DIGITS <= slid.xx && before_yy * LOST_DIGITS <= slid.yy;
        if step == Step::Slide && kept {
            return slid;
        }
        if step == Step::Wait {
            return Covariance::NONE;
        }
        self.refresh(entering, windows());
        let fresh = self.about_the_means(per_pair);
        Covariance {
            xx: fresh.xx.max(0.0),
            yy: fresh.yy.max(0.0),
            xy: fresh.xy,
        }
    }

    #[cold]
    fn refresh(&mut self, origin: (f64, f64), (x, y): (&[f64], &[f64])) {
        *self = Self {
            origin,
            ..Self::default()
        };
        for (&x, &y) in x.iter().zip(y) {
            let (x, y) = (x - origin.0, y - origin.1);
            self.x += x;
            self.y += y;
            self.xx += x * x;
            self.yy += y * y;
            self.xy += x * y;
        }
    }

    #[inline]
    fn about_the_means(&self, per_pair: f64) -> Covariance {
        Covariance {
            xx: self.xx - self.x * self.x * per_pair,
            yy: self.yy - self.y * self.y * per_pair,
            xy: self.xy - self.x * self.y * per_pair,
        }
    }
}
