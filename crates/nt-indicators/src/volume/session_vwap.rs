use crate::blocks::WeightedMean;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "session-vwap",
    talib: "",
    aliases: &[],
    group: Group::Volume,
    meaning: "Volume-weighted average price since the session began, and bands some weighted deviations around it",
    formula: "vwap = sum of volume p / sum of volume since the number in the column session last changed, p = (high + low + close) / 3; upper, lower = vwap +- deviations sqrt(sum of volume (p - vwap)^2 / sum of volume); p itself while there was no volume",
    source: "",
    inputs: &["high", "low", "close", "volume", "session"],
    params: &[Param::real(
        "deviations",
        "",
        2.0,
        (0.0, 1e6),
        "Deviations from the average to a band",
    )],
    outputs: &[
        Output::real("upper", ""),
        Output::real("vwap", ""),
        Output::real("lower", ""),
    ],
    stability: Stability::Path,
    lookback: |_| 0,
    compute: Compute::of::<SessionVwap, 5, 3>(),
};

#[derive(Clone)]
struct SessionVwap {
    deviations: f64,
    session: f64,
    mean: WeightedMean,
}

state!(SessionVwap { session, mean });

impl Machine<5, 3> for SessionVwap {
    fn open(params: &[f64]) -> Self {
        Self {
            deviations: params[0],
            session: f64::NAN,
            mean: WeightedMean::new(),
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close, volume, session]: [f64; 5]) -> [f64; 3] {
        if session != self.session {
            self.session = session;
            self.mean = WeightedMean::new();
        }
        let [vwap, deviation] = self.mean.update((high + low + close) / 3.0, volume);
        let reach = self.deviations * deviation;
        [vwap + reach, vwap, vwap - reach]
    }
}
