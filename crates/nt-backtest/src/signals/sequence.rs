use std::cmp::Ordering;

use nt_math::Rng;

use super::CallSequence;

/// Puts the columns of a group, by number within it, in the order in which they come to their cash.
pub(super) struct Sequencer {
    rule: CallSequence,
    random: Rng,
    sequence: Vec<usize>,
}

impl Sequencer {
    pub(super) fn new(rule: CallSequence, seed: u64, group: usize, columns: usize) -> Self {
        let mut sequence: Vec<usize> = (0..columns).collect();
        if rule == CallSequence::Reversed {
            sequence.reverse();
        }
        Self {
            rule,
            random: Rng::with_stream(seed, group as u64),
            sequence,
        }
    }

    /// Whether the sequence goes by the values of the orders.
    pub(super) fn needs_values(&self) -> bool {
        self.rule == CallSequence::Auto && self.sequence.len() > 1
    }

    /// Arranges the columns for a step; `values` are the approximate values of their orders.
    pub(super) fn arrange(&mut self, step: usize, values: &[f64]) {
        match self.rule {
            _ if self.sequence.len() == 1 => {}
            CallSequence::Default | CallSequence::Reversed => {}
            CallSequence::Random => self.shuffle(step),
            CallSequence::Auto => self.sort(values),
        }
    }

    /// The column whose turn is at this place.
    pub(super) fn column(&self, place: usize) -> usize {
        self.sequence[place]
    }

    /// By Fisher and Yates, from draws that belong to the step.
    fn shuffle(&mut self, step: usize) {
        let columns = self.sequence.len();
        self.random.seek((step * columns) as u64);
        for (at, column) in self.sequence.iter_mut().enumerate() {
            *column = at;
        }
        for last in (1..columns).rev() {
            let chosen = (self.random.next_u64() % (last as u64 + 1)) as usize;
            self.sequence.swap(last, chosen);
        }
    }

    /// From the least value to the greatest; ties stay as the columns stand. What is NaN comes last,
    /// from the last column to the first, as that library has it.
    fn sort(&mut self, values: &[f64]) {
        for (at, column) in self.sequence.iter_mut().enumerate() {
            *column = at;
        }
        self.sequence
            .sort_by(|&a, &b| match (values[a].is_nan(), values[b].is_nan()) {
                (true, true) => b.cmp(&a),
                (is_nan, other) if is_nan != other => is_nan.cmp(&other),
                _ => values[a].partial_cmp(&values[b]).unwrap_or(Ordering::Equal),
            });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(rule: CallSequence, step: usize, values: &[f64]) -> Vec<usize> {
        let mut sequencer = Sequencer::new(rule, 7, 0, values.len());
        sequencer.arrange(step, values);
        sequencer.sequence
    }

    #[test]
    fn sales_come_before_purchases_and_nan_last() {
        let values = [5.0, f64::NAN, -3.0, 0.0, 0.0, f64::NAN];
        assert_eq!(at(CallSequence::Auto, 0, &values), [2, 3, 4, 0, 5, 1]);
        assert_eq!(at(CallSequence::Reversed, 0, &values), [5, 4, 3, 2, 1, 0]);
        assert_eq!(at(CallSequence::Default, 0, &values), [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn a_shuffle_belongs_to_its_step() {
        let shuffled = |step| at(CallSequence::Random, step, &[0.0; 9]);
        assert_eq!(shuffled(3), shuffled(3));
        assert_ne!(shuffled(3), shuffled(4));
        let mut sorted = shuffled(3);
        sorted.sort_unstable();
        assert_eq!(sorted, (0..9).collect::<Vec<_>>());
    }
}
