use crate::logarithm::ln;

/// The standard normal quantile: the value that a normal variable stays below with probability
/// `p`. Relative accuracy about 1e-16 in exact arithmetic; -inf at 0, inf at 1, NaN outside.
/// Plain arithmetic and a square root only, so the bits are the same on every platform.
///
/// Source: Wichura, *Algorithm AS 241: the percentage points of the normal distribution*, Applied
/// Statistics 37 (1988), routine PPND16.
#[must_use]
pub fn normal_quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * polynomial(&CENTRE[0], r) / polynomial(&CENTRE[1], r);
    }
    let tail = if q < 0.0 { p } else { 1.0 - p };
    let magnitude = if tail > 0.0 {
        from_tail(tail)
    } else {
        at_the_edge(tail)
    };
    if q < 0.0 { -magnitude } else { magnitude }
}

fn from_tail(tail: f64) -> f64 {
    let r = (-ln(tail.max(f64::MIN_POSITIVE))).sqrt();
    let (ratio, r) = if r <= 5.0 {
        (&MIDDLE, r - 1.6)
    } else {
        (&FAR, r - 5.0)
    };
    polynomial(&ratio[0], r) / polynomial(&ratio[1], r)
}

fn at_the_edge(tail: f64) -> f64 {
    if tail == 0.0 { f64::INFINITY } else { f64::NAN }
}

fn polynomial(coefficients: &[f64; 8], x: f64) -> f64 {
    coefficients
        .iter()
        .rev()
        .fold(0.0, |sum, &coefficient| sum * x + coefficient)
}

/// Numerator and denominator for `|p - 0.5| <= 0.425`.
const CENTRE: [[f64; 8]; 2] = [
    [
        3.387_132_872_796_366_5,
        133.141_667_891_784_38,
        1_971.590_950_306_551_3,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ],
    [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_854,
    ],
];

/// For tails down to exp(-25).
const MIDDLE: [[f64; 8]; 2] = [
    [
        1.423_437_110_749_683_6,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        7.745_450_142_783_414e-4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
];

/// For tails beyond.
const FAR: [[f64; 8]; 2] = [
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::normal_quantile;

    /// Values of the quantile tables, to sixteen digits.
    #[test]
    fn gives_known_values() {
        for (p, quantile) in [
            (0.5, 0.0),
            (0.75, 0.674_489_750_196_081_7),
            (0.975, 1.959_963_984_540_054),
            (0.001, -3.090_232_306_167_813),
            (1e-10, -6.361_340_902_404_056),
            (1e-20, -9.262_340_089_798_408),
        ] {
            let relative = (normal_quantile(p) - quantile).abs() / f64::abs(quantile).max(1.0);
            assert!(relative < 4e-16, "p = {p}: {}", normal_quantile(p));
        }
    }

    #[test]
    fn the_edges_are_infinite_and_beyond_them_is_nothing() {
        assert_eq!(
            (normal_quantile(0.0), normal_quantile(1.0)),
            (f64::NEG_INFINITY, f64::INFINITY)
        );
        assert!(normal_quantile(-0.1).is_nan() && normal_quantile(1.1).is_nan());
        assert!(normal_quantile(f64::NAN).is_nan());
    }

    proptest! {
        #[test]
        fn is_odd_and_ascending(steps in 1_u32..(1 << 20)) {
            // Dyadic probabilities, so that 1 - p is exact.
            let p = f64::from(steps) / f64::from(1 << 21);
            prop_assert_eq!(normal_quantile(1.0 - p).to_bits(), (-normal_quantile(p)).to_bits());
            prop_assert!(normal_quantile(p) < normal_quantile(p + f64::powi(2.0, -22)));
        }
    }
}
