use super::window::Window;
use crate::state::{Slots, State};

/// The last `period` values of a stream in ascending order.
#[derive(Clone, Debug)]
pub(crate) struct Sorted {
    window: Window,
    values: Vec<f64>,
}

impl Sorted {
    pub(crate) fn new(period: usize) -> Self {
        Self {
            window: Window::new(period),
            values: Vec::with_capacity(period + 1),
        }
    }

    /// Takes the next value; `None` while the window fills.
    pub(crate) fn update(&mut self, value: f64) -> Option<&[f64]> {
        let leaving = self.window.push(value);
        let place = self.place(value);
        if leaving.is_nan() {
            self.values.insert(place, value);
        } else {
            self.exchange(leaving, value, place);
        }
        self.window.is_full().then_some(&*self.values)
    }

    /// Only the values between the place that empties and the one that fills move.
    fn exchange(&mut self, leaving: f64, value: f64, place: usize) {
        let empty = self.place(leaving);
        if place > empty {
            self.values.copy_within(empty + 1..place, empty);
            self.values[place - 1] = value;
        } else {
            self.values.copy_within(place..empty, place + 1);
            self.values[place] = value;
        }
    }

    fn place(&self, value: f64) -> usize {
        self.values
            .partition_point(|other| other.total_cmp(&value).is_lt())
    }
}

impl State for Sorted {
    fn visit(&mut self, slots: &mut Slots<'_>) {
        self.window.visit(slots);
        self.values.clear();
        self.values.extend(self.window.values());
        self.values.sort_by(f64::total_cmp);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_sorting_each_window() {
        let column: Vec<f64> = (0..200).map(|bar| f64::from(bar * bar % 17 - 8)).collect();
        for period in [1, 2, 5, 16] {
            let mut sorted = Sorted::new(period);
            for (bar, &value) in column.iter().enumerate() {
                let mut window = column[(bar + 1).saturating_sub(period)..=bar].to_vec();
                window.sort_by(f64::total_cmp);
                let expected = (window.len() == period).then_some(&*window);
                assert_eq!(sorted.update(value), expected);
            }
        }
    }
}
