use super::{Measurer, Measures, Profile, Spans, Trade};

/// Counts and sums of some trades.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// How many.
    pub count: usize,
    /// Sum of profits.
    pub pnl: f64,
    /// Sum of returns.
    pub returns: f64,
    /// Sum of durations, nanoseconds.
    pub nanos: i128,
}

impl Tally {
    fn add(&mut self, trade: &Trade, nanos: i64) {
        self.count += 1;
        self.pnl += trade.pnl;
        self.returns += trade.returns;
        self.nanos += i128::from(nanos);
    }
}

/// What the trade measures need to know, gathered in one pass over the trades.
///
/// Statistics are of closed trades; an open one only counts as open. A winner has a profit above
/// zero after fees, a loser one below; a trade that breaks even is neither.
#[derive(Clone, Debug, PartialEq)]
pub struct TradeTotals {
    /// Closed trades.
    pub closed: Tally,
    /// Open trades, at their last mark.
    pub open: Tally,
    /// Closed trades with a profit.
    pub winners: Tally,
    /// Closed trades with a loss.
    pub losers: Tally,
    /// Fees of the closed trades.
    pub closed_fees: f64,
    /// Highest return of a closed trade; NaN without one.
    pub best: f64,
    /// Lowest return of a closed trade; NaN without one.
    pub worst: f64,
    /// Longest closed trade, nanoseconds; `None` without one.
    pub longest: Option<i64>,
    /// Sum of ln(1 + return) over the closed trades.
    pub log_growth: f64,
    /// Sum of squared differences of profits from their mean.
    pub squared_pnl: f64,
}

impl TradeTotals {
    /// The totals of a run's trades.
    #[must_use]
    pub fn of(trades: &[Trade], spans: &Spans) -> Self {
        let mut totals = Self::empty();
        for trade in trades {
            totals.add(trade, spans.between(trade.entry_step, trade.exit_step));
        }
        let mean = totals.closed.pnl / totals.closed.count as f64;
        let closed = trades.iter().filter(|trade| !trade.open);
        totals.squared_pnl = closed.map(|trade| (trade.pnl - mean).powi(2)).sum();
        totals
    }

    const fn empty() -> Self {
        const NONE: Tally = Tally {
            count: 0,
            pnl: 0.0,
            returns: 0.0,
            nanos: 0,
        };
        Self {
            closed: NONE,
            open: NONE,
            winners: NONE,
            losers: NONE,
            closed_fees: 0.0,
            best: f64::NAN,
            worst: f64::NAN,
            longest: None,
            log_growth: 0.0,
            squared_pnl: 0.0,
        }
    }

    fn add(&mut self, trade: &Trade, nanos: i64) {
        if trade.open {
            return self.open.add(trade, nanos);
        }
        self.closed.add(trade, nanos);
        if trade.pnl > 0.0 {
            self.winners.add(trade, nanos);
        } else if trade.pnl < 0.0 {
            self.losers.add(trade, nanos);
        }
        self.closed_fees += trade.fees;
        self.best = self.best.max(trade.returns);
        self.worst = self.worst.min(trade.returns);
        self.longest = self.longest.max(Some(nanos));
        self.log_growth += trade.returns.ln_1p();
    }
}

impl Measurer<'_> {
    /// Writes how many trades a run closed and left open into its measures.
    pub fn count_trades(&self, measures: &mut Measures, closed: usize, open: usize) {
        let counted = if self.closed_only() { 0 } else { open };
        measures.trades = (closed + counted) as f64;
        measures.closed_trades = closed as f64;
        measures.open_trades = open as f64;
    }

    pub(super) fn closed_only(&self) -> bool {
        self.conventions.profile == Profile::BacktestingPy
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{closed, open, totals};

    #[test]
    fn winners_losers_and_open_trades_are_told_apart() {
        let totals = totals(&[closed(30.0), closed(-10.0), closed(0.0), open(7.0)]);
        assert_eq!((totals.closed.count, totals.open.count), (3, 1));
        assert_eq!(
            (totals.winners.pnl, totals.losers.pnl, totals.open.pnl),
            (30.0, -10.0, 7.0)
        );
        assert_eq!((totals.winners.count, totals.losers.count), (1, 1));
    }
}
