use nt_core::Result;
use nt_trading::{Kernel, Record, RecordKind, SplitRatio};

/// What companies did while a run held or watched their shares, as columns of equal length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ActionTable {
    /// Index of the instrument.
    pub instrument: Vec<i32>,
    /// First step under the new terms.
    pub step: Vec<i32>,
    /// `split`, `cash-dividend`, `delisting` or `symbol-change`.
    pub kind: Vec<&'static str>,
    /// Signed units held when it took effect.
    pub quantity: Vec<f64>,
    /// Cash that the account got or paid: a dividend, cash in lieu of a fraction, a payment at the end.
    pub cash: Vec<f64>,
}

impl ActionTable {
    /// Reads the actions off the event log.
    ///
    /// # Errors
    /// `LOG_CORRUPT`, which the log of a run in hand never is.
    pub fn of(kernel: &Kernel) -> Result<Self> {
        let mut table = Self::default();
        let instruments = kernel.ledger().instruments();
        let mut held = vec![[0; 2]; instruments.len()];
        for record in kernel.log().records() {
            let record = record?;
            let instrument = record.instrument as usize;
            if record.kind.is_corporate_action() {
                let scale = instruments[instrument].quantity_scale();
                table.push(&record, scale.to_float(held[instrument].iter().sum()));
            }
            // A denied order may be of no instrument.
            if let Some(held) = held.get_mut(instrument) {
                *held = held_after(&record, *held);
            }
        }
        Ok(table)
    }

    fn push(&mut self, record: &Record, quantity: f64) {
        self.instrument.push(record.instrument as i32);
        self.step.push(record.step as i32);
        self.kind.push(match record.kind {
            RecordKind::Split => "split",
            RecordKind::Dividend => "cash-dividend",
            RecordKind::Delisted => "delisting",
            _ => "symbol-change",
        });
        self.quantity.push(quantity);
        self.cash.push(record.money.to_f64());
    }
}

/// Lots held long and, negative, short after a record; only a hedging account holds both.
pub(crate) fn held_after(record: &Record, held: [i64; 2]) -> [i64; 2] {
    match record.kind {
        RecordKind::OrderFilled => after_fill(record, held),
        RecordKind::Split => SplitRatio::new(record.quantity, record.price)
            .map_or(held, |ratio| held.map(|lots| ratio.lots(lots))),
        RecordKind::Settled | RecordKind::Delisted => [0, 0],
        _ => held,
    }
}

/// A fill closes what it opposes and opens the rest, unless it opens whatever is held.
fn after_fill(record: &Record, [long, short]: [i64; 2]) -> [i64; 2] {
    let lots = record.quantity;
    let opposed = if lots < 0 { long } else { short };
    let closed = if record.opens_lot() {
        0
    } else {
        lots.abs().min(opposed.abs())
    };
    let opened = lots.abs() - closed;
    if lots < 0 {
        [long - closed, short - opened]
    } else {
        [long + opened, short + closed]
    }
}
