use crate::blocks::MovingAverage;
use crate::prelude::*;
use crate::state::{Slots, State};

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "mavp",
    talib: "MAVP",
    aliases: &["moving-average-variable-period"],
    group: Group::Overlap,
    meaning: "Moving average whose period is told for every bar",
    formula: "average(x, periods[t]), periods held within minPeriod and maxPeriod and cut to whole numbers",
    source: "",
    inputs: &["value", "periods"],
    params: &[
        Param::bars("minPeriod", "minperiod", 2.0, 2.0, "Least period"),
        Param {
            max: 1000.0,
            ..Param::bars("maxPeriod", "maxperiod", 30.0, 2.0, "Greatest period")
        },
        Param::average("average", "matype", 0.0, "Kind of the average"),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| {
        MovingAverage::fading(params[2], params[0].max(params[1]))
    }),
    lookback: |params| MovingAverage::lookback(params[2], params[0].max(params[1])),
    compute: Compute::of::<Mavp, 2, 1>(),
};

/// One average for every period there may be. As in TA-Lib all of them have their first value on
/// the bar on which the longest has it: the shorter ones begin later.
#[derive(Clone)]
struct Mavp {
    least: f64,
    /// Each with the bars that it still passes over.
    averages: Vec<(usize, MovingAverage)>,
}

impl State for Mavp {
    fn visit(&mut self, slots: &mut Slots<'_>) {
        for (skip, average) in &mut self.averages {
            skip.visit(slots);
            average.visit(slots);
        }
    }
}

impl Machine<2, 1> for Mavp {
    fn open(params: &[f64]) -> Self {
        let (least, most) = (params[0].min(params[1]), params[0].max(params[1]));
        let lookback = |period: usize| MovingAverage::lookback(params[2], period as f64);
        let average = |period| {
            let skip = lookback(most as usize) - lookback(period);
            (skip, MovingAverage::new(params[2], period))
        };
        Self {
            least,
            averages: (least as usize..=most as usize).map(average).collect(),
        }
    }

    fn update(&mut self, [value, period]: [f64; 2]) -> [f64; 1] {
        let wanted = (period - self.least).max(0.0) as usize;
        let wanted = wanted.min(self.averages.len() - 1);
        let mut result = f64::NAN;
        for (index, (skip, average)) in self.averages.iter_mut().enumerate() {
            if *skip > 0 {
                *skip -= 1;
                continue;
            }
            let average = average.update(value);
            result = if index == wanted { average } else { result };
        }
        [result]
    }
}
