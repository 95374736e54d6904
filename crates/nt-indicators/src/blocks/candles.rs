use std::ops::Range;

use super::candle::Candle;
use super::candle_setting::CandleLimit;
use crate::state::state;

/// Room for the averages of the earliest candle of the longest pattern: 5 candles and 10 before.
const ROOM: usize = 16;

/// Bars whose limits are computed at a time, so that they are found in the first-level cache.
pub(crate) const STRETCH: usize = 128;

/// The last candles.
#[derive(Clone, Debug, Default)]
pub(crate) struct Candles {
    rows: [Candle; ROOM],
    taken: usize,
}

state!(Candles { rows, taken });

impl Candles {
    /// Takes a candle and gives its number, from 0.
    #[inline]
    pub(crate) fn push(&mut self, candle: Candle) -> usize {
        self.rows[self.taken % ROOM] = candle;
        self.taken += 1;
        self.taken - 1
    }

    /// The candle so many candles before the last.
    #[inline]
    pub(crate) fn ago(&self, candles: usize) -> Candle {
        self.rows[self.taken.wrapping_sub(candles + 1) % ROOM]
    }

    /// The last candles, the earliest first.
    #[inline]
    pub(crate) fn last<const N: usize>(&self) -> [Candle; N] {
        std::array::from_fn(|at| self.ago(N - 1 - at))
    }
}

/// The running totals behind the limits of a pattern.
#[derive(Clone, Debug)]
pub(crate) struct CandleTotals<const A: usize>([f64; A]);

impl<const A: usize> crate::state::State for CandleTotals<A> {
    fn visit(&mut self, slots: &mut crate::state::Slots<'_>) {
        self.0.visit(slots);
    }
}

impl<const A: usize> CandleTotals<A> {
    pub(crate) const fn new() -> Self {
        Self([0.0; A])
    }

    /// The limits for the last candle, from the candles before it.
    #[inline]
    pub(crate) fn limits(&self, limits: &[CandleLimit; A], candles: &Candles) -> [f64; A] {
        std::array::from_fn(|at| limits[at].value(self.0[at], candles.ago(limits[at].ago)))
    }

    /// Takes the last candle, of number `bar`, for the limits of the next. Each total is full when
    /// bar `first` comes.
    #[inline]
    pub(crate) fn take(
        &mut self,
        limits: &[CandleLimit; A],
        candles: &Candles,
        (bar, first): (usize, usize),
    ) {
        for (total, CandleLimit { setting, ago }) in self.0.iter_mut().zip(limits) {
            let period = setting.period();
            if period == 0 || bar + period < first {
                continue;
            }
            let entering = setting.measure(candles.ago(*ago));
            *total += if bar < first {
                entering
            } else {
                entering - setting.measure(candles.ago(ago + period))
            };
        }
    }

    /// The limits of a stretch of bars of columns, after the last bar taken; takes these bars.
    #[inline(always)]
    pub(crate) fn fill(
        &mut self,
        limits: &[CandleLimit; A],
        columns: [&[f64]; 4],
        bars: Range<usize>,
        out: &mut [[f64; STRETCH]; A],
    ) {
        let length = bars.len().min(STRETCH);
        for (out, limit) in out.iter_mut().zip(limits) {
            limit.changes(columns, bars.start, &mut out[..length]);
        }
        // The totals side by side, in registers: each waits for its last addition only.
        let mut totals = self.0;
        for bar in 0..length {
            for (total, out) in totals.iter_mut().zip(out.iter_mut()) {
                let change = out[bar];
                out[bar] = *total;
                *total += change;
            }
        }
        self.0 = totals;
        for (out, limit) in out.iter_mut().zip(limits) {
            limit.values(columns, bars.start, &mut out[..length]);
        }
    }
}
