use nt_core::{Code, Error, Result};

use crate::machine::Machine;
use crate::state::{Slots, State};

/// A streaming indicator: one bar in, one value per output out, in the order of the registry.
///
/// All slices must be as long as the registry says; a shorter one panics.
pub trait Stream: Send {
    /// Takes the inputs of the next bar and writes its outputs, NaN while warming up.
    fn update(&mut self, inputs: &[f64], outputs: &mut [f64]);

    /// What [`Stream::update`] would write, without taking the bar: the value of a forming bar.
    fn peek(&self, inputs: &[f64], outputs: &mut [f64]);

    /// Takes the last bar again with corrected inputs, as if it had come so. Where there is no
    /// last bar, or the stream was not opened revisable, false and nothing is done.
    fn replace(&mut self, inputs: &[f64], outputs: &mut [f64]) -> bool;

    /// Forgets every bar.
    fn reset(&mut self);

    /// The state in plain numbers, NaN among them.
    fn save(&self) -> Vec<f64>;

    /// Goes on from a state that a stream of the same indicator and parameters saved.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` where the numbers are not such a state; the stream is then reset.
    fn restore(&mut self, numbers: &[f64]) -> Result<()>;

    /// A copy that goes on by itself.
    fn duplicate(&self) -> Box<dyn Stream>;
}

/// The stream of a machine. A revisable one runs a second machine a bar behind, so that a
/// correction never has to undo anything.
#[derive(Clone)]
struct Opened<M, const I: usize, const O: usize> {
    params: Vec<f64>,
    now: Running<M>,
    before: Option<Running<M>>,
    /// The row that `now` took and `before` did not.
    last: [f64; I],
    bars: usize,
}

pub(crate) fn open<M: Machine<I, O>, const I: usize, const O: usize>(
    params: &[f64],
    revisable: bool,
) -> Box<dyn Stream> {
    Box::new(Opened::<M, I, O> {
        params: params.to_vec(),
        now: Running::open(params),
        before: revisable.then(|| Running::open(params)),
        last: [0.0; I],
        bars: 0,
    })
}

/// A machine, and whether it has taken no bar since it was opened.
#[derive(Clone)]
struct Running<M> {
    machine: M,
    fresh: bool,
}

impl<M> Running<M> {
    fn open<const I: usize, const O: usize>(params: &[f64]) -> Self
    where
        M: Machine<I, O>,
    {
        Self {
            machine: M::open(params),
            fresh: true,
        }
    }

    #[inline]
    fn step<const I: usize, const O: usize>(&mut self, params: &[f64], row: [f64; I]) -> [f64; O]
    where
        M: Machine<I, O>,
    {
        if !M::TAKES_GAPS && row.iter().any(|value| !value.is_finite()) {
            if !self.fresh {
                *self = Self::open(params);
            }
            return [f64::NAN; O];
        }
        self.fresh = false;
        self.machine.update(row)
    }
}

impl<M: State> State for Running<M> {
    fn visit(&mut self, slots: &mut Slots<'_>) {
        self.fresh.visit(slots);
        self.machine.visit(slots);
    }
}

fn row<const I: usize>(inputs: &[f64]) -> [f64; I] {
    std::array::from_fn(|at| inputs[at])
}

impl<M: Machine<I, O>, const I: usize, const O: usize> Stream for Opened<M, I, O> {
    fn update(&mut self, inputs: &[f64], outputs: &mut [f64]) {
        let row = row(inputs);
        if let Some(before) = &mut self.before {
            if self.bars > 0 {
                before.step(&self.params, self.last);
            }
            (self.last, self.bars) = (row, self.bars + 1);
        }
        outputs[..O].copy_from_slice(&self.now.step(&self.params, row));
    }

    fn peek(&self, inputs: &[f64], outputs: &mut [f64]) {
        let values = self.now.clone().step(&self.params, row(inputs));
        outputs[..O].copy_from_slice(&values);
    }

    fn replace(&mut self, inputs: &[f64], outputs: &mut [f64]) -> bool {
        let Some(before) = self.before.as_ref().filter(|_| self.bars > 0) else {
            return false;
        };
        self.now.clone_from(before);
        self.last = row(inputs);
        outputs[..O].copy_from_slice(&self.now.step(&self.params, self.last));
        true
    }

    fn reset(&mut self) {
        self.now = Running::open(&self.params);
        self.before = self.before.as_ref().map(|_| Running::open(&self.params));
        (self.last, self.bars) = ([0.0; I], 0);
    }

    fn save(&self) -> Vec<f64> {
        Slots::save(&mut self.clone())
    }

    fn restore(&mut self, numbers: &[f64]) -> Result<()> {
        self.reset();
        if Slots::load(numbers, self) {
            return Ok(());
        }
        self.reset();
        let message = "the numbers are not a state of this indicator with these parameters: \
                       give what a stream of the same version saved";
        Err(Error::new(Code::InvalidArgument, message))
    }

    fn duplicate(&self) -> Box<dyn Stream> {
        Box::new(self.clone())
    }
}

impl<M: State + Clone, const I: usize, const O: usize> State for Opened<M, I, O> {
    fn visit(&mut self, slots: &mut Slots<'_>) {
        let mut revisable = self.before.is_some();
        revisable.visit(slots);
        if revisable != self.before.is_some() {
            slots.refuse();
        }
        self.bars.visit(slots);
        self.last.visit(slots);
        self.before.visit(slots);
        self.now.visit(slots);
    }
}
