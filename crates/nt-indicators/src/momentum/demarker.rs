use crate::blocks::RollingSum;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "demarker",
    talib: "",
    aliases: &["de-marker"],
    group: Group::Momentum,
    meaning: "DeMarker: how much highs rose, over how much highs rose and lows fell, 0 to 1",
    formula: "sum of max(high[t] - high[t-1], 0) / (that + sum of max(low[t-1] - low[t], 0)) over `period` bars; one half where nothing moved",
    source: "DeMark, The New Science of Technical Analysis (1994)",
    inputs: &["high", "low"],
    params: &[Param::period(14.0, 1.0, "Bars added")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Demarker, 2, 1>(),
};

#[derive(Clone)]
struct Demarker {
    previous: [f64; 2],
    rises: RollingSum,
    falls: RollingSum,
}

state!(Demarker {
    previous,
    rises,
    falls
});

impl Machine<2, 1> for Demarker {
    fn open(params: &[f64]) -> Self {
        Self {
            previous: [f64::NAN; 2],
            rises: RollingSum::new(params[0] as usize),
            falls: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 2]) -> [f64; 1] {
        let [high, low] = std::mem::replace(&mut self.previous, row);
        if high.is_nan() {
            return [high];
        }
        let rises = self.rises.update((row[0] - high).max(0.0));
        let falls = self.falls.update((low - row[1]).max(0.0));
        let all = rises + falls;
        [if all == 0.0 { 0.5 } else { rises / all }]
    }
}
