use super::window::Window;
use crate::state::{Slots, State};

/// The last `period` values in ascending order.
#[derive(Clone, Debug)]
pub(crate) struct SortedWindow {
    window: Window,
    sorted: Vec<f64>,
}

impl SortedWindow {
    pub(crate) fn new(period: usize) -> Self {
        Self {
            window: Window::new(period),
            sorted: Vec::with_capacity(period + 1),
        }
    }

    /// Takes a finite value; the values from the least to the greatest, once the window is full.
    pub(crate) fn update(&mut self, value: f64) -> Option<&[f64]> {
        let leaving = self.window.push(value);
        if !leaving.is_nan() {
            let at = self.sorted.partition_point(|other| *other < leaving);
            self.sorted.remove(at);
        }
        let at = self.sorted.partition_point(|other| *other < value);
        self.sorted.insert(at, value);
        self.window.is_full().then_some(&self.sorted)
    }
}

impl State for SortedWindow {
    /// The window alone: its order follows from it. Zeros of both signs are equal in it.
    fn visit(&mut self, slots: &mut Slots<'_>) {
        self.window.visit(slots);
        self.sorted.clear();
        for &value in self.window.values() {
            let at = self.sorted.partition_point(|other| *other < value);
            self.sorted.insert(at, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SortedWindow;

    #[test]
    fn the_oldest_leaves() {
        let mut window = SortedWindow::new(3);
        assert_eq!(window.update(3.0), None);
        window.update(1.0);
        assert_eq!(window.update(2.0), Some(&[1.0, 2.0, 3.0][..]));
        assert_eq!(window.update(1.0), Some(&[1.0, 1.0, 2.0][..]));
        assert_eq!(window.window.values(), [1.0, 2.0, 1.0]);
    }
}
