use nt_core::{Code, Error, Result};

/// Returns of several trials over the same bars: a row a trial, one after another in memory.
#[derive(Clone, Copy, Debug)]
pub struct Trials<'a> {
    values: &'a [f64],
    bars: usize,
}

impl<'a> Trials<'a> {
    /// So many rows of equal length.
    ///
    /// # Errors
    /// `DATA_EMPTY` without a value, `DATA_LENGTH_MISMATCH` where the rows do not come out even,
    /// `DATA_NOT_FINITE` where a return is not a number.
    pub fn new(values: &'a [f64], trials: usize) -> Result<Self> {
        if values.is_empty() || trials == 0 {
            let message = "there are no returns of trials: give a row for each of them";
            return Err(Error::new(Code::DataEmpty, message));
        }
        if !values.len().is_multiple_of(trials) {
            let message = format!(
                "{} returns are no {trials} rows of equal length: give each trial a return for every bar",
                values.len()
            );
            return Err(Error::new(Code::DataLengthMismatch, message));
        }
        let bars = values.len() / trials;
        if let Some(at) = values.iter().position(|value| !value.is_finite()) {
            let message = format!(
                "the return of trial {} at bar {} is {}: leave warm-up out, or give 0 where nothing was held",
                at / bars,
                at % bars,
                values[at]
            );
            let error = Error::new(Code::DataNotFinite, message);
            return Err(error.with("trial", at / bars).with("bar", at % bars));
        }
        Ok(Self { values, bars })
    }

    /// How many trials there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.values.len() / self.bars
    }

    /// Never: a set without a trial is refused.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// How many returns each has.
    #[must_use]
    pub const fn bars(&self) -> usize {
        self.bars
    }

    /// The returns of each trial.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &'a [f64]> {
        self.values.chunks_exact(self.bars)
    }

    /// The returns of one.
    #[must_use]
    pub fn row(&self, trial: usize) -> &'a [f64] {
        &self.values[trial * self.bars..][..self.bars]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_follow_one_another() {
        let trials = Trials::new(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], 2).unwrap();
        assert_eq!((trials.len(), trials.bars()), (2, 3));
        assert_eq!(trials.row(1), [4.0, 5.0, 6.0]);
        assert_eq!(trials.iter().len(), 2);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let code = |values: &[f64], trials| Trials::new(values, trials).unwrap_err().code();
        assert_eq!(code(&[], 1), Code::DataEmpty);
        assert_eq!(code(&[1.0], 0), Code::DataEmpty);
        assert_eq!(code(&[1.0, 2.0, 3.0], 2), Code::DataLengthMismatch);
        assert_eq!(code(&[1.0, f64::NAN], 2), Code::DataNotFinite);
    }
}
