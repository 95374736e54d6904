use std::sync::Arc;
use std::sync::atomic::Ordering;

use napi::bindgen_prelude::{AsyncTask, Float64Array, Uint8Array, Uint32Array};
use napi::{Env, Task};
use napi_derive::napi;
use nt_backtest::measures::Measures;
use nt_backtest::signals::{Orders, Outcome, Trades, UnfilledOrders, Watch};

use crate::error::thrown;
use crate::signals_plan::SignalPlan;

/// Follows a run from signals, and may end it.
#[napi]
#[derive(Default)]
pub struct SignalWatch {
    watch: Arc<Watch>,
}

#[napi]
impl SignalWatch {
    #[napi(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Ends the run.
    #[napi]
    pub fn cancel(&self) {
        self.watch.cancelled.store(true, Ordering::Relaxed);
    }

    /// Groups that were run.
    #[napi]
    pub fn done(&self) -> u32 {
        self.watch.done.load(Ordering::Relaxed) as u32
    }
}

/// Starts a run from signals or sizes off JavaScript's thread. The arrays of the plan are read in
/// place until it ends.
#[napi(ts_return_type = "Promise<SignalOutcome>")]
pub fn run_signals(plan: SignalPlan, watch: &SignalWatch) -> AsyncTask<SignalTask> {
    AsyncTask::new(SignalTask {
        plan,
        watch: Arc::clone(&watch.watch),
    })
}

pub struct SignalTask {
    plan: SignalPlan,
    watch: Arc<Watch>,
}

impl Task for SignalTask {
    type Output = nt_core::Result<Outcome>;
    type JsValue = SignalOutcome;

    fn compute(&mut self) -> napi::Result<Self::Output> {
        Ok(self.plan.run(&self.watch))
    }

    fn resolve(&mut self, _env: Env, output: Self::Output) -> napi::Result<SignalOutcome> {
        Ok(match output {
            Ok(outcome) => SignalOutcome {
                tables: Some(SignalTables::of(outcome)),
                ..SignalOutcome::default()
            },
            Err(error) => {
                let thrown = thrown(error);
                SignalOutcome {
                    code: Some(thrown.status.as_ref().to_owned()),
                    message: Some(thrown.reason.clone()),
                    tables: None,
                }
            }
        })
    }
}

/// The tables of a run, or its error: a task cannot reject with a code of ours.
#[napi(object, object_from_js = false)]
#[derive(Default)]
pub struct SignalOutcome {
    pub code: Option<String>,
    pub message: Option<String>,
    pub tables: Option<SignalTables>,
}

/// What came of a run.
#[napi(object, object_from_js = false)]
pub struct SignalTables {
    pub orders: SignalOrders,
    pub unfilled: SignalUnfilled,
    pub trades: SignalTrades,
    pub initial_cash: Float64Array,
    pub final_cash: Float64Array,
    pub held: Float64Array,
    pub equity: Float64Array,
    /// Group after group, in the order of their names.
    pub measures: Float64Array,
    pub measure_names: Vec<String>,
}

/// Orders as columns.
#[napi(object, object_from_js = false)]
pub struct SignalOrders {
    pub column: Uint32Array,
    pub step: Uint32Array,
    pub quantity: Float64Array,
    pub price: Float64Array,
    pub fees: Float64Array,
}

/// Orders that did not fill, as columns.
#[napi(object, object_from_js = false)]
pub struct SignalUnfilled {
    pub column: Uint32Array,
    pub step: Uint32Array,
    pub reason: Vec<&'static str>,
}

/// Trades as columns.
#[napi(object, object_from_js = false)]
pub struct SignalTrades {
    pub column: Uint32Array,
    pub position: Uint32Array,
    pub quantity: Float64Array,
    pub entry_step: Uint32Array,
    pub entry_price: Float64Array,
    pub entry_fees: Float64Array,
    pub exit_step: Uint32Array,
    pub exit_price: Float64Array,
    pub exit_fees: Float64Array,
    pub pnl: Float64Array,
    pub returns: Float64Array,
    pub open: Uint8Array,
}

impl SignalTables {
    fn of(outcome: Outcome) -> Self {
        let measures = outcome.measures.iter().flat_map(Measures::values);
        Self {
            measures: Float64Array::new(measures.collect()),
            measure_names: Measures::NAMES.map(str::to_owned).into(),
            orders: outcome.orders.into(),
            unfilled: outcome.unfilled.into(),
            trades: outcome.trades.into(),
            initial_cash: outcome.initial_cash.into(),
            final_cash: outcome.final_cash.into(),
            held: outcome.held.into(),
            equity: outcome.equity.into(),
        }
    }
}

impl From<Orders> for SignalOrders {
    fn from(orders: Orders) -> Self {
        Self {
            column: orders.column.into(),
            step: orders.step.into(),
            quantity: orders.quantity.into(),
            price: orders.price.into(),
            fees: orders.fees.into(),
        }
    }
}

impl From<UnfilledOrders> for SignalUnfilled {
    fn from(unfilled: UnfilledOrders) -> Self {
        Self {
            column: unfilled.column.into(),
            step: unfilled.step.into(),
            reason: unfilled
                .reason
                .iter()
                .map(|reason| reason.as_str())
                .collect(),
        }
    }
}

impl From<Trades> for SignalTrades {
    fn from(trades: Trades) -> Self {
        Self {
            column: trades.column.into(),
            position: trades.position.into(),
            quantity: trades.quantity.into(),
            entry_step: trades.entry_step.into(),
            entry_price: trades.entry_price.into(),
            entry_fees: trades.entry_fees.into(),
            exit_step: trades.exit_step.into(),
            exit_price: trades.exit_price.into(),
            exit_fees: trades.exit_fees.into(),
            pnl: trades.pnl.into(),
            returns: trades.returns.into(),
            open: trades.open.into(),
        }
    }
}
