/// Values by step and column, of which one may serve many: strides say how far apart two steps and
/// two columns lie, and 0 is the same value again.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'a, T> {
    values: &'a [T],
    step_stride: usize,
    column_stride: usize,
}

impl<'a, T: Copy> Cells<'a, T> {
    /// One value for all.
    #[must_use]
    pub const fn all(value: &'a T) -> Self {
        Self::new(std::slice::from_ref(value), 0, 0)
    }

    /// Values with these strides.
    #[must_use]
    pub const fn new(values: &'a [T], step_stride: usize, column_stride: usize) -> Self {
        Self {
            values,
            step_stride,
            column_stride,
        }
    }

    /// Every value, once.
    #[must_use]
    pub const fn values(&self) -> &'a [T] {
        self.values
    }

    /// Whether there is a value for each of so many steps and columns.
    #[must_use]
    pub const fn covers(&self, steps: usize, columns: usize) -> bool {
        if steps == 0 || columns == 0 {
            return true;
        }
        (steps - 1) * self.step_stride + (columns - 1) * self.column_stride < self.values.len()
    }

    /// Whether all columns have the same values.
    #[must_use]
    pub const fn is_shared(&self) -> bool {
        self.column_stride == 0
    }

    /// The values of a column.
    #[must_use]
    pub fn lane(&self, column: usize) -> Lane<'a, T> {
        Lane {
            values: &self.values[column * self.column_stride..],
            stride: self.step_stride,
        }
    }
}

/// The values of one column by step.
#[derive(Clone, Copy, Debug)]
pub struct Lane<'a, T> {
    values: &'a [T],
    stride: usize,
}

impl<'a, T: Copy> Lane<'a, T> {
    /// The value at a step.
    #[inline]
    #[must_use]
    pub fn at(&self, step: usize) -> T {
        self.values[step * self.stride]
    }

    /// The values of so many steps, where each has its own.
    #[must_use]
    pub fn each(&self, steps: usize) -> Option<&'a [T]> {
        (self.stride == 1).then(|| &self.values[..steps])
    }
}

impl Lane<'_, u8> {
    /// The first step from `from` on, before `end`, whose flag is set; `end` where none is.
    #[must_use]
    pub fn next_set(&self, from: usize, end: usize) -> usize {
        if from >= end {
            return end;
        }
        match self.stride {
            0 if self.values[0] == 0 => end,
            0 => from,
            1 => from + first_set(&self.values[from..end]),
            stride => (from..end)
                .find(|step| self.values[step * stride] != 0)
                .unwrap_or(end),
        }
    }
}

/// Eight flags at a time.
fn first_set(flags: &[u8]) -> usize {
    let (words, rest) = flags.as_chunks::<8>();
    for (at, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        if word != 0 {
            return at * 8 + word.trailing_zeros() as usize / 8;
        }
    }
    let seen = words.len() * 8;
    seen + rest
        .iter()
        .position(|&flag| flag != 0)
        .unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_serves_all_steps_and_columns() {
        let cells = Cells::all(&7.0);
        assert_eq!(cells.lane(3).at(9), 7.0);
        assert!(cells.covers(1_000, 1_000) && cells.is_shared());
    }

    #[test]
    fn strides_lay_out_steps_and_columns() {
        let values = [1, 2, 3, 4, 5, 6];
        let (each, columns) = (Cells::new(&values, 1, 3), Cells::new(&values, 0, 1));
        assert_eq!((each.lane(1).at(2), columns.lane(4).at(9)), (6, 5));
        assert!(each.covers(3, 2) && !each.covers(3, 3) && !columns.covers(1, 7));
        assert_eq!(each.lane(1).each(3), Some(&values[3..]));
    }

    #[test]
    fn flags_are_found_wherever_they_stand() {
        for at in 0..40 {
            let mut flags = [0_u8; 40];
            flags[at] = 1;
            let lane = Cells::new(&flags, 1, 0).lane(0);
            assert_eq!(lane.next_set(0, 40), at);
            assert_eq!(lane.next_set(at, 40), at);
            assert_eq!(lane.next_set(at + 1, 40), 40);
        }
        let (set, unset) = (Cells::all(&1_u8).lane(0), Cells::all(&0_u8).lane(0));
        assert_eq!((set.next_set(5, 9), unset.next_set(5, 9)), (5, 9));
    }
}
