use nt_trading::{Schedule, SessionPlace};

/// Where each instrument of a run stands in its sessions. Bars come in the order of time, so that the
/// session of one lies at or near that of the bar before.
#[derive(Clone, Debug)]
pub(crate) struct SessionCursors {
    /// Session of the last bar that was looked at, one an instrument.
    last: Vec<usize>,
}

impl SessionCursors {
    pub fn new(instruments: usize) -> Self {
        Self {
            last: vec![0; instruments],
        }
    }

    /// Where the bar of this row stands, by the times of all bars of its instrument.
    pub fn place(
        &mut self,
        instrument: u32,
        schedule: &Schedule,
        times: &[i64],
        row: usize,
    ) -> SessionPlace {
        let last = &mut self.last[instrument as usize];
        *last = schedule.session_of_bar(times[row], *last);
        let before = row.checked_sub(1).map(|row| times[row]);
        let after = times.get(row + 1).copied();
        schedule.place(*last, times[row], (before, after))
    }
}
