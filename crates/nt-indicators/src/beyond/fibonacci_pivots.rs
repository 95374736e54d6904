use crate::blocks::PreviousSession;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "fibonacci-pivots",
    talib: "",
    aliases: &["fib-pivots"],
    group: Group::Beyond,
    meaning: "Fibonacci pivot points: levels at golden shares of the range of the session before",
    formula: "pivot = (high + low + close) / 3; ri, si = pivot +- (0.382, 0.618, 1) (high - low), of the session before (a session is a run of bars with one number in the column session)",
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
    compute: Compute::of::<FibonacciPivots, 4, 7>(),
};

/// The look-back is that of sessions of one bar; it is the whole of the first session.
#[derive(Clone)]
struct FibonacciPivots(PreviousSession);

state!(FibonacciPivots { 0 });

impl Machine<4, 7> for FibonacciPivots {
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
            pivot + 0.382 * range,
            pivot + 0.618 * range,
            pivot + range,
            pivot - 0.382 * range,
            pivot - 0.618 * range,
            pivot - range,
        ]
    }
}
