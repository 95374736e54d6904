use super::{Conventions, quotient};

/// Omega ratio: sum of the returns above the threshold over the sum of those below it, each
/// measured from the threshold, the risk-free return of a period. It needs no annualisation.
///
/// NaN without a return, and without one below the threshold (vectorbt: infinite).
///
/// Source: Keating and Shadwick (2002), *A Universal Performance Measure*.
#[must_use]
pub fn omega_ratio(returns: &[f64], conventions: &Conventions) -> f64 {
    if returns.is_empty() {
        return f64::NAN;
    }
    let threshold = conventions.risk_free_per_period();
    let (mut above, mut below) = (0.0, 0.0);
    for value in returns {
        let excess = value - threshold;
        if excess > 0.0 {
            above += excess;
        } else {
            below -= excess;
        }
    }
    quotient(above, below, conventions)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{arithmetic, assert_close, vectorbt};
    use super::*;

    #[test]
    fn gains_over_losses() {
        // 0.3 above, 0.2 below.
        assert_close(omega_ratio(&[0.2, -0.2, 0.1], &arithmetic()), 1.5);
        // A threshold of 0.1 leaves 0.1 above and 0.3 below.
        let risk_free = Conventions {
            risk_free_rate: 0.4,
            ..arithmetic()
        };
        assert_close(omega_ratio(&[0.2, -0.2, 0.1], &risk_free), 1.0 / 3.0);
    }

    #[test]
    fn without_a_loss() {
        assert!(omega_ratio(&[0.2], &arithmetic()).is_nan());
        assert!(omega_ratio(&[], &arithmetic()).is_nan());
        assert_eq!(omega_ratio(&[0.2], &vectorbt()), f64::INFINITY);
    }
}
