use crate::blocks::TwoPole;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "swiss-army-knife",
    talib: "",
    aliases: &[],
    group: Group::Overlap,
    meaning: "One of six two-pole filters, with the gains and signs that LEAN gives them (see gaussian-filter, butterworth, high-pass and band-pass for Ehlers' own)",
    formula: "y[t] = c (b0 x[t] + b1 x[t-1] + b2 x[t-2]) + a1 y[t-1] + a2 y[t-2], coefficients from the period; from y = x (0 for those that take the level away)",
    source: "Ehlers, Swiss Army Knife Indicator, Stocks & Commodities 24 (2006)",
    inputs: &["value"],
    params: &[
        Param::period(20.0, 5.0, "Bars of the cycle at which it cuts"),
        Param::real(
            "delta",
            "",
            0.1,
            (0.001, 0.5),
            "Half the width of the band, over its centre",
        ),
        Param::choice(
            "filter",
            &[
                "gauss",
                "butter",
                "high-pass",
                "two-pole-high-pass",
                "band-pass",
                "band-stop",
            ],
            "Which filter",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |_| 0,
    compute: Compute::of::<SwissArmyKnife, 1, 1>(),
};

#[derive(Clone)]
struct SwissArmyKnife(TwoPole);

state!(SwissArmyKnife { 0 });

impl Machine<1, 1> for SwissArmyKnife {
    fn open(params: &[f64]) -> Self {
        let turn = 2.0 * std::f64::consts::PI / params[0];
        let low = TwoPole::alpha(params[0], 2.415);
        let poles = [2.0 * (1.0 - low), -(1.0 - low) * (1.0 - low)];
        let centre = turn.cos();
        let gamma = 1.0 / (2.0 * turn * params[1]).cos();
        let band = gamma - (gamma * gamma - 1.0).sqrt();
        Self(match params[2] as usize {
            0 => TwoPole::low_pass([low * low, 0.0, 0.0], poles),
            1 => {
                let quarter = low * low / 4.0;
                TwoPole::low_pass([quarter, 2.0 * quarter, quarter], poles)
            }
            2 => {
                let alpha = (turn.cos() + turn.sin() - 1.0) / turn.cos();
                let half = f64::midpoint(1.0, alpha);
                TwoPole::high_pass([half, -half, 0.0], [1.0 - alpha, 0.0])
            }
            3 => {
                let quarter = (1.0 + low) * (1.0 + low) / 4.0;
                TwoPole::high_pass([quarter, -2.0 * quarter, quarter], poles)
            }
            4 => {
                let half = (1.0 - band) / 2.0;
                TwoPole::high_pass([half, 0.0, -half], [-centre * (1.0 - band), band])
            }
            _ => {
                let half = f64::midpoint(1.0, band);
                let taps = [half, -2.0 * centre * half, half];
                TwoPole::low_pass(taps, [centre * (1.0 + band), -band])
            }
        })
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.0.update(value)]
    }
}
