use crate::blocks::Window;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "rolling-vwap",
    talib: "",
    aliases: &["moving-vwap"],
    group: Group::Volume,
    meaning: "Volume-weighted average price of the last bars, and bands some weighted deviations around it",
    formula: "vwap = sum of volume p / sum of volume over `period` bars; upper, lower = vwap +- deviations sqrt(sum of volume (p - vwap)^2 / sum of volume); p as chosen, its plain mean where there was no volume",
    source: "",
    inputs: &["open", "high", "low", "close", "volume"],
    params: &[
        Param::period(50.0, 1.0, "Bars taken together"),
        Param::real(
            "deviations",
            "",
            2.0,
            (0.0, 1e6),
            "Deviations from the average to a band",
        ),
        Param::choice(
            "price",
            &["hlc3", "ohlc4", "hl2", "close"],
            "Price of a bar",
        ),
    ],
    outputs: &[
        Output::real("upper", ""),
        Output::real("vwap", ""),
        Output::real("lower", ""),
    ],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<RollingVwap, 5, 3>(),
};

#[derive(Clone)]
struct RollingVwap {
    deviations: f64,
    price: f64,
    prices: Window,
    volumes: Window,
}

state!(RollingVwap { prices, volumes });

impl Machine<5, 3> for RollingVwap {
    fn open(params: &[f64]) -> Self {
        Self {
            deviations: params[1],
            price: params[2],
            prices: Window::new(params[0] as usize),
            volumes: Window::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [open, high, low, close, volume]: [f64; 5]) -> [f64; 3] {
        self.prices.push(match self.price as usize {
            0 => (high + low + close) / 3.0,
            1 => (open + high + low + close) / 4.0,
            2 => (high + low) * 0.5,
            _ => close,
        });
        self.volumes.push(volume);
        if !self.prices.is_full() {
            return [f64::NAN; 3];
        }
        let (vwap, deviation) = weighed(self.prices.values(), self.volumes.values());
        let reach = self.deviations * deviation;
        [vwap + reach, vwap, vwap - reach]
    }
}

/// The weighted mean and deviation, from sums about the latest value.
fn weighed(values: &[f64], weights: &[f64]) -> (f64, f64) {
    let (Some(origin), weight) = (values.last(), nt_math::sum(weights)) else {
        return (f64::NAN, f64::NAN);
    };
    if weight == 0.0 {
        let mean = nt_math::sum_about(values, *origin) / values.len() as f64;
        return (origin + mean, 0.0);
    }
    let pairs = || values.iter().zip(weights);
    let mean = pairs()
        .map(|(value, weight)| weight * (value - origin))
        .sum::<f64>()
        / weight;
    let square = |(value, weight): (&f64, &f64)| weight * (value - origin - mean).powi(2);
    let variance = pairs().map(square).sum::<f64>() / weight;
    (origin + mean, variance.abs().sqrt())
}
