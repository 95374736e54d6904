use crate::normal_quantile::normal_quantile;
use crate::philox::philox4x32;

/// Random numbers from a seed and a counter (Philox4x32-10): draw `n` of a stream depends on
/// nothing else, so streams can be split over threads and positions sought, and every platform
/// draws the same bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rng {
    seed: u64,
    stream: u64,
    drawn: u64,
    /// The second half of the block in hand, for the next odd draw.
    pending: u64,
}

impl Rng {
    /// The first stream of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self::with_stream(seed, 0)
    }

    /// One of 2^64 independent streams of a seed, for example one a column or a path.
    #[must_use]
    pub fn with_stream(seed: u64, stream: u64) -> Self {
        Self {
            seed,
            stream,
            drawn: 0,
            pending: 0,
        }
    }

    /// How many numbers have been drawn.
    #[must_use]
    pub const fn drawn(&self) -> u64 {
        self.drawn
    }

    /// Goes to draw `drawn` of the stream, forwards or back.
    pub fn seek(&mut self, drawn: u64) {
        self.drawn = drawn;
        self.pending = self.block(drawn / 2)[1];
    }

    /// 64 random bits.
    pub fn next_u64(&mut self) -> u64 {
        let odd = self.drawn % 2 == 1;
        let draw = if odd {
            self.pending
        } else {
            let [first, second] = self.block(self.drawn / 2);
            self.pending = second;
            first
        };
        self.drawn = self.drawn.wrapping_add(1);
        draw
    }

    /// Uniform in `[0, 1)`, a multiple of 2^-53.
    pub fn next_f64(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 * (1.0 / (1_u64 << 53) as f64)
    }

    /// Standard normal, by inversion: the [`normal_quantile`] of a uniform number strictly between
    /// 0 and 1. One draw each, within ±8.2, the same bits on every platform.
    pub fn next_normal(&mut self) -> f64 {
        let uniform = ((self.next_u64() >> 12) as f64 + 0.5) * (1.0 / (1_u64 << 52) as f64);
        normal_quantile(uniform)
    }

    fn block(&self, block: u64) -> [u64; 2] {
        let [b0, b1, s0, s1] = [
            block as u32,
            (block >> 32) as u32,
            self.stream as u32,
            (self.stream >> 32) as u32,
        ];
        let key = [self.seed as u32, (self.seed >> 32) as u32];
        let [w0, w1, w2, w3] = philox4x32([b0, b1, s0, s1], key).map(u64::from);
        [w0 | w1 << 32, w2 | w3 << 32]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Rng;

    #[test]
    fn draws_are_the_words_of_the_blocks() {
        let mut rng = Rng::new(0);
        assert_eq!(rng.next_u64(), 0xe169_c58d_6627_e8d5);
        assert_eq!(rng.next_u64(), 0x9b00_dbd8_bc57_ac4c);
    }

    /// Pins the bits: a change of the method or of its arithmetic changes every seeded result.
    #[test]
    fn normals_never_change() {
        let mut rng = Rng::new(2020);
        let bits = [0; 4].map(|_| rng.next_normal().to_bits());
        let pinned = [
            13_812_815_074_007_897_567,
            4_600_619_688_663_650_244,
            13_824_673_618_505_866_664,
            13_826_683_265_587_636_031,
        ];
        assert_eq!(bits, pinned);
    }

    #[test]
    fn uniforms_fill_the_interval_evenly() {
        let mut rng = Rng::new(42);
        let mut counts = [0_u32; 10];
        for _ in 0..100_000 {
            counts[(rng.next_f64() * 10.0) as usize] += 1;
        }
        let chi_squared: f64 = counts
            .iter()
            .map(|&count| (f64::from(count) - 10_000.0).powi(2) / 10_000.0)
            .sum();
        assert!(
            chi_squared < 27.9,
            "chi² of 9 degrees of freedom is {chi_squared}: p below 0.001"
        );
    }

    #[test]
    fn normals_have_the_moments_of_a_normal() {
        let mut rng = Rng::new(7);
        let draws: Vec<f64> = (0..200_000).map(|_| rng.next_normal()).collect();
        let moment = |power| draws.iter().map(|x: &f64| x.powi(power)).sum::<f64>() / 200_000.0;
        assert!(moment(1).abs() < 0.01 && (moment(2) - 1.0).abs() < 0.02);
        assert!(moment(3).abs() < 0.04 && (moment(4) - 3.0).abs() < 0.1);
    }

    proptest! {
        #[test]
        fn seeking_equals_drawing(seed: u64, stream: u64, skip in 0_u64..50) {
            let mut drawn = Rng::with_stream(seed, stream);
            for _ in 0..skip {
                drawn.next_u64();
            }
            let mut sought = Rng::with_stream(seed, stream);
            sought.seek(skip);
            prop_assert_eq!(sought.drawn(), drawn.drawn());
            prop_assert_eq!([0; 3].map(|_| sought.next_u64()), [0; 3].map(|_| drawn.next_u64()));
        }

        #[test]
        fn streams_and_seeds_differ(seed: u64, stream: u64) {
            let first = Rng::with_stream(seed, stream).next_u64();
            prop_assert_ne!(first, Rng::with_stream(seed, stream ^ 1).next_u64());
            prop_assert_ne!(first, Rng::with_stream(seed ^ 1, stream).next_u64());
        }
    }
}
