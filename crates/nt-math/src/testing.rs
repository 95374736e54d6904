//! What the tests of the kernels share: columns with every special value at every length, and the
//! comparison of all levels with the twin.

use proptest::prelude::*;

use crate::Level;
use crate::level::{Kernel, run};

/// Runs kernels on one level.
pub(crate) struct Runner(Level);

impl Runner {
    pub(crate) fn on<K: Kernel>(&self, kernel: K) -> K::Output {
        run(self.0, kernel)
    }
}

/// Any double, the special ones often.
pub(crate) fn any_float() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => -1e6..1e6_f64,
        2 => any::<f64>(),
        1 => prop::sample::select(vec![0.0, -0.0, 1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MIN_POSITIVE, f64::MAX]),
    ]
}

/// Columns of 0 to 64 values, and some longer than two words of bits.
pub(crate) fn column() -> impl Strategy<Value = Vec<f64>> {
    prop_oneof![
        4 => prop::collection::vec(any_float(), 0..65),
        1 => prop::collection::vec(any_float(), 65..300),
    ]
}

/// The bits of a value, all NaNs being one: which NaN an operation gives is left to the hardware.
pub(crate) fn bits(value: f64) -> u64 {
    if value.is_nan() {
        f64::NAN.to_bits()
    } else {
        value.to_bits()
    }
}

/// Asserts that a computation gives the bits of the scalar twin on every level.
pub(crate) fn same_on_all_levels(compute: impl Fn(Runner) -> Vec<f64>) {
    let twin: Vec<u64> = compute(Runner(Level::Scalar))
        .into_iter()
        .map(bits)
        .collect();
    for level in Level::available() {
        let ours: Vec<u64> = compute(Runner(level)).into_iter().map(bits).collect();
        assert_eq!(ours, twin, "{} differs from the scalar twin", level.name());
    }
}
