use super::rsi::Rsi;
use crate::blocks::{Smoother, once_there};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "qqe",
    talib: "",
    aliases: &[],
    group: Group::Momentum,
    meaning: "Quantitative qualitative estimation: a smoothed RSI, and a line that trails it by its own average range",
    formula: "rsi = ema(rsi(x, period), smoothing); reach = factor ema(ema(|change of rsi|, 2 period - 1), 2 period - 1); line trails rsi by reach, only coming nearer until rsi crosses it",
    source: "Livshin",
    inputs: &["value"],
    params: &[
        Param::period(14.0, 2.0, "Period of the RSI"),
        Param::bars("smoothing", "", 5.0, 1.0, "Period of its average"),
        Param::real(
            "factor",
            "",
            4.236,
            (0.0, 1000.0),
            "Average ranges from the RSI to the line",
        ),
    ],
    outputs: &[Output::real("rsi", ""), Output::real("line", "")],
    stability: Stability::Path,
    lookback: |params| 5 * params[0] as usize - 4 + params[1] as usize,
    compute: Compute::of::<Qqe, 1, 2>(),
};

#[derive(Clone)]
struct Qqe {
    factor: f64,
    rsi: Rsi,
    average: Smoother,
    previous: f64,
    ranges: [Smoother; 2],
    line: f64,
}

state!(Qqe {
    rsi,
    average,
    previous,
    ranges,
    line
});

impl Machine<1, 2> for Qqe {
    const FUSED: bool = true;

    fn open(params: &[f64]) -> Self {
        let ranges = Smoother::exponential(2 * params[0] as usize - 1);
        Self {
            factor: params[2],
            rsi: Rsi::open(params),
            average: Smoother::exponential(params[1] as usize),
            previous: f64::NAN,
            ranges: [ranges.clone(), ranges],
            line: f64::NAN,
        }
    }

    #[inline(always)]
    fn update(&mut self, row: [f64; 1]) -> [f64; 2] {
        let [rsi] = self.rsi.update(row);
        let rsi = once_there(rsi, |rsi| self.average.update(rsi));
        let before = std::mem::replace(&mut self.previous, rsi);
        let [first, second] = &mut self.ranges;
        let range = once_there((rsi - before).abs(), |range| first.update(range));
        let range = once_there(range, |range| second.update(range));
        if range.is_nan() {
            return [range; 2];
        }
        self.line = trailed(self.line, before, rsi, self.factor * range);
        [rsi, self.line]
    }
}

/// The line follows on the side on which the value was, and changes sides where the value crosses.
fn trailed(line: f64, before: f64, now: f64, reach: f64) -> f64 {
    if before >= line && now >= line {
        line.max(now - reach)
    } else if before <= line && now <= line {
        line.min(now + reach)
    } else if now < line {
        now + reach
    } else {
        now - reach
    }
}
