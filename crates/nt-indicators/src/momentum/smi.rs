use crate::blocks::{RollingExtreme, Smoother};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "smi",
    talib: "SMI",
    aliases: &["stochastic-momentum-index"],
    group: Group::Momentum,
    meaning: "Stochastic momentum index: the distance of the close from the middle of the recent range, smoothed twice, -100 to 100",
    formula: "100 ema(ema(close - middle, slowPeriod), fastPeriod) / ema(ema(range / 2, slowPeriod), fastPeriod); signal = ema(smi, signalPeriod)",
    source: "Blau, Stochastic Momentum, Stocks & Commodities 11 (1993)",
    inputs: &["high", "low", "close"],
    params: &[
        Param::period(13.0, 1.0, "Bars of the range"),
        Param::bars(
            "fastPeriod",
            "fastperiod",
            2.0,
            1.0,
            "Period of the second smoothing",
        ),
        Param::bars(
            "slowPeriod",
            "slowperiod",
            25.0,
            1.0,
            "Period of the first smoothing",
        ),
        Param::bars(
            "signalPeriod",
            "signalperiod",
            9.0,
            1.0,
            "Period of the signal",
        ),
    ],
    outputs: &[
        Output::real("smi", "smi"),
        Output::real("signal", "smisignal"),
    ],
    stability: Stability::Fading(|params| params[1] + params[2] + params[3]),
    lookback: |params| (params[0] + params[1] + params[2] + params[3]) as usize - 4,
    compute: Compute::of::<Smi, 3, 2>(),
};

#[derive(Clone)]
struct Smi {
    highest: RollingExtreme,
    lowest: RollingExtreme,
    distance: [Smoother; 2],
    range: [Smoother; 2],
    signal: Smoother,
}

state!(Smi {
    highest,
    lowest,
    distance,
    range,
    signal
});

impl Machine<3, 2> for Smi {
    const FUSED: bool = true;

    fn open(params: &[f64]) -> Self {
        let period = |at: usize| params[at] as usize;
        let smoothers = [
            Smoother::exponential(period(2)),
            Smoother::exponential(period(1)),
        ];
        Self {
            highest: RollingExtreme::highest(period(0)),
            lowest: RollingExtreme::lowest(period(0)),
            distance: smoothers.clone(),
            range: smoothers,
            signal: Smoother::exponential(period(3)),
        }
    }

    #[inline(always)]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 2] {
        let (highest, lowest) = (self.highest.update(high), self.lowest.update(low));
        if highest.is_nan() {
            return [f64::NAN; 2];
        }
        let distance = twice(&mut self.distance, close - ((highest + lowest) * 0.5));
        let range = twice(&mut self.range, highest - lowest);
        if range.is_nan() {
            return [f64::NAN; 2];
        }
        let smi = if range == 0.0 {
            0.0
        } else {
            100.0 * (distance / (range / 2.0))
        };
        let signal = self.signal.update(smi);
        if signal.is_nan() {
            [f64::NAN; 2]
        } else {
            [smi, signal]
        }
    }
}

fn twice([first, second]: &mut [Smoother; 2], value: f64) -> f64 {
    let once = first.update(value);
    if once.is_nan() {
        once
    } else {
        second.update(once)
    }
}
