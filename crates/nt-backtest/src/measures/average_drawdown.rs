use super::{Conventions, Drawdown};

/// Mean of the deepest falls of all drawdowns, the last included whether recovered or not: a
/// negative fraction. NaN without a drawdown.
///
/// Source: the average drawdown of backtesting.py; Bacon, *Practical Portfolio Performance
/// Measurement and Attribution*, chapter 4.
#[must_use]
pub fn average_drawdown(drawdowns: &[Drawdown], conventions: &Conventions) -> f64 {
    let counted = drawdowns
        .iter()
        .filter(|drawdown| drawdown.counts(conventions));
    let (sum, count) = counted.fold((0.0, 0_usize), |(sum, count), drawdown| {
        (sum + drawdown.depth, count + 1)
    });
    // backtesting.py averages the steps under water when it sees no episode: here the only one.
    match drawdowns.last() {
        Some(only) if count == 0 => only.depth,
        _ => sum / count as f64,
    }
}

#[cfg(test)]
mod tests {
    use super::super::drawdowns;
    use super::super::fixture::{arithmetic, assert_close, geometric};
    use super::*;

    fn of(equity: &[f64], conventions: &Conventions) -> f64 {
        average_drawdown(&drawdowns(equity, 0, 100.0, conventions), conventions)
    }

    #[test]
    fn the_mean_of_two() {
        // -0.25 and -0.1; the last step alone is no episode of backtesting.py.
        let equity = [100.0, 120.0, 90.0, 120.0, 130.0, 117.0];
        assert_close(of(&equity, &arithmetic()), -0.175);
        assert_close(of(&equity, &geometric()), -0.25);
        assert_close(of(&equity[4..], &geometric()), -0.1);
    }

    #[test]
    fn none_has_no_mean() {
        assert!(of(&[100.0, 110.0], &arithmetic()).is_nan());
    }
}
