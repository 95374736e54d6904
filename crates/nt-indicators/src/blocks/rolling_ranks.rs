use super::window::Window;
use crate::state::state;

/// Twice the ranks of the last `period` values among themselves, the least being 1; equal values
/// share the mean of their ranks, so that twice a rank is a whole number.
#[derive(Clone, Debug)]
pub(crate) struct RollingRanks {
    window: Window,
    ranks: Vec<f64>,
}

state!(RollingRanks { window, ranks });

impl RollingRanks {
    pub(crate) fn new(period: usize) -> Self {
        Self {
            window: Window::new(period),
            ranks: Vec::with_capacity(period),
        }
    }

    /// Takes a value that is not NaN; the ranks, oldest first, once the window is full.
    pub(crate) fn update(&mut self, value: f64) -> Option<&[f64]> {
        let leaving = self.window.push(value);
        if self.ranks.len() == self.window.period() {
            self.ranks.remove(0);
        }
        let values = self.window.values();
        let mut own = 2.0;
        for (rank, &other) in self.ranks.iter_mut().zip(values) {
            *rank += beats(other, value) - beats(other, leaving);
            own += beats(value, other);
        }
        self.ranks.push(own);
        self.window.is_full().then_some(&self.ranks)
    }
}

/// 2 where `a` is greater, 1 where both are equal: what `b` adds to twice the rank of `a`.
fn beats(a: f64, b: f64) -> f64 {
    f64::from(u8::from(a > b)) + f64::from(u8::from(a >= b))
}

#[cfg(test)]
mod tests {
    use super::RollingRanks;

    #[test]
    fn equal_values_share_their_rank() {
        let mut ranks = RollingRanks::new(3);
        assert_eq!(ranks.update(5.0), None);
        ranks.update(1.0);
        assert_eq!(ranks.update(5.0), Some(&[5.0, 2.0, 5.0][..]));
        assert_eq!(ranks.update(9.0), Some(&[2.0, 4.0, 6.0][..]));
        assert_eq!(ranks.update(5.0), Some(&[3.0, 6.0, 3.0][..]));
    }
}
