use crate::blocks::Smoother;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "cmo",
    talib: "CMO",
    aliases: &["chande-momentum-oscillator"],
    group: Group::Momentum,
    meaning: "Chande momentum oscillator, with Wilder's smoothing: gains less losses over both, -100 to 100",
    formula: "100 (gain - loss) / (gain + loss), both smoothed by Wilder's method; 0 where nothing moved",
    source: "Chande and Kroll, The New Technical Trader (1994)",
    inputs: &["value"],
    params: &[Param::period(
        14.0,
        2.0,
        "Changes smoothed, by Wilder's method",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * params[0] - 1.0),
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Cmo, 1, 1>(),
};

#[derive(Clone)]
struct Cmo {
    previous: f64,
    gain: Smoother,
    loss: Smoother,
}

state!(Cmo {
    previous,
    gain,
    loss
});

impl Machine<1, 1> for Cmo {
    fn open(params: &[f64]) -> Self {
        Self {
            previous: f64::NAN,
            gain: Smoother::wilder(params[0] as usize),
            loss: Smoother::wilder(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let change = value - self.previous;
        self.previous = value;
        if change.is_nan() {
            return [change];
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
        Smoother::smooth_both([&mut self.gain, &mut self.loss], [&mut *gains, &mut losses]);
        nt_math::map_triples(gains, &losses, &losses, |gain, loss, _| share(gain, loss));
    }
}

#[inline]
fn positive(change: f64) -> f64 {
    if change > 0.0 { change } else { 0.0 }
}

#[inline]
fn share(gain: f64, loss: f64) -> f64 {
    let moved = gain + loss;
    let share = 100.0 * ((gain - loss) / moved);
    if moved == 0.0 { 0.0 } else { share }
}
