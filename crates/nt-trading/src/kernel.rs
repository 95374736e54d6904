mod account;
mod attendance;
mod auction;
mod basket;
mod bid_ask;
mod corporate;
mod exchange;
mod exits;
mod fills;
mod given;
mod groups;
mod margin_call;
mod marks;
mod matching;
mod modify;
mod queue;
mod quotes;
mod records;
mod restate;
mod session;
mod settlement;
mod submission;
mod trailing;
mod turnover;
mod written_options;

use std::collections::{BTreeMap, BTreeSet};

use attendance::Attendance;
use nt_core::{Instrument, Money, Result};

pub use given::Fillable;

use crate::contract::listing_records;
use crate::log::LOG_SCHEMA;
use crate::order_book::OrderBook;
use crate::{
    Command, Config, CurrencyCode, Event, EventLog, Ledger, Matching, Order, OrderId, OrderKind,
    Reason, Record, RecordKind, RiskGate, SessionPlace, Sessions, TickBar, TimeInForce, Transition,
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
    marks: marks::Marks,
    basket: basket::Basket,
    /// What a fill model gave to orders whose bar is still to be matched.
    given: BTreeMap<OrderId, given::Given>,
    turnover: turnover::Turnover,
    /// Bid and ask of each instrument at its last close, in ticks; empty where bars come without.
    bid_ask: Vec<Option<(i64, i64)>>,
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
    /// Quotes and trades, and what waits for them.
    quotes: quotes::Quotes,
    /// What looking after the account needs; `None` where nobody does.
    attendance: Option<Box<Attendance>>,
    /// The rate of each foreign currency in ticks, 0 before one is known.
    rates: Vec<i64>,
    /// Where the bars in hand stand.
    session: SessionPlace,
    /// Of each instrument; empty where every bar is a session.
    sessions: Vec<Sessions>,
    /// The last target order of each instrument with a schedule, and the step it was given at.
    targets: BTreeMap<u32, (OrderId, u32)>,
    /// Instruments that are traded no more.
    delisted: BTreeSet<u32>,
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
        config.validate_for(&instruments)?;
        settlement::check_listings(&config, &instruments)?;
        let count = instruments.len();
        let fee_per_part = match config.matching {
            Matching::Path => Money::ZERO,
            Matching::Queue(_) => config.costs.fees.as_plain().unwrap_or_default().per_fill,
        };
        let mut log = EventLog::default();
        log.append(Record {
            quantity: LOG_SCHEMA,
            price: fee_per_part.raw() as i64,
            stop: i64::from(config.settlement_days),
            money: config.cash,
            ..Record::new(0, 0, RecordKind::Opened)
        });
        for (index, instrument) in instruments.iter().enumerate() {
            log.append(Record {
                instrument: index as u32,
                quantity: i64::from(instrument.quantity_scale().decimals()),
                price: i64::from(instrument.price_scale().decimals()),
                stop: currency_number(&config, index as u32),
                ..Record::new(0, 0, RecordKind::Instrument)
            });
            if let Some(terms) = instrument.terms() {
                for record in listing_records(index as u32, terms) {
                    log.append(record);
                }
            }
        }
        let rates = vec![0; config.currencies.foreign.len()];
        let attendance = config.is_attended().then(Box::default);
        Ok(Self {
            gate: RiskGate::new(config.limits),
            ledger: Ledger::new(config.cash, instruments)
                .with_fee_per_part(fee_per_part)
                .with_settlement(config.settlement_days)
                .with_currencies(|instrument| config.currencies.code_of(instrument)),
            config,
            book: OrderBook::new(count),
            last_order: OrderId(0),
            exits: BTreeMap::new(),
            last_price: vec![None; count],
            marks: marks::Marks::new(count),
            basket: basket::Basket::default(),
            given: BTreeMap::new(),
            turnover: turnover::Turnover::new(count),
            bid_ask: Vec::new(),
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
            attendance,
            rates,
            session: SessionPlace::WHOLE,
            sessions: Vec::new(),
            targets: BTreeMap::new(),
            delisted: BTreeSet::new(),
        })
    }

    /// Takes one event. Refusals are not errors: they are orders with a status and a reason.
    pub fn apply(&mut self, event: Event) {
        match event {
            Event::Step { step, time } => {
                self.step_before = (self.step, self.time);
                self.step = step;
                self.time = time;
                self.session = SessionPlace::WHOLE;
                if !self.given.is_empty() {
                    self.given.clear();
                }
                self.refresh_rates();
                if self.awaits_basket() {
                    self.forget_ended();
                }
                if self.config.costs.fees.counts_volume() {
                    self.turnover.turn_to(time);
                }
                if self.attendance.is_some() {
                    self.turn_day();
                }
            }
            Event::Volume { instrument, lots } => {
                let share = self.config.costs.max_volume_share;
                self.turnover.open_bar(instrument, lots, share);
            }
            Event::Session(place) => self.session = place,
            Event::Quote { instrument, quote } if self.session.number.is_none() => {
                self.match_quote(instrument, &quote);
            }
            Event::Quote { instrument, quote } => self.meet_quote(instrument, &quote),
            Event::Trade {
                instrument,
                price,
                lots,
            } if self.session.number.is_none() => self.match_trade(instrument, price, lots),
            Event::Trade {
                instrument,
                price,
                lots,
            } => self.meet_trade(instrument, price, lots),
            Event::Bar { instrument, bar } if self.session.number.is_none() => {
                self.match_bar(instrument, &bar);
            }
            Event::Bar { instrument, bar } => self.meet_bar(instrument, &bar),
            Event::Price { instrument, price } => self.set_price(instrument, price),
            Event::Basket {
                instrument,
                bar,
                part,
            } => self.fill_basket(instrument, &bar, part),
            Event::BidAsk {
                instrument,
                bid,
                ask,
            } => self.take_bid_ask(instrument, bid, ask),
            Event::StepClosed => {
                self.refresh_rates();
                self.look_for_ruin();
                if self.attendance.is_some() {
                    self.look_at_margin();
                }
            }
            Event::Command(command) => {
                self.refresh_rates();
                self.obey(&command);
            }
            Event::Settle { instrument, price } => self.settle_instrument(instrument, price),
            Event::Funding { instrument, rate } => self.fund(instrument, rate),
            action => self.take_action(action),
        }
    }

    fn obey(&mut self, command: &Command) {
        let asks = matches!(command, Command::Submit(_) | Command::Close { .. });
        if self.is_halted() && !asks {
            return; // what is left of a ruined account stays as it is
        }
        match *command {
            Command::Submit(ref request) => self.submit(request),
            Command::Cancel(id) if self.is_forced(id) => {}
            Command::Cancel(id) => self.take_back(id),
            Command::Modify { order, change } => self.modify(order, change),
            Command::CancelAll { instrument } => self.cancel_all(instrument, Self::take_back),
            Command::Convert { from, to, amount } => self.convert(from, to, amount),
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
            Command::Weigh { instrument, share } => self.weigh(instrument, share),
            Command::Rebalance(rules) => self.rebalance(rules),
            Command::Fill { order, price, lots } => self.give(order, price, lots),
        }
    }

    fn cancel_all(&mut self, instrument: u32, cancel: fn(&mut Self, OrderId)) {
        if instrument as usize >= self.last_price.len() {
            return;
        }
        for id in self.book.of(instrument).to_vec() {
            if self
                .book
                .get(id)
                .is_some_and(|order| self.is_taken_back_at_once(order))
            {
                cancel(self, id);
            }
        }
    }

    /// Whether taking back everything takes this order back.
    fn is_taken_back_at_once(&self, order: &Order) -> bool {
        match self.config.matching {
            Matching::Path => !order.is_exit() && !self.is_forced(order.id),
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

    /// Whether all that works is one market order for the open, without exits: nothing looks at the
    /// range of the bar.
    #[must_use]
    #[inline]
    pub fn fills_at_open_alone(&self) -> bool {
        self.book.only().is_some_and(|order| {
            let request = &order.request;
            request.kind == OrderKind::Market
                && request.bracket.is_empty()
                && request.time_in_force == TimeInForce::GoodTilCancelled
        })
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

/// The currency of an instrument as the log has it.
fn currency_number(config: &Config, instrument: u32) -> i64 {
    let code = config.currencies.code_of(instrument);
    code.map_or(0, CurrencyCode::number)
}

/// The bar an instrument's exits can still fill on after an entry inside it.
const fn rest_of(bar: &TickBar, entry: i64) -> TickBar {
    TickBar {
        open: entry,
        ..*bar
    }
}
