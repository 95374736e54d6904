use crate::blocks::RollingExtreme;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "aroon",
    talib: "AROON",
    aliases: &[],
    group: Group::Momentum,
    meaning: "Aroon: how recent the lowest low and the highest high are, 100 for the bar in hand",
    formula: "down = 100 (period - bars since the lowest low) / period, up the same of the highest high, over period + 1 bars; the latest of equal ones counts",
    source: "Chande, A Time Price Oscillator, Stocks & Commodities 13 (1995)",
    inputs: &["high", "low"],
    params: &[Param::period(14.0, 2.0, "Bars looked back")],
    outputs: &[
        Output::real("down", "aroondown"),
        Output::real("up", "aroonup"),
    ],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Aroon, 2, 2>(),
};

#[derive(Clone)]
pub(super) struct Aroon {
    period: f64,
    highest: RollingExtreme,
    lowest: RollingExtreme,
}

state!(Aroon { highest, lowest });

impl Machine<2, 2> for Aroon {
    fn open(params: &[f64]) -> Self {
        Self {
            period: params[0],
            highest: RollingExtreme::highest(params[0] as usize + 1),
            lowest: RollingExtreme::lowest(params[0] as usize + 1),
        }
    }

    #[inline]
    fn update(&mut self, [high, low]: [f64; 2]) -> [f64; 2] {
        if self.highest.update(high).is_nan() | self.lowest.update(low).is_nan() {
            return [f64::NAN; 2];
        }
        let recent = |age: usize| 100.0 * ((self.period - age as f64) / self.period);
        [recent(self.lowest.age()), recent(self.highest.age())]
    }
}
