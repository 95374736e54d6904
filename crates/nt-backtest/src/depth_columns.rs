use nt_core::{Code, Error, Result};
use nt_trading::{DepthEvent, DepthEventKind};

/// The largest integer of ticks or lots: doubles hold all up to here exactly.
const MOST: f64 = (1_u64 << 53) as f64;

/// How far from a whole number of ticks or lots a value may lie: rounding of decimal text, no more.
const TOLERANCE: f64 = 1e-6;

/// Columns of a depth feed: equal lengths, times in nanoseconds since the epoch at the exchange,
/// kinds as numbered by [`DepthEventKind`].
#[derive(Clone, Copy, Debug)]
pub struct DepthColumns<'a> {
    /// Exchange times, nanoseconds since the epoch, UTC.
    pub time: &'a [i64],
    /// Numbers of [`DepthEventKind`].
    pub kind: &'a [u8],
    /// Prices; not looked at where a side is cleared.
    pub price: &'a [f64],
    /// Quantities; not looked at where a side is cleared.
    pub quantity: &'a [f64],
}

/// What one tick of price and one lot of quantity are worth in the units of the columns.
#[derive(Clone, Copy, Debug)]
pub struct DepthGrid {
    ticks_per_unit: f64,
    lots_per_unit: f64,
}

impl DepthGrid {
    /// A grid of these steps.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` where one is not positive and finite.
    pub fn new(tick_size: f64, lot_size: f64) -> Result<Self> {
        for (name, size) in [("tickSize", tick_size), ("lotSize", lot_size)] {
            if !(size > 0.0 && size.is_finite()) {
                let message = format!("{name} is {size}: give a positive number");
                return Err(Error::new(Code::InvalidArgument, message).with("option", name));
            }
        }
        Ok(Self {
            ticks_per_unit: 1.0 / tick_size,
            lots_per_unit: 1.0 / lot_size,
        })
    }
}

impl DepthColumns<'_> {
    /// The events of the rows, in ticks and lots.
    ///
    /// # Errors
    /// `DATA_LENGTH_MISMATCH` at once; from a row `DATA_FORMAT` for an unknown kind or a value off
    /// the grid, `DATA_NOT_FINITE`, `DATA_NOT_POSITIVE` or `OVERFLOW`, naming the row.
    pub fn events(
        &self,
        grid: DepthGrid,
    ) -> Result<impl ExactSizeIterator<Item = Result<DepthEvent>> + '_> {
        let rows = self.time.len();
        let lengths = [self.kind.len(), self.price.len(), self.quantity.len()];
        if lengths.iter().any(|length| *length != rows) {
            let message = format!(
                "the columns have {rows} times, {} kinds, {} prices and {} quantities: give equal lengths",
                lengths[0], lengths[1], lengths[2]
            );
            return Err(Error::new(Code::DataLengthMismatch, message));
        }
        Ok((0..rows).map(move |row| self.event(row, grid)))
    }

    fn event(&self, row: usize, grid: DepthGrid) -> Result<DepthEvent> {
        let (time, number) = (self.time[row], self.kind[row]);
        let Some(kind) = DepthEventKind::from_number(number) else {
            return Err(unknown_kind(row, number));
        };
        if matches!(kind, DepthEventKind::ClearBids | DepthEventKind::ClearAsks) {
            return Ok(DepthEvent {
                time,
                kind,
                price: 0,
                lots: 0,
            });
        }
        let (price, quantity) = (self.price[row], self.quantity[row]);
        let ticks = price * grid.ticks_per_unit;
        let lots = quantity * grid.lots_per_unit;
        match (whole(ticks), whole(lots)) {
            (Some(ticks), Some(lots)) if price > 0.0 => Ok(DepthEvent {
                time,
                kind,
                price: ticks,
                lots,
            }),
            (Some(_), None) if price > 0.0 => Err(fault(row, "quantity", quantity, lots)),
            _ => Err(fault(row, "price", price, ticks)),
        }
    }
}

/// The whole number of steps, if it is one. Half is added and the rest cut off, which takes a third
/// of the time of `round` where the processor's rounding cannot be relied on.
fn whole(steps: f64) -> Option<i64> {
    let whole = (steps + 0.5) as i64;
    let tolerance = TOLERANCE.max(steps * (4.0 * f64::EPSILON));
    let near = (steps - whole as f64).abs() <= tolerance;
    (near && steps < MOST && whole >= 0).then_some(whole)
}

#[cold]
fn fault(row: usize, column: &'static str, value: f64, steps: f64) -> Error {
    let (code, remedy) = if !value.is_finite() {
        (Code::DataNotFinite, "drop the row or fill it")
    } else if value <= 0.0 {
        (
            Code::DataNotPositive,
            "prices must be above zero and quantities not below",
        )
    } else if steps >= MOST {
        (
            Code::Overflow,
            "give a larger tick or lot size: at most 2^53 of them are counted",
        )
    } else {
        (
            Code::DataFormat,
            "it is no multiple of the tick or lot size: give the right one",
        )
    };
    let message = format!("{column} of row {row} is {value}: {remedy}");
    Error::new(code, message)
        .with("row", row)
        .with("column", column)
}

#[cold]
fn unknown_kind(row: usize, number: u8) -> Error {
    let message = format!(
        "kind of row {row} is {number}: give 0 or 1 (level of the bids, asks), 2 or 3 (bought, sold), 4 or 5 (bids, asks cleared)"
    );
    Error::new(Code::DataFormat, message).with("row", row)
}
