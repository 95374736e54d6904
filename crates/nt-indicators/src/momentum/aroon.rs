use crate::blocks::{RollingExtreme, Tie, replace_by_ages};
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
        [self.lowest.age(), self.highest.age()].map(|age| recent(age, self.period))
    }

    fn fill(&mut self, [high, low]: [&[f64]; 2], _: usize, [down, up]: [Option<&mut [f64]>; 2]) {
        if let Some(down) = down {
            self.fill_down(low, down);
        }
        if let Some(up) = up {
            self.fill_up(high, up);
        }
    }
}

impl Aroon {
    pub(super) fn fill_down(&self, low: &[f64], out: &mut [f64]) {
        nt_math::rolling_min(out, low, self.lowest.period());
        self.fill_ages(low, out);
    }

    pub(super) fn fill_up(&self, high: &[f64], out: &mut [f64]) {
        nt_math::rolling_max(out, high, self.highest.period());
        self.fill_ages(high, out);
    }

    fn fill_ages(&self, input: &[f64], out: &mut [f64]) {
        let value = |_, age| recent(age, self.period);
        replace_by_ages(input, self.highest.period(), Tie::Latest, out, value);
    }
}

/// 100 for an extreme of this bar, 0 for one that is about to leave.
#[inline]
fn recent(age: usize, period: f64) -> f64 {
    100.0 * ((period - age as f64) / period)
}
