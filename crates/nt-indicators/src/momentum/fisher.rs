use crate::blocks::RollingExtreme;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "fisher",
    talib: "",
    aliases: &["fisher-transform"],
    group: Group::Momentum,
    meaning: "Fisher transform: the place in the recent range, stretched so that its distribution is nearly normal and turns are sharp",
    formula: "v[t] = 0.66 (place - 0.5) + 0.67 v[t-1] within +-0.999, place = (p - lowest p) / (highest p - lowest p) over `period` bars, p = (high + low) / 2, 0.5 where all are equal; fisher[t] = 0.5 ln((1 + v) / (1 - v)) + 0.5 fisher[t-1], both from 0; signal[t] = fisher[t-1]",
    source: "Ehlers, Using the Fisher Transform, Stocks & Commodities 20 (2002)",
    inputs: &["high", "low"],
    params: &[Param::period(9.0, 2.0, "Bars of the range")],
    outputs: &[Output::real("fisher", ""), Output::real("signal", "")],
    stability: Stability::Fading(|_| 20.0),
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Fisher, 2, 2>(),
};

#[derive(Clone)]
struct Fisher {
    highest: RollingExtreme,
    lowest: RollingExtreme,
    value: f64,
    curve: f64,
}

state!(Fisher {
    highest,
    lowest,
    value,
    curve
});

impl Machine<2, 2> for Fisher {
    fn open(params: &[f64]) -> Self {
        Self {
            highest: RollingExtreme::highest(params[0] as usize),
            lowest: RollingExtreme::lowest(params[0] as usize),
            value: 0.0,
            curve: 0.0,
        }
    }

    #[inline]
    fn update(&mut self, [high, low]: [f64; 2]) -> [f64; 2] {
        let price = (high + low) * 0.5;
        let (highest, lowest) = (self.highest.update(price), self.lowest.update(price));
        if highest.is_nan() {
            return [highest; 2];
        }
        let place = if highest > lowest {
            (price - lowest) / (highest - lowest)
        } else {
            0.5
        };
        self.value = (0.66 * (place - 0.5) + 0.67 * self.value).clamp(-0.999, 0.999);
        let before = self.curve;
        self.curve = self.value.atanh() + 0.5 * before;
        [self.curve, before]
    }
}
