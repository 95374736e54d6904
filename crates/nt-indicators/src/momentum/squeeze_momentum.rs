use crate::blocks::{RollingExtreme, RollingMoments, RollingRegression, RollingSum, TrueRange};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "squeeze-momentum",
    talib: "",
    aliases: &["squeeze", "ttm-squeeze"],
    group: Group::Momentum,
    meaning: "Squeeze momentum: where prices head while Bollinger bands lie inside Keltner channels (squeeze 1), or have left them (0)",
    formula: "squeeze = 1 where deviations sd(close) < multiplier mean true range over `period` bars; momentum = end of the least-squares line of `period` bars through close - ((highest high + lowest low) / 2 + sma(close)) / 2; the true range of the first bar is high - low",
    source: "Carter, Mastering the Trade (2005)",
    inputs: &["high", "low", "close"],
    params: &[
        Param::period(20.0, 2.0, "Bars taken together"),
        Param::real(
            "deviations",
            "",
            2.0,
            (0.0, 1e6),
            "Deviations to a Bollinger band",
        ),
        Param::real(
            "multiplier",
            "",
            1.5,
            (0.0, 1e6),
            "Ranges to a Keltner channel",
        ),
    ],
    outputs: &[Output::real("momentum", ""), Output::whole("squeeze", "")],
    stability: Stability::Window,
    lookback: |params| 2 * params[0] as usize - 2,
    compute: Compute::of::<SqueezeMomentum, 3, 2>(),
};

#[derive(Clone)]
struct SqueezeMomentum {
    reach: [f64; 2],
    last: f64,
    highest: RollingExtreme,
    lowest: RollingExtreme,
    average: RollingSum,
    moments: RollingMoments,
    range: TrueRange,
    ranges: RollingSum,
    line: RollingRegression,
}

state!(SqueezeMomentum {
    highest,
    lowest,
    average,
    moments,
    range,
    ranges,
    line
});

impl Machine<3, 2> for SqueezeMomentum {
    fn open(params: &[f64]) -> Self {
        let period = params[0] as usize;
        Self {
            reach: [params[1], params[2]],
            last: params[0] - 1.0,
            highest: RollingExtreme::highest(period),
            lowest: RollingExtreme::lowest(period),
            average: RollingSum::new(period),
            moments: RollingMoments::new(period),
            range: TrueRange::new(),
            ranges: RollingSum::new(period),
            line: RollingRegression::new(period),
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 2] {
        let middle = (self.highest.update(high) + self.lowest.update(low)) * 0.5;
        let centre = (middle + self.average.mean(close)) * 0.5;
        let range = self.range.update(high, low, close);
        let range = if range.is_nan() { high - low } else { range };
        let channel = self.reach[1] * self.ranges.mean(range);
        let band = self.reach[0] * self.moments.variance(close).sqrt();
        let momentum = self.line.update(close - centre).at(self.last);
        if momentum.is_nan() {
            return [momentum; 2];
        }
        [momentum, if band < channel { 1.0 } else { 0.0 }]
    }
}
