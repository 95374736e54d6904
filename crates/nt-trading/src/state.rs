use std::collections::{BTreeMap, BTreeSet};

use nt_core::{Code, Error, Instrument, Money, Rate, Result, Scale};

use crate::contract::with_record;
use crate::log::LOG_SCHEMA;
use crate::reading::{Effect, Reading};
use crate::{
    EventLog, Ledger, MarginStatus, OrderId, Reason, Record, RecordKind, SplitRatio, Status,
    Transition,
};

/// What a log comes to after some of its records: cash, positions and the orders that still work.
/// Each record is held to the rules before it counts, so a log that folds is a log that can have
/// happened.
///
/// The state after a snapshot and the records since is the state after all records: see
/// [`State::to_bytes`].
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub(crate) ids: Vec<String>,
    pub(crate) records: u64,
    pub(crate) step: u32,
    pub(crate) time: i64,
    pub(crate) ledger: Ledger,
    pub(crate) last_order: u32,
    pub(crate) open: BTreeMap<u32, OpenOrder>,
    pub(crate) halted: bool,
    pub(crate) delisted: BTreeSet<u32>,
    pub(crate) margin: MarginStatus,
}

/// An order at the venue, as the log tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenOrder {
    /// The record that submitted it.
    pub submission: Record,
    /// Where it stands.
    pub status: Status,
    /// Signed lots filled so far.
    pub filled: i64,
    /// Whether its stop was touched.
    pub triggered: bool,
    /// Take profit and stop loss that go with it, as their record has them; 0 where none.
    pub exits: (i64, i64),
    /// The record of its further terms, where it has any.
    pub terms: Option<Record>,
}

/// Money beyond this many units is damage, not an account.
const MOST_UNITS: f64 = 1e18;

impl State {
    /// Before the first record. The identifiers are those of the instruments in the order of their
    /// numbers: the log itself carries their scales alone.
    #[must_use]
    pub fn new(ids: Vec<String>) -> Self {
        Self {
            ids,
            records: 0,
            step: 0,
            time: 0,
            ledger: Ledger::new(Money::ZERO, Vec::new()),
            last_order: 0,
            open: BTreeMap::new(),
            halted: false,
            delisted: BTreeSet::new(),
            margin: MarginStatus::Met,
        }
    }

    /// The state after all records of a log.
    ///
    /// # Errors
    /// `LOG_CORRUPT` where a record does not follow the schema or cannot follow those before it.
    pub fn of(log: &EventLog, ids: Vec<String>) -> Result<Self> {
        let mut state = Self::new(ids);
        for record in log.records() {
            state.take(&record?)?;
        }
        Ok(state)
    }

    /// Takes the next record. After an error the state is of no use.
    ///
    /// # Errors
    /// `LOG_CORRUPT` where it cannot follow those before it.
    pub fn take(&mut self, record: &Record) -> Result<()> {
        let effect = Reading::of(record.kind).effect;
        self.check_place(record, effect)?;
        let lot = self.act(record, effect)?;
        let cash = self.ledger.cash();
        self.ledger.take(record, lot);
        if effect == Effect::Corporate && self.ledger.cash() - cash != record.money {
            return damaged("its money is not what the position comes to");
        }
        self.records += 1;
        (self.step, self.time) = (record.step, record.time);
        Ok(())
    }

    fn check_place(&self, record: &Record, effect: Effect) -> Result<()> {
        if (self.records == 0) != (effect == Effect::Open) {
            return damaged("a log opens with the one record that states its schema");
        }
        if record.step < self.step || record.time < self.time {
            return damaged("it is earlier than the record before it");
        }
        if record.reason != 0 && Reason::from_number(record.reason).is_none() {
            return damaged(format!("reason {} is unknown", record.reason));
        }
        if effect != Effect::Attach && record.money.raw().unsigned_abs() as f64 > MOST_UNITS * 1e9 {
            return damaged("its money is more than an account can hold");
        }
        Ok(())
    }

    /// Moves the orders on; of a fill, returns the lot its order names.
    fn act(&mut self, record: &Record, effect: Effect) -> Result<Option<OrderId>> {
        match effect {
            Effect::Open => check_schema(record)?,
            Effect::Declare => self.declare(record)?,
            Effect::List => self.list(record)?,
            Effect::Settle => self.check_settlement(record)?,
            Effect::Fund => self.check_funding(record)?,
            Effect::Submit => self.submit(record)?,
            Effect::Deny => self.number(record)?,
            Effect::Attach => self.attach(record)?,
            Effect::Note => self.note(record)?,
            Effect::Release => {
                self.move_on(record, Transition::Release)?;
            }
            Effect::Amend => self.amend(record)?,
            Effect::Fill => return self.fill(record),
            Effect::End(transition) => {
                self.move_on(record, transition)?;
                self.open.remove(&record.order);
            }
            Effect::Restate => self.restate(record)?,
            Effect::Corporate => self.check_corporate(record)?,
            Effect::Halt => self.halted = true,
            Effect::Margin => self.margin = self.margin.after(record),
            Effect::Account => {}
        }
        Ok(None)
    }

    fn declare(&mut self, record: &Record) -> Result<()> {
        let index = self.ledger.instruments().len();
        let Some(id) = self.ids.get(index) else {
            return damaged(format!("instrument {index} has no identifier"));
        };
        if record.instrument as usize != index {
            return damaged(format!(
                "instrument {index} is next, not {}",
                record.instrument
            ));
        }
        let instrument = instrument_of(record, id)?;
        self.ledger.declare(instrument);
        Ok(())
    }

    fn list(&mut self, record: &Record) -> Result<()> {
        if self.last_order != 0 {
            return damaged("terms that come after the first order");
        }
        let instruments = self.ledger.instruments();
        let last = instruments
            .last()
            .filter(|_| record.instrument as usize + 1 == instruments.len());
        let listed = last.and_then(|last| with_record(last, record));
        let Some(listed) = listed else {
            return damaged("terms that do not belong to the instrument before them");
        };
        self.ledger
            .list(listed.or_else(|refused| damaged(refused.message()))?);
        Ok(())
    }

    fn check_settlement(&self, record: &Record) -> Result<()> {
        self.check_instrument(record)?;
        let held = self.ledger.position(record.instrument).quantity;
        if record.quantity != -held || record.price < 0 {
            return damaged(format!(
                "a settlement of {} lots where {held} are held",
                record.quantity
            ));
        }
        if held == 0 {
            Ok(())
        } else {
            self.check_amounts(record)
        }
    }

    fn check_funding(&self, record: &Record) -> Result<()> {
        self.check_instrument(record)?;
        let held = self.ledger.position(record.instrument).quantity;
        if record.quantity != held {
            return damaged(format!(
                "funding of {} lots where {held} are held",
                record.quantity
            ));
        }
        self.check_amounts(record)?;
        let value = self.ledger.value_at(record.instrument, record.price);
        if record.money != -Rate::from_raw(record.stop).of(value) {
            return damaged("its funding is not the rate of what is held");
        }
        Ok(())
    }

    fn submit(&mut self, record: &Record) -> Result<()> {
        self.number(record)?;
        self.check_instrument(record)?;
        if self.delisted.contains(&record.instrument) {
            return damaged(format!("instrument {} is delisted", record.instrument));
        }
        let terms = self.ledger.instruments()[record.instrument as usize].terms();
        if terms.is_some_and(|terms| terms.expiry.is_some_and(|end| record.time >= end)) {
            return damaged("an order of an instrument that has expired");
        }
        let order = OpenOrder {
            submission: *record,
            status: Status::Working,
            filled: 0,
            triggered: false,
            exits: (0, 0),
            terms: None,
        };
        self.open.insert(record.order, order);
        Ok(())
    }

    fn number(&mut self, record: &Record) -> Result<()> {
        let next = self.last_order.saturating_add(1);
        if record.order != next {
            return damaged(format!("order {next} is next, not {}", record.order));
        }
        self.last_order = next;
        Ok(())
    }

    fn attach(&mut self, record: &Record) -> Result<()> {
        if record.order == 0 || record.order != self.last_order {
            return damaged(format!(
                "it belongs to order {}, not {}",
                self.last_order, record.order
            ));
        }
        let Some(order) = self.open.get_mut(&record.order) else {
            return Ok(());
        };
        if record.kind == RecordKind::ExitsAttached {
            order.exits = (record.price, record.stop);
        } else {
            order.terms = Some(*record);
            if record.parent() != 0 {
                order.status = Status::Held;
            }
        }
        Ok(())
    }

    fn amend(&mut self, record: &Record) -> Result<()> {
        let submission = &mut self.working(record)?.submission;
        submission.price = record.price;
        submission.stop = record.stop;
        if submission.is_sized_in_lots() {
            submission.quantity = record.quantity;
        }
        Ok(())
    }

    /// New terms that follow from what a company did.
    fn restate(&mut self, record: &Record) -> Result<()> {
        let order = self.working(record)?;
        match (record.detail, &mut order.terms) {
            (0, _) => {
                let submission = &mut order.submission;
                (submission.price, submission.stop) = (record.price, record.stop);
                if !submission.is_sized_in_share() {
                    submission.quantity = record.quantity;
                }
            }
            (1, Some(terms)) => (terms.price, terms.stop) = (record.price, record.stop),
            (2, _) => order.exits = (record.price, record.stop),
            _ => return damaged(format!("order {} has no such terms", record.order)),
        }
        Ok(())
    }

    fn check_corporate(&mut self, record: &Record) -> Result<()> {
        self.check_instrument(record)?;
        let held = self.ledger.position(record.instrument).quantity;
        let states_position = matches!(record.kind, RecordKind::Dividend | RecordKind::Delisted);
        if states_position && record.quantity != held {
            return damaged(format!("{held} lots are held, not {}", record.quantity));
        }
        if record.kind == RecordKind::Split {
            SplitRatio::new(record.quantity, record.price)
                .or_else(|refused| damaged(refused.message()))?;
        }
        if record.kind == RecordKind::Delisted {
            self.delisted.insert(record.instrument);
        }
        Ok(())
    }

    fn note(&mut self, record: &Record) -> Result<()> {
        let order = self.working(record)?;
        order.triggered |= record.kind == RecordKind::OrderTriggered;
        Ok(())
    }

    fn check_instrument(&self, record: &Record) -> Result<()> {
        let known = self.ledger.instruments().len();
        if record.instrument as usize >= known {
            return damaged(format!(
                "instrument {} is not one of {known}",
                record.instrument
            ));
        }
        Ok(())
    }

    fn working(&mut self, record: &Record) -> Result<&mut OpenOrder> {
        let number = record.order;
        if number == 0 || number > self.last_order {
            return damaged(format!("order {number} was never submitted"));
        }
        match self.open.get_mut(&number) {
            Some(order) if order.submission.instrument == record.instrument => Ok(order),
            Some(_) => damaged(format!("order {number} is of another instrument")),
            None => damaged(format!("order {number} had ended before")),
        }
    }

    fn move_on(&mut self, record: &Record, transition: Transition) -> Result<&mut OpenOrder> {
        let order = self.working(record)?;
        order.status = order
            .status
            .after(transition)
            .or_else(|refused| damaged(format!("order {}: {}", record.order, refused.message())))?;
        Ok(order)
    }

    fn fill(&mut self, record: &Record) -> Result<Option<OrderId>> {
        self.check_amounts(record)?;
        let transition = if record.completes_order() {
            Transition::FillRest
        } else {
            Transition::FillPart
        };
        let order = self.move_on(record, transition)?;
        order.filled = order.filled.saturating_add(record.quantity);
        check_sum(order, record)?;
        let lot = order.submission.lot_to_close();
        if record.completes_order() {
            self.open.remove(&record.order);
        }
        Ok(lot)
    }

    /// What money can be made of a fill, and that the position stays a number.
    fn check_amounts(&self, record: &Record) -> Result<()> {
        self.check_instrument(record)?;
        let instrument = &self.ledger.instruments()[record.instrument as usize];
        let units = instrument.quantity_scale().to_float(record.quantity);
        let value =
            units * instrument.price_scale().to_float(record.price) * instrument.multiplier();
        let held = self.ledger.position(record.instrument).quantity;
        if record.quantity == 0 {
            return damaged("a fill of nothing");
        }
        if value.abs() > MOST_UNITS || held.checked_add(record.quantity).is_none() {
            return damaged("its quantity or price is more than an account can hold");
        }
        Ok(())
    }

    /// How many records led here.
    #[must_use]
    pub const fn records(&self) -> u64 {
        self.records
    }

    /// Cash and positions.
    #[must_use]
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The orders at the venue, by number.
    #[must_use]
    pub const fn open_orders(&self) -> &BTreeMap<u32, OpenOrder> {
        &self.open
    }

    /// The number of the last order submitted or denied, 0 before the first.
    #[must_use]
    pub const fn last_order(&self) -> u32 {
        self.last_order
    }

    /// How the account stands against its maintenance margin.
    #[must_use]
    pub const fn margin_status(&self) -> MarginStatus {
        self.margin
    }

    /// Whether the account was ruined and trades no more.
    #[must_use]
    pub const fn is_halted(&self) -> bool {
        self.halted
    }

    /// The instruments that are traded no more.
    #[must_use]
    pub const fn delisted(&self) -> &BTreeSet<u32> {
        &self.delisted
    }
}

/// An instrument as its record tells of it.
pub(crate) fn instrument_of(record: &Record, id: &str) -> Result<Instrument> {
    let scale = |decimals: i64| {
        let decimals = u32::try_from(decimals).unwrap_or(u32::MAX);
        Scale::new(decimals).or_else(|refused| damaged(refused.message()))
    };
    Ok(Instrument::new(
        id,
        scale(record.price)?,
        scale(record.quantity)?,
    ))
}

fn check_schema(record: &Record) -> Result<()> {
    if record.quantity == LOG_SCHEMA {
        return Ok(());
    }
    damaged(format!(
        "schema version {} is unknown, this engine reads version {LOG_SCHEMA}",
        record.quantity
    ))
}

/// The fills of an order are on its side and, where it states a quantity, within it.
fn check_sum(order: &OpenOrder, record: &Record) -> Result<()> {
    let asked = order.submission.quantity;
    if !order.submission.is_sized_in_lots() {
        return Ok(());
    }
    let OpenOrder { filled, .. } = *order;
    let within = filled.signum() == asked.signum() && filled.unsigned_abs() <= asked.unsigned_abs();
    let whole = filled == asked || order.submission.lot_to_close().is_some();
    if !within || (record.completes_order() && !whole) {
        return damaged(format!(
            "order {} of {asked} lots has fills of {filled} lots",
            record.order
        ));
    }
    Ok(())
}

#[cold]
fn damaged<T>(message: impl Into<String>) -> Result<T> {
    Err(Error::new(Code::LogCorrupt, message))
}
