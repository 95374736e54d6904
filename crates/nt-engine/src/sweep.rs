use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};

use napi::bindgen_prelude::{AsyncTask, Float64Array, Uint32Array};
use napi::{Env, Task};
use napi_derive::napi;
use nt_backtest::{Control, Node, Rule, Sweep, SweepTable, Terms};
use nt_core::Code;

use crate::actions::timed;
use crate::columns::BarColumns;
use crate::config::{RunConfig, kernel};
use crate::error::{Result, payload, thrown};
use crate::instrument::{InstrumentSpec, lifecycle};
use crate::outcome::conventions;

/// What a sweep needs beside the rules of a run.
#[napi(object)]
pub struct SweepSpec {
    /// Bars between the end of the warm-up and the first decision.
    pub settle: u32,
    /// Profile of the conventions of measures, and what replaces them (JSON).
    pub profile: String,
    pub overrides: String,
    /// The measures that are wanted.
    pub measures: Vec<String>,
    pub threads: u32,
}

/// Combinations of a declarative strategy's parameters, added bit by bit and run in ranges.
#[napi]
pub struct SweepSession {
    sweep: Arc<Mutex<Sweep>>,
    control: Arc<Control>,
    threads: usize,
}

/// What a range of combinations came to: a column a measure, and what failed by row.
#[napi(object, object_from_js = false)]
pub struct SweepColumns {
    pub columns: Vec<Float64Array>,
    pub failed: Uint32Array,
    pub codes: Vec<String>,
    pub messages: Vec<String>,
    /// Set where the range did not run.
    pub error: Option<SweepError>,
}

/// An error as the addon throws it, where it cannot throw.
#[napi(object, object_from_js = false)]
pub struct SweepError {
    pub code: String,
    pub message: String,
}

#[napi]
impl SweepSession {
    /// A sweep without combinations. The columns of the series are copied once.
    #[napi(constructor)]
    pub fn new(
        config: RunConfig,
        instrument: InstrumentSpec,
        bars: BarColumns,
        spec: SweepSpec,
    ) -> Result<Self> {
        let instruments = [instrument];
        let (kernel, close) = kernel(&config, &instruments)?;
        let scale = kernel.ledger().instruments()[0].price_scale();
        let lifecycle = lifecycle(&kernel, &instruments)?;
        let view = bars.view_of(bars.time.len())?;
        let conventions = conventions(&spec.profile, &spec.overrides, view.time)?;
        let terms = Terms::new(kernel, close, view.to_bars(), conventions).map_err(thrown)?;
        let terms = Terms {
            lifecycle,
            quotes: bars.quotes(scale)?,
            actions: timed(config.actions.as_ref())?,
            settle: spec.settle as usize,
            ..terms
        };
        let names = spec.measures.iter().map(String::as_str);
        let sweep = Sweep::new(terms, names).map_err(thrown)?;
        Ok(Self {
            sweep: Arc::new(Mutex::new(sweep)),
            control: Arc::default(),
            threads: spec.threads.max(1) as usize,
        })
    }

    /// Adds what combinations are made of: columns (JSON), lists of rules (JSON), and of each
    /// combination its list, how many columns it has, and these in order.
    #[napi]
    pub fn add(
        &self,
        columns: String,
        rules: String,
        row_rules: Uint32Array,
        row_counts: Uint32Array,
        row_columns: Uint32Array,
    ) -> Result<()> {
        let nodes: Vec<Node> = serde_json::from_str(&columns).map_err(|error| invalid(&error))?;
        let lists: Vec<Vec<Rule>> =
            serde_json::from_str(&rules).map_err(|error| invalid(&error))?;
        let mut sweep = self.sweep.lock().unwrap_or_else(PoisonError::into_inner);
        sweep.add_columns(nodes).map_err(thrown)?;
        sweep.add_rules(lists);
        sweep
            .add_rows(&row_rules, &row_counts, &row_columns)
            .map_err(thrown)
    }

    /// Runs the combinations from one row up to another, off the event loop.
    #[napi(ts_return_type = "Promise<SweepColumns>")]
    pub fn run(&self, from: u32, to: u32) -> AsyncTask<SweepRun> {
        AsyncTask::new(SweepRun {
            sweep: Arc::clone(&self.sweep),
            control: Arc::clone(&self.control),
            threads: self.threads,
            rows: from as usize..to as usize,
        })
    }

    /// Combinations that are done.
    #[napi]
    pub fn done(&self) -> u32 {
        self.control.done.load(Ordering::Relaxed) as u32
    }

    /// Of those, the ones that ran in the event kernel.
    #[napi]
    pub fn in_kernel(&self) -> u32 {
        self.control.in_kernel.load(Ordering::Relaxed) as u32
    }

    /// Stops what runs.
    #[napi]
    pub fn cancel(&self) {
        self.control.cancelled.store(true, Ordering::Relaxed);
    }
}

/// A range of a sweep on its way.
pub struct SweepRun {
    sweep: Arc<Mutex<Sweep>>,
    control: Arc<Control>,
    threads: usize,
    rows: std::ops::Range<usize>,
}

impl Task for SweepRun {
    type Output = nt_core::Result<SweepTable>;
    type JsValue = SweepColumns;

    fn compute(&mut self) -> napi::Result<Self::Output> {
        let mut sweep = self.sweep.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(sweep.run(self.rows.clone(), self.threads, &self.control))
    }

    fn resolve(&mut self, _env: Env, output: Self::Output) -> napi::Result<SweepColumns> {
        Ok(match output {
            Ok(table) => SweepColumns {
                columns: table.columns.into_iter().map(Float64Array::new).collect(),
                failed: Uint32Array::new(
                    table.failures.iter().map(|(row, _)| *row as u32).collect(),
                ),
                codes: table
                    .failures
                    .iter()
                    .map(|(_, error)| error.code().as_str().to_owned())
                    .collect(),
                messages: table
                    .failures
                    .iter()
                    .map(|(_, error)| error.message().to_owned())
                    .collect(),
                error: None,
            },
            Err(error) => SweepColumns {
                columns: Vec::new(),
                failed: Uint32Array::new(Vec::new()),
                codes: Vec::new(),
                messages: Vec::new(),
                error: Some(SweepError {
                    code: error.code().as_str().to_owned(),
                    message: payload(&error),
                }),
            },
        })
    }
}

#[cold]
fn invalid(error: &serde_json::Error) -> crate::error::Error {
    let message = format!("the strategy is not valid: {error}");
    thrown(nt_core::Error::new(Code::InvalidStrategy, message))
}
