use crate::blocks::{RollingExtreme, RollingSum};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "vhf",
    talib: "VHF",
    aliases: &["vertical-horizontal-filter"],
    group: Group::Momentum,
    meaning: "Vertical horizontal filter: the range of the closes over the way gone; high in a trend",
    formula: "(max - min of the last closes) / sum of |x[i] - x[i-1]|; 0 where nothing moved",
    source: "White, Futures (1991)",
    inputs: &["value"],
    params: &[Param::period(28.0, 2.0, "Changes added")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Vhf, 1, 1>(),
};

#[derive(Clone)]
struct Vhf {
    previous: f64,
    highest: RollingExtreme,
    lowest: RollingExtreme,
    moves: RollingSum,
}

state!(Vhf {
    previous,
    highest,
    lowest,
    moves
});

impl Machine<1, 1> for Vhf {
    fn open(params: &[f64]) -> Self {
        Self {
            previous: f64::NAN,
            highest: RollingExtreme::highest(params[0] as usize),
            lowest: RollingExtreme::lowest(params[0] as usize),
            moves: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let range = self.highest.update(value) - self.lowest.update(value);
        let change = value - std::mem::replace(&mut self.previous, value);
        let moved = if change.is_nan() {
            change
        } else {
            self.moves.update(change.abs())
        };
        [if moved == 0.0 { 0.0 } else { range / moved }]
    }
}
