use crate::blocks::{Lag, RollingSum, relative_change};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "kst",
    talib: "",
    aliases: &["know-sure-thing"],
    group: Group::Momentum,
    meaning: "Know sure thing: four smoothed rates of change, the slower weighing more",
    formula: "kst = sum over i = 1..4 of i sma(roc(x, rocPeriod i), smaPeriod i), roc in percent; signal = sma(kst, signalPeriod)",
    source: "Pring, Stocks & Commodities 10 (1992)",
    inputs: &["value"],
    params: &[
        Param::bars(
            "firstRoc",
            "",
            10.0,
            1.0,
            "Bars of the first rate of change",
        ),
        Param::bars(
            "secondRoc",
            "",
            15.0,
            1.0,
            "Bars of the second rate of change",
        ),
        Param::bars(
            "thirdRoc",
            "",
            20.0,
            1.0,
            "Bars of the third rate of change",
        ),
        Param::bars(
            "fourthRoc",
            "",
            30.0,
            1.0,
            "Bars of the fourth rate of change",
        ),
        Param::bars("firstPeriod", "", 10.0, 1.0, "Values of the first average"),
        Param::bars(
            "secondPeriod",
            "",
            10.0,
            1.0,
            "Values of the second average",
        ),
        Param::bars("thirdPeriod", "", 10.0, 1.0, "Values of the third average"),
        Param::bars(
            "fourthPeriod",
            "",
            15.0,
            1.0,
            "Values of the fourth average",
        ),
        Param::bars("signalPeriod", "", 9.0, 1.0, "Values of the signal"),
    ],
    outputs: &[Output::real("kst", ""), Output::real("signal", "")],
    stability: Stability::Window,
    lookback: |params| {
        (0..4)
            .map(|at| params[at] as usize + params[at + 4] as usize - 1)
            .max()
            .unwrap_or(0)
            + params[8] as usize
            - 1
    },
    compute: Compute::of::<Kst, 1, 2>(),
};

#[derive(Clone)]
struct Kst {
    lags: [Lag; 4],
    averages: [RollingSum; 4],
    signal: RollingSum,
}

state!(Kst {
    lags,
    averages,
    signal
});

impl Machine<1, 2> for Kst {
    fn open(params: &[f64]) -> Self {
        Self {
            lags: std::array::from_fn(|at| Lag::new(params[at] as usize)),
            averages: std::array::from_fn(|at| RollingSum::new(params[at + 4] as usize)),
            signal: RollingSum::new(params[8] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 2] {
        let pairs = self.lags.iter_mut().zip(&mut self.averages);
        let kst = pairs.zip(1_u8..).map(|((lag, average), weight)| {
            let change = 100.0 * relative_change(value, lag.update(value));
            f64::from(weight) * average.mean(change)
        });
        let kst: f64 = kst.sum();
        let signal = self.signal.mean(kst);
        if signal.is_nan() {
            [signal; 2]
        } else {
            [kst, signal]
        }
    }
}
