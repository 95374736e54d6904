use crate::state::state;

/// The bar of the session before, a session being a run of bars with the same number.
#[derive(Clone, Debug)]
pub(crate) struct PreviousSession {
    session: f64,
    today: [f64; 4],
    before: [f64; 4],
}

state!(PreviousSession {
    session,
    today,
    before
});

impl PreviousSession {
    pub(crate) const fn new() -> Self {
        Self {
            session: f64::NAN,
            today: [f64::NAN; 4],
            before: [f64::NAN; 4],
        }
    }

    /// Takes the open, high, low and close of a bar and gives those of the session before, NaN
    /// during the first.
    #[inline]
    pub(crate) fn update(&mut self, bar: [f64; 4], session: f64) -> [f64; 4] {
        let [_, high, low, close] = bar;
        if session == self.session {
            self.today[1] = self.today[1].max(high);
            self.today[2] = self.today[2].min(low);
            self.today[3] = close;
        } else {
            self.session = session;
            self.before = std::mem::replace(&mut self.today, bar);
        }
        self.before
    }

    /// The open of the session in hand.
    pub(crate) const fn today(&self) -> f64 {
        self.today[0]
    }
}

#[cfg(test)]
mod tests {
    use super::PreviousSession;

    #[test]
    fn a_session_is_known_when_the_next_begins() {
        let mut session = PreviousSession::new();
        assert!(session.update([1.0, 3.0, 0.5, 2.0], 7.0)[0].is_nan());
        assert!(session.update([2.0, 4.0, 1.0, 3.0], 7.0)[0].is_nan());
        assert_eq!(session.update([9.0; 4], 8.0), [1.0, 4.0, 0.5, 3.0]);
        assert_eq!(session.update([5.0; 4], 8.0), [1.0, 4.0, 0.5, 3.0]);
        assert_eq!(session.update([6.0; 4], 3.0), [9.0, 9.0, 5.0, 5.0]);
        assert_eq!(session.today(), 6.0);
    }
}
