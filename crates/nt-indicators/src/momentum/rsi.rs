use crate::blocks::Smoother;
use crate::machine::run;
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
    fn open(params: &[f64]) -> Self {
        let smoother = Smoother::wilder(params[0] as usize);
        Self {
            previous: f64::NAN,
            gain: smoother.clone(),
            loss: smoother,
        }
    }

    #[inline(always)]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let change = value - std::mem::replace(&mut self.previous, value);
        // Not finite on the first bar, and where values are too far apart for a number.
        if !change.is_finite() {
            self.gain.restart();
            self.loss.restart();
            return [f64::NAN];
        }
        let gain = self.gain.update(positive(change));
        let loss = self.loss.update(positive(-change));
        [share(gain, loss)]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        let first = start.max(1);
        let (head, gains) = out.split_at_mut(first - start);
        head.fill(f64::NAN);
        let (now, before) = (&input[first..], &input[first - 1..input.len() - 1]);
        let mut losses = vec![0.0; gains.len()];
        nt_math::map_pairs(gains, now, before, |now, before| positive(now - before));
        nt_math::map_pairs(&mut losses, now, before, |now, before| {
            positive(before - now)
        });
        if nt_math::all_finite(gains) && nt_math::all_finite(&losses) {
            Smoother::smooth_both([&mut self.gain, &mut self.loss], [&mut *gains, &mut losses]);
            nt_math::map_triples(gains, &losses, &losses, |gain, loss, _| share(gain, loss));
        } else {
            self.previous = if start == 0 {
                f64::NAN
            } else {
                input[start - 1]
            };
            run(self, [input], start, [Some(out)]);
        }
    }
}

#[inline]
fn positive(change: f64) -> f64 {
    if change > 0.0 { change } else { 0.0 }
}

/// Gains in percent of all movement.
#[inline]
fn share(gain: f64, loss: f64) -> f64 {
    let movement = gain + loss;
    let share = 100.0 * (gain / movement);
    if movement == 0.0 { 0.0 } else { share }
}
