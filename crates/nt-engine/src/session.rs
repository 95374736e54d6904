use std::cell::RefCell;
use std::rc::Rc;

use napi::Env;
use napi::bindgen_prelude::{BigInt64Array, Float64Array, Function, FunctionCallContext};
use napi_derive::napi;
use nt_backtest::{
    BarQuotes, COMMAND_STRIDE, CloseAtEnd, CommandBuffer, Driver, Series, TickSeries, check_scales,
    check_tick_rules,
};
use nt_core::Bars;
use nt_trading::{Fillable, Kernel};

use crate::actions::timed;
use crate::columns::{BarColumns, TickColumns, tick_series};
use crate::config::{RunConfig, kernel};
use crate::error::{Result, finished, thrown};
use crate::instrument::{InstrumentSpec, lifecycle};
use crate::lend::SharedBuffer;
use crate::outcome::Outcome;

/// Slots at the head of the shared view; `packages/engine/src/session.ts` has the same table.
mod slot {
    /// In: steps of the last block that were looked at.
    pub const CONSUMED: usize = 0;
    /// In: commands in the buffer.
    pub const COMMANDS: usize = 1;
    /// Out: first step of the block.
    pub const FIRST: usize = 2;
    /// Out: cash.
    pub const CASH: usize = 3;
    /// Out: orders at the venue.
    pub const WORKING: usize = 4;
    /// Out: trades closed so far.
    pub const CLOSED_TRADES: usize = 5;
    /// Out: orders that a fill model is asked about; the block is empty then.
    pub const ASKED: usize = 6;
    /// Out: the series whose row the questions are about, in a run over quotes and trades.
    pub const ASKED_SERIES: usize = 7;
    /// First slot of the instruments.
    pub const INSTRUMENTS: usize = 8;
}

/// Slots per series: last row, and of its instrument signed units held and average entry price.
const INSTRUMENT_STRIDE: usize = 3;

/// A run that a TypeScript strategy drives: JavaScript pulls, Rust advances.
#[napi]
pub struct Session {
    state: Rc<RefCell<Option<State>>>,
}

/// What a run goes over: each call of the driver knows which at compile time.
enum Feed {
    Bars(Vec<Bars>),
    Ticks(Vec<TickSeries>),
}

/// Calls the driver with the series of the feed.
macro_rules! over {
    ($feed:expr, $series:ident => $call:expr) => {
        match $feed {
            Feed::Bars(all) => {
                let $series = &all[..];
                $call
            }
            Feed::Ticks(all) => {
                let $series = &all[..];
                $call
            }
        }
    };
}

struct State {
    driver: Driver,
    feed: Feed,
    rows: Vec<f64>,
    decoder: CommandBuffer,
    view: SharedBuffer,
    commands: SharedBuffer,
    close: CloseAtEnd,
}

#[napi]
impl Session {
    /// Takes a copy of the series; `view` and `commands` are shared with the caller for the run.
    #[napi(constructor)]
    pub fn new(
        config: RunConfig,
        instruments: Vec<InstrumentSpec>,
        series: Vec<BarColumns>,
        warm_up: Vec<u32>,
        view: Float64Array,
        commands: Float64Array,
    ) -> Result<Self> {
        let (kernel, close) = kernel(&config, &instruments)?;
        let lifecycle = lifecycle(&kernel, &instruments)?;
        let traded = kernel.ledger().instruments();
        let quotes = series
            .iter()
            .zip(traded)
            .map(|(bars, traded)| bars.quotes(traded.price_scale()))
            .collect::<Result<Vec<Option<BarQuotes>>>>()?;
        let copy = |bars: &BarColumns| Ok(bars.view_of(bars.time.len())?.to_bars());
        let series = series.iter().map(copy).collect::<Result<Vec<Bars>>>()?;
        check_scales(&series[..], kernel.ledger().instruments()).map_err(thrown)?;
        let warm_up: Vec<usize> = warm_up.into_iter().map(|row| row as usize).collect();
        let actions = timed(config.actions.as_ref())?;
        let driver = Driver::new(kernel, &series[..], &warm_up)
            .with_actions(&series[..], &actions)
            .map_err(thrown)?
            .with_bid_ask(quotes)
            .with_lifecycle(&series[..], lifecycle);
        let rows = vec![-1.0; series.len()];
        Ok(Self::of(State {
            driver,
            feed: Feed::Bars(series),
            rows,
            decoder: CommandBuffer::default(),
            view: SharedBuffer::new(view),
            commands: SharedBuffer::new(commands),
            close,
        }))
    }

    /// A run over quotes and trades, inspected before; it takes a copy of them.
    #[napi(factory)]
    pub fn over_ticks(
        config: RunConfig,
        instruments: Vec<InstrumentSpec>,
        series: Vec<TickColumns>,
        view: Float64Array,
        commands: Float64Array,
    ) -> Result<Self> {
        let (kernel, close) = kernel(&config, &instruments)?;
        let lifecycle = lifecycle(&kernel, &instruments)?;
        check_tick_rules(&kernel).map_err(thrown)?;
        let series = tick_series(&series, kernel.ledger().instruments())?;
        let actions = timed(config.actions.as_ref())?;
        let driver = Driver::new(kernel, &series[..], &[])
            .with_actions(&series[..], &actions)
            .map_err(thrown)?
            .with_lifecycle(&series[..], lifecycle);
        let rows = vec![-1.0; series.len()];
        Ok(Self::of(State {
            driver,
            feed: Feed::Ticks(series),
            rows,
            decoder: CommandBuffer::default(),
            view: SharedBuffer::new(view),
            commands: SharedBuffer::new(commands),
            close,
        }))
    }

    fn of(state: State) -> Self {
        Self {
            state: Rc::new(RefCell::new(Some(state))),
        }
    }

    /// The hot call: reads how much was consumed and what was commanded from the shared buffers,
    /// goes on, and returns the length of the next block, 0 at the end.
    #[napi(ts_return_type = "() => number")]
    pub fn next_function<'env>(&self, env: &'env Env) -> napi::Result<Function<'env, (), u32>> {
        let state = Rc::clone(&self.state);
        env.create_function_from_closure("next", move |_: FunctionCallContext| {
            Ok(state.borrow_mut().as_mut().map_or(0, State::next))
        })
    }

    /// First step at which the strategy is asked.
    #[napi]
    pub fn start(&self) -> u32 {
        self.state
            .borrow()
            .as_ref()
            .map_or(0, |state| state.driver.block_start() as u32)
    }

    /// Time of every step, for runs of several series.
    #[napi]
    pub fn step_times(&self) -> BigInt64Array {
        let state = self.state.borrow();
        BigInt64Array::new(state.as_ref().map_or_else(Vec::new, |state| {
            let timeline = state.driver.timeline();
            over!(&state.feed, series => (0..timeline.len())
                .map(|step| timeline.time(series, step))
                .collect())
        }))
    }

    /// The open lots of an instrument in order of entry, four numbers each: the strategy's number of
    /// the order that opened it, signed units, entry price, step of the entry.
    #[napi]
    pub fn lots(&self, instrument: u32) -> Float64Array {
        let state = self.state.borrow();
        Float64Array::new(
            state
                .as_ref()
                .map_or_else(Vec::new, |state| state.lots(instrument)),
        )
    }

    /// The orders that a fill model is asked about, nine numbers each: the kernel's number, the
    /// strategy's or 0, instrument, signed units left, code of the kind, limit and stop or NaN, the
    /// price of the built-in rules, and 1 where that is at the open.
    #[napi]
    pub fn asked(&self) -> Float64Array {
        let state = self.state.borrow();
        Float64Array::new(state.as_ref().map_or_else(Vec::new, State::asked))
    }

    /// Ends the run and hands its results over; the session is done and its memory given back.
    #[napi]
    pub fn finish(&mut self, env: Env) -> Result<Outcome> {
        let state = self.state.borrow_mut().take().ok_or_else(finished)?;
        let State {
            mut driver,
            feed,
            close,
            ..
        } = state;
        over!(&feed, series => driver.finish(series, close));
        Ok(Outcome::new(env, driver))
    }
}

impl State {
    fn next(&mut self) -> u32 {
        let head = self.view.read();
        let (consumed, given) = (head[slot::CONSUMED] as usize, head[slot::COMMANDS] as usize);
        let mut written =
            self.commands.read()[..given * COMMAND_STRIDE].chunks_exact(COMMAND_STRIDE);
        let decoder = &mut self.decoder;
        let commands = |kernel: &Kernel| {
            written.find_map(|slots| {
                decoder.decode(slots, kernel.ledger().instruments(), kernel.next_order())
            })
        };
        let commands = (given > 0).then_some(commands);
        let driver = &mut self.driver;
        let length = over!(&self.feed, series => driver.next(series, consumed, commands));
        self.show(length);
        length as u32
    }

    fn asked(&self) -> Vec<f64> {
        let asked = self.driver.asked().iter();
        asked.flat_map(|fillable| self.question(fillable)).collect()
    }

    fn question(&self, fillable: &Fillable) -> [f64; 9] {
        let kernel = self.driver.kernel();
        let Some(order) = kernel.order(fillable.order) else {
            return [f64::NAN; 9];
        };
        let (request, kind) = (&order.request, fillable.kind);
        let traded = &kernel.ledger().instruments()[request.instrument as usize];
        let price = |ticks: Option<i64>| {
            ticks.map_or(f64::NAN, |ticks| traded.price_scale().to_float(ticks))
        };
        [
            f64::from(order.id.0),
            self.decoder.number_of(order.id) as f64,
            f64::from(request.instrument),
            traded.quantity_scale().to_float(fillable.lots),
            f64::from(request.kind.code()),
            price(kind.limit()),
            price(kind.stop()),
            price(Some(fillable.execution.ticks)),
            f64::from(u8::from(fillable.execution.at_open)),
        ]
    }

    fn lots(&self, instrument: u32) -> Vec<f64> {
        let ledger = self.driver.kernel().ledger();
        let Some(traded) = ledger.instruments().get(instrument as usize) else {
            return Vec::new();
        };
        let lots = ledger.position(instrument).lots.iter();
        lots.flat_map(|lot| {
            [
                self.decoder.number_of(lot.order) as f64,
                traded.quantity_scale().to_float(lot.quantity),
                traded.price_scale().to_float(lot.price),
                f64::from(lot.step),
            ]
        })
        .collect()
    }

    /// Writes what the strategy may see of the block: the account, the positions and the marks.
    fn show(&mut self, length: usize) {
        let first = self.driver.block_start();
        let asked = self.driver.asked().len();
        let mut asked_series = 0;
        if length > 0 || asked > 0 {
            for (series, row) in self.driver.rows_in_sight() {
                self.rows[series as usize] = row as f64;
                asked_series = series;
            }
        }
        let ledger = self.driver.kernel().ledger();
        let view = self.view.write();
        view[slot::ASKED] = asked as f64;
        view[slot::ASKED_SERIES] = f64::from(asked_series);
        view[slot::FIRST] = first as f64;
        view[slot::CASH] = ledger.cash().to_f64();
        view[slot::WORKING] = self.driver.kernel().working_orders() as f64;
        view[slot::CLOSED_TRADES] = ledger.closed_trades() as f64;
        for (series, row) in self.rows.iter().enumerate() {
            let at = slot::INSTRUMENTS + series * INSTRUMENT_STRIDE;
            let instrument = match &self.feed {
                Feed::Bars(_) => series as u32,
                Feed::Ticks(all) => all[..].instrument(series),
            };
            let traded = &ledger.instruments()[instrument as usize];
            let position = ledger.position(instrument);
            view[at] = *row;
            view[at + 1] = traded.quantity_scale().to_float(position.quantity);
            view[at + 2] = position.average_price(traded);
        }
        let marks = slot::INSTRUMENTS + self.rows.len() * INSTRUMENT_STRIDE;
        view[marks..marks + length].copy_from_slice(&self.driver.equity()[first..first + length]);
    }
}
