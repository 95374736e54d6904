use crate::blocks::RollingSum;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "ultosc",
    talib: "ULTOSC",
    aliases: &["ultimate-oscillator"],
    group: Group::Momentum,
    meaning: "Ultimate oscillator: buying pressure over true range, of three lengths, 0 to 100",
    formula: "100 (4 a + 2 b + c) / 7, a, b, c = sum of (close - true low) / sum of true range over the shortest, the middle and the longest period",
    source: "Williams, The Ultimate Oscillator, Stocks & Commodities 3 (1985)",
    inputs: &["high", "low", "close"],
    params: &[
        Param::bars("firstPeriod", "timeperiod1", 7.0, 1.0, "Bars added"),
        Param::bars("secondPeriod", "timeperiod2", 14.0, 1.0, "Bars added"),
        Param::bars("thirdPeriod", "timeperiod3", 28.0, 1.0, "Bars added"),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0].max(params[1]).max(params[2]) as usize,
    compute: Compute::of::<Ultosc, 3, 1>(),
};

#[derive(Clone)]
struct Ultosc {
    close: f64,
    pressure: [RollingSum; 3],
    range: [RollingSum; 3],
}

state!(Ultosc {
    close,
    pressure,
    range
});

impl Machine<3, 1> for Ultosc {
    fn open(params: &[f64]) -> Self {
        let mut periods = [params[0], params[1], params[2]];
        periods.sort_by(f64::total_cmp);
        let sums = periods.map(|period| RollingSum::new(period as usize));
        Self {
            close: f64::NAN,
            pressure: sums.clone(),
            range: sums,
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 1] {
        let before = std::mem::replace(&mut self.close, close);
        if before.is_nan() {
            return [f64::NAN];
        }
        let true_low = low.min(before);
        let range = (high - low)
            .max((before - high).abs())
            .max((before - low).abs());
        let mut total = 0.0;
        for ((pressures, ranges), weight) in self
            .pressure
            .iter_mut()
            .zip(&mut self.range)
            .zip([4.0, 2.0, 1.0])
        {
            let (pressure, range) = (pressures.update(close - true_low), ranges.update(range));
            total += if range == 0.0 {
                0.0
            } else {
                weight * (pressure / range)
            };
        }
        [100.0 * (total / 7.0)]
    }
}
