use std::borrow::Cow;

use super::cells::Cells;

/// Closes without gaps: a missing one is that before it, or, at the beginning, that after it.
pub(super) struct Closes<'a> {
    cells: Cells<'a, f64>,
    steps: usize,
    /// Filled once where all columns share them.
    shared: Option<Cow<'a, [f64]>>,
}

impl<'a> Closes<'a> {
    pub(super) fn new(cells: Cells<'a, f64>, steps: usize) -> Self {
        let shared = cells.is_shared().then(|| filled(cells, 0, steps));
        Self {
            cells,
            steps,
            shared,
        }
    }

    pub(super) fn column(&self, column: usize) -> Cow<'_, [f64]> {
        match &self.shared {
            Some(closes) => Cow::Borrowed(closes),
            None => filled(self.cells, column, self.steps),
        }
    }
}

fn filled(cells: Cells<'_, f64>, column: usize, steps: usize) -> Cow<'_, [f64]> {
    let lane = cells.lane(column);
    match lane.each(steps) {
        Some(closes) if !closes.iter().any(|close| close.is_nan()) => Cow::Borrowed(closes),
        _ => Cow::Owned(without_gaps((0..steps).map(|step| lane.at(step)).collect())),
    }
}

fn without_gaps(mut closes: Vec<f64>) -> Vec<f64> {
    let first = closes.iter().copied().find(|close| !close.is_nan());
    let mut known = first.unwrap_or(f64::NAN);
    for close in &mut closes {
        known = if close.is_nan() { known } else { *close };
        *close = known;
    }
    closes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_from_before_and_at_the_beginning_from_after() {
        let closes = [f64::NAN, 2.0, f64::NAN, 3.0];
        let shared = Closes::new(Cells::new(&closes, 1, 0), 4);
        assert_eq!(*shared.column(5), [2.0, 2.0, 2.0, 3.0]);
        let own = Closes::new(Cells::new(&closes, 1, 2), 2);
        assert_eq!(*own.column(1), [3.0, 3.0]);
    }
}
