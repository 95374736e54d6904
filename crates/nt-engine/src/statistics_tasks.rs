use std::sync::Arc;

use napi::bindgen_prelude::{AsyncTask, Float64Array};
use napi::{Env, Task};
use napi_derive::napi;
use nt_backtest::measures::Conventions;
use nt_backtest::measures::of_returns::ReturnSeries;
use nt_backtest::statistics::{
    self, Growth, IntervalOptions, Intervals, Method, MonteCarlo, MonteCarloOptions, Overfitting,
    RealityCheck, RealityCheckOptions, Resampling, Scramble, Trials, Work,
};

use crate::error::payload;
use crate::statistics::ReturnColumns;

/// How long work is followed and stopped.
#[napi]
pub struct StatisticsWatch {
    work: Arc<Work>,
}

#[napi]
impl StatisticsWatch {
    /// Over so many threads; 0 takes what the machine has.
    #[napi(constructor)]
    pub fn new(threads: u32) -> Self {
        let work = Arc::new(Work::new(threads as usize));
        Self { work }
    }

    /// The share that is done, from 0 to 1.
    #[napi]
    pub fn progress(&self) -> f64 {
        self.work.progress()
    }

    /// Stops what runs.
    #[napi]
    pub fn cancel(&self) {
        self.work.cancel();
    }
}

/// What the work came to: the one that was asked for, or the error.
#[napi(object, object_from_js = false)]
#[derive(Default)]
pub struct StatisticsFound {
    pub overfitting: Option<OverfittingColumns>,
    pub reality_check: Option<RealityCheckRow>,
    pub intervals: Option<IntervalRows>,
    pub monte_carlo: Option<MonteCarloColumns>,
    /// Set where the work failed: its stable code, and JSON as the addon throws it.
    pub code: Option<String>,
    pub message: Option<String>,
}

/// Of `backtestOverfitting`.
#[napi(object, object_from_js = false)]
pub struct OverfittingColumns {
    pub probability: f64,
    pub probability_of_loss: f64,
    pub slope: f64,
    pub intercept: f64,
    pub r_squared: f64,
    pub logits: Float64Array,
    pub in_sample: Float64Array,
    pub out_of_sample: Float64Array,
}

/// Of `realityCheck`.
#[napi(object, object_from_js = false)]
pub struct RealityCheckRow {
    pub reality_check: f64,
    pub consistent: f64,
    pub lower: f64,
    pub upper: f64,
    pub best: u32,
    pub best_mean: f64,
    pub block_length: f64,
}

/// An interval of one measure.
#[napi(object, object_from_js = false)]
pub struct IntervalRow {
    pub measure: String,
    pub estimate: f64,
    pub lower: f64,
    pub upper: f64,
    pub method: String,
    pub undefined: f64,
}

/// Of `confidenceIntervals`.
#[napi(object, object_from_js = false)]
pub struct IntervalRows {
    pub rows: Vec<IntervalRow>,
    pub block_length: f64,
}

/// Of `monteCarloTrades`.
#[napi(object, object_from_js = false)]
pub struct MonteCarloColumns {
    pub final_equity: Float64Array,
    pub max_drawdown: Float64Array,
    pub probability_of_ruin: f64,
    pub probability_of_loss: f64,
}

/// What is simulated; `scramble` is shuffle, resample (`amount` is the mean length of blocks) or
/// skip (`amount` is the share that is missed).
#[napi(object, object_to_js = false)]
pub struct MonteCarloSpec {
    pub seed: u32,
    pub paths: u32,
    pub scramble: String,
    pub amount: f64,
    pub compounding: bool,
    pub initial_equity: f64,
    pub ruin_level: f64,
}

/// What is found, before it is turned into JavaScript's.
pub enum Found {
    Overfitting(Overfitting),
    RealityCheck(RealityCheck),
    Intervals(Intervals),
    MonteCarlo(MonteCarlo),
}

type Job = Box<dyn FnOnce(&Work) -> nt_core::Result<Found> + Send>;

/// Work on its way; what it reads was copied, so that JavaScript may go on writing.
pub struct StatisticsTask {
    job: Option<Job>,
    work: Arc<Work>,
}

impl StatisticsTask {
    fn of(
        watch: &StatisticsWatch,
        job: impl FnOnce(&Work) -> nt_core::Result<Found> + Send + 'static,
    ) -> AsyncTask<Self> {
        AsyncTask::new(Self {
            job: Some(Box::new(job)),
            work: Arc::clone(&watch.work),
        })
    }
}

impl Task for StatisticsTask {
    type Output = nt_core::Result<Found>;
    type JsValue = StatisticsFound;

    fn compute(&mut self) -> napi::Result<Self::Output> {
        let job = self.job.take().expect("a task is computed once");
        Ok(job(&self.work))
    }

    fn resolve(&mut self, _env: Env, output: Self::Output) -> napi::Result<StatisticsFound> {
        Ok(match output {
            Ok(found) => given(found),
            Err(error) => StatisticsFound {
                code: Some(error.code().as_str().to_owned()),
                message: Some(payload(&error)),
                ..StatisticsFound::default()
            },
        })
    }
}

/// Probability of backtest overfitting of rows of returns.
#[napi(ts_return_type = "Promise<StatisticsFound>")]
pub fn backtest_overfitting(
    values: Float64Array,
    trials: u32,
    splits: u32,
    watch: &StatisticsWatch,
) -> AsyncTask<StatisticsTask> {
    let values = values.to_vec();
    StatisticsTask::of(watch, move |work| {
        let trials = Trials::new(&values, trials as usize)?;
        statistics::backtest_overfitting(&trials, splits as usize, work).map(Found::Overfitting)
    })
}

/// White's reality check and Hansen's test of rows of returns.
#[napi(ts_return_type = "Promise<StatisticsFound>")]
pub fn reality_check(
    values: Float64Array,
    trials: u32,
    benchmark: Float64Array,
    seed: u32,
    resamples: u32,
    block_length: Option<f64>,
    watch: &StatisticsWatch,
) -> AsyncTask<StatisticsTask> {
    let (values, benchmark) = (values.to_vec(), benchmark.to_vec());
    let options = RealityCheckOptions {
        seed: seed.into(),
        resamples: resamples as usize,
        block_length,
    };
    StatisticsTask::of(watch, move |work| {
        let trials = Trials::new(&values, trials as usize)?;
        statistics::reality_check(&trials, &benchmark, &options, work).map(Found::RealityCheck)
    })
}

/// Intervals of the headline measures of returns.
#[napi(ts_return_type = "Promise<StatisticsFound>")]
pub fn confidence_intervals(
    columns: ReturnColumns,
    seed: u32,
    resamples: u32,
    confidence: f64,
    block_length: Option<u32>,
    watch: &StatisticsWatch,
) -> AsyncTask<StatisticsTask> {
    let (returns, time) = (columns.returns.to_vec(), columns.time.to_vec());
    let (periods, risk_free_rate) = (columns.periods_per_year, columns.risk_free_rate);
    let options = IntervalOptions {
        seed: seed.into(),
        resamples: resamples as usize,
        confidence,
        resampling: block_length.map(|length| Resampling::Circular(length as usize)),
    };
    StatisticsTask::of(watch, move |work| {
        let series = ReturnSeries {
            returns: &returns,
            time: &time,
            benchmark: &[],
        };
        series.check()?;
        let conventions = Conventions {
            risk_free_rate,
            ..series.conventions(periods)?
        };
        statistics::confidence_intervals(&returns, &conventions, &options, work)
            .map(Found::Intervals)
    })
}

/// Trades in another order, drawn again, or with some missed.
#[napi(ts_return_type = "Promise<StatisticsFound>")]
pub fn monte_carlo_trades(
    results: Float64Array,
    spec: MonteCarloSpec,
    watch: &StatisticsWatch,
) -> AsyncTask<StatisticsTask> {
    let results = results.to_vec();
    let options = MonteCarloOptions {
        seed: spec.seed.into(),
        paths: spec.paths as usize,
        scramble: match spec.scramble.as_str() {
            "resample" => Scramble::Resample(Resampling::Stationary(spec.amount)),
            "skip" => Scramble::Skip(spec.amount),
            _ => Scramble::Shuffle,
        },
        growth: if spec.compounding {
            Growth::Compounding
        } else {
            Growth::Additive
        },
        initial_equity: spec.initial_equity,
        ruin_level: spec.ruin_level,
    };
    StatisticsTask::of(watch, move |work| {
        statistics::monte_carlo_trades(&results, &options, work).map(Found::MonteCarlo)
    })
}

fn given(found: Found) -> StatisticsFound {
    let mut given = StatisticsFound::default();
    match found {
        Found::Overfitting(of) => {
            given.overfitting = Some(OverfittingColumns {
                probability: of.probability,
                probability_of_loss: of.probability_of_loss,
                slope: of.slope,
                intercept: of.intercept,
                r_squared: of.r_squared,
                logits: Float64Array::new(of.logits),
                in_sample: Float64Array::new(of.in_sample),
                out_of_sample: Float64Array::new(of.out_of_sample),
            });
        }
        Found::RealityCheck(of) => {
            given.reality_check = Some(RealityCheckRow {
                reality_check: of.reality_check,
                consistent: of.consistent,
                lower: of.lower,
                upper: of.upper,
                best: of.best as u32,
                best_mean: of.best_mean,
                block_length: of.block_length,
            });
        }
        Found::Intervals(of) => {
            given.intervals = Some(IntervalRows {
                rows: of.of.iter().map(interval).collect(),
                block_length: of.block_length,
            });
        }
        Found::MonteCarlo(of) => {
            given.monte_carlo = Some(MonteCarloColumns {
                final_equity: Float64Array::new(of.final_equity),
                max_drawdown: Float64Array::new(of.max_drawdown),
                probability_of_ruin: of.probability_of_ruin,
                probability_of_loss: of.probability_of_loss,
            });
        }
    }
    given
}

fn interval(of: &statistics::Interval) -> IntervalRow {
    let method = match of.method {
        Method::Studentised => "studentised",
        Method::Bca => "bca",
        Method::Percentile => "percentile",
    };
    IntervalRow {
        measure: of.measure.name().to_owned(),
        estimate: of.estimate,
        lower: of.lower,
        upper: of.upper,
        method: method.to_owned(),
        undefined: of.undefined,
    }
}
