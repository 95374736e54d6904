mod account;
mod auction;
mod exits;
mod fills;
mod groups;
mod matching;
mod modify;
mod queue;
mod quotes;
mod records;
mod submission;
mod trailing;
mod turnover;

use std::collections::{BTreeMap, BTreeSet};

use nt_core::{Instrument, Money, Result};

use crate::log::LOG_SCHEMA;
use crate::order_book::OrderBook;
use crate::{
    Command, Config, Event, EventLog, Ledger, Matching, Order, OrderId, OrderKind, Reason, Record,
    RecordKind, RiskGate, TickBar, Transition,
};

/// The trading kernel: one account, its instruments, its orders and a simulated venue.
///
/// Same events in, same log out, to the byte: [`Kernel::apply`] is the only way in.
#[derive(Clone, Debug)]
pub struct Kernel {
    config: Config,
    gate: RiskGate,
    ledger: Ledger,
    book: OrderBook,
    last_order: OrderId,
    /// Exits of open lots that have some, by the order that opened the lot.
    exits: BTreeMap<OrderId, Exits>,
    /// Last price of each instrument in ticks, once one is known.
    last_price: Vec<Option<i64>>,
    turnover: turnover::Turnover,
    log: EventLog,
    step: u32,
    time: i64,
    /// Number and time of the step before.
    step_before: (u32, i64),
    /// Reused by every bar, so that matching allocates nothing.
    queue: Vec<((u8, u32), OrderId)>,
    entries: Vec<Entry>,
    /// Held orders by the order whose fill releases them.
    children: BTreeMap<OrderId, Vec<OrderId>>,
    /// Groups of which an order filled.
    filled_groups: BTreeSet<u32>,
    /// Working orders of groups of which none has filled.
    groups: BTreeMap<u32, Vec<OrderId>>,
    quotes: quotes::Quotes,
    session: Session,
}

/// Whether the bars in hand begin or end their session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Session {
    opens: bool,
    closes: bool,
}

impl Session {
    /// A bar that is a session.
    const WHOLE: Self = Self {
        opens: true,
        closes: true,
    };
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
    kind: OrderKind,
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
        let fee_per_part = match config.matching {
            Matching::Path => Money::ZERO,
            Matching::Queue(_) => config.costs.fees.as_plain().unwrap_or_default().per_fill,
        };
        let mut log = EventLog::default();
        log.append(Record {
            quantity: LOG_SCHEMA,
            price: fee_per_part.raw() as i64,
            money: config.cash,
            ..Record::new(0, 0, RecordKind::Opened)
        });
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
            ledger: Ledger::new(config.cash, instruments).with_fee_per_part(fee_per_part),
            config,
            book: OrderBook::new(count),
            last_order: OrderId(0),
            exits: BTreeMap::new(),
            last_price: vec![None; count],
            turnover: turnover::Turnover::new(count),
            log,
            step: 0,
            time: 0,
            step_before: (0, 0),
            queue: Vec::new(),
            entries: Vec::new(),
            children: BTreeMap::new(),
            filled_groups: BTreeSet::new(),
            groups: BTreeMap::new(),
            quotes: quotes::Quotes::default(),
            session: Session::WHOLE,
        })
    }

    /// Takes one event. Refusals are not errors: they are orders with a status and a reason.
    pub fn apply(&mut self, event: Event) {
        match event {
            Event::Step { step, time } => {
                self.step_before = (self.step, self.time);
                self.step = step;
                self.time = time;
                self.session = Session::WHOLE;
                if self.config.costs.fees.counts_volume() {
                    self.turnover.turn_to(time);
                }
            }
            Event::Volume { instrument, lots } => {
                let share = self.config.costs.max_volume_share;
                self.turnover.open_bar(instrument, lots, share);
            }
            Event::Session { opens, closes } => self.session = Session { opens, closes },
            Event::Bar { instrument, bar } => self.match_bar(instrument, &bar),
            Event::Quote { instrument, quote } => self.match_quote(instrument, &quote),
            Event::Trade {
                instrument,
                price,
                lots,
            } => self.match_trade(instrument, price, lots),
            Event::Price { instrument, price } => {
                self.last_price[instrument as usize] = Some(price);
            }
            Event::StepClosed => self.look_for_ruin(),
            Event::Command(command) => self.obey(command),
        }
    }

    fn obey(&mut self, command: Command) {
        let asks = matches!(command, Command::Submit(_) | Command::Close { .. });
        if self.is_halted() && !asks {
            return; // what is left of a ruined account stays as it is
        }
        match command {
            Command::Submit(request) => self.submit(request),
            Command::Cancel(id) => self.cancel(id, Reason::Requested),
            Command::Modify { order, change } => self.modify(order, change),
            Command::CancelAll { instrument } => self.cancel_all(instrument),
            Command::Close {
                instrument,
                lot,
                portion,
            } => self.close(instrument, lot, portion),
            Command::SetExits {
                instrument,
                lot,
                stop_loss,
                take_profit,
            } => {
                self.set_exits(instrument, lot, stop_loss, take_profit);
            }
        }
    }

    fn cancel_all(&mut self, instrument: u32) {
        if instrument as usize >= self.last_price.len() {
            return;
        }
        for id in self.book.of(instrument).to_vec() {
            if self
                .book
                .get(id)
                .is_some_and(|order| self.is_taken_back_at_once(order))
            {
                self.cancel(id, Reason::Requested);
            }
        }
    }

    /// Whether taking back everything takes this order back.
    const fn is_taken_back_at_once(&self, order: &Order) -> bool {
        match self.config.matching {
            Matching::Path => !order.is_exit(),
            Matching::Queue(_) => !order.is_attached(),
        }
    }

    fn cancel(&mut self, id: OrderId, reason: Reason) {
        self.end(id, Transition::Cancel, RecordKind::OrderCancelled, reason);
    }

    /// Ends a working order without a fill; an order that has ended stays as it is.
    fn end(&mut self, id: OrderId, transition: Transition, kind: RecordKind, reason: Reason) {
        let Some(&order) = self.book.get(id) else {
            return;
        };
        if order.status.after(transition).is_err() {
            return;
        }
        self.log.append(Record {
            reason: reason as u16,
            instrument: order.request.instrument,
            order: id.0,
            ..Record::new(self.step, self.time, kind)
        });
        self.leave(&order);
        self.abandon_children(id);
        self.turnover.forget(id);
    }

    /// Takes an order that has ended off the venue.
    fn leave(&mut self, order: &Order) {
        self.book.remove(order.id);
        if let Some(group) = order.request.oco {
            self.leave_group(group, order.id);
        }
        if self.quotes.are_seen() {
            self.forget(order);
        }
    }

    /// Cash and positions.
    #[must_use]
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The rules of the run.
    #[must_use]
    pub const fn config(&self) -> &Config {
        &self.config
    }

    /// An order at the venue.
    #[must_use]
    pub fn order(&self, id: OrderId) -> Option<&Order> {
        self.book.get(id)
    }

    /// The number the next order will have.
    #[must_use]
    pub const fn next_order(&self) -> OrderId {
        OrderId(self.last_order.0 + 1)
    }

    /// Number of orders at the venue.
    #[must_use]
    pub const fn working_orders(&self) -> usize {
        self.book.len()
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

/// The bar an instrument's exits can still fill on after an entry inside it.
const fn rest_of(bar: &TickBar, entry: i64) -> TickBar {
    TickBar {
        open: entry,
        ..*bar
    }
}
