use crate::state::{Slots, State};

/// Bars computed before a vectorised pass finishes them, so that it finds them in the first-level
/// cache.
pub(crate) const BLOCK: usize = 512;

/// The last `period` values of a stream, contiguous and oldest first.
#[derive(Clone, Debug)]
pub(crate) struct Window {
    period: usize,
    /// Room to move in; the window ends before `end`.
    room: Vec<f64>,
    end: usize,
}

impl Window {
    pub(crate) fn new(period: usize) -> Self {
        Self {
            period,
            room: vec![0.0; room(period)],
            end: 0,
        }
    }

    /// Takes a value and returns the one that leaves, NaN while the window fills.
    #[inline]
    pub(crate) fn push(&mut self, value: f64) -> f64 {
        if self.end == self.room.len() {
            self.go_back();
        }
        // Before the first full window the index wraps to one far past the end.
        let leaving = self.room.get(self.end.wrapping_sub(self.period)).copied();
        self.room[self.end] = value;
        self.end += 1;
        leaving.unwrap_or(f64::NAN)
    }

    #[cold]
    fn go_back(&mut self) {
        self.room.copy_within(self.end - self.period.., 0);
        self.end = self.period;
    }

    /// Takes values one after the other.
    pub(crate) fn extend(&mut self, values: &[f64]) {
        if values.len() < self.period {
            for &value in values {
                self.push(value);
            }
            return;
        }
        self.room[..self.period].copy_from_slice(&values[values.len() - self.period..]);
        self.end = self.period;
    }

    pub(crate) const fn period(&self) -> usize {
        self.period
    }

    /// Whether it holds as many values as it can.
    pub(crate) const fn is_full(&self) -> bool {
        self.end >= self.period
    }

    /// The window, shorter than the period while it fills.
    pub(crate) fn values(&self) -> &[f64] {
        &self.room[self.end.saturating_sub(self.period)..self.end]
    }
}

impl State for Window {
    /// The values alone: where they lie in the room is of no consequence.
    fn visit(&mut self, slots: &mut Slots<'_>) {
        let oldest = self.end.saturating_sub(self.period);
        self.room.copy_within(oldest..self.end, 0);
        self.end = slots.length(self.end - oldest, self.period);
        for value in &mut self.room[..self.end] {
            slots.number(value);
        }
    }
}

/// Room for a window to move in before its values go back to the start.
const fn room(period: usize) -> usize {
    2 * period + 64
}

/// The value that leaves the window of a column on a bar, NaN while the window fills.
#[inline]
pub(crate) fn leaving(column: &[f64], period: usize, bar: usize) -> f64 {
    // Before the first full window the index wraps to one far past the end.
    column
        .get(bar.wrapping_sub(period))
        .copied()
        .unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_last_values_in_order_and_never_grows() {
        let mut window = Window::new(3);
        let length = window.room.len();
        let column: Vec<f64> = (0..1200).map(f64::from).collect();
        for (bar, &value) in column.iter().enumerate() {
            assert_eq!(
                window.push(value).to_bits(),
                leaving(&column, 3, bar).to_bits()
            );
            assert_eq!(window.values(), &column[(bar + 1).saturating_sub(3)..=bar]);
        }
        assert_eq!(window.room.len(), length);
    }
}
