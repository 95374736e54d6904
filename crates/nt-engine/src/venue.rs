use std::cell::RefCell;

use napi::bindgen_prelude::{BigInt, Float64Array, Uint8Array};
use napi_derive::napi;
use nt_backtest::{COMMAND_STRIDE, CommandBuffer, LiveBar, VenueFeed};
use nt_core::{Code, Error};

use crate::columns::QuoteColumns;
use crate::config::{RunConfig, kernel};
use crate::error::{Result, thrown};
use crate::instrument::{InstrumentSpec, lifecycle};

/// Numbers per bar: instrument, open, high, low, close, volume.
const BAR_STRIDE: usize = 6;

/// A simulated venue that is fed as the market goes on.
#[napi]
pub struct Venue {
    state: RefCell<State>,
}

struct State {
    feed: VenueFeed,
    decoder: CommandBuffer,
}

#[napi]
impl Venue {
    #[napi(constructor)]
    pub fn new(config: RunConfig, instruments: Vec<InstrumentSpec>) -> Result<Self> {
        let (kernel, _) = kernel(&config, &instruments)?;
        let lifecycle = lifecycle(&kernel, &instruments)?;
        let decoder = CommandBuffer::of(&kernel.config().currencies);
        let feed = VenueFeed::new(kernel, &lifecycle).map_err(thrown)?;
        let state = RefCell::new(State { feed, decoder });
        Ok(Self { state })
    }

    /// Takes the bars that close at a time, six numbers each: instrument, open, high, low, close,
    /// volume.
    #[napi]
    pub fn bars(&self, time: BigInt, bars: Float64Array) -> Result<()> {
        let bars: Vec<LiveBar> = bars.chunks_exact(BAR_STRIDE).map(live_bar).collect();
        let mut state = self.state.borrow_mut();
        state.feed.bars(time.get_i64().0, &bars).map_err(thrown)
    }

    /// Takes quotes of one instrument.
    #[napi]
    pub fn quotes(&self, instrument: u32, quotes: QuoteColumns) -> Result<()> {
        let mut state = self.state.borrow_mut();
        state
            .feed
            .quotes(instrument, &quotes.view())
            .map_err(thrown)
    }

    /// Gives one command, in the slots of the command buffer; returns the number that the log has for
    /// the order it makes, 0 where it makes none.
    #[napi]
    pub fn command(&self, slots: Float64Array) -> Result<u32> {
        let State { feed, decoder } = &mut *self.state.borrow_mut();
        let kernel = feed.kernel();
        let (instruments, next) = (kernel.ledger().instruments(), kernel.next_order());
        let whole = slots.len() == COMMAND_STRIDE;
        let command = whole.then(|| decoder.decode(&slots, instruments, next));
        let Some(command) = command.flatten() else {
            let message = "the command names an order or an instrument that does not exist";
            return Err(thrown(Error::new(Code::InvalidArgument, message)));
        };
        feed.command(command);
        let made = feed.kernel().next_order() != next;
        Ok(if made { next.0 } else { 0 })
    }

    /// Cash, equity, working orders, and of each instrument signed units and average entry price of what
    /// is held long, and then of what is held short.
    #[napi]
    pub fn account(&self) -> Float64Array {
        let state = self.state.borrow();
        let kernel = state.feed.kernel();
        let ledger = kernel.ledger();
        let mut numbers = vec![
            ledger.cash().to_f64(),
            kernel.equity().to_f64(),
            kernel.working_orders() as f64,
        ];
        for (index, traded) in ledger.instruments().iter().enumerate() {
            for sign in [1, -1] {
                let side = ledger.position(index as u32).side(sign);
                numbers.push(traded.quantity_scale().to_float(side.quantity));
                numbers.push(side.average_price(traded));
            }
        }
        Float64Array::new(numbers)
    }

    /// SHA-256 of the event log.
    #[napi]
    pub fn log_hash(&self) -> String {
        self.state.borrow_mut().feed.log_hash()
    }

    /// The bytes of the event log from a record on, counted from 0.
    #[napi]
    pub fn log_bytes(&self, from: u32) -> Uint8Array {
        let state = self.state.borrow();
        let log = state.feed.kernel().log();
        Uint8Array::new(log.bytes_from(from as usize))
    }
}

fn live_bar(numbers: &[f64]) -> LiveBar {
    LiveBar {
        instrument: numbers[0] as u32,
        prices: [numbers[1], numbers[2], numbers[3], numbers[4]],
        volume: numbers[5],
    }
}
