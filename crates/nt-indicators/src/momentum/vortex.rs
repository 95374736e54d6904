use crate::blocks::{RollingSum, TrueRange, made, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "vortex",
    talib: "VORTEX",
    aliases: &["vortex-indicator"],
    group: Group::Momentum,
    meaning: "Vortex: how far highs reach above earlier lows, and lows below earlier highs, over the true range",
    formula: "plus = sum of |high[t] - low[t-1]| / sum of true range, minus = sum of |low[t] - high[t-1]| / sum of true range",
    source: "Botes and Siepman, The Vortex Indicator, Stocks & Commodities 28 (2010)",
    inputs: &["high", "low", "close"],
    params: &[Param::period(14.0, 1.0, "Bars added")],
    outputs: &[
        Output::real("plus", "plusvi"),
        Output::real("minus", "minusvi"),
    ],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Vortex, 3, 2>(),
};

#[derive(Clone)]
struct Vortex {
    high: f64,
    low: f64,
    range: TrueRange,
    sums: [RollingSum; 3],
}

state!(Vortex {
    high,
    low,
    range,
    sums
});

impl Machine<3, 2> for Vortex {
    fn open(params: &[f64]) -> Self {
        Self {
            high: f64::NAN,
            low: f64::NAN,
            range: TrueRange::new(),
            sums: [(); 3].map(|()| RollingSum::new(params[0] as usize).begin_at(1)),
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 2] {
        let (plus, minus) = ((high - self.low).abs(), (low - self.high).abs());
        (self.high, self.low) = (high, low);
        let range = self.range.update(high, low, close);
        if range.is_nan() {
            return [f64::NAN; 2];
        }
        let [all_plus, all_minus, ranges] = &mut self.sums;
        let range = ranges.update(range);
        [all_plus.update(plus), all_minus.update(minus)].map(|sum| ratio(sum, range))
    }

    fn fill(&mut self, inputs: [&[f64]; 3], start: usize, outputs: [Option<&mut [f64]>; 2]) {
        let [high, low, close] = inputs;
        let first = start.max(1);
        let mut ranges = vec![0.0; high.len() - start];
        self.range.fill(
            [&high[start..], &low[start..], &close[start..]],
            &mut ranges,
        );
        let ranges = &ranges[first - start..];
        let mut sums = vec![0.0; ranges.len()];
        self.sums[2].fill(ranges, &mut sums);
        let columns = [[high, low], [low, high]];
        for ((out, [now, before]), all) in outputs.into_iter().zip(columns).zip(&mut self.sums) {
            let Some(out) = out else { continue };
            let (head, out) = out.split_at_mut(first - start);
            head.fill(f64::NAN);
            let (now, before) = (&now[first..], &before[first - 1..before.len() - 1]);
            let moves = made([now, before], 0, |[now, before]| (now - before).abs());
            all.fill(&moves, out);
            nt_math::map_triples(out, &sums, &sums, |all, ranges, _| ratio(all, ranges));
        }
    }
}
