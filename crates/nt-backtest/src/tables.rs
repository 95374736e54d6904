use std::collections::BTreeMap;

use nt_core::{Instrument, Money, Result};
use nt_trading::{Kernel, Ledger, Lot, Reason, Record, RecordKind};

use crate::measures::Trade;
use crate::{Driver, Series, Timeline};

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
    /// Fee.
    pub fee: Vec<f64>,
    /// Every change of a position, by fills and settlements: step, instrument, signed units of what
    /// its price is of.
    changes: Vec<(u32, u32, f64)>,
}

impl FillTable {
    /// Reads the fills off the event log.
    ///
    /// # Errors
    /// `LOG_CORRUPT`, which the log of a run in hand never is.
    pub fn of(kernel: &Kernel) -> Result<Self> {
        let mut table = Self::default();
        for record in kernel.log().records() {
            let record = record?;
            if !matches!(record.kind, RecordKind::OrderFilled | RecordKind::Settled) {
                continue;
            }
            let instrument = &kernel.ledger().instruments()[record.instrument as usize];
            let units = instrument.quantity_scale().to_float(record.quantity);
            let change = units * instrument.multiplier();
            table.changes.push((record.step, record.instrument, change));
            if record.kind == RecordKind::OrderFilled {
                table.push(&record, instrument, units);
            }
        }
        Ok(table)
    }

    fn push(&mut self, record: &Record, instrument: &Instrument, units: f64) {
        self.instrument.push(record.instrument as i32);
        self.order.push(record.order as i32 - 1);
        self.step.push(record.step as i32);
        self.quantity.push(units);
        self.price
            .push(instrument.price_scale().to_float(record.price));
        self.fee.push(record.money.to_f64());
    }

    /// Gross value of the positions over equity at the close of each step: fills and settlements
    /// replayed against the closes.
    #[must_use]
    pub fn gross_exposure<S: Series + ?Sized>(
        &self,
        timeline: &Timeline,
        series: &S,
        equity: &[f64],
    ) -> Vec<f64> {
        let count = series.count();
        let (mut units, mut closes) = (vec![0.0; count], vec![0.0; count]);
        let mut next = 0;
        (0..timeline.len())
            .map(|step| {
                for (instrument, row) in timeline.bars_at(step) {
                    closes[instrument as usize] = series.bars(instrument as usize).close[row];
                }
                while let Some(&(at, instrument, change)) = self.changes.get(next)
                    && at as usize == step
                {
                    units[instrument as usize] += change;
                    next += 1;
                }
                let gross: f64 = units
                    .iter()
                    .zip(&closes)
                    .map(|(units, close): (&f64, &f64)| (units * close).abs())
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
        let mut keyed: Vec<_> = ledger
            .trades()
            .iter()
            .map(|trade| {
                (
                    (trade.entry_step, trade.order),
                    closed_trade(trade, ledger.instruments()),
                )
            })
            .collect();
        for (instrument, &close) in driver.last_close().iter().enumerate() {
            for lot in &ledger.position(instrument as u32).lots {
                keyed.push((
                    (lot.step, lot.order),
                    open_trade(driver, instrument as u32, lot, close),
                ));
            }
        }
        keyed.sort_by_key(|(key, _)| *key);
        Ok(Self {
            rows: keyed.into_iter().map(|(_, row)| row).collect(),
        })
    }
}

fn closed_trade(trade: &nt_trading::Trade, instruments: &[Instrument]) -> Trade {
    let instrument = &instruments[trade.instrument as usize];
    let pnl = trade.pnl.to_f64();
    Trade {
        instrument: trade.instrument,
        quantity: instrument.quantity_scale().to_float(trade.quantity),
        entry_step: trade.entry_step as usize,
        exit_step: trade.exit_step as usize,
        entry_price: instrument.price_scale().to_float(trade.entry_price),
        exit_price: instrument.price_scale().to_float(trade.exit_price),
        fees: trade.fees.to_f64(),
        pnl,
        returns: pnl
            / instrument
                .notional(trade.entry_price, trade.quantity)
                .abs()
                .to_f64(),
        open: false,
    }
}

fn open_trade(driver: &Driver, instrument: u32, lot: &Lot, close: f64) -> Trade {
    let traded = &driver.kernel().ledger().instruments()[instrument as usize];
    let quantity = traded.quantity_scale().to_float(lot.quantity);
    let entry_price = traded.price_scale().to_float(lot.price);
    let fees = lot.fee.to_f64();
    let units = quantity * traded.multiplier();
    let pnl = units * (close - entry_price) - fees;
    Trade {
        instrument,
        quantity,
        entry_step: lot.step as usize,
        exit_step: driver.timeline().len() - 1,
        entry_price,
        exit_price: close,
        fees,
        pnl,
        returns: pnl / (units * entry_price).abs(),
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
    /// Code of the refusal or cancellation, or empty.
    pub reason: Vec<&'static str>,
    /// Signed units asked for; of a share or target that is sized at the fill, what was filled.
    pub quantity: Vec<f64>,
    /// Signed units filled.
    pub filled: Vec<f64>,
    /// Codes of the changes that were refused; the orders stayed as they were.
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
            RecordKind::ModifyRefused => self.refused_changes.push(reason_text(record.reason)),
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
        let ends = self.reason.iter().filter(|reason| !reason.is_empty());
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
