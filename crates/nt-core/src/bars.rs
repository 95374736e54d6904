use crate::{Code, Error, Result};

/// Columns of bars: equal lengths, times in nanoseconds since the epoch at which each bar closed,
/// strictly ascending; prices positive, finite and consistent; volume not negative.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// Close times, nanoseconds since the epoch, UTC.
    pub time: Vec<i64>,
    /// First prices.
    pub open: Vec<f64>,
    /// Highest prices.
    pub high: Vec<f64>,
    /// Lowest prices.
    pub low: Vec<f64>,
    /// Last prices.
    pub close: Vec<f64>,
    /// Traded quantities.
    pub volume: Vec<f64>,
}

impl Bars {
    /// The columns, borrowed.
    #[must_use]
    pub fn view(&self) -> BarsView<'_> {
        BarsView {
            time: &self.time,
            open: &self.open,
            high: &self.high,
            low: &self.low,
            close: &self.close,
            volume: &self.volume,
        }
    }
}

/// Borrowed columns of bars; see [`Bars`] for what they must hold.
#[derive(Clone, Copy, Debug)]
pub struct BarsView<'a> {
    /// Close times, nanoseconds since the epoch, UTC.
    pub time: &'a [i64],
    /// First prices.
    pub open: &'a [f64],
    /// Highest prices.
    pub high: &'a [f64],
    /// Lowest prices.
    pub low: &'a [f64],
    /// Last prices.
    pub close: &'a [f64],
    /// Traded quantities.
    pub volume: &'a [f64],
}

impl BarsView<'_> {
    /// Number of bars.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.time.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.time.is_empty()
    }

    /// Owned copies of the columns.
    #[must_use]
    pub fn to_bars(&self) -> Bars {
        Bars {
            time: self.time.to_vec(),
            open: self.open.to_vec(),
            high: self.high.to_vec(),
            low: self.low.to_vec(),
            close: self.close.to_vec(),
            volume: self.volume.to_vec(),
        }
    }

    /// Checks everything that [`Bars`] promises.
    ///
    /// # Errors
    /// `DATA_EMPTY`, `DATA_LENGTH_MISMATCH`, `DATA_NOT_FINITE`, `DATA_NOT_POSITIVE`,
    /// `DATA_CROSSED_PRICES`, `DATA_DUPLICATE_TIME` or `DATA_UNSORTED`, naming the first row
    /// (counted from 0) at fault.
    pub fn validate(&self) -> Result<()> {
        self.check_lengths()?;
        // One branch-free pass decides; the slow search for the first offender runs only on failure.
        let rows_hold = (0..self.len()).fold(true, |holds, row| holds & self.row_holds(row));
        if rows_hold {
            Ok(())
        } else {
            Err(self.first_fault())
        }
    }

    fn check_lengths(&self) -> Result<()> {
        if self.is_empty() {
            return Err(Error::new(
                Code::DataEmpty,
                "the series has no bars: give at least one",
            ));
        }
        let lengths = [
            ("open", self.open.len()),
            ("high", self.high.len()),
            ("low", self.low.len()),
            ("close", self.close.len()),
            ("volume", self.volume.len()),
        ];
        match lengths.iter().find(|(_, length)| *length != self.len()) {
            None => Ok(()),
            Some((column, length)) => Err(Error::new(
                Code::DataLengthMismatch,
                format!(
                    "column {column} has {length} values for {} times: give equal lengths",
                    self.len()
                ),
            )
            .with("column", column)),
        }
    }

    #[expect(
        clippy::needless_bitwise_bool,
        reason = "without branches the pass over all rows vectorises"
    )]
    fn row_holds(&self, row: usize) -> bool {
        let (open, high, low, close) = (
            self.open[row],
            self.high[row],
            self.low[row],
            self.close[row],
        );
        let ascending = row == 0 || self.time[row - 1] < self.time[row];
        let ordered = (low <= open) & (low <= close) & (open <= high) & (close <= high);
        ascending
            & ordered
            & (low > 0.0)
            & (high < f64::INFINITY)
            & (self.volume[row] >= 0.0)
            & (self.volume[row] < f64::INFINITY)
    }

    #[cold]
    fn first_fault(&self) -> Error {
        let row = (0..self.len())
            .find(|&row| !self.row_holds(row))
            .unwrap_or_default();
        if row > 0 && self.time[row] == self.time[row - 1] {
            let message = format!(
                "row {row} repeats the time {} of the row before: keep one of them",
                self.time[row]
            );
            return Error::new(Code::DataDuplicateTime, message).with("row", row);
        }
        if row > 0 && self.time[row] < self.time[row - 1] {
            let message = format!(
                "row {row} at {} is earlier than the row before at {}: sort the rows by time",
                self.time[row],
                self.time[row - 1]
            );
            return Error::new(Code::DataUnsorted, message).with("row", row);
        }
        self.fault_of_values(row)
    }

    fn fault_of_values(&self, row: usize) -> Error {
        let values = [
            ("open", self.open[row]),
            ("high", self.high[row]),
            ("low", self.low[row]),
            ("close", self.close[row]),
            ("volume", self.volume[row]),
        ];
        if let Some((column, value)) = values.iter().find(|(_, value)| !value.is_finite()) {
            let message = format!("{column} of row {row} is {value}: drop the row or fill it");
            return Error::new(Code::DataNotFinite, message)
                .with("row", row)
                .with("column", column);
        }
        let negative = values.iter().find(|(name, value)| {
            if *name == "volume" {
                *value < 0.0
            } else {
                *value <= 0.0
            }
        });
        if let Some((column, value)) = negative {
            let message = format!(
                "{column} of row {row} is {value}: prices must be above zero and volumes not below"
            );
            return Error::new(Code::DataNotPositive, message)
                .with("row", row)
                .with("column", column);
        }
        let message = format!(
            "row {row} contradicts itself (open {}, high {}, low {}, close {}): high must be the highest and low the lowest",
            self.open[row], self.high[row], self.low[row], self.close[row]
        );
        Error::new(Code::DataCrossedPrices, message).with("row", row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three() -> Bars {
        Bars {
            time: vec![1, 2, 3],
            open: vec![10.0, 11.0, 12.0],
            high: vec![11.0, 12.0, 13.0],
            low: vec![9.0, 10.0, 11.0],
            close: vec![10.5, 11.5, 12.5],
            volume: vec![0.0, 5.0, 6.0],
        }
    }

    fn code_after(spoil: impl FnOnce(&mut Bars)) -> Code {
        let mut bars = three();
        spoil(&mut bars);
        bars.view().validate().unwrap_err().code()
    }

    #[test]
    fn sound_bars_pass() {
        assert!(three().view().validate().is_ok());
    }

    #[test]
    fn each_fault_has_its_code() {
        assert_eq!(
            Bars::default().view().validate().unwrap_err().code(),
            Code::DataEmpty
        );
        assert_eq!(
            code_after(|bars| bars.open.truncate(2)),
            Code::DataLengthMismatch
        );
        assert_eq!(
            code_after(|bars| bars.close[1] = f64::NAN),
            Code::DataNotFinite
        );
        assert_eq!(
            code_after(|bars| bars.high[1] = f64::INFINITY),
            Code::DataNotFinite
        );
        assert_eq!(code_after(|bars| bars.low[2] = -1.0), Code::DataNotPositive);
        assert_eq!(
            code_after(|bars| bars.volume[2] = -1.0),
            Code::DataNotPositive
        );
        assert_eq!(
            code_after(|bars| bars.high[1] = 10.2),
            Code::DataCrossedPrices
        );
        assert_eq!(code_after(|bars| bars.time[2] = 2), Code::DataDuplicateTime);
        assert_eq!(code_after(|bars| bars.time[2] = 0), Code::DataUnsorted);
    }

    #[test]
    fn the_message_names_the_row() {
        let mut bars = three();
        bars.close[1] = f64::NAN;
        let error = bars.view().validate().unwrap_err();
        assert_eq!(
            error.details(),
            [("row", "1".to_owned()), ("column", "close".to_owned())]
        );
    }
}
