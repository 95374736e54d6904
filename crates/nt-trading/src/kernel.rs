mod account;
mod exits;
mod fills;
mod matching;
mod submission;

use nt_core::{Instrument, Money, Result};

use crate::{
    Command, Config, Event, EventLog, Ledger, Order, OrderId, Reason, Record, RecordKind, RiskGate, Status,
    TickBar, Transition,
};

/// Version of the event log's schema.
const LOG_VERSION: i64 = 1;

/// The trading kernel: one account, its instruments, its orders and a simulated venue.
///
/// Same events in, same log out, to the byte: [`Kernel::apply`] is the only way in.
#[derive(Clone, Debug)]
pub struct Kernel {
    config: Config,
    gate: RiskGate,
    ledger: Ledger,
    orders: Vec<Order>,
    /// Working orders of each instrument, in order of submission.
    working: Vec<Vec<OrderId>>,
    /// Stop loss and take profit of the lot an order opened, beside `orders`.
    exits: Vec<Exits>,
    /// Last price of each instrument in ticks, once one is known.
    last_price: Vec<Option<i64>>,
    log: EventLog,
    step: u32,
    time: i64,
    /// Reused by every bar, so that matching allocates nothing.
    queue: Vec<OrderId>,
    entries: Vec<Entry>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Exits {
    stop_loss: Option<OrderId>,
    take_profit: Option<OrderId>,
}

/// A lot with exits that was opened on the bar in hand.
#[derive(Clone, Copy, Debug)]
struct Entry {
    order: OrderId,
    price: i64,
    at_open: bool,
}

impl Kernel {
    /// A kernel with an empty book; the log opens with the configuration that the fold needs.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` where the configuration is out of range.
    pub fn new(config: Config, instruments: Vec<Instrument>) -> Result<Self> {
        config.validate()?;
        let count = instruments.len();
        let mut log = EventLog::default();
        log.append(Record { quantity: LOG_VERSION, money: config.cash, ..Record::new(0, 0, RecordKind::Opened) });
        for (index, instrument) in instruments.iter().enumerate() {
            log.append(Record {
                instrument: index as u32,
                quantity: i64::from(instrument.quantity_scale().decimals()),
                price: i64::from(instrument.price_scale().decimals()),
                ..Record::new(0, 0, RecordKind::Instrument)
            });
        }
        Ok(Self {
            gate: RiskGate::new(config.limits),
            ledger: Ledger::new(config.cash, instruments),
            config,
            orders: Vec::new(),
            working: vec![Vec::new(); count],
            exits: Vec::new(),
            last_price: vec![None; count],
            log,
            step: 0,
            time: 0,
            queue: Vec::new(),
            entries: Vec::new(),
        })
    }

    /// Takes one event. Refusals are not errors: they are orders with a status and a reason.
    pub fn apply(&mut self, event: Event) {
        match event {
            Event::Step { step, time } => {
                self.step = step;
                self.time = time;
            }
            Event::Bar { instrument, bar } => self.match_bar(instrument, &bar),
            Event::StepClosed => self.look_for_ruin(),
            Event::Command(command) => self.obey(command),
        }
    }

    fn obey(&mut self, command: Command) {
        match command {
            Command::Submit(request) => self.submit(request),
            Command::Cancel(id) => self.cancel(id, Reason::Requested),
            Command::CancelAll { instrument } => self.cancel_all(instrument),
            Command::SetExits { lot, stop_loss, take_profit } => self.set_exits(lot, stop_loss, take_profit),
        }
    }

    fn cancel_all(&mut self, instrument: u32) {
        let Some(working) = self.working.get(instrument as usize) else { return };
        for id in working.clone() {
            if !self.orders[id.index()].is_exit() {
                self.cancel(id, Reason::Requested);
            }
        }
    }

    fn cancel(&mut self, id: OrderId, reason: Reason) {
        self.end(id, Transition::Cancel, RecordKind::OrderCancelled, reason);
    }

    /// Ends a working order without a fill; an order that has ended stays as it is.
    fn end(&mut self, id: OrderId, transition: Transition, kind: RecordKind, reason: Reason) {
        let Some(order) = id.0.checked_sub(1).and_then(|index| self.orders.get(index as usize)) else { return };
        let Ok(status) = order.status.after(transition) else { return };
        let instrument = order.request.instrument;
        self.log.append(Record { reason: reason as u16, instrument, order: id.0, ..Record::new(self.step, self.time, kind) });
        let order = &mut self.orders[id.index()];
        order.status = status;
        order.reason = Some(reason);
        self.forget(id, instrument);
    }

    fn forget(&mut self, id: OrderId, instrument: u32) {
        self.working[instrument as usize].retain(|&working| working != id);
    }

    /// Cash, positions and closed trades.
    #[must_use]
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The rules of the run.
    #[must_use]
    pub const fn config(&self) -> &Config {
        &self.config
    }

    /// Every order so far, in order of submission.
    #[must_use]
    pub fn orders(&self) -> &[Order] {
        &self.orders
    }

    /// The number the next order will have.
    #[must_use]
    pub const fn next_order(&self) -> OrderId {
        OrderId(self.orders.len() as u32 + 1)
    }

    /// Number of orders at the venue.
    #[must_use]
    pub fn working_orders(&self) -> usize {
        self.working.iter().map(Vec::len).sum()
    }

    /// Whether the account was ruined and trades no more.
    #[must_use]
    pub const fn is_halted(&self) -> bool {
        self.gate.is_halted()
    }

    /// The event log.
    #[must_use]
    pub const fn log(&self) -> &EventLog {
        &self.log
    }

    /// SHA-256 of the event log; see [`EventLog::hash`].
    pub fn log_hash(&mut self) -> String {
        self.log.hash()
    }

    /// Cash plus every position at its last price.
    #[must_use]
    pub fn equity(&self) -> Money {
        self.equity_with(None)
    }

    fn instrument(&self, index: u32) -> &Instrument {
        &self.ledger.instruments()[index as usize]
    }
}

impl Status {
    const fn is_working(self) -> bool {
        !self.is_terminal()
    }
}

/// The bar an instrument's exits can still fill on after an entry inside it.
const fn rest_of(bar: &TickBar, entry: i64) -> TickBar {
    TickBar { open: entry, ..*bar }
}
