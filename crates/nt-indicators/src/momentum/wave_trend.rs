use crate::blocks::{RollingSum, Smoother, once_there, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "wave-trend",
    talib: "",
    aliases: &["wavetrend"],
    group: Group::Momentum,
    meaning: "Wave trend: the distance of the price from its average, in mean distances, smoothed",
    formula: "p = (high + low + close) / 3, e = ema(p, channelPeriod), d = ema(|p - e|, channelPeriod); wave = ema((p - e) / (0.015 d), averagePeriod), signal = sma(wave, signalPeriod)",
    source: "LazyBear",
    inputs: &["high", "low", "close"],
    params: &[
        Param::bars(
            "channelPeriod",
            "",
            10.0,
            1.0,
            "Period of the average price and of its mean distance",
        ),
        Param::bars("averagePeriod", "", 21.0, 1.0, "Period of the wave"),
        Param::bars("signalPeriod", "", 4.0, 1.0, "Values of the signal"),
    ],
    outputs: &[Output::real("wave", ""), Output::real("signal", "")],
    stability: Stability::Fading(|params| 2.0 * params[0] + params[1]),
    lookback: |params| 2 * params[0] as usize + params[1] as usize + params[2] as usize - 4,
    compute: Compute::of::<WaveTrend, 3, 2>(),
};

#[derive(Clone)]
struct WaveTrend {
    price: Smoother,
    distance: Smoother,
    wave: Smoother,
    signal: RollingSum,
}

state!(WaveTrend {
    price,
    distance,
    wave,
    signal
});

impl Machine<3, 2> for WaveTrend {
    const FUSED: bool = true;

    fn open(params: &[f64]) -> Self {
        let channel = Smoother::exponential(params[0] as usize);
        Self {
            price: channel.clone(),
            distance: channel,
            wave: Smoother::exponential(params[1] as usize),
            signal: RollingSum::new(params[2] as usize),
        }
    }

    #[inline(always)]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 2] {
        let price = (high + low + close) / 3.0;
        let above = price - self.price.update(price);
        let distance = once_there(above, |above| self.distance.update(above.abs()));
        let wave = once_there(distance, |distance| {
            self.wave.update(ratio(above, 0.015 * distance))
        });
        let signal = self.signal.mean(wave);
        if signal.is_nan() {
            [signal; 2]
        } else {
            [wave, signal]
        }
    }
}
