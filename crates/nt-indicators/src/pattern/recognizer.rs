use nt_math::Task;

use crate::blocks::{Candle, CandleLimit, CandleTotals, Candles, STRETCH};
use crate::prelude::*;
use crate::state::{Slots, State};

/// A pattern that ends with the last of `N` candles, told by `A` limits.
pub(super) trait Pattern<const N: usize, const A: usize>:
    Clone + Default + Send + 'static
{
    /// What the candles are held against.
    const LIMITS: [CandleLimit; A];

    /// Bars before the first value.
    const LOOKBACK: usize = longest(&Self::LIMITS) + N - 1;

    /// From checked parameters, in the order of the registry.
    fn open(_params: &[f64]) -> Self {
        Self::default()
    }

    /// 100, -100 or 0 for candles, the earliest first, and the limits in their order.
    fn signal(&self, candles: [Candle; N], limits: [f64; A]) -> f64;
}

const fn longest<const A: usize>(limits: &[CandleLimit; A]) -> usize {
    let (mut longest, mut at) = (0, 0);
    while at < A {
        if limits[at].setting.period() > longest {
            longest = limits[at].setting.period();
        }
        at += 1;
    }
    longest
}

/// What the entries of all patterns have in common; the words are for each to say.
pub(super) const fn entry<P: Pattern<N, A>, const N: usize, const A: usize>() -> Indicator {
    Indicator {
        name: "",
        talib: "",
        aliases: &[],
        group: Group::Pattern,
        meaning: "",
        formula: "",
        source: "",
        inputs: &["open", "high", "low", "close"],
        params: &[],
        outputs: &[Output::WHOLE],
        stability: Stability::Window,
        lookback: |_| P::LOOKBACK,
        compute: Compute::of::<Recognizer<P, N, A>, 4, 1>(),
    }
}

/// Watches candles for a pattern.
#[derive(Clone)]
pub(super) struct Recognizer<P, const N: usize, const A: usize> {
    pattern: P,
    candles: Candles,
    totals: CandleTotals<A>,
}

impl<P, const N: usize, const A: usize> State for Recognizer<P, N, A> {
    fn visit(&mut self, slots: &mut Slots<'_>) {
        self.candles.visit(slots);
        self.totals.visit(slots);
    }
}

impl<P: Pattern<N, A>, const N: usize, const A: usize> Machine<4, 1> for Recognizer<P, N, A> {
    fn open(params: &[f64]) -> Self {
        Self {
            pattern: P::open(params),
            candles: Candles::default(),
            totals: CandleTotals::new(),
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 4]) -> [f64; 1] {
        let bar = self.candles.push(Candle::new(row));
        let limits = self.totals.limits(&P::LIMITS, &self.candles);
        self.totals
            .take(&P::LIMITS, &self.candles, (bar, P::LOOKBACK));
        if bar < P::LOOKBACK {
            return [f64::NAN];
        }
        [self.pattern.signal(self.candles.last(), limits)]
    }

    /// The limits of a stretch first, then its signals, which are vectorised.
    fn fill(&mut self, inputs: [&[f64]; 4], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        let first = P::LOOKBACK.clamp(start, inputs[0].len());
        let (head, body) = out.split_at_mut(first - start);
        for (bar, out) in (start..).zip(head) {
            [*out] = self.update(inputs.map(|column| column[bar]));
        }
        let mut limits = [[0.0; STRETCH]; A];
        for (start, out) in (first..).step_by(STRETCH).zip(body.chunks_mut(STRETCH)) {
            let signals = Signals {
                recognizer: self,
                inputs,
                start,
                limits: &mut limits,
                out,
            };
            // The prices of five candles are more than the registers of wide vectors hold.
            if N < 5 {
                nt_math::run_on_best_level(signals);
            } else {
                signals.run();
            }
        }
    }
}

/// The signals of a stretch of bars.
struct Signals<'a, P, const N: usize, const A: usize> {
    recognizer: &'a mut Recognizer<P, N, A>,
    inputs: [&'a [f64]; 4],
    start: usize,
    limits: &'a mut [[f64; STRETCH]; A],
    out: &'a mut [f64],
}

impl<P: Pattern<N, A>, const N: usize, const A: usize> Task for Signals<'_, P, N, A> {
    #[inline(always)]
    fn run(self) {
        let bars = self.start..self.start + self.out.len();
        self.recognizer
            .totals
            .fill(&P::LIMITS, self.inputs, bars, self.limits);
        self.recognizer
            .signals(self.inputs, self.start, self.limits, self.out);
    }
}

impl<P: Pattern<N, A>, const N: usize, const A: usize> Recognizer<P, N, A> {
    #[inline(always)]
    fn signals(
        &self,
        inputs: [&[f64]; 4],
        start: usize,
        limits: &[[f64; STRETCH]; A],
        out: &mut [f64],
    ) {
        let bars = out.len().min(STRETCH);
        let earliest = start + 1 - N;
        let columns: [[&[f64]; 4]; N] =
            std::array::from_fn(|at| inputs.map(|column| &column[earliest + at..][..bars]));
        for (bar, out) in out[..bars].iter_mut().enumerate() {
            let candles = columns.map(|columns| Candle::new(columns.map(|column| column[bar])));
            *out = self
                .pattern
                .signal(candles, limits.each_ref().map(|limits| limits[bar]));
        }
    }
}

/// Whether all hold. Every one is computed: a wrongly guessed branch costs more.
#[inline]
pub(super) fn all<const M: usize>(conditions: [bool; M]) -> bool {
    conditions.into_iter().fold(true, |all, each| all & each)
}

/// Whether one holds, every one being computed.
#[inline]
pub(super) fn any<const M: usize>(conditions: [bool; M]) -> bool {
    conditions.into_iter().fold(false, |any, each| any | each)
}

/// Whether a value is no further from another than a distance.
#[inline]
pub(super) fn within(value: f64, other: f64, distance: f64) -> bool {
    all([value <= other + distance, value >= other - distance])
}

/// 100 where found.
#[inline]
pub(super) fn bullish(found: bool) -> f64 {
    signal(found, 100.0)
}

/// -100 where found.
#[inline]
pub(super) fn bearish(found: bool) -> f64 {
    signal(found, -100.0)
}

/// A value where found, otherwise 0.
#[inline]
pub(super) fn signal(found: bool, value: f64) -> f64 {
    if found { value } else { 0.0 }
}
