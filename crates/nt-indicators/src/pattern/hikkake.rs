use super::recognizer::{Pattern, Recognizer};
use crate::blocks::Candle;
use crate::prelude::*;

/// Bars within which a false break must be confirmed.
const PATIENCE: usize = 3;

/// What the two entries have in common.
pub(super) const fn entry<P: Pattern<N, A>, const N: usize, const A: usize>() -> Indicator {
    Indicator {
        source: "Chesler, Active Trader (2004)",
        // Bars before in which a break may be waiting for its confirmation.
        lookback: |_| P::LOOKBACK + PATIENCE,
        compute: Compute::of::<Confirmed<P, N, A>, 4, 1>(),
        ..super::recognizer::entry::<P, N, A>()
    }
}

/// 100 for a break downwards out of an inside bar, which is bullish, -100 for one upwards.
#[inline]
pub(super) fn break_out_of(inside: Candle, after: Candle) -> f64 {
    if after.high < inside.high && after.low < inside.low {
        100.0
    } else if after.high > inside.high && after.low > inside.low {
        -100.0
    } else {
        0.0
    }
}

/// Waits for the confirmation of a break.
#[derive(Clone)]
struct Confirmed<P, const N: usize, const A: usize> {
    breaks: Recognizer<P, N, A>,
    waiting: Waiting,
    /// High and low of the bar before.
    before: [f64; 2],
    bar: usize,
}

impl<P, const N: usize, const A: usize> crate::state::State for Confirmed<P, N, A> {
    fn visit(&mut self, slots: &mut crate::state::Slots<'_>) {
        self.breaks.visit(slots);
        self.waiting.visit(slots);
        self.before.visit(slots);
        self.bar.visit(slots);
    }
}

impl<P: Pattern<N, A>, const N: usize, const A: usize> Machine<4, 1> for Confirmed<P, N, A> {
    fn open(params: &[f64]) -> Self {
        Self {
            breaks: Recognizer::open(params),
            waiting: Waiting::default(),
            before: [0.0; 2],
            bar: 0,
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 4]) -> [f64; 1] {
        let [found] = self.breaks.update(row);
        let [_, high, low, close] = row;
        let value = self.waiting.update(found, self.before, close);
        (self.before, self.bar) = ([high, low], self.bar + 1);
        [if self.bar > P::LOOKBACK + PATIENCE {
            value
        } else {
            f64::NAN
        }]
    }

    fn fill(&mut self, inputs: [&[f64]; 4], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        self.breaks.fill(inputs, start, [Some(&mut *out)]);
        let [_, high, low, close] = inputs;
        let first = P::LOOKBACK.clamp(start, high.len());
        for (bar, out) in (first..).zip(&mut out[first - start..]) {
            *out = self
                .waiting
                .update(*out, [high[bar - 1], low[bar - 1]], close[bar]);
        }
        let warm = (P::LOOKBACK + PATIENCE).clamp(start, high.len());
        out[..warm - start].fill(f64::NAN);
    }
}

/// The last break, until it is confirmed or forgotten.
#[derive(Clone, Default)]
struct Waiting {
    value: f64,
    /// The close must go beyond it: the high or low of the inside bar.
    confirmation: f64,
    left: usize,
}

state!(Waiting {
    value,
    confirmation,
    left
});

impl Waiting {
    /// A new break, twice its value on the bar that confirms the last one, otherwise 0.
    #[inline]
    fn update(&mut self, found: f64, [high, low]: [f64; 2], close: f64) -> f64 {
        if found.abs() > 0.0 {
            let confirmation = if found > 0.0 { high } else { low };
            *self = Self {
                value: found,
                confirmation,
                left: PATIENCE,
            };
            return found;
        }
        if self.left == 0 {
            return 0.0;
        }
        self.left -= 1;
        let beyond = if self.value > 0.0 {
            close > self.confirmation
        } else {
            close < self.confirmation
        };
        if beyond {
            self.left = 0;
            return 2.0 * self.value;
        }
        0.0
    }
}
