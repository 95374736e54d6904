use nt_math::Rng;

/// How bars are drawn again, in blocks that keep what one bar has to do with the next. Blocks wrap
/// around the end, so that every bar is drawn equally often.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Resampling {
    /// Blocks of random length, geometric with this mean, at least 1: resamples are stationary.
    ///
    /// Source: Politis and Romano (1994), *The Stationary Bootstrap*, JASA 89.
    Stationary(f64),
    /// Blocks of this length, at least 1.
    ///
    /// Source: Politis and Romano (1992), *A circular block-resampling procedure*.
    Circular(usize),
}

impl Resampling {
    /// Length of the blocks, the mean where it varies.
    #[must_use]
    pub const fn block_length(&self) -> f64 {
        match *self {
            Self::Stationary(mean) => mean,
            Self::Circular(length) => length as f64,
        }
    }

    /// Fills `drawn` with numbers of bars, of `bars` there are.
    ///
    /// # Panics
    /// When there is no bar.
    pub fn draw(&self, bars: usize, rng: &mut Rng, drawn: &mut [u32]) {
        assert!(bars > 0, "bars to draw from");
        match *self {
            Self::Stationary(mean) => stationary(mean, bars, rng, drawn),
            Self::Circular(length) => circular(length.max(1), bars, rng, drawn),
        }
    }
}

fn stationary(mean: f64, bars: usize, rng: &mut Rng, drawn: &mut [u32]) {
    let begins = mean.max(1.0).recip();
    let mut at = bars;
    for each in drawn {
        if at == bars || rng.next_f64() < begins {
            at = start(bars, rng);
        }
        *each = at as u32;
        // The bar after the last is the first; `bars` alone means that no block has begun.
        at = if at + 1 == bars { 0 } else { at + 1 };
    }
}

fn circular(length: usize, bars: usize, rng: &mut Rng, drawn: &mut [u32]) {
    for block in drawn.chunks_mut(length) {
        let mut at = start(bars, rng);
        for each in block {
            *each = at as u32;
            at = if at + 1 == bars { 0 } else { at + 1 };
        }
    }
}

fn start(bars: usize, rng: &mut Rng) -> usize {
    ((rng.next_f64() * bars as f64) as usize).min(bars - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draw(resampling: Resampling, bars: usize, count: usize) -> Vec<u32> {
        let mut drawn = vec![0; count];
        resampling.draw(bars, &mut Rng::new(3), &mut drawn);
        drawn
    }

    /// The share of bars that follow the one before, around the end too.
    fn continued(drawn: &[u32], bars: u32) -> f64 {
        let follow = drawn
            .windows(2)
            .filter(|pair| pair[1] == (pair[0] + 1) % bars);
        follow.count() as f64 / (drawn.len() - 1) as f64
    }

    #[test]
    fn stationary_blocks_have_their_mean_length() {
        let drawn = draw(Resampling::Stationary(5.0), 1000, 100_000);
        // Four of five continue, and one in a thousand of the others by chance.
        assert!((continued(&drawn, 1000) - 0.8002).abs() < 0.005);
        let alone = draw(Resampling::Stationary(1.0), 1000, 100_000);
        assert!(continued(&alone, 1000) < 0.003);
    }

    #[test]
    fn circular_blocks_have_their_length() {
        let drawn = draw(Resampling::Circular(4), 10, 4000);
        for block in drawn.chunks(4) {
            assert_eq!(continued(block, 10), 1.0);
        }
    }

    #[test]
    fn every_bar_is_drawn_equally_often() {
        for resampling in [Resampling::Stationary(8.0), Resampling::Circular(7)] {
            let mut counts = [0_u32; 20];
            for at in draw(resampling, 20, 200_000) {
                counts[at as usize] += 1;
            }
            let fair = counts.iter().all(|&count| (9_000..11_000).contains(&count));
            assert!(fair, "{counts:?}");
        }
    }
}
