use crate::blocks::PreviousSession;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "previous-session",
    talib: "",
    aliases: &["previous-day"],
    group: Group::Beyond,
    meaning: "Open, high, low and close of the session before",
    formula: "first open, highest high, lowest low and last close of the bars before with another number in the column session",
    source: "",
    inputs: &["open", "high", "low", "close", "session"],
    params: &[],
    outputs: &[
        Output::real("open", ""),
        Output::real("high", ""),
        Output::real("low", ""),
        Output::real("close", ""),
    ],
    stability: Stability::Path,
    lookback: |_| 1,
    compute: Compute::of::<PreviousSessionBar, 5, 4>(),
};

/// The look-back is that of sessions of one bar; it is the whole of the first session.
#[derive(Clone)]
struct PreviousSessionBar(PreviousSession);

state!(PreviousSessionBar { 0 });

impl Machine<5, 4> for PreviousSessionBar {
    fn open(_: &[f64]) -> Self {
        Self(PreviousSession::new())
    }

    #[inline]
    fn update(&mut self, [open, high, low, close, session]: [f64; 5]) -> [f64; 4] {
        self.0.update([open, high, low, close], session)
    }
}
