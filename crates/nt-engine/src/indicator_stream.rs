use std::cell::RefCell;
use std::rc::Rc;

use napi::Env;
use napi::bindgen_prelude::{Float64Array, Function, FunctionCallContext};
use napi_derive::napi;
use nt_indicators::Stream;

use crate::error::{Result, thrown};
use crate::indicators::pairs;
use crate::lend::SharedBuffer;

/// A streaming indicator over a buffer shared with JavaScript: the inputs of a bar, then its
/// outputs.
#[napi]
pub struct IndicatorStream {
    state: Rc<RefCell<StreamState>>,
}

struct StreamState {
    stream: Box<dyn Stream>,
    buffer: SharedBuffer,
    inputs: usize,
    outputs: usize,
}

#[napi]
impl IndicatorStream {
    /// Opens a revisable stream; the buffer has a slot for every input and output.
    #[napi(constructor)]
    pub fn new(
        name: String,
        parameter_names: Vec<String>,
        parameter_values: Vec<f64>,
        buffer: Float64Array,
    ) -> Result<Self> {
        let params = pairs(&parameter_names, parameter_values);
        let indicator = nt_indicators::find(&name).map_err(thrown)?;
        let stream = nt_indicators::stream(&name, &params, true).map_err(thrown)?;
        let state = StreamState {
            stream,
            buffer: SharedBuffer::new(buffer),
            inputs: indicator.inputs.len(),
            outputs: indicator.outputs.len(),
        };
        Ok(Self {
            state: Rc::new(RefCell::new(state)),
        })
    }

    /// Takes the bar in the buffer and writes its outputs there.
    #[napi(ts_return_type = "() => void")]
    pub fn update_function<'env>(&self, env: &'env Env) -> napi::Result<Function<'env, (), ()>> {
        let state = Rc::clone(&self.state);
        env.create_function_from_closure("update", move |_: FunctionCallContext| {
            state
                .borrow_mut()
                .with(|stream, inputs, outputs| stream.update(inputs, outputs));
            Ok(())
        })
    }

    /// Writes what the bar in the buffer would give.
    #[napi]
    pub fn peek(&self) {
        self.state
            .borrow_mut()
            .with(|stream, inputs, outputs| stream.peek(inputs, outputs));
    }

    /// Takes the last bar again as it is in the buffer; false where there is none.
    #[napi]
    pub fn replace(&self) -> bool {
        self.state
            .borrow_mut()
            .with(|stream, inputs, outputs| stream.replace(inputs, outputs))
    }

    #[napi]
    pub fn reset(&self) {
        self.state.borrow_mut().stream.reset();
    }

    /// The state in plain numbers.
    #[napi]
    pub fn save(&self) -> Float64Array {
        Float64Array::new(self.state.borrow().stream.save())
    }

    /// Goes on from a saved state.
    #[napi]
    pub fn restore(&self, numbers: &[f64]) -> Result<()> {
        self.state
            .borrow_mut()
            .stream
            .restore(numbers)
            .map_err(thrown)
    }
}

impl StreamState {
    fn with<T>(&mut self, act: impl FnOnce(&mut dyn Stream, &[f64], &mut [f64]) -> T) -> T {
        let (inputs, outputs) = self.buffer.write().split_at_mut(self.inputs);
        act(&mut *self.stream, inputs, &mut outputs[..self.outputs])
    }
}
