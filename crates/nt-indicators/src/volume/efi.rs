use crate::blocks::{Smoother, leading_nans};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "efi",
    talib: "EFI",
    aliases: &["elders-force-index", "force-index"],
    group: Group::Volume,
    meaning: "Force index: the change of the close times the volume, smoothed",
    formula: "ema((close[t] - close[t-1]) volume[t], period)",
    source: "Elder, Trading for a Living (1993)",
    inputs: &["close", "volume"],
    params: &[Param::period(
        13.0,
        1.0,
        "Values whose weight the average resembles",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| params[0]),
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Efi, 2, 1>(),
};

#[derive(Clone)]
struct Efi {
    previous: f64,
    smoother: Smoother,
}

state!(Efi { previous, smoother });

impl Efi {
    #[inline]
    fn force(&mut self, close: f64, volume: f64) -> f64 {
        (close - std::mem::replace(&mut self.previous, close)) * volume
    }
}

impl Machine<2, 1> for Efi {
    fn open(params: &[f64]) -> Self {
        Self {
            previous: f64::NAN,
            smoother: Smoother::exponential(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [close, volume]: [f64; 2]) -> [f64; 1] {
        let force = self.force(close, volume);
        [if force.is_nan() {
            force
        } else {
            self.smoother.update(force)
        }]
    }

    fn fill(&mut self, [close, volume]: [&[f64]; 2], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        for (out, (&close, &volume)) in out
            .iter_mut()
            .zip(close[start..].iter().zip(&volume[start..]))
        {
            *out = self.force(close, volume);
        }
        let first = leading_nans(out);
        self.smoother.smooth(&mut out[first..]);
    }
}
