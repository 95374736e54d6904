use std::cell::RefCell;
use std::rc::Rc;

use napi::Env;
use napi::bindgen_prelude::{Float64Array, Function, FunctionCallContext};
use napi_derive::napi;
use nt_backtest::{Columns, Spec};
use nt_indicators::{Indicator, Output, Param, Stream};

use crate::columns::BarColumns;
use crate::error::{Result, thrown};
use crate::lend::SharedBuffer;

/// Computes one output of one indicator over whole columns.
#[napi]
pub fn compute_indicator(
    name: String,
    inputs: Vec<&[f64]>,
    parameter_names: Vec<String>,
    parameter_values: Vec<f64>,
    output: String,
) -> Result<Float64Array> {
    let params = pairs(&parameter_names, parameter_values);
    nt_indicators::compute_output(&name, &inputs, &params, &output)
        .map(Float64Array::new)
        .map_err(thrown)
}

/// Fills one column for every output of an indicator.
#[napi]
pub fn fill_indicator(
    name: String,
    inputs: Vec<&[f64]>,
    parameter_names: Vec<String>,
    parameter_values: Vec<f64>,
    mut outputs: Vec<&mut [f64]>,
) -> Result<()> {
    let params = pairs(&parameter_names, parameter_values);
    let mut columns: Vec<Option<&mut [f64]>> = outputs
        .iter_mut()
        .map(|column| Some(&mut **column))
        .collect();
    nt_indicators::compute_into(&name, &inputs, &params, &mut columns).map_err(thrown)
}

fn pairs(names: &[String], values: Vec<f64>) -> Vec<(&str, f64)> {
    names.iter().map(String::as_str).zip(values).collect()
}

/// The columns of a graph.
#[napi(object, object_from_js = false)]
pub struct ComputedColumns {
    /// By node; null for columns of the bars themselves.
    pub columns: Vec<Option<Float64Array>>,
    /// First bar at which every column has a value; the number of bars where one never has.
    pub first_defined: u32,
}

/// Computes the columns of a graph (JSON, as in a declarative strategy) in one crossing.
#[napi]
pub fn compute_columns(graph: String, bars: BarColumns) -> Result<ComputedColumns> {
    let spec = Spec::from_json(&graph).map_err(thrown)?;
    let view = bars.view_of(bars.time.len())?;
    let columns = Columns::compute(&spec.nodes, &view).map_err(thrown)?;
    let first_defined = columns.first_defined(view.len()) as u32;
    let computed = columns.into_computed().into_iter();
    Ok(ComputedColumns {
        columns: computed
            .map(|column| column.map(Float64Array::new))
            .collect(),
        first_defined,
    })
}

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
