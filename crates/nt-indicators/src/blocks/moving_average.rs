use super::exponential::{Dema, T3, Tema};
use super::hull::Hull;
use super::kama::Kama;
use super::mesa::Mesa;
use super::once_there::leading_nans;
use super::rolling_sum::RollingSum;
use super::smoother::Smoother;
use super::triangular::Triangular;
use super::weighted::Weighted;
use super::zero_lag::ZeroLag;
use crate::state::{Slots, State};

/// A moving average of a kind chosen by parameter.
#[derive(Clone, Debug)]
pub(crate) enum MovingAverage {
    /// The value itself: no kind, or any over one value.
    Same,
    Simple(RollingSum),
    Exponential(Smoother),
    Weighted(Weighted),
    Double(Dema),
    Triple(Tema),
    Triangular(Triangular),
    Kaufman(Kama),
    Mesa(Box<Mesa>),
    Tillson(T3),
    Hull(Hull),
    ZeroLag(ZeroLag),
}

impl MovingAverage {
    /// The kinds by their numbers in TA-Lib: `none` passes values on, `default` is the kind that the
    /// parameter has when it is not given.
    pub(crate) const KINDS: &[&'static str] = &[
        "sma", "ema", "wma", "dema", "tema", "trima", "kama", "mama", "t3", "hma", "none",
        "default", "zlema", "rma",
    ];

    /// Of a kind by its number, over at least one value.
    pub(crate) fn new(kind: f64, period: usize) -> Self {
        if period < 2 {
            return Self::Same;
        }
        match kind as usize {
            0 => Self::Simple(RollingSum::new(period)),
            1 => Self::Exponential(Smoother::exponential(period)),
            2 => Self::Weighted(Weighted::new(period)),
            3 => Self::Double(Dema::new(period)),
            4 => Self::Triple(Tema::new(period)),
            5 => Self::Triangular(Triangular::new(period)),
            6 => Self::Kaufman(Kama::new(period)),
            7 => Self::Mesa(Box::new(Mesa::new(0.5, 0.05))),
            8 => Self::Tillson(T3::new(period, 0.7)),
            9 => Self::Hull(Hull::new(period)),
            12 => Self::ZeroLag(ZeroLag::new(period)),
            13 => Self::Exponential(Smoother::wilder(period)),
            _ => Self::Same,
        }
    }

    /// Values before the first average.
    pub(crate) fn lookback(kind: f64, period: f64) -> usize {
        if period < 2.0 {
            return 0;
        }
        let before = period as usize - 1;
        match kind as usize {
            3 => 2 * before,
            4 => 3 * before,
            6 => before + 1,
            7 => Mesa::LOOKBACK,
            8 => 6 * before,
            9 => Hull::lookback(before + 1),
            10 => 0,
            12 => ZeroLag::lookback(before + 1),
            _ => before,
        }
    }

    /// The period of the exponential average whose weights fade as slowly; 1 for a window.
    pub(crate) fn fading(kind: f64, period: f64) -> f64 {
        if period < 2.0 {
            return 1.0;
        }
        match kind as usize {
            1 | 12 => period,
            3 => 2.0 * period,
            4 => 3.0 * period,
            // The slowest weight of each: (2 / 31)^2 and 0.05.
            6 => 480.0,
            7 => 39.0,
            8 => 6.0 * period,
            13 => 2.0 * period - 1.0,
            _ => 1.0,
        }
    }

    /// Takes a finite value; NaN while warming up.
    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        match self {
            Self::Same => value,
            Self::Simple(average) => average.mean(value),
            Self::Exponential(average) => average.update(value),
            Self::Weighted(average) => average.update(value),
            Self::Double(average) => average.update(value),
            Self::Triple(average) => average.update(value),
            Self::Triangular(average) => average.update(value),
            Self::Kaufman(average) => average.update(value),
            Self::Mesa(average) => average.update(value)[0],
            Self::Tillson(average) => average.update(value),
            Self::Hull(average) => average.update(value),
            Self::ZeroLag(average) => average.update(value),
        }
    }
}

impl MovingAverage {
    /// Begins with bar `first`: see [`super::Anchor::begin_at`].
    pub(crate) fn begin_at(self, first: usize) -> Self {
        match self {
            Self::Simple(average) => Self::Simple(average.begin_at(first)),
            Self::Weighted(average) => Self::Weighted(average.begin_at(first)),
            other => other,
        }
    }

    /// The averages on the next values, all finite.
    pub(crate) fn fill(&mut self, values: &[f64], out: &mut [f64]) {
        match self {
            Self::Same => out.copy_from_slice(values),
            Self::Simple(average) => average.fill_means(values, out),
            Self::Exponential(average) => average.fill(values, out),
            Self::Weighted(average) => average.fill(values, out),
            Self::Triangular(average) => average.fill(values, out),
            Self::Hull(average) => average.fill(values, out),
            Self::Double(average) => smooth(|out| average.smooth(out), values, out),
            Self::Triple(average) => smooth(|out| average.smooth(out), values, out),
            Self::Tillson(average) => smooth(|out| average.smooth(out), values, out),
            other => {
                for (out, &value) in out.iter_mut().zip(values) {
                    *out = other.update(value);
                }
            }
        }
    }

    /// The averages on the next values, of which the first ones may not be there yet.
    pub(crate) fn fill_once_there(&mut self, values: &[f64], out: &mut [f64]) {
        let first = leading_nans(values);
        out[..first].fill(f64::NAN);
        self.fill(&values[first..], &mut out[first..]);
    }
}

fn smooth(mut in_place: impl FnMut(&mut [f64]), values: &[f64], out: &mut [f64]) {
    out.copy_from_slice(values);
    in_place(out);
}

impl State for MovingAverage {
    fn visit(&mut self, slots: &mut Slots<'_>) {
        match self {
            Self::Same => {}
            Self::Simple(average) => average.visit(slots),
            Self::Exponential(average) => average.visit(slots),
            Self::Weighted(average) => average.visit(slots),
            Self::Double(average) => average.visit(slots),
            Self::Triple(average) => average.visit(slots),
            Self::Triangular(average) => average.visit(slots),
            Self::Kaufman(average) => average.visit(slots),
            Self::Mesa(average) => average.visit(slots),
            Self::Tillson(average) => average.visit(slots),
            Self::Hull(average) => average.visit(slots),
            Self::ZeroLag(average) => average.visit(slots),
        }
    }
}
