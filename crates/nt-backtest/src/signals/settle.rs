use super::{Accumulation, Conflict, OppositeEntry, SideConflict, StopExit};

/// The signals of a bar, or of a stop, by side.
#[expect(clippy::struct_excessive_bools, reason = "each is a signal of its own")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signals {
    pub long: bool,
    pub exit_long: bool,
    pub short: bool,
    pub exit_short: bool,
}

impl Signals {
    pub(super) const fn is_none(self) -> bool {
        !(self.long || self.exit_long || self.short || self.exit_short)
    }
}

/// What settles signals that contradict each other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Settlement {
    pub long_conflict: Conflict,
    pub short_conflict: Conflict,
    pub side_conflict: SideConflict,
    pub opposite_entry: OppositeEntry,
}

/// Signals without contradictions for the position held, and whether they accumulate: first entry
/// against exit of each side, then side against side, then entry against position.
pub(super) fn settle(
    signals: Signals,
    rules: Settlement,
    position: f64,
    accumulation: Accumulation,
) -> (Signals, Accumulation) {
    if !(signals.long || signals.short) {
        return (signals, accumulation);
    }
    let (long, exit_long) = pair(
        signals.long,
        signals.exit_long,
        rules.long_conflict,
        position,
    );
    let (short, exit_short) = pair(
        signals.short,
        signals.exit_short,
        rules.short_conflict,
        position,
    );
    let (long, short) = sides(long, short, rules.side_conflict, position);
    let settled = Signals {
        long,
        exit_long,
        short,
        exit_short,
    };
    against(settled, rules.opposite_entry, position, accumulation)
}

fn pair(entry: bool, exit: bool, rule: Conflict, position: f64) -> (bool, bool) {
    if !(entry && exit) {
        return (entry, exit);
    }
    match rule {
        Conflict::Entry => (true, false),
        Conflict::Exit => (false, true),
        Conflict::Adjacent if position != 0.0 => (true, false),
        Conflict::Opposite if position != 0.0 => (false, true),
        Conflict::Ignore | Conflict::Adjacent | Conflict::Opposite => (false, false),
    }
}

fn sides(long: bool, short: bool, rule: SideConflict, position: f64) -> (bool, bool) {
    if !(long && short) {
        return (long, short);
    }
    match rule {
        SideConflict::Long => (true, false),
        SideConflict::Short => (false, true),
        SideConflict::Adjacent => (position > 0.0, position < 0.0),
        SideConflict::Opposite => (position < 0.0, position > 0.0),
        SideConflict::Ignore => (false, false),
    }
}

fn against(
    mut signals: Signals,
    rule: OppositeEntry,
    position: f64,
    accumulation: Accumulation,
) -> (Signals, Accumulation) {
    let is_against = (position > 0.0 && signals.short) || (position < 0.0 && signals.long);
    if !is_against {
        return (signals, accumulation);
    }
    let closes = matches!(rule, OppositeEntry::Close | OppositeEntry::CloseReduce);
    if closes || rule == OppositeEntry::Ignore {
        if position > 0.0 {
            signals.short = false;
            signals.exit_long |= closes;
        } else {
            signals.long = false;
            signals.exit_short |= closes;
        }
    }
    let is_whole = matches!(rule, OppositeEntry::Close | OppositeEntry::Reverse);
    let accumulation = if is_whole {
        Accumulation::Disabled
    } else {
        accumulation
    };
    (signals, accumulation)
}

/// The signals of a stop that was hit, and whether they accumulate.
pub(super) fn stopped(
    rule: StopExit,
    position: f64,
    accumulation: Accumulation,
) -> (Signals, Accumulation) {
    let is_long = position > 0.0;
    let signals = match rule {
        StopExit::Close | StopExit::CloseReduce => Signals {
            exit_long: is_long,
            exit_short: !is_long,
            ..Signals::default()
        },
        StopExit::Reverse | StopExit::ReverseReduce => Signals {
            short: is_long,
            long: !is_long,
            ..Signals::default()
        },
    };
    let is_whole = matches!(rule, StopExit::Close | StopExit::Reverse);
    let accumulation = if is_whole {
        Accumulation::Disabled
    } else {
        accumulation
    };
    (signals, accumulation)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOTH: Signals = Signals {
        long: true,
        exit_long: false,
        short: true,
        exit_short: false,
    };
    const RULES: Settlement = Settlement {
        long_conflict: Conflict::Ignore,
        short_conflict: Conflict::Ignore,
        side_conflict: SideConflict::Ignore,
        opposite_entry: OppositeEntry::ReverseReduce,
    };

    fn settled(signals: Signals, rules: Settlement, position: f64) -> (Signals, Accumulation) {
        settle(signals, rules, position, Accumulation::Both)
    }

    #[test]
    fn an_entry_and_an_exit_of_one_side() {
        let both = Signals {
            long: true,
            exit_long: true,
            ..Signals::default()
        };
        let with = |rule, position| {
            let rules = Settlement {
                long_conflict: rule,
                ..RULES
            };
            let (signals, _) = settled(both, rules, position);
            (signals.long, signals.exit_long)
        };
        assert_eq!(with(Conflict::Ignore, 1.0), (false, false));
        assert_eq!(with(Conflict::Entry, 1.0), (true, false));
        assert_eq!(with(Conflict::Exit, 1.0), (false, true));
        assert_eq!(with(Conflict::Adjacent, 1.0), (true, false));
        assert_eq!(with(Conflict::Opposite, 1.0), (false, true));
        assert_eq!(with(Conflict::Adjacent, 0.0), (false, false));
    }

    #[test]
    fn entries_of_both_sides() {
        let with = |rule, position| {
            let rules = Settlement {
                side_conflict: rule,
                ..RULES
            };
            let (signals, _) = settled(BOTH, rules, position);
            (signals.long, signals.short)
        };
        assert_eq!(with(SideConflict::Ignore, 1.0), (false, false));
        assert_eq!(with(SideConflict::Long, 1.0), (true, false));
        assert_eq!(with(SideConflict::Short, 1.0), (false, true));
        assert_eq!(with(SideConflict::Adjacent, -1.0), (false, true));
        assert_eq!(with(SideConflict::Opposite, -1.0), (true, false));
        assert_eq!(with(SideConflict::Opposite, 0.0), (false, false));
    }

    #[test]
    fn an_entry_against_the_position() {
        let short = Signals {
            short: true,
            ..Signals::default()
        };
        let with = |rule| {
            let rules = Settlement {
                opposite_entry: rule,
                ..RULES
            };
            let (signals, accumulation) = settled(short, rules, 1.0);
            (signals.short, signals.exit_long, accumulation)
        };
        let (disabled, both) = (Accumulation::Disabled, Accumulation::Both);
        assert_eq!(with(OppositeEntry::Ignore), (false, false, both));
        assert_eq!(with(OppositeEntry::Close), (false, true, disabled));
        assert_eq!(with(OppositeEntry::CloseReduce), (false, true, both));
        assert_eq!(with(OppositeEntry::Reverse), (true, false, disabled));
        assert_eq!(with(OppositeEntry::ReverseReduce), (true, false, both));
    }

    #[test]
    fn a_stop_goes_against_its_position() {
        let (signals, accumulation) = stopped(StopExit::Reverse, -1.0, Accumulation::Both);
        assert!(signals.long && !signals.short && accumulation == Accumulation::Disabled);
        let (signals, accumulation) = stopped(StopExit::CloseReduce, 1.0, Accumulation::Both);
        assert!(signals.exit_long && !signals.exit_short && accumulation == Accumulation::Both);
    }
}
