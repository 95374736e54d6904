use crate::blocks::Tema;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "trix",
    talib: "TRIX",
    aliases: &[],
    group: Group::Momentum,
    meaning: "TRIX: the change of a triple exponential average from bar to bar, in percent",
    formula: "100 (e[t] / e[t-1] - 1), e = ema(ema(ema(x, period), period), period)",
    source: "Hutson, Good TRIX, Stocks & Commodities 1 (1983)",
    inputs: &["value"],
    params: &[Param::period(30.0, 1.0, "Period of the averages")],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 3.0 * params[0]),
    lookback: |params| 3 * (params[0] as usize - 1) + 1,
    compute: Compute::of::<Trix, 1, 1>(),
};

#[derive(Clone)]
struct Trix {
    averages: Tema,
    previous: f64,
}

state!(Trix { averages, previous });

impl Machine<1, 1> for Trix {
    fn open(params: &[f64]) -> Self {
        Self {
            averages: Tema::new(params[0] as usize),
            previous: f64::NAN,
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let average = self.averages.third(value);
        let before = std::mem::replace(&mut self.previous, average);
        [change(average, before)]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        let mut averages = input[start..].to_vec();
        self.averages.smooth_third(&mut averages);
        if let Some(first) = out.first_mut() {
            *first = change(averages[0], self.previous);
        }
        nt_math::map_pairs(
            &mut out[1..],
            &averages[1..],
            &averages[..averages.len() - 1],
            change,
        );
        self.previous = averages[averages.len() - 1];
    }
}

#[inline]
fn change(average: f64, before: f64) -> f64 {
    if before == 0.0 {
        0.0
    } else {
        100.0 * (average / before - 1.0)
    }
}
