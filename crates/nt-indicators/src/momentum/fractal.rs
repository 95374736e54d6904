use crate::blocks::Window;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "fractal",
    talib: "FRACTAL",
    aliases: &["williams-fractal"],
    group: Group::Momentum,
    meaning: "Fractal: 100 where the high, or the low, of some bars ago stands out from those around it",
    formula: "swingHigh = 100 where high[t-rightBars] is above the highs of leftBars before and rightBars after it, swingLow the same below the lows; told when the last of them has closed",
    source: "Williams, Trading Chaos (1995)",
    inputs: &["high", "low"],
    params: &[
        Param::bars("leftBars", "leftbars", 2.0, 1.0, "Bars before it"),
        Param::bars("rightBars", "rightbars", 2.0, 1.0, "Bars after it"),
    ],
    outputs: &[
        Output::whole("swingHigh", "swinghigh"),
        Output::whole("swingLow", "swinglow"),
    ],
    stability: Stability::Window,
    lookback: |params| (params[0] + params[1]) as usize,
    compute: Compute::of::<Fractal, 2, 2>(),
};

#[derive(Clone)]
struct Fractal {
    left: usize,
    right: usize,
    highs: Window,
    lows: Window,
}

state!(Fractal { highs, lows });

impl Machine<2, 2> for Fractal {
    fn open(params: &[f64]) -> Self {
        let (left, right) = (params[0] as usize, params[1] as usize);
        Self {
            left,
            right,
            highs: Window::new(left + right + 1),
            lows: Window::new(left + right + 1),
        }
    }

    #[inline]
    fn update(&mut self, [high, low]: [f64; 2]) -> [f64; 2] {
        self.highs.push(high);
        self.lows.push(low);
        if !self.highs.is_full() {
            return [f64::NAN; 2];
        }
        let stands_out = |values: &[f64], above: fn(f64, f64) -> bool| {
            let middle = values[self.left];
            let others = values[..self.left]
                .iter()
                .chain(&values[values.len() - self.right..]);
            others.copied().all(|other| above(middle, other))
        };
        let swing = |found: bool| if found { 100.0 } else { 0.0 };
        [
            swing(stands_out(self.highs.values(), |a, b| a > b)),
            swing(stands_out(self.lows.values(), |a, b| a < b)),
        ]
    }
}
