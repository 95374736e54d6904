use std::collections::VecDeque;

use crate::blocks::ratio;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "relative-daily-volume",
    talib: "",
    aliases: &["rdv"],
    group: Group::Volume,
    meaning: "Relative daily volume: the volume of a session up to now over the mean of earlier ones after as many bars",
    formula: "sum of volume of the session up to t / mean over the last `period` sessions of theirs after as many bars (all of it where they were shorter); 0 where that is 0",
    source: "",
    inputs: &["volume", "session"],
    params: &[Param::period(2.0, 1.0, "Sessions averaged")],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<RelativeDailyVolume, 2, 1>(),
};

/// The look-back is that of sessions of one bar; longer ones take as many whole sessions.
#[derive(Clone)]
struct RelativeDailyVolume {
    sessions: usize,
    session: f64,
    /// Running volumes of the sessions, bar by bar, the last being the one in hand.
    past: VecDeque<Vec<f64>>,
}

state!(RelativeDailyVolume { session, past });

impl Machine<2, 1> for RelativeDailyVolume {
    fn open(params: &[f64]) -> Self {
        Self {
            sessions: params[0] as usize,
            session: f64::NAN,
            past: VecDeque::new(),
        }
    }

    #[inline]
    fn update(&mut self, [volume, session]: [f64; 2]) -> [f64; 1] {
        if session != self.session {
            self.session = session;
            self.past.push_back(Vec::new());
            if self.past.len() > self.sessions + 1 {
                self.past.pop_front();
            }
        }
        let today = self.past.back_mut().map_or(0.0, |today| {
            let sum = today.last().unwrap_or(&0.0) + volume;
            today.push(sum);
            sum
        });
        if self.past.len() <= self.sessions {
            return [f64::NAN];
        }
        let bars = self.past[self.sessions].len();
        let earlier = self.past.iter().take(self.sessions);
        let sums = earlier.map(|volumes| volumes[bars.min(volumes.len()) - 1]);
        [ratio(today, sums.sum::<f64>() / self.sessions as f64)]
    }
}
