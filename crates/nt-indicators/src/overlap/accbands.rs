use crate::blocks::RollingSum;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "accbands",
    talib: "ACCBANDS",
    aliases: &["acceleration-bands"],
    group: Group::Overlap,
    meaning: "Acceleration bands: averages of the highs and lows, pushed out by the range of their bars",
    formula: "upper = sma(high (1 + f)), middle = sma(close), lower = sma(low (1 - f)), f = 4 (high - low) / (high + low)",
    source: "Headley, Big Trends in Trading (2002)",
    inputs: &["high", "low", "close"],
    params: &[Param::period(20.0, 2.0, "Bars averaged")],
    outputs: &[
        Output::real("upper", "upperband"),
        Output::real("middle", "middleband"),
        Output::real("lower", "lowerband"),
    ],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<AccBands, 3, 3>(),
};

#[derive(Clone)]
struct AccBands {
    upper: RollingSum,
    middle: RollingSum,
    lower: RollingSum,
}

state!(AccBands {
    upper,
    middle,
    lower
});

impl Machine<3, 3> for AccBands {
    fn open(params: &[f64]) -> Self {
        Self {
            upper: RollingSum::new(params[0] as usize),
            middle: RollingSum::new(params[0] as usize),
            lower: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 3] {
        let sum = high + low;
        let factor = if sum == 0.0 {
            0.0
        } else {
            4.0 * (high - low) / sum
        };
        [
            self.upper.mean(high * (1.0 + factor)),
            self.middle.mean(close),
            self.lower.mean(low * (1.0 - factor)),
        ]
    }
}
