use crate::blocks::{BLOCK, all_finite};
use crate::state::State;

/// An indicator as a streaming state machine with `I` inputs and `O` outputs. The one definition
/// from which the batch, the stream and the plan are made.
pub trait Machine<const I: usize, const O: usize>: Clone + Send + State + 'static {
    /// Whether [`Machine::update`] itself deals with values that are not finite. Otherwise it
    /// never sees one: the indicator gives NaN on such a bar and opens anew on the next.
    const TAKES_GAPS: bool = false;

    /// From checked parameters, in the order of the registry.
    fn open(params: &[f64]) -> Self;

    /// Takes the next bar; NaN in every output while warming up.
    fn update(&mut self, row: [f64; I]) -> [f64; O];

    /// The batch over columns of equal lengths, from a fresh machine; `None` for an output that is
    /// not wanted. Overridden only for speed, with the bits of [`Machine::update`].
    fn fill(self, inputs: [&[f64]; I], outputs: [Option<&mut [f64]>; O]) {
        run(self, inputs, outputs);
    }
}

/// [`Machine::update`] over columns of equal lengths.
pub(crate) fn run<M: Machine<I, O>, const I: usize, const O: usize>(
    mut machine: M,
    inputs: [&[f64]; I],
    mut outputs: [Option<&mut [f64]>; O],
) {
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
        M::open(params).fill(inputs, outputs);
        return;
    }
    let (mut bar, bars) = (0, inputs[0].len());
    while bar < bars {
        let gap = run_length(&inputs, bar, false);
        part(&mut outputs, bar, gap)
            .into_iter()
            .flatten()
            .for_each(|out| out.fill(f64::NAN));
        bar += gap;
        let finite = run_length(&inputs, bar, true);
        // A run that ends within the look-back has no value.
        let warm_up = finite.min(lookback);
        for out in part(&mut outputs, bar, warm_up).into_iter().flatten() {
            out.fill(f64::NAN);
        }
        if finite > lookback {
            let inputs = inputs.map(|column| &column[bar..bar + finite]);
            M::open(params).fill(inputs, part(&mut outputs, bar, finite));
        }
        bar += finite;
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

/// Bars from `start` on whose values are all finite, or of which none are all finite.
fn run_length<const I: usize>(inputs: &[&[f64]; I], start: usize, finite: bool) -> usize {
    let bars = inputs[0].len();
    let mut bar = start;
    if finite {
        // Whole blocks first: a fold without an early exit is vectorised.
        while bar + BLOCK <= bars
            && inputs
                .iter()
                .all(|column| all_finite(&column[bar..bar + BLOCK]))
        {
            bar += BLOCK;
        }
    }
    while bar < bars && inputs.iter().all(|column| column[bar].is_finite()) == finite {
        bar += 1;
    }
    bar - start
}
