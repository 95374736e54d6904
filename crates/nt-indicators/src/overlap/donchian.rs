use crate::blocks::{RollingExtreme, fill_middle};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "donchian",
    talib: "DONCHIAN",
    aliases: &["donchian-channels"],
    group: Group::Overlap,
    meaning: "Donchian channels: the highest high, the lowest low, and the middle of both",
    formula: "upper = highest high, lower = lowest low over `period` bars, middle = (upper + lower) / 2",
    source: "Donchian",
    inputs: &["high", "low"],
    params: &[Param::period(20.0, 1.0, "Bars compared")],
    outputs: &[
        Output::real("upper", "upperband"),
        Output::real("middle", "middleband"),
        Output::real("lower", "lowerband"),
    ],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Donchian, 2, 3>(),
};

#[derive(Clone)]
struct Donchian {
    highest: RollingExtreme,
    lowest: RollingExtreme,
}

state!(Donchian { highest, lowest });

impl Machine<2, 3> for Donchian {
    fn open(params: &[f64]) -> Self {
        Self {
            highest: RollingExtreme::highest(params[0] as usize),
            lowest: RollingExtreme::lowest(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [high, low]: [f64; 2]) -> [f64; 3] {
        let (upper, lower) = (self.highest.update(high), self.lowest.update(low));
        [upper, ((upper + lower) * 0.5), lower]
    }

    fn fill(
        &mut self,
        [high, low]: [&[f64]; 2],
        _: usize,
        [upper, middle, lower]: [Option<&mut [f64]>; 3],
    ) {
        let period = self.highest.period();
        if let Some(upper) = upper {
            nt_math::rolling_max(upper, high, period);
        }
        if let Some(middle) = middle {
            fill_middle(high, low, period, middle);
        }
        if let Some(lower) = lower {
            nt_math::rolling_min(lower, low, period);
        }
    }
}
