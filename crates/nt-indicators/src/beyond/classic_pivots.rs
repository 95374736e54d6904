use crate::blocks::PreviousSession;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "classic-pivots",
    talib: "",
    aliases: &["pivots", "floor-pivots"],
    group: Group::Beyond,
    meaning: "Classic pivot points: levels from the range of the session before",
    formula: "pivot = (high + low + close) / 3, r1 = 2 pivot - low, s1 = 2 pivot - high, r2, s2 = pivot +- (high - low), r3 = high + 2 (pivot - low), s3 = low - 2 (high - pivot), of the session before (a session is a run of bars with one number in the column session)",
    source: "",
    inputs: &["high", "low", "close", "session"],
    params: &[],
    outputs: &[
        Output::real("pivot", ""),
        Output::real("r1", ""),
        Output::real("r2", ""),
        Output::real("r3", ""),
        Output::real("s1", ""),
        Output::real("s2", ""),
        Output::real("s3", ""),
    ],
    stability: Stability::Path,
    lookback: |_| 1,
    compute: Compute::of::<ClassicPivots, 4, 7>(),
};

/// The look-back is that of sessions of one bar; it is the whole of the first session.
#[derive(Clone)]
struct ClassicPivots(PreviousSession);

state!(ClassicPivots { 0 });

impl Machine<4, 7> for ClassicPivots {
    fn open(_: &[f64]) -> Self {
        Self(PreviousSession::new())
    }

    #[inline]
    fn update(&mut self, [high, low, close, session]: [f64; 4]) -> [f64; 7] {
        // A session without its open: nothing here reads it.
        let [_, high, low, close] = self.0.update([close, high, low, close], session);
        let (pivot, range) = ((high + low + close) / 3.0, high - low);
        [
            pivot,
            2.0 * pivot - low,
            pivot + range,
            high + 2.0 * (pivot - low),
            2.0 * pivot - high,
            pivot - range,
            low - 2.0 * (high - pivot),
        ]
    }
}
