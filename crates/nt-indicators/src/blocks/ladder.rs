use crate::state::state;

/// The four steps of a Laguerre filter, as if the values had always been the first.
#[derive(Clone, Debug)]
pub(crate) struct Ladder {
    gamma: f64,
    steps: [f64; 4],
}

state!(Ladder { steps });

impl Ladder {
    pub(crate) const fn new(gamma: f64) -> Self {
        Self {
            gamma,
            steps: [f64::NAN; 4],
        }
    }

    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> [f64; 4] {
        if self.steps[0].is_nan() {
            self.steps = [value; 4];
        }
        let before = self.steps;
        self.steps[0] = value + self.gamma * (before[0] - value);
        for at in 1..4 {
            self.steps[at] = before[at - 1] + self.gamma * (before[at] - self.steps[at - 1]);
        }
        self.steps
    }
}
