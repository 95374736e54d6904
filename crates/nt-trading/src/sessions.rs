use nt_core::{Code, Error, Result};

use crate::{Reason, TimeInForce};

/// What is known of the sessions in which an instrument trades.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sessions {
    /// Every bar is a session of its own, as a daily one is.
    #[default]
    EveryBar,
    /// Bars are parts of sessions that nobody described: at-open and at-close orders are denied.
    Unknown,
    /// Those of a calendar.
    Scheduled(Schedule),
}

/// Sessions as columns, ascending; all times are nanoseconds since the epoch, UTC. An order for the
/// open or the close of a session must arrive before its entry time, and can be changed or taken back
/// before its change time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionColumns {
    /// When each session opens.
    pub open: Vec<i64>,
    /// When it closes.
    pub close: Vec<i64>,
    /// From when on at-open orders come too late.
    pub open_entry: Vec<i64>,
    /// From when on at-open orders stay as they are.
    pub open_change: Vec<i64>,
    /// From when on at-close orders come too late.
    pub close_entry: Vec<i64>,
    /// From when on at-close orders stay as they are.
    pub close_change: Vec<i64>,
}

/// When an instrument trades. A session has its place in the columns as its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    columns: SessionColumns,
    /// From the beginning of a bar to its close.
    bar_length: i64,
    extended_hours: bool,
}

/// Where a bar stands in its session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionPlace {
    /// Number of its session; of a bar between sessions, that of the next. `None` without a schedule.
    pub number: Option<i64>,
    /// Its open is that of the session.
    pub opens: bool,
    /// Its close is that of the session.
    pub closes: bool,
    /// Whether orders meet it: not before and after the session, unless extended hours are traded.
    pub trades: bool,
}

impl SessionPlace {
    /// A bar that is a session.
    pub const WHOLE: Self = Self {
        number: None,
        opens: true,
        closes: true,
        trades: true,
    };
}

impl Schedule {
    /// A schedule for bars of this length (nanoseconds). With extended hours orders also fill on bars
    /// outside of the sessions.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` where the columns differ in length, a session does not open before it
    /// closes, or two overlap.
    pub fn new(columns: SessionColumns, bar_length: i64, extended_hours: bool) -> Result<Self> {
        let SessionColumns {
            open,
            close,
            open_entry,
            open_change,
            close_entry,
            close_change,
        } = &columns;
        let others = [close, open_entry, open_change, close_entry, close_change];
        if others.iter().any(|column| column.len() != open.len()) || bar_length < 1 {
            return invalid("the columns of sessions differ in length, or the bars have none");
        }
        let ascends = open.iter().zip(close).all(|(open, close)| open < close)
            && close
                .iter()
                .zip(&open[open.len().min(1)..])
                .all(|(end, next)| end <= next);
        if !ascends {
            return invalid(
                "sessions overlap or close before they open: give them in ascending order",
            );
        }
        Ok(Self {
            columns,
            bar_length,
            extended_hours,
        })
    }

    /// When a session closes.
    #[must_use]
    pub fn close(&self, number: i64) -> Option<i64> {
        self.columns.close.get(number as usize).copied()
    }

    /// Number of the session of a bar that closes at this time: the first that ends after the bar
    /// began. `guess` is a session not far before it, which makes the answer quick.
    #[must_use]
    pub fn session_of_bar(&self, time: i64, guess: usize) -> usize {
        first_after(&self.columns.close, time - self.bar_length, guess)
    }

    /// Number of the session that an order given at this time belongs to: the first that has not
    /// closed.
    #[must_use]
    pub fn session_of_order(&self, time: i64) -> i64 {
        first_after(&self.columns.close, time, 0) as i64
    }

    /// Where a bar of session `number` that closes at `time` stands, by the times of the bars beside
    /// it. The last bar before the close stands for the close, the first after the open for the open:
    /// nothing was traded in between.
    #[must_use]
    pub fn place(
        &self,
        number: usize,
        time: i64,
        (before, after): (Option<i64>, Option<i64>),
    ) -> SessionPlace {
        let is_within = self.is_within(number, time);
        let is_first = |before: i64| {
            let of_session_before = number
                .checked_sub(1)
                .is_some_and(|earlier| before - self.bar_length < self.columns.close[earlier]);
            of_session_before || !self.is_within(number, before)
        };
        let is_last = |after: i64| self.columns.close[number] <= after - self.bar_length;
        SessionPlace {
            number: Some(number as i64),
            opens: is_within && before.is_none_or(is_first),
            closes: is_within && (self.columns.close[number] <= time || after.is_some_and(is_last)),
            trades: is_within || self.extended_hours,
        }
    }

    /// Whether orders fill on a bar that closes at this time.
    #[must_use]
    pub fn trades_at(&self, time: i64) -> bool {
        self.extended_hours || self.is_within(self.session_of_bar(time, 0), time)
    }

    fn is_within(&self, number: usize, time: i64) -> bool {
        self.columns
            .open
            .get(number)
            .is_some_and(|&open| open < time)
    }

    /// The session that an order given at this time is good for, where it is for one.
    ///
    /// # Errors
    /// [`Reason::MissedCutoff`] between the entry time of an auction and the auction.
    pub(crate) fn admit(&self, order: TimeInForce, time: i64) -> Result<Option<i64>, Reason> {
        let columns = &self.columns;
        let (number, entry) = match order {
            TimeInForce::Day => return Ok(Some(self.session_of_order(time))),
            TimeInForce::AtOpen => {
                let number = columns.open.partition_point(|&open| open < time);
                (number, columns.open_entry.get(number))
            }
            TimeInForce::AtClose => {
                let number = first_after(&columns.close, time, 0);
                (number, columns.close_entry.get(number))
            }
            _ => return Ok(None),
        };
        match entry {
            Some(&entry) if entry <= time => Err(Reason::MissedCutoff),
            _ => Ok(Some(number as i64)),
        }
    }

    /// Whether an order for an auction of this session can be changed no more.
    pub(crate) fn is_locked(&self, order: TimeInForce, number: i64, time: i64) -> bool {
        let change = match order {
            TimeInForce::AtOpen => &self.columns.open_change,
            TimeInForce::AtClose => &self.columns.close_change,
            _ => return false,
        };
        change
            .get(number as usize)
            .is_some_and(|&last| last <= time)
    }
}

/// Index of the first of these ascending times that is later, looked for from `guess` on.
fn first_after(times: &[i64], time: i64, guess: usize) -> usize {
    let later = |&at: &i64| at <= time;
    match times.get(guess..) {
        Some(rest) if guess == 0 || later(&times[guess - 1]) => {
            // The same session or the next one, nearly always.
            match rest.iter().take(2).position(|at| !later(at)) {
                Some(near) => guess + near,
                None => guess + rest.partition_point(later),
            }
        }
        _ => times.partition_point(later),
    }
}

#[cold]
fn invalid<T>(message: &str) -> Result<T> {
    Err(Error::new(Code::InvalidArgument, message).with("field", "sessions"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn columns(sessions: &[(i64, i64)]) -> SessionColumns {
        let open: Vec<i64> = sessions.iter().map(|session| session.0).collect();
        let close: Vec<i64> = sessions.iter().map(|session| session.1).collect();
        SessionColumns {
            open_entry: open.clone(),
            open_change: open.clone(),
            close_entry: close.clone(),
            close_change: close.clone(),
            open,
            close,
        }
    }

    #[test]
    fn sessions_in_disorder_are_refused() {
        for sessions in [&[(5, 5)][..], &[(0, 10), (9, 20)], &[(10, 20), (0, 5)]] {
            let refused = Schedule::new(columns(sessions), 1, false).unwrap_err();
            assert_eq!(refused.code(), Code::InvalidArgument, "{sessions:?}");
        }
        let uneven = SessionColumns {
            close: vec![10, 20],
            ..columns(&[(0, 10)])
        };
        assert!(Schedule::new(uneven, 1, false).is_err());
        assert!(Schedule::new(columns(&[(0, 10), (10, 20)]), 1, false).is_ok());
        assert!(Schedule::new(columns(&[]), 1, false).is_ok());
    }

    #[test]
    fn without_sessions_nothing_trades() {
        let schedule = Schedule::new(SessionColumns::default(), 1, false).unwrap();
        let place = schedule.place(schedule.session_of_bar(5, 0), 5, (None, Some(6)));
        assert!(!place.opens && !place.closes && !place.trades);
        assert_eq!(schedule.admit(TimeInForce::AtClose, 5), Ok(Some(0)));
    }

    proptest! {
        #[test]
        fn any_guess_leads_to_the_same_session(lengths in prop::collection::vec((0_i64..5, 1_i64..9), 0..30), time in 0_i64..200, guess in 0_usize..40) {
            let mut clock = 0;
            let sessions: Vec<_> = lengths.iter().map(|(closed, opened)| {
                let open = clock + closed;
                clock = open + opened;
                (open, clock)
            }).collect();
            let schedule = Schedule::new(columns(&sessions), 3, false).unwrap();
            let own = sessions.iter().filter(|session| session.1 <= time - 3).count();
            prop_assert_eq!(schedule.session_of_bar(time, guess), own);
        }
    }
}
