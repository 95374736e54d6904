use std::collections::VecDeque;

/// What a streaming indicator remembers, number by number, in a fixed order: one definition both
/// saves and restores it. [`state!`] writes it for a struct.
pub trait State {
    /// Hands every number to the slots, which read it or write it.
    fn visit(&mut self, slots: &mut Slots<'_>);
}

/// Where the numbers of a state go to or come from.
#[derive(Debug)]
pub struct Slots<'a>(Way<'a>);

#[derive(Debug)]
enum Way<'a> {
    Save(Vec<f64>),
    Load { numbers: &'a [f64], fits: bool },
}

impl<'a> Slots<'a> {
    /// The numbers of a state.
    pub(crate) fn save(state: &mut impl State) -> Vec<f64> {
        let mut slots = Self(Way::Save(Vec::new()));
        state.visit(&mut slots);
        match slots.0 {
            Way::Save(numbers) => numbers,
            Way::Load { .. } => Vec::new(),
        }
    }

    /// Restores a state of the same shape; false where the numbers do not fit it.
    pub(crate) fn load(numbers: &'a [f64], state: &mut impl State) -> bool {
        let mut slots = Self(Way::Load {
            numbers,
            fits: true,
        });
        state.visit(&mut slots);
        matches!(
            slots.0,
            Way::Load {
                numbers: [],
                fits: true
            }
        )
    }

    /// One number.
    pub(crate) fn number(&mut self, value: &mut f64) {
        match &mut self.0 {
            Way::Save(numbers) => numbers.push(*value),
            Way::Load { numbers, fits } => match numbers.split_first() {
                Some((first, rest)) => (*value, *numbers) = (*first, rest),
                None => *fits = false,
            },
        }
    }

    /// A whole number below 2^53.
    pub(crate) fn whole(&mut self, value: &mut usize) {
        let mut number = *value as f64;
        self.number(&mut number);
        if !(0.0..9_007_199_254_740_992.0).contains(&number) || number.fract() != 0.0 {
            self.refuse();
            return;
        }
        *value = number as usize;
    }

    /// The length of a list, at most what is left to read.
    pub(crate) fn length(&mut self, value: usize, most: usize) -> usize {
        let mut length = value;
        self.whole(&mut length);
        let left = match &self.0 {
            Way::Save(_) => usize::MAX,
            Way::Load { numbers, .. } => numbers.len(),
        };
        if length > most.min(left) {
            self.refuse();
            return 0;
        }
        length
    }

    /// Says that the numbers are not those of this state.
    pub(crate) fn refuse(&mut self) {
        if let Way::Load { fits, .. } = &mut self.0 {
            *fits = false;
        }
    }
}

/// Implements [`State`] for a struct: `state!(Rsi { previous, gain, loss });`. Name every field
/// that changes from bar to bar; what only depends on the parameters may be left out.
macro_rules! state {
    ($name:ty { $($field:tt),* $(,)? }) => {
        impl $crate::state::State for $name {
            fn visit(&mut self, slots: &mut $crate::state::Slots<'_>) {
                $($crate::state::State::visit(&mut self.$field, slots);)*
                let _ = slots;
            }
        }
    };
}
pub(crate) use state;

impl State for f64 {
    fn visit(&mut self, slots: &mut Slots<'_>) {
        slots.number(self);
    }
}

impl State for usize {
    fn visit(&mut self, slots: &mut Slots<'_>) {
        slots.whole(self);
    }
}

impl State for bool {
    fn visit(&mut self, slots: &mut Slots<'_>) {
        let mut number = f64::from(u8::from(*self));
        slots.number(&mut number);
        *self = number != 0.0;
    }
}

impl<T: State, const N: usize> State for [T; N] {
    fn visit(&mut self, slots: &mut Slots<'_>) {
        for each in self.iter_mut() {
            each.visit(slots);
        }
    }
}

impl<A: State, B: State> State for (A, B) {
    fn visit(&mut self, slots: &mut Slots<'_>) {
        self.0.visit(slots);
        self.1.visit(slots);
    }
}

impl<T: State + Clone> State for Option<T> {
    /// Only the content: whether there is one depends on the parameters.
    fn visit(&mut self, slots: &mut Slots<'_>) {
        if let Some(content) = self {
            content.visit(slots);
        }
    }
}

impl<T: State + Clone + Default> State for Vec<T> {
    fn visit(&mut self, slots: &mut Slots<'_>) {
        let length = slots.length(self.len(), usize::MAX);
        self.resize(length, T::default());
        for each in self.iter_mut() {
            each.visit(slots);
        }
    }
}

impl<T: State + Clone + Default> State for VecDeque<T> {
    fn visit(&mut self, slots: &mut Slots<'_>) {
        let length = slots.length(self.len(), usize::MAX);
        self.resize(length, T::default());
        for each in self.iter_mut() {
            each.visit(slots);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default, Debug, PartialEq)]
    struct Sample {
        number: f64,
        whole: usize,
        flag: bool,
        list: Vec<f64>,
    }
    state!(Sample {
        number,
        whole,
        flag,
        list
    });

    #[test]
    fn what_was_saved_is_restored() {
        let mut sample = Sample {
            number: -0.5,
            whole: 7,
            flag: true,
            list: vec![1.0, 2.0],
        };
        let numbers = Slots::save(&mut sample);
        assert_eq!(numbers, [-0.5, 7.0, 1.0, 2.0, 1.0, 2.0]);
        let mut restored = Sample::default();
        assert!(Slots::load(&numbers, &mut restored));
        assert_eq!(restored, sample);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for numbers in [
            &[][..],
            &[0.0, 1.5, 0.0, 0.0],
            &[0.0, 1.0, 0.0, 9.0],
            &[0.0, -1.0, 0.0, 0.0],
            &[0.0, 1.0, 0.0, 0.0, 0.0],
        ] {
            assert!(!Slots::load(numbers, &mut Sample::default()), "{numbers:?}");
        }
    }
}
