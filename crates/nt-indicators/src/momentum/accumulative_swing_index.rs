use super::swing_index::SwingIndex;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "accumulative-swing-index",
    talib: "",
    aliases: &["asi"],
    group: Group::Momentum,
    meaning: "Accumulative swing index: the swing index added up",
    formula: "sum of swingIndex from the second bar on",
    source: "Wilder, New Concepts in Technical Trading Systems (1978)",
    inputs: &["open", "high", "low", "close"],
    params: &[Param::real(
        "limit",
        "",
        10_000.0,
        (1e-06, 1e12),
        "Greatest change of a day",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |_| 1,
    compute: Compute::of::<AccumulativeSwingIndex, 4, 1>(),
};

#[derive(Clone)]
struct AccumulativeSwingIndex {
    swing: SwingIndex,
    sum: f64,
}

state!(AccumulativeSwingIndex { swing, sum });

impl Machine<4, 1> for AccumulativeSwingIndex {
    fn open(params: &[f64]) -> Self {
        Self {
            swing: SwingIndex::open(params),
            sum: 0.0,
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 4]) -> [f64; 1] {
        let [swing] = self.swing.update(row);
        if swing.is_nan() {
            return [swing];
        }
        self.sum += swing;
        [self.sum]
    }
}
