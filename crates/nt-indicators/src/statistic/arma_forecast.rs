use crate::blocks::{Window, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "arma-forecast",
    talib: "",
    aliases: &["arima-forecast"],
    group: Group::Statistic,
    meaning: "ARMA(1,1) forecast of the next value, fitted to the last ones",
    formula: "mean + phi (x[t] - mean) + theta e[t] over the last `period` values; e = residuals of an autoregression on the 3 values before, phi and theta by least squares of x - mean on the value and the residual before; the mean where they do not vary",
    source: "Hannan and Rissanen, Recursive estimation of mixed autoregressive-moving average order, Biometrika 69 (1982)",
    inputs: &["value"],
    params: &[Param::period(50.0, 12.0, "Values fitted")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<ArmaForecast, 1, 1>(),
};

#[derive(Clone)]
struct ArmaForecast(Window);

state!(ArmaForecast { 0 });

impl Machine<1, 1> for ArmaForecast {
    fn open(params: &[f64]) -> Self {
        Self(Window::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        self.0.push(value);
        if !self.0.is_full() {
            return [f64::NAN];
        }
        let values = self.0.values();
        let mean = nt_math::sum_about(values, value) / values.len() as f64;
        let centred: Vec<f64> = values.iter().map(|x| (x - value) - mean).collect();
        [value + (mean + next(&centred))]
    }
}

/// Values before one in the autoregression that tells the residuals.
const ORDER: usize = 3;

/// The forecast of the value after centred ones.
fn next(x: &[f64]) -> f64 {
    let weights = autoregression(x);
    let explained = |at: usize| -> f64 {
        let before = weights.iter().zip(x[..at].iter().rev());
        before.map(|(weight, x)| weight * x).sum()
    };
    let residuals: Vec<f64> = (ORDER..x.len()).map(|at| x[at] - explained(at)).collect();
    let x = &x[ORDER..];
    let sum = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let last = x.len() - 1;
    let (now, value, residual) = (&x[1..], &x[..last], &residuals[..last]);
    let (vv, rr, vr) = (
        sum(value, value),
        sum(residual, residual),
        sum(value, residual),
    );
    let (nv, nr) = (sum(now, value), sum(now, residual));
    let determinant = vv * rr - vr * vr;
    if determinant <= 1e-12 * vv * rr {
        // The residual adds nothing: the value before alone explains what can be.
        return ratio(nv, vv) * x[last];
    }
    let phi = (nv * rr - nr * vr) / determinant;
    let theta = (nr * vv - nv * vr) / determinant;
    phi * x[last] + theta * residuals[last]
}

/// The weights of the values before one, the nearest first, by the Levinson-Durbin recursion.
fn autoregression(x: &[f64]) -> [f64; ORDER] {
    let covariance = |lag: usize| -> f64 {
        let pairs = x.iter().zip(&x[lag..]);
        pairs.map(|(before, now)| before * now).sum()
    };
    let (mut weights, mut rest) = ([0.0; ORDER], covariance(0));
    for order in 0..ORDER {
        let explained: f64 = (0..order)
            .map(|at| weights[at] * covariance(order - at))
            .sum();
        let reflection = ratio(covariance(order + 1) - explained, rest);
        let before = weights;
        for at in 0..order {
            weights[at] -= reflection * before[order - 1 - at];
        }
        weights[order] = reflection;
        rest *= 1.0 - reflection * reflection;
    }
    weights
}
