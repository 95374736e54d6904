use super::{Conventions, Profile};

/// A ratio whose denominator may be zero: then it is not defined, NaN; vectorbt says infinite.
#[must_use]
pub fn quotient(numerator: f64, denominator: f64, conventions: &Conventions) -> f64 {
    match (denominator == 0.0, conventions.profile) {
        (false, _) => numerator / denominator,
        (true, Profile::Vectorbt) => f64::INFINITY,
        (true, _) => f64::NAN,
    }
}
