use std::cell::RefCell;

use napi::bindgen_prelude::{Float64Array, Uint8Array};
use napi_derive::napi;
use nt_backtest::{COMMAND_STRIDE, CommandBuffer, TickReplay};

use crate::columns::{QuoteColumns, TradeColumns};
use crate::config::{RunConfig, kernel};
use crate::error::{Result, thrown};
use crate::instrument::InstrumentSpec;
use crate::lend::SharedBuffer;

/// Slots of the shared view; `packages/engine/src/tick-replay.ts` has the same table.
mod slot {
    /// In: commands in the buffer.
    pub const COMMANDS: usize = 0;
    /// Out: cash.
    pub const CASH: usize = 1;
    /// Out: cash and positions, each at the side where it would be closed.
    pub const EQUITY: usize = 2;
    /// Out: orders at the venue.
    pub const WORKING: usize = 3;
    /// Out: trades closed so far.
    pub const CLOSED_TRADES: usize = 4;
    /// First of the signed units held, one an instrument.
    pub const POSITIONS: usize = 5;
}

/// A replay of quotes and trades that come in chunks: longer than memory, if need be.
#[napi(js_name = "TickReplay")]
pub struct NativeTickReplay {
    state: RefCell<State>,
}

struct State {
    replay: TickReplay,
    decoder: CommandBuffer,
    view: SharedBuffer,
    commands: SharedBuffer,
}

#[napi]
impl NativeTickReplay {
    /// `view` and `commands` are shared with the caller for the replay.
    #[napi(constructor)]
    pub fn new(
        config: RunConfig,
        instruments: Vec<InstrumentSpec>,
        view: Float64Array,
        commands: Float64Array,
    ) -> Result<Self> {
        let (kernel, _) = kernel(&config, &instruments)?;
        let mut state = State {
            replay: TickReplay::new(kernel).map_err(thrown)?,
            decoder: CommandBuffer::default(),
            view: SharedBuffer::new(view),
            commands: SharedBuffer::new(commands),
        };
        state.show();
        Ok(Self {
            state: RefCell::new(state),
        })
    }

    /// Takes the commands of the shared buffer, then replays quotes of one instrument.
    #[napi]
    pub fn quotes(&self, instrument: u32, quotes: QuoteColumns) -> Result<()> {
        let mut state = self.state.borrow_mut();
        state.obey();
        let replayed = state.replay.quotes(instrument, &quotes.view());
        state.show();
        replayed.map_err(thrown)
    }

    /// Takes the commands of the shared buffer, then replays trades of one instrument.
    #[napi]
    pub fn trades(&self, instrument: u32, trades: TradeColumns) -> Result<()> {
        let mut state = self.state.borrow_mut();
        state.obey();
        let replayed = state.replay.trades(instrument, &trades.view());
        state.show();
        replayed.map_err(thrown)
    }

    /// SHA-256 of the event log.
    #[napi]
    pub fn log_hash(&self) -> String {
        self.state.borrow_mut().replay.log_hash()
    }

    /// Number of records in the event log.
    #[napi]
    pub fn log_records(&self) -> u32 {
        self.state.borrow().replay.kernel().log().len() as u32
    }

    /// A copy of the event log.
    #[napi]
    pub fn log_bytes(&self) -> Uint8Array {
        Uint8Array::new(self.state.borrow().replay.kernel().log().to_bytes())
    }
}

impl State {
    fn obey(&mut self) {
        let given = self.view.read()[slot::COMMANDS] as usize;
        let written = &self.commands.read()[..given * COMMAND_STRIDE];
        for slots in written.chunks_exact(COMMAND_STRIDE) {
            let kernel = self.replay.kernel();
            let (instruments, next) = (kernel.ledger().instruments(), kernel.next_order());
            if let Some(command) = self.decoder.decode(slots, instruments, next) {
                self.replay.command(command);
            }
        }
        self.view.write()[slot::COMMANDS] = 0.0;
    }

    fn show(&mut self) {
        let kernel = self.replay.kernel();
        let ledger = kernel.ledger();
        let view = self.view.write();
        view[slot::CASH] = ledger.cash().to_f64();
        view[slot::EQUITY] = kernel.equity().to_f64();
        view[slot::WORKING] = kernel.working_orders() as f64;
        view[slot::CLOSED_TRADES] = ledger.closed_trades() as f64;
        let positions = view[slot::POSITIONS..].iter_mut();
        for (index, (held, traded)) in positions.zip(ledger.instruments()).enumerate() {
            let lots = ledger.position(index as u32).quantity;
            *held = traded.quantity_scale().to_float(lots);
        }
    }
}
