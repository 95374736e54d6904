use super::Headline;
use crate::measures::Conventions;

/// A measure as a smooth function of means, on the scale on which its estimate is nearest to normal,
/// with what each return does to it: the estimate less the truth is nearly the mean of the
/// influences.
#[derive(Clone, Debug)]
pub struct Influence {
    /// The measure on that scale.
    pub value: f64,
    /// By return, its influence; they add up to 0.
    pub of: Vec<f64>,
}

impl Influence {
    /// Of a measure that has a value in the long run; none where it is undefined, and of measures of
    /// a path.
    ///
    /// Scales: the Sharpe and Sortino ratios and the mean as they are, of one period; the logarithms
    /// of deviation, growth factor and omega ratio.
    ///
    /// Source: Hampel (1974), *The Influence Curve and its Role in Robust Estimation*, by the delta
    /// method; for the Sharpe ratio Mertens (2002).
    #[must_use]
    pub fn of(measure: Headline, returns: &[f64], conventions: &Conventions) -> Option<Self> {
        let risk_free = conventions.risk_free_per_period();
        let made = match measure {
            Headline::SharpeRatio => sharpe(returns, risk_free),
            Headline::SortinoRatio => sortino(returns, risk_free),
            Headline::AnnualReturn => mean_of(returns.to_vec()),
            Headline::AnnualVolatility => deviation(returns),
            Headline::Cagr => mean_of(returns.iter().map(|value| value.ln_1p()).collect()),
            Headline::OmegaRatio => omega(returns, risk_free),
            Headline::TotalReturn | Headline::MaxDrawdown | Headline::CalmarRatio => None,
        };
        made.filter(|made| made.value.is_finite())
    }

    /// The measure that this value on the scale is.
    #[must_use]
    pub fn back(measure: Headline, value: f64, count: usize, conventions: &Conventions) -> f64 {
        let (n, periods) = (count as f64, conventions.periods_per_year);
        let freedom = (n / (n - f64::from(conventions.ddof))).sqrt();
        match measure {
            Headline::SharpeRatio => value * periods.sqrt() / freedom,
            Headline::SortinoRatio => value * periods.sqrt(),
            Headline::AnnualReturn => value * periods,
            Headline::AnnualVolatility => value.exp() * periods.sqrt() * freedom,
            Headline::Cagr => (value * periods).exp_m1(),
            _ => value.exp(),
        }
    }
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = values.len() as f64;
    values.sum::<f64>() / count
}

fn mean_of(mut values: Vec<f64>) -> Option<Influence> {
    let value = mean(values.iter().copied());
    for each in &mut values {
        *each -= value;
    }
    varying(value, values)
}

/// Mean and population deviation; none where returns do not vary.
fn moments(returns: &[f64]) -> Option<(f64, f64)> {
    let mean_return = mean(returns.iter().copied());
    let variance = mean(returns.iter().map(|value| (value - mean_return).powi(2)));
    let deviation = variance.sqrt();
    let varies = deviation > 8.0 * f64::EPSILON * (1.0 + mean_return.abs());
    varies.then_some((mean_return, deviation))
}

/// SR, and z - SR/2 (z² - 1).
fn sharpe(returns: &[f64], risk_free: f64) -> Option<Influence> {
    let (mean, deviation) = moments(returns)?;
    let value = (mean - risk_free) / deviation;
    let influence = |each: &f64| {
        let z = (each - mean) / deviation;
        z - value / 2.0 * (z * z - 1.0)
    };
    varying(value, returns.iter().map(influence).collect())
}

/// ln σ, and (z² - 1)/2.
fn deviation(returns: &[f64]) -> Option<Influence> {
    let (mean, deviation) = moments(returns)?;
    let influence = |each: &f64| (((each - mean) / deviation).powi(2) - 1.0) / 2.0;
    varying(deviation.ln(), returns.iter().map(influence).collect())
}

/// e/D of the mean excess e and the downside deviation D, and (r - μ)/D - e/(2 D³) (d² - D²).
fn sortino(returns: &[f64], target: f64) -> Option<Influence> {
    let mean_return = mean(returns.iter().copied());
    let squared = |each: &f64| (each - target).min(0.0).powi(2);
    let square = mean(returns.iter().map(squared));
    if square <= 0.0 {
        return None;
    }
    let (excess, downside) = (mean_return - target, square.sqrt());
    let influence = |each: &f64| {
        (each - mean_return) / downside
            - excess / (2.0 * downside.powi(3)) * (squared(each) - square)
    };
    varying(excess / downside, returns.iter().map(influence).collect())
}

/// ln(A/B) of mean gain A and mean loss B about the threshold, and a/A - b/B.
fn omega(returns: &[f64], threshold: f64) -> Option<Influence> {
    let gain = |each: &f64| (each - threshold).max(0.0);
    let loss = |each: &f64| (threshold - each).max(0.0);
    let (gains, losses) = (
        mean(returns.iter().map(gain)),
        mean(returns.iter().map(loss)),
    );
    if gains <= 0.0 || losses <= 0.0 {
        return None;
    }
    let influence = |each: &f64| gain(each) / gains - loss(each) / losses;
    varying(
        (gains / losses).ln(),
        returns.iter().map(influence).collect(),
    )
}

/// None where no return has any influence: there is no error to divide by.
fn varying(value: f64, of: Vec<f64>) -> Option<Influence> {
    let size = of.iter().fold(0.0, |most, each| f64::max(most, each.abs()));
    (size > 8.0 * f64::EPSILON * (1.0 + value.abs())).then_some(Influence { value, of })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::Target;
    use crate::statistics::fixture::{normal_returns, quarterly};

    fn parameters() -> impl Iterator<Item = Headline> {
        let all = Headline::ALL.into_iter();
        all.filter(|measure| measure.target() == Target::Parameter)
    }

    /// A little more weight on one return moves the measure by its influence.
    #[test]
    fn influences_are_derivatives() {
        let returns = normal_returns(400, 0.02, 0.1, 31);
        for measure in parameters() {
            let whole = Influence::of(measure, &returns, &quarterly()).unwrap();
            for at in [3, 77, 250] {
                // Each return five times, one of them six: a weight of 1/2001.
                let mut more = returns.repeat(5);
                more.push(returns[at]);
                let moved = Influence::of(measure, &more, &quarterly()).unwrap().value;
                let expected = whole.of[at] / 2001.0;
                let error = (moved - whole.value - expected).abs();
                let bound = 0.02 * expected.abs() + 1e-5;
                assert!(error < bound, "{}: {error} of {expected}", measure.name());
            }
        }
    }

    #[test]
    fn values_come_back_as_measures() {
        let returns = normal_returns(50, 0.02, 0.1, 32);
        for measure in parameters() {
            let made = Influence::of(measure, &returns, &quarterly()).unwrap();
            let back = Influence::back(measure, made.value, 50, &quarterly());
            let direct = measure.of(&returns, &quarterly());
            assert!((back - direct).abs() < 1e-12, "{}: {back}", measure.name());
            assert!(made.of.iter().sum::<f64>().abs() < 1e-10);
        }
    }

    #[test]
    fn what_is_undefined_has_none() {
        for measure in Headline::ALL {
            assert!(Influence::of(measure, &[0.1, 0.1, 0.1], &quarterly()).is_none());
            assert!(Influence::of(measure, &[], &quarterly()).is_none());
        }
        assert!(Influence::of(Headline::Cagr, &[0.1, -1.0], &quarterly()).is_none());
    }
}
