use nt_core::{Code, Error, Result, Scale};
use nt_trading::Event;

/// Bid and ask at the close of each bar of one instrument, in ticks.
#[derive(Clone, Debug)]
pub struct Quotes(Vec<(i64, i64)>);

impl Quotes {
    /// Quotes row by row. A row where either is NaN has none, and stands for the close.
    ///
    /// # Errors
    /// `DATA_LENGTH_MISMATCH` where the columns differ in length, `DATA_CROSSED_PRICES` where a bid is
    /// above its ask.
    pub fn new(bid: &[f64], ask: &[f64], close: &[f64], scale: Scale) -> Result<Self> {
        if bid.len() != close.len() || ask.len() != close.len() {
            let message = format!(
                "{} bids and {} asks for {} bars: give one of each a bar, NaN where there is none",
                bid.len(),
                ask.len(),
                close.len()
            );
            return Err(Error::new(Code::DataLengthMismatch, message));
        }
        if let Some(row) = (0..bid.len()).find(|&row| bid[row] > ask[row]) {
            let message = format!(
                "The bid {} of row {row} is above its ask {}: correct the quotes",
                bid[row], ask[row]
            );
            return Err(Error::new(Code::DataCrossedPrices, message).with("row", row));
        }
        let ticks = |price| scale.to_integer(price);
        let rows = bid.iter().zip(ask).zip(close);
        let quote = |((&bid, &ask), &close): ((&f64, &f64), &f64)| {
            if f64::is_nan(bid) || f64::is_nan(ask) {
                (ticks(close), ticks(close))
            } else {
                (ticks(bid), ticks(ask))
            }
        };
        Ok(Self(rows.map(quote).collect()))
    }

    /// What the kernel is told before the bar of this row.
    pub(crate) fn event(&self, instrument: u32, row: usize) -> Event {
        let (bid, ask) = self.0[row];
        Event::BidAsk {
            instrument,
            bid,
            ask,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotes(bid: &[f64], ask: &[f64]) -> Result<Quotes> {
        Quotes::new(bid, ask, &[10.0, 11.0], Scale::new(2).unwrap())
    }

    #[test]
    fn a_row_without_a_quote_stands_for_the_close() {
        let found = quotes(&[9.99, f64::NAN], &[10.01, 11.5]).unwrap();
        assert_eq!(found.0, [(999, 1_001), (1_100, 1_100)]);
    }

    #[test]
    fn other_lengths_and_crossed_quotes_are_refused() {
        let code = |bid, ask| quotes(bid, ask).unwrap_err().code();
        assert_eq!(code(&[9.99], &[10.01, 11.0]), Code::DataLengthMismatch);
        assert_eq!(code(&[9.99, 11.2], &[10.01, 11.1]), Code::DataCrossedPrices);
    }
}
