use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "simple-hilbert",
    talib: "",
    aliases: &[],
    group: Group::Beyond,
    meaning: "Hilbert transform in its simplest form: the part of a cycle in phase, and the part a quarter behind",
    formula: "d[t] = x[t] - x[t-7]; inPhase[t] = 1.25 (d[t-3] - inPhaseGain d[t-1]) + inPhaseGain inPhase[t-3]; quadrature[t] = d[t-1] - quadratureGain d[t] + quadratureGain quadrature[t-2]; all 0 before",
    source: "Ehlers, Rocket Science for Traders (2001)",
    inputs: &["value"],
    params: &[
        Param::real(
            "inPhaseGain",
            "",
            0.635,
            (0.0, 0.99),
            "Weight of the in-phase part of three bars ago",
        ),
        Param::real(
            "quadratureGain",
            "",
            0.338,
            (0.0, 0.99),
            "Weight of the quadrature part of two bars ago",
        ),
    ],
    outputs: &[Output::real("inPhase", ""), Output::real("quadrature", "")],
    stability: Stability::Fading(|params| {
        let kept = params[0].cbrt().max(params[1].sqrt());
        (1.0 + kept) / (1.0 - kept)
    }),
    lookback: |_| 9,
    compute: Compute::of::<SimpleHilbert, 1, 2>(),
};

#[derive(Clone)]
struct SimpleHilbert {
    gains: [f64; 2],
    bar: usize,
    values: [f64; 7],
    detrended: [f64; 3],
    in_phase: [f64; 3],
    quadrature: [f64; 2],
}

state!(SimpleHilbert {
    bar,
    values,
    detrended,
    in_phase,
    quadrature
});

impl Machine<1, 2> for SimpleHilbert {
    fn open(params: &[f64]) -> Self {
        Self {
            gains: [params[0], params[1]],
            bar: 0,
            values: [0.0; 7],
            detrended: [0.0; 3],
            in_phase: [0.0; 3],
            quadrature: [0.0; 2],
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 2] {
        let before = pushed(&mut self.values, value);
        self.bar = (self.bar + 1).min(10);
        if self.bar < 8 {
            return [f64::NAN; 2];
        }
        let detrended = value - before;
        let [third, _, first] = self.detrended;
        pushed(&mut self.detrended, detrended);
        let quadrature = first - self.gains[1] * detrended + self.gains[1] * self.quadrature[0];
        pushed(&mut self.quadrature, quadrature);
        if self.bar < 10 {
            return [f64::NAN; 2];
        }
        let in_phase = 1.25 * (third - self.gains[0] * first) + self.gains[0] * self.in_phase[0];
        pushed(&mut self.in_phase, in_phase);
        [in_phase, quadrature]
    }
}

/// Puts a value at the end of a short window and gives the one that leaves.
fn pushed<const N: usize>(window: &mut [f64; N], value: f64) -> f64 {
    let leaving = window[0];
    window.rotate_left(1);
    window[N - 1] = value;
    leaving
}
