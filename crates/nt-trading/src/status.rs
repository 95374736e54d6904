use nt_core::{Code, Error, Result};

/// Where an order stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Refused by the risk gate; it never reached a venue.
    Denied,
    /// Waits for its parent to fill before it works.
    Held,
    /// At the venue, nothing filled yet.
    Working,
    /// At the venue, part of it filled.
    PartiallyFilled,
    /// All of it filled.
    Filled,
    /// Taken back, by its owner or by a rule.
    Cancelled,
    /// Its time in force is over.
    Expired,
    /// Refused by the venue.
    Rejected,
}

/// What can happen to an order at a venue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transition {
    /// Its parent filled: it works from now on.
    Release,
    /// Part of what was left filled.
    FillPart,
    /// All that was left filled.
    FillRest,
    /// It was cancelled.
    Cancel,
    /// It expired.
    Expire,
    /// The venue refused it.
    Reject,
}

impl Status {
    /// Whether nothing can happen any more.
    #[must_use]
    pub const fn is_terminal(self) -> bool {
        !matches!(self, Self::Held | Self::Working | Self::PartiallyFilled)
    }

    /// The status after a transition.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` when the order is in a terminal state, a partly filled order would be
    /// rejected, a held one filled, or one released that is not held.
    pub fn after(self, transition: Transition) -> Result<Self> {
        match (self, transition) {
            (Self::Held, Transition::Release) => Ok(Self::Working),
            (Self::Working | Self::PartiallyFilled, Transition::FillPart) => {
                Ok(Self::PartiallyFilled)
            }
            (Self::Working | Self::PartiallyFilled, Transition::FillRest) => Ok(Self::Filled),
            (Self::Held | Self::Working | Self::PartiallyFilled, Transition::Cancel) => {
                Ok(Self::Cancelled)
            }
            (Self::Held | Self::Working | Self::PartiallyFilled, Transition::Expire) => {
                Ok(Self::Expired)
            }
            (Self::Working, Transition::Reject) => Ok(Self::Rejected),
            (from, transition) => Err(Error::new(
                Code::InvalidArgument,
                format!("an order that is {from:?} cannot take {transition:?}"),
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Transition; 6] = [
        Transition::Release,
        Transition::FillPart,
        Transition::FillRest,
        Transition::Cancel,
        Transition::Expire,
        Transition::Reject,
    ];

    #[test]
    fn no_order_leaves_a_terminal_state() {
        for from in [
            Status::Denied,
            Status::Filled,
            Status::Cancelled,
            Status::Expired,
            Status::Rejected,
        ] {
            assert!(from.is_terminal());
            assert!(
                ALL.iter()
                    .all(|&transition| from.after(transition).is_err())
            );
        }
    }

    #[test]
    fn a_held_order_works_before_it_fills() {
        assert!(Status::Held.after(Transition::FillPart).is_err());
        assert!(Status::Held.after(Transition::FillRest).is_err());
        assert_eq!(
            Status::Held.after(Transition::Release).unwrap(),
            Status::Working
        );
        assert!(Status::Working.after(Transition::Release).is_err());
    }

    #[test]
    fn a_partly_filled_order_cannot_be_rejected() {
        assert!(Status::PartiallyFilled.after(Transition::Reject).is_err());
        assert_eq!(
            Status::Working.after(Transition::Reject).unwrap(),
            Status::Rejected
        );
    }
}
