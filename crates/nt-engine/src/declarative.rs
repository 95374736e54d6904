use napi::Env;
use napi_derive::napi;
use nt_backtest::{CloseAtEnd, Declarative, Spec};

use crate::actions::timed;
use crate::columns::BarColumns;
use crate::config::{RunConfig, kernel};
use crate::error::{Result, finished, thrown};
use crate::instrument::{InstrumentSpec, lifecycle};
use crate::outcome::Outcome;

/// A run of a declarative strategy. It keeps nothing of the series: every call brings the columns
/// along, so that they are read in place, and long runs advance in slices between which Node breathes.
#[napi]
pub struct DeclarativeSession {
    run: Option<Declarative>,
    bars: usize,
    close: CloseAtEnd,
}

#[napi]
impl DeclarativeSession {
    /// Computes the columns and the signals of the strategy (JSON).
    #[napi(constructor)]
    pub fn new(
        config: RunConfig,
        instrument: InstrumentSpec,
        strategy: String,
        bars: BarColumns,
        settle: u32,
    ) -> Result<Self> {
        let instruments = [instrument];
        let (kernel, close) = kernel(&config, &instruments)?;
        let lifecycle = lifecycle(&kernel, &instruments)?;
        let spec = Spec::from_json(&strategy).map_err(thrown)?;
        let length = bars.time.len();
        let actions = timed(config.actions.as_ref())?;
        let (view, settle) = (bars.view_of(length)?, settle as usize);
        let scale = kernel.ledger().instruments()[0].price_scale();
        let run = Declarative::with_actions(kernel, &spec, view, settle, &actions)
            .map_err(thrown)?
            .with_quotes(bars.quotes(scale)?)
            .with_lifecycle(view, lifecycle);
        Ok(Self {
            run: Some(run),
            bars: length,
            close,
        })
    }

    /// First bar at which the rules act.
    #[napi]
    pub fn start(&self) -> u32 {
        self.run.as_ref().map_or(0, |run| run.start() as u32)
    }

    /// Goes on by about `steps` bars; true when the end is reached.
    #[napi]
    pub fn advance(&mut self, bars: BarColumns, steps: u32) -> Result<bool> {
        let view = bars.view_of(self.bars)?;
        Ok(self
            .run
            .as_mut()
            .is_none_or(|run| run.advance(view, steps as usize)))
    }

    /// Ends the run and hands its results over; the session is done.
    #[napi]
    pub fn finish(&mut self, env: Env, bars: BarColumns) -> Result<Outcome> {
        let view = bars.view_of(self.bars)?;
        let run = self.run.take().ok_or_else(finished)?;
        Ok(Outcome::new(env, run.finish(view, self.close)))
    }
}
