use crate::blocks::Window;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "alma",
    talib: "",
    aliases: &["arnaud-legoux-moving-average"],
    group: Group::Overlap,
    meaning: "Arnaud Legoux moving average: a window weighed by a bell curve that leans to the latest values",
    formula: "sum of w[i] x[i] / sum of w[i], w[i] = exp(-(i - m)^2 / (2 s^2)), i = 0 the oldest value, m = offset (period - 1), rounded down unless peak is exact, s = period / sigma",
    source: "Legoux and Kouzis-Loukas (2009)",
    inputs: &["value"],
    params: &[
        Param::period(9.0, 1.0, "Values weighed"),
        Param::real(
            "offset",
            "",
            0.85,
            (0.0, 1.0),
            "Where the curve peaks: 0 at the oldest value, 1 at the latest",
        ),
        Param::real("sigma", "", 6.0, (0.01, 1000.0), "How narrow the curve is"),
        Param::choice(
            "peak",
            &["whole", "exact"],
            "Whether the curve peaks at a value or between two",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Alma, 1, 1>(),
};

#[derive(Clone)]
struct Alma {
    weights: Vec<f64>,
    window: Window,
}

state!(Alma { window });

impl Machine<1, 1> for Alma {
    fn open(params: &[f64]) -> Self {
        let [period, offset, sigma] = [params[0], params[1], params[2]];
        let exact = offset * (period - 1.0);
        let peak = if params[3] == 0.0 {
            exact.floor()
        } else {
            exact
        };
        let width = period / sigma;
        let bell = |at: usize| (-((at as f64 - peak) / width).powi(2) / 2.0).exp();
        let curve: Vec<f64> = (0..period as usize).map(bell).collect();
        let sum: f64 = curve.iter().sum();
        Self {
            weights: curve.iter().map(|weight| weight / sum).collect(),
            window: Window::new(period as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        self.window.push(value);
        if !self.window.is_full() {
            return [f64::NAN];
        }
        let weighed = self.window.values().iter().zip(&self.weights);
        [weighed.map(|(value, weight)| value * weight).sum()]
    }
}
