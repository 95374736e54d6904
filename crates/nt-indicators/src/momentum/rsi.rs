use crate::blocks::Smoother;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "rsi",
    talib: "RSI",
    aliases: &["relative-strength-index"],
    group: Group::Momentum,
    meaning: "Relative strength index: the share of gains in all recent movement, 0 to 100",
    formula: "100 * gain / (gain + loss), both smoothed by Wilder's method from the mean of the \
              first `period` changes; 0 where nothing moved",
    source: "Wilder, New Concepts in Technical Trading Systems (1978)",
    inputs: &["value"],
    params: &[Param::period(
        14.0,
        2.0,
        "Changes smoothed, by Wilder's method",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * params[0] - 1.0),
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Rsi, 1, 1>(),
};

#[derive(Clone)]
pub(super) struct Rsi {
    previous: f64,
    gain: Smoother,
    loss: Smoother,
}

state!(Rsi {
    previous,
    gain,
    loss
});

impl Machine<1, 1> for Rsi {
    const TAKES_GAPS: bool = true;

    fn open(params: &[f64]) -> Self {
        let smoother = Smoother::wilder(params[0] as usize);
        Self {
            previous: f64::NAN,
            gain: smoother.clone(),
            loss: smoother,
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let change = value - self.previous;
        self.previous = value;
        // Not finite on the first bar, on a gap and on the bar after it.
        if !change.is_finite() {
            self.gain.restart();
            self.loss.restart();
            return [f64::NAN];
        }
        let gain = self.gain.update(if change > 0.0 { change } else { 0.0 });
        let loss = self.loss.update(if change < 0.0 { -change } else { 0.0 });
        let movement = gain + loss;
        [if movement == 0.0 {
            0.0
        } else {
            100.0 * (gain / movement)
        }]
    }
}
