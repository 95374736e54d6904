use crate::state::state;

/// Exponential smoothing, `y += (x - y) * alpha`, from the first value: as `ta.ema` of Pine Script.
#[derive(Clone, Debug)]
pub(crate) struct FromFirst {
    alpha: f64,
    value: f64,
}

state!(FromFirst { value });

impl FromFirst {
    /// With `alpha = 2 / (period + 1)`.
    pub(crate) fn exponential(period: f64) -> Self {
        Self {
            alpha: 2.0 / (period + 1.0),
            value: f64::NAN,
        }
    }

    /// Takes a finite value; there is a result from the first on.
    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        self.value = if self.value.is_nan() {
            value
        } else {
            self.value + (value - self.value) * self.alpha
        };
        self.value
    }
}

#[cfg(test)]
mod tests {
    use super::FromFirst;

    #[test]
    fn the_first_value_is_the_first_result() {
        let mut average = FromFirst::exponential(3.0);
        assert_eq!(
            [8.0, 4.0, 4.0].map(|value| average.update(value)),
            [8.0, 6.0, 5.0]
        );
    }
}
