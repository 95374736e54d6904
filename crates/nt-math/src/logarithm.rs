use std::f64::consts::SQRT_2;

/// The natural logarithm of a positive normal number, to 1e-15, in plain arithmetic: the one of
/// the platform's library differs in the last bit from one to the next.
///
/// With `x = m 2^e` and `m` within √2 of 1, `ln x = e ln 2 + 2 artanh((m - 1) / (m + 1))`.
pub(crate) fn ln(x: f64) -> f64 {
    const MANTISSA: u64 = (1 << 52) - 1;
    const ONE: u64 = 1023 << 52;
    /// ln 2 in two parts; the first has zeros enough that its multiples are exact.
    const LN_2: [f64; 2] = [0.693_147_180_369_123_8, 1.908_214_929_270_587_7e-10];

    let mut exponent = (x.to_bits() >> 52) as f64 - 1023.0;
    let mut mantissa = f64::from_bits(x.to_bits() & MANTISSA | ONE);
    if mantissa > SQRT_2 {
        mantissa *= 0.5;
        exponent += 1.0;
    }
    let s = (mantissa - 1.0) / (mantissa + 1.0);
    let z = s * s;
    let series = (0..=11)
        .rev()
        .fold(0.0, |sum, k| sum * z + 1.0 / f64::from(2 * k + 1));
    exponent * LN_2[0] + (2.0 * s * series + exponent * LN_2[1])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::ln;

    proptest! {
        #[test]
        fn agrees_with_the_platform(exponent in -300.0..300.0_f64, near_one in 0.5..2.0_f64) {
            for x in [10_f64.powf(exponent), near_one] {
                prop_assert!((ln(x) - x.ln()).abs() <= 1e-15 * x.ln().abs().max(1e-3), "ln {x}");
            }
        }
    }
}
