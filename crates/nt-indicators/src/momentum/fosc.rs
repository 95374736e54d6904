use crate::blocks::RollingRegression;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "fosc",
    talib: "FOSC",
    aliases: &["forecast-oscillator"],
    group: Group::Momentum,
    meaning: "Forecast oscillator: how far the price is from what the line through the bars before it foretold, in percent",
    formula: "100 (x[t] - forecast[t-1]) / x[t], forecast = time-series-forecast(x, period); 0 where x[t] is 0",
    source: "Chande and Kroll, The New Technical Trader (1994)",
    inputs: &["value"],
    params: &[Param::period(5.0, 2.0, "Values the line is fitted to")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Fosc, 1, 1>(),
};

#[derive(Clone)]
struct Fosc {
    period: f64,
    line: RollingRegression,
    forecast: f64,
}

state!(Fosc { line, forecast });

impl Machine<1, 1> for Fosc {
    fn open(params: &[f64]) -> Self {
        Self {
            period: params[0],
            line: RollingRegression::new(params[0] as usize),
            forecast: f64::NAN,
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let next = self.line.update(value).at(self.period);
        let forecast = std::mem::replace(&mut self.forecast, next);
        [if forecast.is_nan() {
            forecast
        } else if value == 0.0 {
            0.0
        } else {
            100.0 * (value - forecast) / value
        }]
    }
}
