use crate::{Code, Error, Result};

/// Columns of quotes: equal lengths, times in nanoseconds since the epoch that never descend; a price
/// is positive, or NaN where nobody is on that side; a size is not negative, and 0 where unknown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quotes {
    /// From when each quote stood, nanoseconds since the epoch, UTC.
    pub time: Vec<i64>,
    /// Highest prices at which somebody buys.
    pub bid: Vec<f64>,
    /// Lowest prices at which somebody sells.
    pub ask: Vec<f64>,
    /// Units wanted at the bid.
    pub bid_size: Vec<f64>,
    /// Units offered at the ask.
    pub ask_size: Vec<f64>,
}

/// Borrowed columns of quotes; see [`Quotes`] for what they must hold.
#[derive(Clone, Copy, Debug)]
pub struct QuotesView<'a> {
    /// From when each quote stood, nanoseconds since the epoch, UTC.
    pub time: &'a [i64],
    /// Highest prices at which somebody buys.
    pub bid: &'a [f64],
    /// Lowest prices at which somebody sells.
    pub ask: &'a [f64],
    /// Units wanted at the bid.
    pub bid_size: &'a [f64],
    /// Units offered at the ask.
    pub ask_size: &'a [f64],
}

/// Columns of trades: equal lengths, times in nanoseconds since the epoch that never descend, prices
/// positive, sizes not negative.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trades {
    /// When each trade happened, nanoseconds since the epoch, UTC.
    pub time: Vec<i64>,
    /// Prices of a unit.
    pub price: Vec<f64>,
    /// Units traded.
    pub size: Vec<f64>,
}

/// Borrowed columns of trades; see [`Trades`] for what they must hold.
#[derive(Clone, Copy, Debug)]
pub struct TradesView<'a> {
    /// When each trade happened, nanoseconds since the epoch, UTC.
    pub time: &'a [i64],
    /// Prices of a unit.
    pub price: &'a [f64],
    /// Units traded.
    pub size: &'a [f64],
}

impl Quotes {
    /// The columns, borrowed.
    #[must_use]
    pub fn view(&self) -> QuotesView<'_> {
        QuotesView {
            time: &self.time,
            bid: &self.bid,
            ask: &self.ask,
            bid_size: &self.bid_size,
            ask_size: &self.ask_size,
        }
    }
}

impl Trades {
    /// The columns, borrowed.
    #[must_use]
    pub fn view(&self) -> TradesView<'_> {
        TradesView {
            time: &self.time,
            price: &self.price,
            size: &self.size,
        }
    }
}

impl QuotesView<'_> {
    /// Owned copies of the columns.
    #[must_use]
    pub fn to_quotes(&self) -> Quotes {
        Quotes {
            time: self.time.to_vec(),
            bid: self.bid.to_vec(),
            ask: self.ask.to_vec(),
            bid_size: self.bid_size.to_vec(),
            ask_size: self.ask_size.to_vec(),
        }
    }

    /// Checks everything that [`Quotes`] promises.
    ///
    /// # Errors
    /// `DATA_EMPTY`, `DATA_LENGTH_MISMATCH`, `DATA_UNSORTED`, `DATA_NOT_FINITE` or
    /// `DATA_NOT_POSITIVE`, naming the first row (counted from 0) at fault.
    pub fn validate(&self) -> Result<()> {
        check_columns(
            self.time,
            &[
                ("bid", self.bid, is_price_or_none),
                ("ask", self.ask, is_price_or_none),
                ("bidSize", self.bid_size, is_size),
                ("askSize", self.ask_size, is_size),
            ],
        )
    }
}

impl TradesView<'_> {
    /// Owned copies of the columns.
    #[must_use]
    pub fn to_trades(&self) -> Trades {
        Trades {
            time: self.time.to_vec(),
            price: self.price.to_vec(),
            size: self.size.to_vec(),
        }
    }

    /// Checks everything that [`Trades`] promises.
    ///
    /// # Errors
    /// As [`QuotesView::validate`].
    pub fn validate(&self) -> Result<()> {
        check_columns(
            self.time,
            &[
                ("price", self.price, is_price),
                ("size", self.size, is_size),
            ],
        )
    }
}

type Column<'a> = (&'static str, &'a [f64], fn(f64) -> bool);

fn is_price(value: f64) -> bool {
    value > 0.0 && value < f64::INFINITY
}

fn is_price_or_none(value: f64) -> bool {
    value.is_nan() || is_price(value)
}

fn is_size(value: f64) -> bool {
    (0.0..f64::INFINITY).contains(&value)
}

fn check_columns(time: &[i64], columns: &[Column<'_>]) -> Result<()> {
    if time.is_empty() {
        let message = "the series has no rows: give at least one";
        return Err(Error::new(Code::DataEmpty, message));
    }
    for &(name, values, holds) in columns {
        if values.len() != time.len() {
            let message = format!(
                "column {name} has {} values for {} times: give equal lengths",
                values.len(),
                time.len()
            );
            return Err(Error::new(Code::DataLengthMismatch, message).with("column", name));
        }
        if let Some(row) = values.iter().position(|&value| !holds(value)) {
            return Err(bad_value(name, row, values[row]));
        }
    }
    match time.windows(2).position(|pair| pair[1] < pair[0]) {
        None => Ok(()),
        Some(before) => {
            let row = before + 1;
            let message = format!("row {row} lies before row {before}: give rows in order of time");
            Err(Error::new(Code::DataUnsorted, message).with("row", row))
        }
    }
}

#[cold]
fn bad_value(name: &'static str, row: usize, value: f64) -> Error {
    let (code, remedy) = if value.is_finite() {
        (Code::DataNotPositive, "a positive number")
    } else {
        (Code::DataNotFinite, "a finite number")
    };
    let message = format!("{name} is {value} in row {row}: give {remedy}");
    Error::new(code, message)
        .with("row", row)
        .with("column", name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotes() -> Quotes {
        Quotes {
            time: vec![1, 1, 2],
            bid: vec![99.0, f64::NAN, 98.0],
            ask: vec![101.0, 102.0, f64::NAN],
            bid_size: vec![1.0, 0.0, 2.0],
            ask_size: vec![0.0, 1.0, 0.0],
        }
    }

    fn code(change: impl FnOnce(&mut Quotes)) -> Option<Code> {
        let mut changed = quotes();
        change(&mut changed);
        changed.view().validate().err().map(|error| error.code())
    }

    #[test]
    fn what_quotes_must_hold() {
        assert_eq!(code(|_| ()), None);
        assert_eq!(code(|quotes| quotes.time[2] = 0), Some(Code::DataUnsorted));
        assert_eq!(
            code(|quotes| quotes.bid[0] = 0.0),
            Some(Code::DataNotPositive)
        );
        let infinite = code(|quotes| quotes.ask[0] = f64::INFINITY);
        assert_eq!(infinite, Some(Code::DataNotFinite));
        let unsized_row = code(|quotes| quotes.ask_size[0] = f64::NAN);
        assert_eq!(unsized_row, Some(Code::DataNotFinite));
        let shorter = code(|quotes| quotes.bid_size.truncate(2));
        assert_eq!(shorter, Some(Code::DataLengthMismatch));
        assert_eq!(
            code(|quotes| *quotes = Quotes::default()),
            Some(Code::DataEmpty)
        );
    }

    #[test]
    fn what_trades_must_hold() {
        let trades = |price| Trades {
            time: vec![1],
            price: vec![price],
            size: vec![0.0],
        };
        assert!(trades(1.0).view().validate().is_ok());
        assert!(trades(f64::NAN).view().validate().is_err());
    }
}
