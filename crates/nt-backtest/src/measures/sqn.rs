use super::TradeTotals;

/// System quality number: √n mean(profit) / sd(profit) over n closed trades, with one degree of
/// freedom taken off. A pure number.
///
/// NaN with fewer than two closed trades, or when all earned the same.
///
/// Source: Tharp, *The Definitive Guide to Position Sizing*, without his cap of 100 trades, as in
/// backtesting.py and vectorbt.
#[must_use]
pub fn sqn(totals: &TradeTotals) -> f64 {
    let count = totals.closed.count as f64;
    if count < 2.0 || totals.squared_pnl == 0.0 {
        return f64::NAN;
    }
    let deviation = (totals.squared_pnl / (count - 1.0)).sqrt();
    count.sqrt() * (totals.closed.pnl / count) / deviation
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_close, closed, totals};
    use super::*;

    #[test]
    fn a_hand_count() {
        // Mean 2, differences -3, 0 and 3: variance 9, √3 · 2/3.
        assert_close(
            sqn(&totals(&[closed(-1.0), closed(2.0), closed(5.0)])),
            2.0 / 3.0_f64.sqrt(),
        );
    }

    #[test]
    fn it_needs_two_different_trades() {
        assert!(sqn(&totals(&[closed(1.0)])).is_nan());
        assert!(sqn(&totals(&[closed(1.0), closed(1.0)])).is_nan());
        assert!(sqn(&totals(&[])).is_nan());
    }
}
