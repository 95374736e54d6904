use super::{Conventions, Drawdown, Spans};

/// Mean seconds of all drawdowns, the last included whether recovered or not. NaN without one.
///
/// Source: the average drawdown duration of backtesting.py and vectorbt.
#[must_use]
pub fn average_drawdown_duration(
    drawdowns: &[Drawdown],
    spans: &Spans,
    conventions: &Conventions,
) -> f64 {
    let counted = drawdowns
        .iter()
        .filter(|drawdown| drawdown.counts(conventions));
    let (sum, count) = counted.fold((0, 0), |(sum, count), drawdown| {
        (
            sum + i128::from(drawdown.duration(spans, conventions)),
            count + 1,
        )
    });
    spans.mean(sum, count)
}

#[cfg(test)]
mod tests {
    use nt_core::NANOS_PER_DAY;

    use super::super::drawdowns;
    use super::super::fixture::{arithmetic, geometric};
    use super::*;

    fn days(equity: &[f64], conventions: &Conventions) -> f64 {
        let time: Vec<i64> = (0..equity.len() as i64)
            .map(|day| day * NANOS_PER_DAY)
            .collect();
        let found = drawdowns(equity, 0, 100.0, conventions);
        average_drawdown_duration(&found, &Spans::new(&time, conventions), conventions) / 86_400.0
    }

    #[test]
    fn two_days_and_three_make_two_and_a_half() {
        let equity = [100.0, 90.0, 100.0, 99.0, 98.0, 99.0];
        assert_eq!(days(&equity, &arithmetic()), 2.5);
        assert_eq!(days(&equity, &geometric()), 3.0);
        assert!(days(&[100.0], &arithmetic()).is_nan());
    }
}
