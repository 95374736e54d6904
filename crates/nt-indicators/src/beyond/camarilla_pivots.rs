use crate::blocks::PreviousSession;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "camarilla-pivots",
    talib: "",
    aliases: &["camarilla"],
    group: Group::Beyond,
    meaning: "Camarilla pivot points: levels around the close of the session before",
    formula: "pivot = (high + low + close) / 3; ri, si = close +- 1.1 (high - low) / (12, 6, 4, 2), of the session before (a session is a run of bars with one number in the column session)",
    source: "Stott (1989)",
    inputs: &["high", "low", "close", "session"],
    params: &[],
    outputs: &[
        Output::real("pivot", ""),
        Output::real("r1", ""),
        Output::real("r2", ""),
        Output::real("r3", ""),
        Output::real("r4", ""),
        Output::real("s1", ""),
        Output::real("s2", ""),
        Output::real("s3", ""),
        Output::real("s4", ""),
    ],
    stability: Stability::Path,
    lookback: |_| 1,
    compute: Compute::of::<CamarillaPivots, 4, 9>(),
};

/// The look-back is that of sessions of one bar; it is the whole of the first session.
#[derive(Clone)]
struct CamarillaPivots(PreviousSession);

state!(CamarillaPivots { 0 });

impl Machine<4, 9> for CamarillaPivots {
    fn open(_: &[f64]) -> Self {
        Self(PreviousSession::new())
    }

    #[inline]
    fn update(&mut self, [high, low, close, session]: [f64; 4]) -> [f64; 9] {
        // A session without its open: nothing here reads it.
        let [_, high, low, close] = self.0.update([close, high, low, close], session);
        let (pivot, reach) = ((high + low + close) / 3.0, 1.1 * (high - low));
        [
            pivot,
            close + reach / 12.0,
            close + reach / 6.0,
            close + reach / 4.0,
            close + reach / 2.0,
            close - reach / 12.0,
            close - reach / 6.0,
            close - reach / 4.0,
            close - reach / 2.0,
        ]
    }
}
