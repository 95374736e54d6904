use crate::blocks::{Lag, RollingExtreme, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "frama",
    talib: "",
    aliases: &["fractal-adaptive-moving-average"],
    group: Group::Overlap,
    meaning: "Fractal adaptive moving average: quick where prices go straight, slow where they fill the plane",
    formula: "frama[t] = frama[t-1] + a (p[t] - frama[t-1]), p = (high + low) / 2, a = exp(-4.6 (d - 1)) within 0.01 to 1, d = log2((n1 + n2) / n3), n1 and n2 the ranges of the two halves of the window over half its length, n3 that of the whole over its length; from p",
    source: "Ehlers, Fractal Adaptive Moving Averages, Stocks & Commodities 23 (2005)",
    inputs: &["high", "low"],
    params: &[Param::period(
        16.0,
        2.0,
        "Bars of the window, an odd number counting as the even one below",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |params| params[0] as usize / 2 * 2 - 1,
    compute: Compute::of::<Frama, 2, 1>(),
};

#[derive(Clone)]
struct Frama {
    half: f64,
    highest: [RollingExtreme; 2],
    lowest: [RollingExtreme; 2],
    earlier: Lag,
    average: f64,
}

state!(Frama {
    highest,
    lowest,
    earlier,
    average
});

impl Machine<2, 1> for Frama {
    fn open(params: &[f64]) -> Self {
        let half = params[0] as usize / 2;
        Self {
            half: half as f64,
            highest: [
                RollingExtreme::highest(half),
                RollingExtreme::highest(2 * half),
            ],
            lowest: [
                RollingExtreme::lowest(half),
                RollingExtreme::lowest(2 * half),
            ],
            earlier: Lag::new(half),
            average: f64::NAN,
        }
    }

    #[inline]
    fn update(&mut self, [high, low]: [f64; 2]) -> [f64; 1] {
        let mut ranges = self.highest.iter_mut().zip(&mut self.lowest);
        let [late, whole] = std::array::from_fn(|_| {
            let range = ranges.next();
            range.map_or(f64::NAN, |(highest, lowest)| {
                highest.update(high) - lowest.update(low)
            })
        });
        let early = self.earlier.update(late);
        let price = (high + low) * 0.5;
        if whole.is_nan() {
            return [whole];
        }
        let spread = ratio((early + late) / self.half, whole / (2.0 * self.half));
        let dimension = if spread > 0.0 { spread.log2() } else { 1.0 };
        let alpha = (-4.6 * (dimension - 1.0)).exp().clamp(0.01, 1.0);
        if self.average.is_nan() {
            self.average = price;
        }
        self.average += alpha * (price - self.average);
        [self.average]
    }
}
