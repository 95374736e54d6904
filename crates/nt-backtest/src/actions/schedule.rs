use nt_core::{Code, Error, Instrument, Result};
use nt_trading::{Event, Kernel, Matching};

use crate::{Series, Timeline};

/// What a company does, and when it takes effect: a bar that closes at that time or before knows
/// nothing of it, the next bar of the instrument is the first under the new terms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimedAction {
    /// Nanoseconds since the epoch, UTC.
    pub time: i64,
    /// One of the actions of a company; other events have no place here.
    pub event: Event,
}

impl TimedAction {
    /// Index of the instrument, where the event is an action of a company.
    #[must_use]
    pub const fn instrument(&self) -> Option<u32> {
        match self.event {
            Event::Split { instrument, .. }
            | Event::Dividend { instrument, .. }
            | Event::Delisted { instrument, .. }
            | Event::Renamed { instrument, .. } => Some(instrument),
            _ => None,
        }
    }
}

/// The actions of a run by the step before whose bars the kernel is told of them.
#[derive(Clone, Debug)]
pub(crate) struct Schedule {
    /// Latest first, so that the next is taken off the end.
    steps: Vec<(usize, Event)>,
    /// Delistings as of the last close.
    at_end: Vec<Event>,
    next: usize,
}

impl Schedule {
    /// Without actions.
    pub const NONE: Self = Self {
        steps: Vec::new(),
        at_end: Vec::new(),
        next: usize::MAX,
    };

    /// Actions of the same step keep their order. Before the `first` step at which the caller is asked
    /// nothing can be held, so splits and dividends up to there are left out. One after which its instrument has no bar is left
    /// out, but for a delisting: that takes effect with the next step of any instrument, or with the
    /// last close where it is not later.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` where lots are matched in the queue of backtesting.py, which knows no such
    /// actions; `UNKNOWN_INSTRUMENT`.
    pub fn of<S: Series + ?Sized>(
        actions: &[TimedAction],
        (kernel, timeline, series): (&Kernel, &Timeline, &S),
        first: usize,
    ) -> Result<Self> {
        if actions.is_empty() {
            return Ok(Self::NONE);
        }
        if matches!(kernel.config().matching, Matching::Queue(_)) {
            let message = "corporate actions do not go with the profile backtesting.py: give adjusted bars, or the profile neural-trader";
            return Err(
                Error::new(Code::InvalidArgument, message).with("field", "corporateActions")
            );
        }
        let (mut steps, mut at_end) = (Vec::new(), Vec::new());
        for action in actions {
            check_instrument(action, kernel.ledger().instruments())?;
            match step_of(action, timeline, series) {
                Some(step) if step <= first && pays_holders(action.event) => {}
                Some(step) if step < timeline.len() => {
                    steps.push((step.max(first), action.event));
                }
                Some(_) => at_end.push(action.event),
                None => {}
            }
        }
        // From the last to the first: a stable sort of the reversed list keeps the order of each step.
        steps.reverse();
        steps.sort_by_key(|&(step, _)| std::cmp::Reverse(step));
        let mut schedule = Self {
            steps,
            at_end,
            next: 0,
        };
        schedule.look_ahead();
        Ok(schedule)
    }

    /// The step of the next action; beyond every step where there is none.
    pub const fn next_step(&self) -> usize {
        self.next
    }

    /// Takes the next action off that is due at this step.
    pub fn take_due(&mut self, step: usize) -> Option<Event> {
        if step < self.next {
            return None;
        }
        let (_, event) = self.steps.pop()?;
        self.look_ahead();
        Some(event)
    }

    /// Takes what is due at the last close.
    pub fn take_end(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.at_end)
    }

    fn look_ahead(&mut self) {
        self.next = self.steps.last().map_or(usize::MAX, |&(step, _)| step);
    }
}

/// Whether an action concerns those alone who hold shares or have orders for them.
const fn pays_holders(event: Event) -> bool {
    matches!(event, Event::Split { .. } | Event::Dividend { .. })
}

fn check_instrument(action: &TimedAction, instruments: &[Instrument]) -> Result<()> {
    let acted = action.instrument();
    let message = match acted.and_then(|instrument| instruments.get(instrument as usize)) {
        Some(instrument) if instrument.is_margined() => {
            let id = instrument.id();
            format!("{id} is a contract on margin: companies act on shares")
        }
        Some(_) => return Ok(()),
        None => {
            let count = instruments.len();
            format!("an action is of none of the {count} instruments of the run")
        }
    };
    Err(Error::new(Code::InvalidArgument, message).with("field", "corporateActions"))
}

/// The step before whose bars an action takes effect; the number of steps where that is the last
/// close; `None` where it is not of the run.
fn step_of<S: Series + ?Sized>(
    action: &TimedAction,
    timeline: &Timeline,
    series: &S,
) -> Option<usize> {
    let instrument = action.instrument()?;
    if matches!(action.event, Event::Delisted { .. }) {
        return timeline.first_step_after(series, action.time);
    }
    let own = (0..series.count()).filter(|&each| series.instrument(each) == instrument);
    let first_row_after = |each: usize| {
        let times = series.time(each);
        let row = times.partition_point(|&time| time <= action.time);
        times.get(row).copied()
    };
    let time = own.filter_map(first_row_after).min()?;
    timeline.first_step_after(series, time - 1)
}
