use crate::blocks::{RollingExtreme, Window, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "volume-profile",
    talib: "",
    aliases: &["vpvr"],
    group: Group::Volume,
    meaning: "Rolling volume profile: the price at which most was traded, and the area around it that holds most of the volume",
    formula: "the range of the last `period` bars in `bins` equal parts, the volume of a bar counting where (high + low + close) / 3 lies; poc = middle of the part with most volume (the lowest of equal ones), valueHigh, valueLow = ends of the run of parts around it, grown by the fuller neighbour (the upper of equal ones) until it holds `share` of all",
    source: "Steidlmayer, Market Profile (1984)",
    inputs: &["high", "low", "close", "volume"],
    params: &[
        Param::period(100.0, 1.0, "Bars taken together"),
        Param::bars("bins", "", 24.0, 1.0, "Parts of the range"),
        Param::real(
            "share",
            "",
            0.7,
            (0.0, 1.0),
            "Share of the volume that the value area holds at least",
        ),
    ],
    outputs: &[
        Output::real("poc", ""),
        Output::real("valueHigh", ""),
        Output::real("valueLow", ""),
    ],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<VolumeProfile, 4, 3>(),
};

#[derive(Clone)]
struct VolumeProfile {
    share: f64,
    highest: RollingExtreme,
    lowest: RollingExtreme,
    prices: Window,
    volumes: Window,
    bins: Vec<f64>,
}

state!(VolumeProfile {
    highest,
    lowest,
    prices,
    volumes
});

impl Machine<4, 3> for VolumeProfile {
    fn open(params: &[f64]) -> Self {
        let period = params[0] as usize;
        Self {
            share: params[2],
            highest: RollingExtreme::highest(period),
            lowest: RollingExtreme::lowest(period),
            prices: Window::new(period),
            volumes: Window::new(period),
            bins: vec![0.0; params[1] as usize],
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close, volume]: [f64; 4]) -> [f64; 3] {
        let (highest, lowest) = (self.highest.update(high), self.lowest.update(low));
        self.prices.push((high + low + close) / 3.0);
        self.volumes.push(volume);
        if highest.is_nan() {
            return [f64::NAN; 3];
        }
        let step = (highest - lowest) / self.bins.len() as f64;
        self.count(lowest, ratio(self.bins.len() as f64, highest - lowest));
        let most = first_most(&self.bins);
        let (from, to) = value_area(&self.bins, most, self.share);
        let edge = |bin: usize| lowest + bin as f64 * step;
        [lowest + (most as f64 + 0.5) * step, edge(to), edge(from)]
    }
}

impl VolumeProfile {
    fn count(&mut self, lowest: f64, per_price: f64) {
        self.bins.fill(0.0);
        let last = self.bins.len() - 1;
        for (price, volume) in self.prices.values().iter().zip(self.volumes.values()) {
            let bin = ((price - lowest) * per_price) as usize;
            self.bins[bin.min(last)] += volume;
        }
    }
}

fn first_most(bins: &[f64]) -> usize {
    let mut most = 0;
    for (bin, volume) in bins.iter().enumerate() {
        if *volume > bins[most] {
            most = bin;
        }
    }
    most
}

/// The parts from the first to the one before the second.
fn value_area(bins: &[f64], most: usize, share: f64) -> (usize, usize) {
    let wanted = share * bins.iter().sum::<f64>();
    let (mut from, mut to, mut held) = (most, most + 1, bins[most]);
    while held < wanted && to - from < bins.len() {
        let below = from
            .checked_sub(1)
            .map_or(f64::NEG_INFINITY, |bin| bins[bin]);
        let above = bins.get(to).copied().unwrap_or(f64::NEG_INFINITY);
        if above >= below {
            held += above;
            to += 1;
        } else {
            held += below;
            from -= 1;
        }
    }
    (from, to)
}
