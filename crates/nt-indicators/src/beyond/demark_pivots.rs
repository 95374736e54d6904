use crate::blocks::PreviousSession;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "demark-pivots",
    talib: "",
    aliases: &[],
    group: Group::Beyond,
    meaning: "DeMark pivot points: levels that lean to where the session before closed",
    formula: "x = high + 2 low + close where the session before closed below its open, 2 high + low + close above it, high + low + 2 close at it; pivot = x / 4, r1 = x / 2 - low, s1 = x / 2 - high",
    source: "DeMark, The New Science of Technical Analysis (1994)",
    inputs: &["open", "high", "low", "close", "session"],
    params: &[],
    outputs: &[
        Output::real("pivot", ""),
        Output::real("r1", ""),
        Output::real("s1", ""),
    ],
    stability: Stability::Path,
    lookback: |_| 1,
    compute: Compute::of::<DemarkPivots, 5, 3>(),
};

/// The look-back is that of sessions of one bar; it is the whole of the first session.
#[derive(Clone)]
struct DemarkPivots(PreviousSession);

state!(DemarkPivots { 0 });

impl Machine<5, 3> for DemarkPivots {
    fn open(_: &[f64]) -> Self {
        Self(PreviousSession::new())
    }

    #[inline]
    fn update(&mut self, [open, high, low, close, session]: [f64; 5]) -> [f64; 3] {
        let [open, high, low, close] = self.0.update([open, high, low, close], session);
        let leaning = if close < open {
            low
        } else if close > open {
            high
        } else {
            close
        };
        let sum = high + low + close + leaning;
        [sum / 4.0, sum / 2.0 - low, sum / 2.0 - high]
    }
}
