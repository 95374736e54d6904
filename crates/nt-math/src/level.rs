//! The one dispatch point: which instructions this processor has, and the call of a kernel
//! compiled for them.
#![allow(
    unsafe_code,
    reason = "calling a function compiled for more instructions than the baseline is unsafe; \
              `run` calls it only after the processor said that it has them"
)]

use std::sync::OnceLock;

/// A set of vector instructions, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Level {
    /// The plain loops; always available.
    Scalar,
    /// 128-bit vectors of `AArch64`.
    #[cfg(target_arch = "aarch64")]
    Neon,
    /// 256-bit vectors of x86-64, and fused multiply-add.
    #[cfg(target_arch = "x86_64")]
    Avx2,
    /// 512-bit vectors of x86-64 (F, BW, DQ, VL).
    #[cfg(target_arch = "x86_64")]
    Avx512,
}

impl Level {
    /// The best level of this processor, detected once per process.
    #[must_use]
    pub fn detected() -> Self {
        static DETECTED: OnceLock<Level> = OnceLock::new();
        *DETECTED.get_or_init(detect)
    }

    /// Every level this processor has, the scalar one first.
    #[must_use]
    pub fn available() -> Vec<Self> {
        let all = [
            Self::Scalar,
            #[cfg(target_arch = "aarch64")]
            Self::Neon,
            #[cfg(target_arch = "x86_64")]
            Self::Avx2,
            #[cfg(target_arch = "x86_64")]
            Self::Avx512,
        ];
        all.into_iter()
            .filter(|level| *level <= Self::detected())
            .collect()
    }

    /// The name people know it by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Scalar => "scalar",
            #[cfg(target_arch = "aarch64")]
            Self::Neon => "NEON",
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 => "AVX2",
            #[cfg(target_arch = "x86_64")]
            Self::Avx512 => "AVX-512",
        }
    }
}

#[cfg(target_arch = "x86_64")]
fn detect() -> Level {
    let avx2 = is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma");
    let avx512 = is_x86_feature_detected!("avx512f")
        && is_x86_feature_detected!("avx512bw")
        && is_x86_feature_detected!("avx512dq")
        && is_x86_feature_detected!("avx512vl");
    match (avx2, avx512) {
        (true, true) => Level::Avx512,
        (true, false) => Level::Avx2,
        (false, _) => Level::Scalar,
    }
}

#[cfg(target_arch = "aarch64")]
fn detect() -> Level {
    Level::Neon
}

#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
fn detect() -> Level {
    Level::Scalar
}

/// One kernel with its arguments. `vector` must be `#[inline(always)]`, as must what it calls, so
/// that it is compiled with the instructions of the level that runs it.
pub(crate) trait Kernel {
    type Output;
    /// The twin: a plain loop with the same order of operations.
    fn scalar(self) -> Self::Output;
    /// The loop over groups of lanes.
    fn vector(self) -> Self::Output;
}

/// Runs a kernel on the best level.
#[inline]
pub(crate) fn dispatch<K: Kernel>(kernel: K) -> K::Output {
    run(Level::detected(), kernel)
}

/// Runs a kernel on a level, or on the best one below it that this processor has.
#[inline]
pub(crate) fn run<K: Kernel>(level: Level, kernel: K) -> K::Output {
    match level.min(Level::detected()) {
        Level::Scalar => kernel.scalar(),
        #[cfg(target_arch = "aarch64")]
        Level::Neon => kernel.vector(),
        // SAFETY: the level is at most the detected one, so the processor has these two.
        #[cfg(target_arch = "x86_64")]
        Level::Avx2 => unsafe { avx2(kernel) },
        // SAFETY: the level is at most the detected one, so the processor has these four, and those of AVX2.
        #[cfg(target_arch = "x86_64")]
        Level::Avx512 => unsafe { avx512(kernel) },
    }
}

/// Runs a loop compiled for the vector instructions of this processor; what it calls has them only
/// where it is inlined. It must not depend on them: the same operations in the same order.
#[inline]
pub fn on_best_level<R>(work: impl FnOnce() -> R) -> R {
    dispatch(Work(work))
}

/// Work that is compiled for the vector instructions of this processor as a whole.
pub trait Task {
    /// Does it; must be `#[inline(always)]`, as must what it calls that needs these instructions.
    fn run(self);
}

/// Runs a task, as [`on_best_level`] runs a loop.
#[inline]
pub fn run_on_best_level(task: impl Task) {
    dispatch(Tasks(task));
}

struct Tasks<T>(T);

impl<T: Task> Kernel for Tasks<T> {
    type Output = ();

    #[inline]
    fn scalar(self) {
        self.0.run();
    }

    #[inline(always)]
    fn vector(self) {
        self.0.run();
    }
}

struct Work<F>(F);

impl<R, F: FnOnce() -> R> Kernel for Work<F> {
    type Output = R;

    fn scalar(self) -> R {
        (self.0)()
    }

    #[inline(always)]
    fn vector(self) -> R {
        (self.0)()
    }
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma")]
fn avx2<K: Kernel>(kernel: K) -> K::Output {
    kernel.vector()
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,fma")]
fn avx512<K: Kernel>(kernel: K) -> K::Output {
    kernel.vector()
}

#[cfg(test)]
mod tests {
    use super::Level;

    #[test]
    fn the_scalar_level_is_first_and_the_detected_one_last() {
        let levels = Level::available();
        assert_eq!(levels.first(), Some(&Level::Scalar));
        assert_eq!(levels.last(), Some(&Level::detected()));
    }
}
