/// Divides and rounds half to even: the one rounding of money in the workspace.
///
/// # Panics
/// When `divisor` is not positive.
#[must_use]
pub const fn div_round_half_even(dividend: i128, divisor: i128) -> i128 {
    assert!(divisor > 0, "divisor must be positive");
    let (quotient, remainder) = div_mod_floor(dividend, divisor);
    let twice = remainder * 2;
    if twice > divisor || (twice == divisor && quotient & 1 == 1) {
        quotient + 1
    } else {
        quotient
    }
}

/// Divides a non-negative number and rounds up.
///
/// # Panics
/// When `divisor` is not positive.
#[must_use]
pub const fn div_round_up(dividend: i128, divisor: i128) -> i128 {
    assert!(divisor > 0, "divisor must be positive");
    let (quotient, remainder) = div_mod_floor(dividend, divisor);
    if remainder > 0 {
        quotient + 1
    } else {
        quotient
    }
}

/// Floor division; 64-bit operands take the processor's own division, which is several times
/// faster than the 128-bit routine.
const fn div_mod_floor(dividend: i128, divisor: i128) -> (i128, i128) {
    if fits_i64(dividend) && fits_i64(divisor) {
        let (a, b) = (dividend as i64, divisor as i64);
        return (a.div_euclid(b) as i128, a.rem_euclid(b) as i128);
    }
    (dividend.div_euclid(divisor), dividend.rem_euclid(divisor))
}

const fn fits_i64(value: i128) -> bool {
    value >= i64::MIN as i128 && value <= i64::MAX as i128
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_go_to_the_even_neighbour() {
        let rounded: Vec<i128> = [-7, -5, -3, -1, 1, 3, 5, 7]
            .map(|halves| div_round_half_even(halves, 2))
            .into();
        assert_eq!(rounded, [-4, -2, -2, 0, 0, 2, 2, 4]);
    }

    #[test]
    fn wide_and_narrow_operands_agree() {
        let wide = i128::from(i64::MAX) * 10 + 5;
        assert_eq!(div_round_half_even(wide, 10), i128::from(i64::MAX) + 1);
        assert_eq!(div_round_up(wide, 10), i128::from(i64::MAX) + 1);
        assert_eq!(div_round_up(20, 10), 2);
    }
}
