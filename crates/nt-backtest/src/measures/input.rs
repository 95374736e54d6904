use super::Trade;

/// What a run leaves behind for its measures. Columns have a value a step.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Time of each step, nanoseconds since the epoch, UTC, ascending.
    pub time: &'a [i64],
    /// Equity at the end of each step, open positions marked to the market.
    pub equity: &'a [f64],
    /// Closes of the benchmark, the instrument itself by custom; empty where there is none.
    pub close: &'a [f64],
    /// Gross value of the positions over equity at the end of each step; empty where unknown.
    pub gross_exposure: &'a [f64],
    /// The first step at which every indicator of the strategy has a value.
    pub first_tradable: usize,
    /// The trades, open ones included, in any order.
    pub trades: &'a [Trade],
    /// Cash at the start, before any fee.
    pub initial_cash: f64,
    /// All fees paid, those of open trades included.
    pub total_fees: f64,
}

impl Input<'_> {
    /// # Panics
    /// When the columns differ in length.
    pub(super) fn check(&self) {
        let steps = self.time.len();
        let fits = |column: &[f64]| column.is_empty() || column.len() == steps;
        assert_eq!(
            self.equity.len(),
            steps,
            "equity needs a value for each of {steps} times"
        );
        assert!(
            fits(self.close),
            "closes: {} for {steps} steps",
            self.close.len()
        );
        assert!(
            fits(self.gross_exposure),
            "exposures: {} for {steps}",
            self.gross_exposure.len()
        );
    }
}
