//! Comparisons that let floats differ by what arithmetic leaves behind: 1e-9 of the larger, or 1e-12.

const RELATIVE: f64 = 1e-9;
const ABSOLUTE: f64 = 1e-12;

/// Whether two finite numbers are equal but for rounding; never where one is NaN or infinite.
#[inline]
pub(super) fn same(a: f64, b: f64) -> bool {
    if !(a.is_finite() && b.is_finite()) {
        return false;
    }
    (a - b).abs() <= (RELATIVE * a.abs().max(b.abs())).max(ABSOLUTE)
}

/// Whether a number is zero but for rounding.
#[inline]
pub(super) fn nothing(a: f64) -> bool {
    a.abs() <= ABSOLUTE
}

/// The number, or zero where it is that but for rounding.
#[inline]
pub(super) fn cleaned(a: f64) -> f64 {
    if nothing(a) { 0.0 } else { a }
}

/// Less by more than rounding.
#[inline]
pub(super) fn below(a: f64, b: f64) -> bool {
    a < b && !same(a, b)
}

/// At most, but for rounding.
#[inline]
pub(super) fn within(a: f64, b: f64) -> bool {
    a <= b || same(a, b)
}

/// The sum, or zero where both cancel each other but for rounding.
#[inline]
pub(super) fn sum(a: f64, b: f64) -> f64 {
    let cancels = if sign(a) == sign(b) {
        nothing(a + b)
    } else {
        same(a.abs(), b.abs())
    };
    if cancels { 0.0 } else { a + b }
}

/// How often a step goes into an amount, as a whole number of steps: towards minus infinity.
#[inline]
pub(super) fn whole_steps(amount: f64, step: f64) -> f64 {
    let rest = amount % step;
    ((amount - rest) / step).round() * step
}

#[inline]
fn sign(a: f64) -> i8 {
    i8::from(a > 0.0) - i8::from(a < 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_makes_no_difference_and_more_does() {
        assert!(same(1.0, 1.0 + 1e-10) && !same(1.0, 1.0 + 1e-8));
        assert!(same(0.0, 1e-13) && !same(f64::INFINITY, f64::INFINITY));
        assert!(below(1.0, 1.1) && !below(1.0, 1.0 + 1e-12) && !below(f64::NAN, 1.0));
        assert!(within(1.0 + 1e-12, 1.0) && !within(1.1, 1.0) && !within(f64::NAN, 1.0));
    }

    #[test]
    fn what_cancels_is_zero() {
        assert_eq!(sum(1.0, -1.0 - 1e-12), 0.0);
        assert_eq!(sum(1e-13, 0.0), 0.0);
        assert_eq!(sum(2.0, -0.5), 1.5);
        assert_eq!(sum(f64::INFINITY, -1.0), f64::INFINITY);
    }

    #[test]
    fn steps_are_whole_and_an_infinite_amount_has_none() {
        assert_eq!(whole_steps(0.7, 0.25), 0.5);
        assert_eq!(whole_steps(5.0, 1.0), 5.0);
        assert_eq!(whole_steps(0.1, 0.25), 0.0);
        assert!(whole_steps(f64::INFINITY, 1.0).is_nan());
    }
}
