use std::collections::BTreeMap;

use nt_core::{Instrument, Money, Result};
use nt_trading::{Kernel, Ledger, Lot, Reason, Record, RecordKind};

use crate::actions::held_after;
use crate::measures::Trade;
use crate::{Driver, Series};

/// Fills as columns of equal length, in order of execution.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FillTable {
    /// Index of the instrument.
    pub instrument: Vec<i32>,
    /// Row of the order.
    pub order: Vec<i32>,
    /// Step of the fill.
    pub step: Vec<i32>,
    /// Signed units.
    pub quantity: Vec<f64>,
    /// Price per unit.
    pub price: Vec<f64>,
    /// Fee, in the currency of the account.
    pub fee: Vec<f64>,
    /// Every change of a position, in the order of the log.
    holdings: Vec<Holding>,
}

/// What is held of an instrument after a fill, a settlement, a split or a delisting.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Holding {
    step: i32,
    instrument: usize,
    /// Signed units of what its price is of.
    units: f64,
}

impl FillTable {
    /// Reads the fills off the event log.
    ///
    /// # Errors
    /// `LOG_CORRUPT`, which the log of a run in hand never is.
    pub fn of(driver: &Driver) -> Result<Self> {
        let kernel = driver.kernel();
        let mut table = Self::default();
        let instruments = kernel.ledger().instruments();
        let mut held = vec![0; instruments.len()];
        for record in kernel.log().records() {
            let record = record?;
            let index = record.instrument as usize;
            // A denied order may be of no instrument.
            let Some(instrument) = instruments.get(index) else {
                continue;
            };
            let after = held_after(&record, held[index]);
            if after != held[index] {
                held[index] = after;
                let units = instrument.quantity_scale().to_float(after) * instrument.multiplier();
                let step = record.step as i32;
                table.holdings.push(Holding {
                    step,
                    instrument: index,
                    units,
                });
            }
            if record.kind == RecordKind::OrderFilled {
                let rate = driver.exchange_rate(record.instrument, record.step as usize);
                table.push(&record, instrument, rate);
            }
        }
        Ok(table)
    }

    fn push(&mut self, record: &Record, instrument: &Instrument, rate: f64) {
        self.instrument.push(record.instrument as i32);
        self.order.push(record.order as i32 - 1);
        self.step.push(record.step as i32);
        self.quantity
            .push(instrument.quantity_scale().to_float(record.quantity));
        self.price
            .push(instrument.price_scale().to_float(record.price));
        self.fee.push(record.money.to_f64() * rate);
    }

    /// Gross value of the positions over equity at the close of each step: fills and settlements
    /// replayed against the closes.
    #[must_use]
    pub fn gross_exposure<S: Series + ?Sized>(
        &self,
        driver: &Driver,
        series: &S,
        equity: &[f64],
    ) -> Vec<f64> {
        let count = series.count();
        let (mut units, mut closes) = (vec![0.0; count], vec![0.0; count]);
        let mut next = 0;
        (0..driver.timeline().len())
            .map(|step| {
                for (instrument, row) in driver.timeline().bars_at(step) {
                    closes[instrument as usize] = series.bars(instrument as usize).close[row];
                }
                while let Some(holding) = self.holdings.get(next)
                    && holding.step as usize == step
                {
                    units[holding.instrument] = holding.units;
                    next += 1;
                }
                let values = units.iter().zip(&closes).enumerate();
                let gross: f64 = values
                    .map(|(instrument, (units, close)): (_, (&f64, &f64))| {
                        (units * close).abs() * driver.exchange_rate(instrument as u32, step)
                    })
                    .sum();
                gross / equity[step]
            })
            .collect()
    }
}

/// Trades in order of entry: round trips, and open lots marked at the last close.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TradeTable {
    /// The rows.
    pub rows: Vec<Trade>,
}

impl TradeTable {
    /// Folds the event log.
    ///
    /// # Errors
    /// `LOG_CORRUPT`, which the log of a run in hand never is.
    pub fn of(driver: &Driver) -> Result<Self> {
        let kernel = driver.kernel();
        let ledger = Ledger::fold(kernel.log(), kernel.ledger().instruments().to_vec())?;
        let rate = |instrument, step| driver.exchange_rate(instrument, step);
        let end = (driver.last_close(), driver.timeline().len() - 1);
        Ok(Self::of_ledger(&ledger, end, rate))
    }

    /// The trades of a ledger that lists them: round trips, and open lots marked at the last close of
    /// each instrument, at the last step. `rate` is what a unit of an instrument's currency was worth.
    pub(crate) fn of_ledger(
        ledger: &Ledger,
        (last_close, last_step): (&[f64], usize),
        rate: impl Fn(u32, usize) -> f64,
    ) -> Self {
        let mut keyed: Vec<_> = ledger
            .trades()
            .iter()
            .map(|trade| {
                let rate = rate(trade.instrument, trade.exit_step as usize);
                (
                    (trade.entry_step, trade.order),
                    closed_trade(trade, ledger.instruments(), rate),
                )
            })
            .collect();
        for (instrument, &close) in (0_u32..).zip(last_close) {
            let position = ledger.position(instrument);
            let traded = &ledger.instruments()[instrument as usize];
            for (at, lot) in position.lots.iter().enumerate() {
                let cost = position.costs.get(at).copied();
                let mark = (close, last_step, rate(instrument, last_step));
                keyed.push((
                    (lot.step, lot.order),
                    open_trade((instrument, traded), (lot, cost), mark),
                ));
            }
        }
        keyed.sort_by_key(|(key, _)| *key);
        Self {
            rows: keyed.into_iter().map(|(_, row)| row).collect(),
        }
    }
}

fn closed_trade(trade: &nt_trading::Trade, instruments: &[Instrument], rate: f64) -> Trade {
    let instrument = &instruments[trade.instrument as usize];
    let pnl = trade.pnl.to_f64();
    Trade {
        instrument: trade.instrument,
        quantity: instrument.quantity_scale().to_float(trade.quantity),
        entry_step: trade.entry_step as usize,
        exit_step: trade.exit_step as usize,
        entry_price: instrument.price_scale().to_float(trade.entry_price),
        exit_price: instrument.price_scale().to_float(trade.exit_price),
        fees: trade.fees.to_f64() * rate,
        pnl: pnl * rate,
        returns: pnl / trade.cost.abs().to_f64(),
        open: false,
    }
}

/// A lot marked at the last close. Its cost is stated where its entry price need not be exact.
fn open_trade(
    (instrument, traded): (u32, &Instrument),
    (lot, cost): (&Lot, Option<Money>),
    (close, exit_step, rate): (f64, usize, f64),
) -> Trade {
    let quantity = traded.quantity_scale().to_float(lot.quantity);
    let entry_price = traded.price_scale().to_float(lot.price);
    let fees = lot.fee.to_f64();
    let units = quantity * traded.multiplier();
    let (pnl, cost) = match cost {
        None => (units * (close - entry_price) - fees, units * entry_price),
        Some(cost) => (units * close - cost.to_f64() - fees, cost.to_f64()),
    };
    Trade {
        instrument,
        quantity,
        entry_step: lot.step as usize,
        exit_step,
        entry_price,
        exit_price: close,
        fees: fees * rate,
        pnl: pnl * rate,
        returns: pnl / cost.abs(),
        open: true,
    }
}

/// Orders as columns of equal length, in order of submission.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OrderTable {
    /// Index of the instrument.
    pub instrument: Vec<i32>,
    /// Step at whose close it was submitted.
    pub step: Vec<i32>,
    /// `market`, `limit`, `stop`, `stop-limit`, `trailing-stop`, `trailing-stop-limit`,
    /// `market-if-touched`, `limit-if-touched` or `market-to-limit`.
    pub kind: Vec<&'static str>,
    /// Where its life ended, or stands.
    pub status: Vec<&'static str>,
    /// Code of the refusal or cancellation, or why it was submitted by force, or empty.
    pub reason: Vec<&'static str>,
    /// Signed units asked for; of a share or target that is sized at the fill, what was filled.
    pub quantity: Vec<f64>,
    /// Signed units filled.
    pub filled: Vec<f64>,
    /// Codes of the changes and cancellations that were refused; the orders stayed as they were.
    refused_changes: Vec<&'static str>,
}

impl OrderTable {
    /// Reads the orders off the event log.
    ///
    /// # Errors
    /// `LOG_CORRUPT`, which the log of a run in hand never is.
    pub fn of(kernel: &Kernel) -> Result<Self> {
        let mut table = Self::default();
        for record in kernel.log().records() {
            table.take(&record?, kernel.ledger().instruments());
        }
        Ok(table)
    }

    fn take(&mut self, record: &Record, instruments: &[Instrument]) {
        let row = record.order as usize;
        let units = |lots: i64| {
            instruments
                .get(record.instrument as usize)
                .map_or(0.0, |instrument| instrument.quantity_scale().to_float(lots))
        };
        match record.kind {
            RecordKind::OrderSubmitted => self.push(record, units(record.quantity), "working"),
            RecordKind::OrderDenied => self.push(record, units(record.quantity), "denied"),
            RecordKind::OrderFilled => self.fill(row - 1, units(record.quantity), record),
            RecordKind::OrderTerms => self.kind[row - 1] = record.order_kind(),
            RecordKind::OrderModified if record.quantity != 0 => {
                self.quantity[row - 1] = units(record.quantity);
            }
            RecordKind::ModifyRefused | RecordKind::CancelRefused => {
                self.refused_changes.push(reason_text(record.reason));
            }
            // A share or target that has come to no quantity has none to restate.
            RecordKind::OrderRestated if record.detail == 0 && self.quantity[row - 1] != 0.0 => {
                self.quantity[row - 1] = units(record.quantity);
            }
            RecordKind::OrderCancelled => self.end(row - 1, "cancelled", record.reason),
            RecordKind::OrderExpired => self.end(row - 1, "expired", record.reason),
            _ => {}
        }
    }

    fn push(&mut self, record: &Record, quantity: f64, status: &'static str) {
        self.instrument.push(record.instrument as i32);
        self.step.push(record.step as i32);
        self.kind.push(record.order_kind());
        self.status.push(status);
        self.reason.push(reason_text(record.reason));
        self.quantity.push(if record.is_sized_in_lots() {
            quantity
        } else {
            0.0
        });
        self.filled.push(0.0);
    }

    fn fill(&mut self, row: usize, quantity: f64, record: &Record) {
        self.filled[row] += quantity;
        if self.quantity[row].abs() < self.filled[row].abs() {
            self.quantity[row] = self.filled[row];
        }
        self.status[row] = if record.completes_order() {
            "filled"
        } else {
            "partially-filled"
        };
    }

    fn end(&mut self, row: usize, status: &'static str, reason: u16) {
        self.status[row] = status;
        self.reason[row] = reason_text(reason);
    }

    /// How often each reason ended an order or refused a change of one, by its code.
    #[must_use]
    pub fn refusals(&self) -> BTreeMap<&'static str, u32> {
        let mut counts = BTreeMap::new();
        let rows = self.status.iter().zip(&self.reason);
        let ended =
            rows.filter(|(status, _)| matches!(**status, "denied" | "cancelled" | "expired"));
        let ends = ended.map(|(_, reason)| reason);
        for reason in ends.chain(&self.refused_changes) {
            *counts.entry(*reason).or_insert(0) += 1;
        }
        counts
    }
}

fn reason_text(number: u16) -> &'static str {
    Reason::from_number(number).map_or("", Reason::as_str)
}

/// What positions got for their funding, less what they paid.
///
/// # Errors
/// `LOG_CORRUPT`, which the log of a run in hand never is.
pub fn total_funding(kernel: &Kernel) -> Result<Money> {
    let mut total = Money::ZERO;
    for record in kernel.log().records() {
        let record = record?;
        if record.kind == RecordKind::FundingPaid {
            total += record.money;
        }
    }
    Ok(total)
}
