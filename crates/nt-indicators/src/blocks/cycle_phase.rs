use std::f64::consts::TAU;
use std::sync::LazyLock;

use super::dominant_cycle::LONGEST_CYCLE;
use super::homodyne::Phasor;
use super::window::Window;
use crate::state::state;

/// The phase of the dominant cycle: smoothed prices of one cycle against the sine and cosine of
/// its period.
#[derive(Clone, Debug)]
pub(crate) struct CyclePhase {
    smoothed: Window,
    degrees: f64,
}

state!(CyclePhase { smoothed, degrees });

impl CyclePhase {
    pub(crate) fn new() -> Self {
        Self {
            smoothed: Window::new(LONGEST_CYCLE),
            degrees: 0.0,
        }
    }

    /// The phase in degrees, -45 to 315.
    pub(crate) fn update(&mut self, cycle: &Phasor) -> f64 {
        self.smoothed.push(cycle.smoothed);
        let (real, imaginary) = self.parts((cycle.period + 0.5) as usize);
        let mut degrees = if imaginary == 0.0 {
            self.degrees + quarter(real)
        } else {
            (real / imaginary).atan().to_degrees()
        };
        // The price was smoothed over four bars, which lags one bar.
        degrees += 90.0 + 360.0 / cycle.period;
        if imaginary < 0.0 {
            degrees += 180.0;
        }
        if degrees > 315.0 {
            degrees -= 360.0;
        }
        self.degrees = degrees;
        degrees
    }

    /// The sine of a phase in degrees, and that of 45 degrees ahead.
    pub(crate) fn sines(degrees: f64) -> [f64; 2] {
        [degrees, degrees + 45.0].map(|degrees| degrees.to_radians().sin())
    }

    fn parts(&self, period: usize) -> (f64, f64) {
        let waves = &WAVES[period];
        let prices = self.smoothed.values();
        // While the window fills, the prices before it count as zero.
        let waves = &waves[waves.len().saturating_sub(prices.len())..];
        let prices = &prices[prices.len() - waves.len()..];
        let products = waves.iter().zip(prices);
        products.fold((0.0, 0.0), |(real, imaginary), ((sine, cosine), price)| {
            (real + sine * price, imaginary + cosine * price)
        })
    }
}

fn quarter(real: f64) -> f64 {
    if real == 0.0 {
        0.0
    } else {
        90.0_f64.copysign(real)
    }
}

/// Sine and cosine over one cycle of each period, the latest bar (angle 0) last.
static WAVES: LazyLock<Vec<Vec<(f64, f64)>>> = LazyLock::new(|| {
    let wave = |period: usize| {
        let angle = |age: usize| TAU * age as f64 / period as f64;
        (0..period).rev().map(|age| angle(age).sin_cos()).collect()
    };
    (0..=LONGEST_CYCLE).map(wave).collect()
});
