use nt_trading::{Schedule, SessionPlace};

/// Where each series of a run stands in its sessions. Bars come in the order of time, so that the
/// session of one lies at or near that of the bar before.
#[derive(Clone, Debug)]
pub(crate) struct SessionCursors {
    /// Session of the last row that was looked at, one a series.
    last: Vec<usize>,
}

impl SessionCursors {
    pub fn new(series: usize) -> Self {
        Self {
            last: vec![0; series],
        }
    }

    /// Where the bar, quote or trade of this row stands, by the times of all of its series.
    pub fn place(
        &mut self,
        series: u32,
        schedule: &Schedule,
        times: &[i64],
        row: usize,
    ) -> SessionPlace {
        let last = &mut self.last[series as usize];
        *last = schedule.session_of_bar(times[row], *last);
        let before = row.checked_sub(1).map(|row| times[row]);
        let after = times.get(row + 1).copied();
        schedule.place(*last, times[row], (before, after))
    }
}
