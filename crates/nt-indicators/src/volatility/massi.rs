use crate::blocks::{RollingSum, Smoother, leading_nans, made, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "massi",
    talib: "MASSI",
    aliases: &["mass-index"],
    group: Group::Volatility,
    meaning: "Mass index: the smoothed range over its own average, summed; high where ranges widen",
    formula: "sum over slowPeriod of ema(high - low, fastPeriod) / ema(ema(high - low, fastPeriod), fastPeriod)",
    source: "Dorsey, The Mass Index, Stocks & Commodities 10 (1992)",
    inputs: &["high", "low"],
    params: &[
        Param::bars(
            "fastPeriod",
            "fastperiod",
            9.0,
            1.0,
            "Period of both averages",
        ),
        Param::bars("slowPeriod", "slowperiod", 25.0, 1.0, "Values added"),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * params[0]),
    lookback: |params| 2 * (params[0] as usize - 1) + params[1] as usize - 1,
    compute: Compute::of::<Massi, 2, 1>(),
};

#[derive(Clone)]
struct Massi {
    first: Smoother,
    second: Smoother,
    sum: RollingSum,
}

state!(Massi { first, second, sum });

impl Machine<2, 1> for Massi {
    fn open(params: &[f64]) -> Self {
        Self {
            first: Smoother::exponential(params[0] as usize),
            second: Smoother::exponential(params[0] as usize),
            sum: RollingSum::new(params[1] as usize).begin_at(2 * params[0] as usize - 2),
        }
    }

    #[inline]
    fn update(&mut self, [high, low]: [f64; 2]) -> [f64; 1] {
        let first = self.first.update(high - low);
        let second = if first.is_nan() {
            first
        } else {
            self.second.update(first)
        };
        if second.is_nan() {
            return [second];
        }
        [self
            .sum
            .update(if second == 0.0 { 0.0 } else { first / second })]
    }

    fn fill(&mut self, inputs: [&[f64]; 2], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        let mut first = made(inputs, start, |[high, low]| high - low);
        self.first.smooth(&mut first);
        let from = leading_nans(&first);
        let mut second = first.clone();
        self.second.smooth(&mut second[from..]);
        let from = leading_nans(&second);
        out[..from].fill(f64::NAN);
        nt_math::map_triples(&mut first, &second, &second, |first, second, _| {
            ratio(first, second)
        });
        self.sum.fill(&first[from..], &mut out[from..]);
    }
}
