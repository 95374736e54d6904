use crate::blocks::WeightedMean;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "anchored-vwap",
    talib: "",
    aliases: &[],
    group: Group::Volume,
    meaning: "Volume-weighted average price since a bar of choice, and bands some weighted deviations around it",
    formula: "vwap = sum of volume p / sum of volume since the bar `anchor`, counted from 0, p = (high + low + close) / 3; upper, lower = vwap +- deviations sqrt(sum of volume (p - vwap)^2 / sum of volume); p itself while there was no volume",
    source: "",
    inputs: &["high", "low", "close", "volume"],
    params: &[
        Param::bars("anchor", "", 0.0, 0.0, "The first bar that counts"),
        Param::real(
            "deviations",
            "",
            2.0,
            (0.0, 1e6),
            "Deviations from the average to a band",
        ),
    ],
    outputs: &[
        Output::real("upper", ""),
        Output::real("vwap", ""),
        Output::real("lower", ""),
    ],
    stability: Stability::Path,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<AnchoredVwap, 4, 3>(),
};

#[derive(Clone)]
struct AnchoredVwap {
    deviations: f64,
    before: usize,
    mean: WeightedMean,
}

state!(AnchoredVwap { before, mean });

impl Machine<4, 3> for AnchoredVwap {
    fn open(params: &[f64]) -> Self {
        Self {
            deviations: params[1],
            before: params[0] as usize,
            mean: WeightedMean::new(),
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close, volume]: [f64; 4]) -> [f64; 3] {
        if self.before > 0 {
            self.before -= 1;
            return [f64::NAN; 3];
        }
        let [vwap, deviation] = self.mean.update((high + low + close) / 3.0, volume);
        let reach = self.deviations * deviation;
        [vwap + reach, vwap, vwap - reach]
    }
}
