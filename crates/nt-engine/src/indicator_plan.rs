use std::cell::RefCell;
use std::rc::Rc;

use napi::Env;
use napi::bindgen_prelude::{Float64Array, Function, FunctionCallContext};
use napi_derive::napi;
use nt_backtest::{Node, Spec};
use nt_core::{Code, Error};
use nt_indicators::Plan;

use crate::error::{Result, thrown};
use crate::lend::SharedBuffer;

/// Indicators over bars, bar by bar in one crossing, over a buffer shared with JavaScript: open,
/// high, low, close and volume of a bar, then one value for each node of the graph.
#[napi]
pub struct IndicatorPlan {
    state: Rc<RefCell<PlanState>>,
}

struct PlanState {
    plan: Plan,
    buffer: SharedBuffer,
    /// Where the plan has the value of each node.
    places: Vec<usize>,
}

/// Columns of a bar at the head of the buffer.
const BAR_COLUMNS: [&str; 5] = ["open", "high", "low", "close", "volume"];

#[napi]
impl IndicatorPlan {
    /// From a graph (JSON, as in a declarative strategy).
    #[napi(constructor)]
    pub fn new(graph: String, buffer: Float64Array) -> Result<Self> {
        let spec = Spec::from_json(&graph).map_err(thrown)?;
        let mut plan = Plan::new(BAR_COLUMNS.len());
        let mut places = Vec::with_capacity(spec.nodes.len());
        for node in &spec.nodes {
            places.push(place(&mut plan, node, &places).map_err(thrown)?);
        }
        let buffer = SharedBuffer::new(buffer);
        let state = PlanState {
            plan,
            buffer,
            places,
        };
        Ok(Self {
            state: Rc::new(RefCell::new(state)),
        })
    }

    /// Takes the bar in the buffer and writes the values of the nodes there.
    #[napi(ts_return_type = "() => void")]
    pub fn update_function<'env>(&self, env: &'env Env) -> napi::Result<Function<'env, (), ()>> {
        let state = Rc::clone(&self.state);
        env.create_function_from_closure("update", move |_: FunctionCallContext| {
            state.borrow_mut().update();
            Ok(())
        })
    }

    #[napi]
    pub fn reset(&self) {
        self.state.borrow_mut().plan.reset();
    }
}

fn place(plan: &mut Plan, node: &Node, places: &[usize]) -> nt_core::Result<usize> {
    match node {
        Node::Bars { column } => {
            let known = BAR_COLUMNS.iter().position(|name| name == column);
            known.ok_or_else(|| {
                let message = format!(
                    "bars have no column {column}: choose one of {}",
                    BAR_COLUMNS.join(", ")
                );
                Error::new(Code::InvalidStrategy, message).with("column", column)
            })
        }
        Node::Indicator {
            indicator,
            inputs,
            params,
            output,
        } => {
            let inputs: Vec<usize> = inputs
                .iter()
                .map(|&input| places.get(input).copied().unwrap_or(usize::MAX))
                .collect();
            let params: Vec<(&str, f64)> = params
                .iter()
                .map(|(name, &value)| (name.as_str(), value))
                .collect();
            plan.add(indicator, &inputs, &params, output)
        }
    }
}

impl PlanState {
    fn update(&mut self) {
        let (bar, values) = self.buffer.write().split_at_mut(BAR_COLUMNS.len());
        self.plan.update(bar);
        for (value, &place) in values.iter_mut().zip(&self.places) {
            *value = self.plan.values()[place];
        }
    }
}
