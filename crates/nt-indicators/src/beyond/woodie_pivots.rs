use crate::blocks::PreviousSession;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "woodie-pivots",
    talib: "",
    aliases: &["woodie"],
    group: Group::Beyond,
    meaning: "Woodie pivot points: levels from the range of the session before and the open of this one",
    formula: "pivot = (high + low + 2 open) / 4, the open being that of this session; r1 = 2 pivot - low, s1 = 2 pivot - high, r2, s2 = pivot +- (high - low), r3 = high + 2 (pivot - low), s3 = low - 2 (high - pivot), high and low of the session before",
    source: "Wood",
    inputs: &["open", "high", "low", "session"],
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
    compute: Compute::of::<WoodiePivots, 4, 7>(),
};

/// The look-back is that of sessions of one bar; it is the whole of the first session.
#[derive(Clone)]
struct WoodiePivots(PreviousSession);

state!(WoodiePivots { 0 });

impl Machine<4, 7> for WoodiePivots {
    fn open(_: &[f64]) -> Self {
        Self(PreviousSession::new())
    }

    #[inline]
    fn update(&mut self, [open, high, low, session]: [f64; 4]) -> [f64; 7] {
        // A session without its close: nothing here reads it.
        let [_, high, low, _] = self.0.update([open, high, low, open], session);
        let (pivot, range) = ((high + low + 2.0 * self.0.today()) / 4.0, high - low);
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
