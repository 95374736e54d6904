use crate::blocks::{Lag, Smoother};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "alligator",
    talib: "",
    aliases: &["williams-alligator"],
    group: Group::Overlap,
    meaning: "Alligator: three smoothed averages of the middle price, each drawn ahead by some bars",
    formula: "jaw, teeth, lips = rma((high + low) / 2, period) of shift bars ago",
    source: "Williams, Trading Chaos (1995)",
    inputs: &["high", "low"],
    params: &[
        Param::bars("jawPeriod", "", 13.0, 1.0, "Period of the jaw"),
        Param::bars("teethPeriod", "", 8.0, 1.0, "Period of the teeth"),
        Param::bars("lipsPeriod", "", 5.0, 1.0, "Period of the lips"),
        Param::bars(
            "jawShift",
            "",
            8.0,
            1.0,
            "Bars by which the jaw is drawn ahead",
        ),
        Param::bars(
            "teethShift",
            "",
            5.0,
            1.0,
            "Bars by which the teeth are drawn ahead",
        ),
        Param::bars(
            "lipsShift",
            "",
            3.0,
            1.0,
            "Bars by which the lips are drawn ahead",
        ),
    ],
    outputs: &[
        Output::real("jaw", ""),
        Output::real("teeth", ""),
        Output::real("lips", ""),
    ],
    stability: Stability::Fading(|params| 2.0 * params[0].max(params[1]).max(params[2])),
    lookback: |params| Alligator::lookback(params),
    compute: Compute::of::<Alligator, 2, 3>(),
};

#[derive(Clone)]
pub(crate) struct Alligator {
    averages: [Smoother; 3],
    lags: [Lag; 3],
}

state!(Alligator { averages, lags });

impl Alligator {
    /// Bars before the last of the lines begins.
    pub(crate) fn lookback(params: &[f64]) -> usize {
        let line = |at: usize| (params[at] + params[at + 3]) as usize - 1;
        line(0).max(line(1)).max(line(2))
    }
}

impl Machine<2, 3> for Alligator {
    fn open(params: &[f64]) -> Self {
        Self {
            averages: std::array::from_fn(|at| Smoother::wilder(params[at] as usize)),
            lags: std::array::from_fn(|at| Lag::new(params[at + 3] as usize)),
        }
    }

    #[inline]
    fn update(&mut self, [high, low]: [f64; 2]) -> [f64; 3] {
        let mut lines = self.averages.iter_mut().zip(&mut self.lags);
        let lines: [f64; 3] = std::array::from_fn(|_| {
            let line = lines.next();
            line.map_or(f64::NAN, |(average, lag)| {
                lag.update(average.update((high + low) * 0.5))
            })
        });
        if lines.iter().any(|line| line.is_nan()) {
            return [f64::NAN; 3];
        }
        lines
    }
}
