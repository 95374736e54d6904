use super::dominant_cycle::LONGEST_CYCLE;
use super::window::Window;
use crate::state::state;

/// The price without its dominant cycle: its average over one cycle, smoothed over four bars.
#[derive(Clone, Debug)]
pub(crate) struct CycleTrend {
    prices: Window,
    averages: [f64; 3],
}

state!(CycleTrend { prices, averages });

impl CycleTrend {
    pub(crate) fn new() -> Self {
        Self {
            prices: Window::new(LONGEST_CYCLE),
            averages: [0.0; 3],
        }
    }

    /// Takes a price before the cycle is known.
    pub(crate) fn push(&mut self, price: f64) {
        self.prices.push(price);
    }

    /// The trend at the last price, with the period of the dominant cycle.
    pub(crate) fn value(&mut self, period: f64) -> f64 {
        let prices = self.prices.values();
        let bars = ((period + 0.5) as usize).min(prices.len());
        // Latest first, as the sum is defined.
        let sum = prices[prices.len() - bars..].iter().rev().sum::<f64>();
        let average = if bars > 0 { sum / bars as f64 } else { 0.0 };
        let [one, two, three] = self.averages;
        self.averages = [average, one, two];
        (4.0 * average + 3.0 * one + 2.0 * two + three) / 10.0
    }
}
