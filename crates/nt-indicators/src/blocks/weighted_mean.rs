use crate::state::state;

/// The weighted mean and standard deviation of all values so far.
///
/// Source: West, *Updating mean and variance estimates*, Communications of the ACM 22 (1979).
#[derive(Clone, Debug)]
pub(crate) struct WeightedMean {
    weight: f64,
    mean: f64,
    squares: f64,
}

state!(WeightedMean {
    weight,
    mean,
    squares
});

impl WeightedMean {
    pub(crate) const fn new() -> Self {
        Self {
            weight: 0.0,
            mean: 0.0,
            squares: 0.0,
        }
    }

    /// The mean and the deviation; the value itself and 0 while nothing has weight.
    #[inline]
    pub(crate) fn update(&mut self, value: f64, weight: f64) -> [f64; 2] {
        let all = self.weight + weight;
        if all == 0.0 {
            return [value, 0.0];
        }
        let before = value - self.mean;
        self.mean += before * (weight / all);
        self.squares += weight * before * (value - self.mean);
        self.weight = all;
        [self.mean, (self.squares / all).abs().sqrt()]
    }
}

#[cfg(test)]
mod tests {
    use super::WeightedMean;

    #[test]
    fn values_count_by_their_weight() {
        let mut mean = WeightedMean::new();
        assert_eq!(mean.update(5.0, 0.0), [5.0, 0.0]);
        assert_eq!(mean.update(1e8, 3.0), [1e8, 0.0]);
        assert_eq!(mean.update(1e8 + 4.0, 1.0), [1e8 + 1.0, 3.0_f64.sqrt()]);
    }
}
