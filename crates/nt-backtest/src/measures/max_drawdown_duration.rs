use super::{Conventions, Drawdown, Spans};

/// Seconds of the longest drawdown, from its peak to the step that reaches it again or to the
/// last step. NaN without one.
///
/// Source: the time under water of Lopez de Prado, *Advances in Financial Machine Learning*,
/// chapter 14; the libraries for how they round.
#[must_use]
pub fn max_drawdown_duration(
    drawdowns: &[Drawdown],
    spans: &Spans,
    conventions: &Conventions,
) -> f64 {
    let counted = drawdowns
        .iter()
        .filter(|drawdown| drawdown.counts(conventions));
    spans.longest(counted.map(|drawdown| drawdown.duration(spans, conventions)))
}

#[cfg(test)]
mod tests {
    use nt_core::NANOS_PER_DAY;

    use super::super::drawdowns;
    use super::super::fixture::{arithmetic, vectorbt};
    use super::*;

    fn days(equity: &[f64], conventions: &Conventions) -> f64 {
        let time: Vec<i64> = (0..equity.len() as i64)
            .map(|day| day * NANOS_PER_DAY)
            .collect();
        let found = drawdowns(equity, 0, 100.0, conventions);
        max_drawdown_duration(&found, &Spans::new(&time, conventions), conventions) / 86_400.0
    }

    #[test]
    fn from_peak_to_recovery_or_to_the_end() {
        let equity = [100.0, 90.0, 100.0, 99.0, 98.0, 99.0];
        assert_eq!(days(&equity, &arithmetic()), 3.0);
        assert_eq!(days(&equity[..3], &arithmetic()), 2.0);
        // vectorbt counts the bars below the peak.
        assert_eq!(days(&equity[..3], &vectorbt()), 1.0);
        assert_eq!(days(&equity, &vectorbt()), 3.0);
    }

    #[test]
    fn a_loss_in_the_only_bar_lasts_no_time() {
        assert_eq!(days(&[90.0], &arithmetic()), 0.0);
        assert!(days(&[100.0], &arithmetic()).is_nan());
    }
}
