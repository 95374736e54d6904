use super::cells::{Cells, Lane};
use super::settle::Signals;
use super::{Accumulation, Conflict, Direction, OppositeEntry, SideConflict, Stops};

/// Flags by step and column, 0 or 1, and what becomes of those that contradict each other.
#[derive(Clone, Copy, Debug)]
pub struct SignalRules<'a> {
    /// Entries; long ones where there are short ones.
    pub entries: Cells<'a, u8>,
    /// Exits; of longs where there are short entries or exits.
    pub exits: Cells<'a, u8>,
    /// Short entries and exits; without them the direction of the cell says what entries and exits
    /// mean: with both sides an exit is a short entry.
    pub short: Option<ShortSignals<'a>>,
    /// An entry and an exit of the long side on one bar.
    pub long_conflict: Cells<'a, Conflict>,
    /// An entry and an exit of the short side on one bar.
    pub short_conflict: Cells<'a, Conflict>,
    /// Entries of both sides on one bar.
    pub side_conflict: Cells<'a, SideConflict>,
    /// An entry against the position.
    pub opposite_entry: Cells<'a, OppositeEntry>,
    /// Whether entries add and exits take parts.
    pub accumulation: Cells<'a, Accumulation>,
    /// Stops, if there are any.
    pub stops: Option<Stops<'a>>,
}

/// Signals of the short side.
#[derive(Clone, Copy, Debug)]
pub struct ShortSignals<'a> {
    /// Entries.
    pub entries: Cells<'a, u8>,
    /// Exits.
    pub exits: Cells<'a, u8>,
}

impl SignalRules<'static> {
    /// No signals, and what holds where nothing else is said.
    pub const DEFAULT: Self = Self {
        entries: Cells::all(&0),
        exits: Cells::all(&0),
        short: None,
        long_conflict: Cells::all(&Conflict::Ignore),
        short_conflict: Cells::all(&Conflict::Ignore),
        side_conflict: Cells::all(&SideConflict::Ignore),
        opposite_entry: Cells::all(&OppositeEntry::ReverseReduce),
        accumulation: Cells::all(&Accumulation::Disabled),
        stops: None,
    };
}

/// The signals of one column, read forwards.
pub(super) struct SignalLanes<'a> {
    lanes: [Lane<'a, u8>; 4],
    /// The next step at which each is set.
    next: [usize; 4],
    /// What entries and exits mean where they have no side of their own.
    direction: Option<Lane<'a, Direction>>,
    end: usize,
}

impl<'a> SignalLanes<'a> {
    pub(super) fn of(
        rules: &SignalRules<'a>,
        direction: Lane<'a, Direction>,
        column: usize,
        end: usize,
    ) -> Self {
        let unset = Cells::all(&0);
        let (entries, exits) = rules
            .short
            .map_or((unset, unset), |short| (short.entries, short.exits));
        let lanes = [rules.entries, rules.exits, entries, exits].map(|cells| cells.lane(column));
        Self {
            lanes,
            next: lanes.map(|lane| lane.next_set(0, end)),
            direction: rules.short.is_none().then_some(direction),
            end,
        }
    }

    /// The first step from `from` on at which there is a signal.
    #[inline]
    pub(super) fn next_from(&mut self, from: usize) -> usize {
        let [a, b, c, d] = self.next;
        let next = a.min(b).min(c.min(d));
        if next >= from {
            return next;
        }
        for (lane, next) in self.lanes.iter().zip(&mut self.next) {
            if *next < from {
                *next = lane.next_set(from, self.end);
            }
        }
        let [a, b, c, d] = self.next;
        a.min(b).min(c.min(d))
    }

    /// The signals at a step that [`Self::next_from`] has come to.
    #[inline]
    pub(super) fn at(&self, step: usize) -> Signals {
        let [entry, exit, short, exit_short] = self.next.map(|next| next == step);
        let Some(direction) = self.direction else {
            return Signals {
                long: entry,
                exit_long: exit,
                short,
                exit_short,
            };
        };
        match direction.at(step) {
            Direction::LongOnly => Signals {
                long: entry,
                exit_long: exit,
                ..Signals::default()
            },
            Direction::ShortOnly => Signals {
                short: entry,
                exit_short: exit,
                ..Signals::default()
            },
            Direction::Both => Signals {
                long: entry,
                short: exit,
                ..Signals::default()
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_direction_says_what_entries_and_exits_mean() {
        let (entries, exits) = ([0, 1, 0], [0, 1, 1]);
        let rules = SignalRules {
            entries: Cells::new(&entries, 1, 0),
            exits: Cells::new(&exits, 1, 0),
            ..SignalRules::DEFAULT
        };
        let at = |direction: &'static Direction, step| {
            let mut lanes = SignalLanes::of(&rules, Cells::all(direction).lane(0), 0, 3);
            assert_eq!(lanes.next_from(step), step);
            let signals = lanes.at(step);
            (
                signals.long,
                signals.exit_long,
                signals.short,
                signals.exit_short,
            )
        };
        assert_eq!(at(&Direction::LongOnly, 1), (true, true, false, false));
        assert_eq!(at(&Direction::ShortOnly, 2), (false, false, false, true));
        assert_eq!(at(&Direction::Both, 2), (false, false, true, false));
    }
}
