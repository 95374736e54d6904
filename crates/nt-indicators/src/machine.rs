use std::ops::Range;

use nt_math::Task;

use crate::blocks::{BLOCK, SLIDING};
use crate::state::State;

/// An indicator as a streaming state machine with `I` inputs and `O` outputs. The one definition
/// from which the batch, the stream and the plan are made.
pub trait Machine<const I: usize, const O: usize>: Clone + Send + State + 'static {
    /// Whether [`Machine::update`] itself deals with values that are not finite. Otherwise it
    /// never sees one: the indicator gives NaN on such a bar and opens anew on the next.
    const TAKES_GAPS: bool = false;

    /// Whether [`Machine::update`] takes fused multiply-adds enough that the batch should be
    /// compiled for the instructions of the processor; `update` must then be `#[inline(always)]`.
    const FUSED: bool = false;

    /// From checked parameters, in the order of the registry.
    fn open(params: &[f64]) -> Self;

    /// Takes the next bar; NaN in every output while warming up.
    fn update(&mut self, row: [f64; I]) -> [f64; O];

    /// The next bars of columns, from bar `start` to their end, after all bars before them: for each
    /// output its values on these bars, or `None` where it is not wanted. The bars before them are
    /// there to be read. Overridden only for speed, with the bits of [`Machine::update`].
    ///
    /// Bars come in tiles that are several look-backs and a multiple of [`SLIDING`] long, but for
    /// the last, which may be shorter; where gaps are taken, all in one.
    fn fill(&mut self, inputs: [&[f64]; I], start: usize, outputs: [Option<&mut [f64]>; O]) {
        run(self, inputs, start, outputs);
    }
}

/// [`Machine::update`] over the bars of columns from `start` on.
pub(crate) fn run<M: Machine<I, O>, const I: usize, const O: usize>(
    machine: &mut M,
    inputs: [&[f64]; I],
    start: usize,
    outputs: [Option<&mut [f64]>; O],
) {
    let inputs = inputs.map(|column| &column[start..]);
    let each = EachBar {
        machine,
        inputs,
        outputs,
    };
    if M::FUSED {
        nt_math::run_on_best_level(each);
    } else {
        each.run();
    }
}

struct EachBar<'a, M, const I: usize, const O: usize> {
    machine: &'a mut M,
    inputs: [&'a [f64]; I],
    outputs: [Option<&'a mut [f64]>; O],
}

impl<M: Machine<I, O>, const I: usize, const O: usize> Task for EachBar<'_, M, I, O> {
    #[inline(always)]
    fn run(self) {
        let Self {
            machine,
            inputs,
            mut outputs,
        } = self;
        let bars = inputs[0].len();
        let mut unwanted = [[0.0; BLOCK]; O];
        for start in (0..bars).step_by(BLOCK) {
            let length = BLOCK.min(bars - start);
            let inputs = inputs.map(|column| &column[start..start + length]);
            let mut spare = unwanted.iter_mut();
            let mut outputs = outputs.each_mut().map(|column| {
                let spare = spare
                    .next()
                    .map_or(&mut [][..], |block| &mut block[..length]);
                column
                    .as_deref_mut()
                    .map_or(spare, |column| &mut column[start..start + length])
            });
            for bar in 0..length {
                let values = machine.update(inputs.map(|column| column[bar]));
                for (column, value) in outputs.iter_mut().zip(values) {
                    column[bar] = value;
                }
            }
        }
    }
}

/// The batch of a registry entry: checked columns and parameters in, and the bars before the first
/// value.
pub(crate) fn fill<M: Machine<I, O>, const I: usize, const O: usize>(
    inputs: &[&[f64]],
    params: &[f64],
    lookback: usize,
    outputs: &mut [Option<&mut [f64]>],
) {
    let inputs: [&[f64]; I] = std::array::from_fn(|at| inputs[at]);
    let mut columns = outputs.iter_mut();
    let mut outputs: [Option<&mut [f64]>; O] =
        std::array::from_fn(|_| columns.next().and_then(|column| column.as_deref_mut()));
    if M::TAKES_GAPS {
        M::open(params).fill(inputs, 0, outputs);
        return;
    }
    let (mut bar, bars) = (0, inputs[0].len());
    while bar < bars {
        let gap = run_length(&inputs, bar..bars, false);
        blank(part(&mut outputs, bar, gap));
        bar += gap;
        bar += fill_finite(M::open(params), inputs, bar, lookback, &mut outputs);
    }
}

/// The bars from `first` on whose values are all finite, by a fresh machine; how many they are.
fn fill_finite<M: Machine<I, O>, const I: usize, const O: usize>(
    mut machine: M,
    inputs: [&[f64]; I],
    first: usize,
    lookback: usize,
    outputs: &mut [Option<&mut [f64]>; O],
) -> usize {
    let tile = SLIDING * (4 * lookback).div_ceil(SLIDING).max(1);
    for start in (first..inputs[0].len()).step_by(tile) {
        let whole = start..inputs[0].len().min(start + tile);
        // Looked at tile by tile, so that the machine finds the values near.
        let length = run_length(&inputs, whole, true);
        let warm_up = if start == first { lookback } else { 0 };
        blank(part(outputs, start, warm_up.min(length)));
        // A run that ends within the look-back has no value.
        if length > warm_up {
            let inputs = inputs.map(|column| &column[first..start + length]);
            machine.fill(inputs, start - first, part(outputs, start, length));
        }
        if length < tile {
            return start + length - first;
        }
    }
    inputs[0].len() - first
}

fn blank<const O: usize>(columns: [Option<&mut [f64]>; O]) {
    for column in columns.into_iter().flatten() {
        column.fill(f64::NAN);
    }
}

fn part<'a, const O: usize>(
    outputs: &'a mut [Option<&mut [f64]>; O],
    start: usize,
    length: usize,
) -> [Option<&'a mut [f64]>; O] {
    outputs.each_mut().map(|column| {
        column
            .as_deref_mut()
            .map(|column| &mut column[start..start + length])
    })
}

/// How many of some bars, from the first on, have only finite values, or none.
fn run_length<const I: usize>(inputs: &[&[f64]; I], bars: Range<usize>, finite: bool) -> usize {
    let mut bar = bars.start;
    if finite {
        // Whole blocks first: a fold without an early exit is vectorised.
        while bar + BLOCK <= bars.end
            && inputs
                .iter()
                .all(|column| nt_math::all_finite(&column[bar..bar + BLOCK]))
        {
            bar += BLOCK;
        }
    }
    while bar < bars.end && inputs.iter().all(|column| column[bar].is_finite()) == finite {
        bar += 1;
    }
    bar - bars.start
}
