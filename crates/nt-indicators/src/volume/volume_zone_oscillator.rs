use crate::blocks::{Smoother, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "volume-zone-oscillator",
    talib: "",
    aliases: &["vzo"],
    group: Group::Volume,
    meaning: "Volume zone oscillator: volume signed by the change of the close, smoothed, over smoothed volume, -100 to 100",
    formula: "100 ema(sign(close[t] - close[t-1]) volume, period) / ema(volume, period); 0 where that is 0",
    source: "Khalil, Volume Zone Oscillator, Stocks & Commodities 29 (2011)",
    inputs: &["close", "volume"],
    params: &[Param::period(14.0, 1.0, "Period of both averages")],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| params[0]),
    lookback: |params| params[0] as usize,
    compute: Compute::of::<VolumeZoneOscillator, 2, 1>(),
};

#[derive(Clone)]
struct VolumeZoneOscillator {
    previous: f64,
    signed: Smoother,
    volume: Smoother,
}

state!(VolumeZoneOscillator {
    previous,
    signed,
    volume
});

impl Machine<2, 1> for VolumeZoneOscillator {
    const FUSED: bool = true;

    fn open(params: &[f64]) -> Self {
        let average = Smoother::exponential(params[0] as usize);
        Self {
            previous: f64::NAN,
            signed: average.clone(),
            volume: average,
        }
    }

    #[inline(always)]
    fn update(&mut self, [close, volume]: [f64; 2]) -> [f64; 1] {
        let change = close - std::mem::replace(&mut self.previous, close);
        if change.is_nan() {
            return [change];
        }
        let sign = if change == 0.0 { 0.0 } else { change.signum() };
        let signed = self.signed.update(sign * volume);
        [100.0 * ratio(signed, self.volume.update(volume))]
    }
}
