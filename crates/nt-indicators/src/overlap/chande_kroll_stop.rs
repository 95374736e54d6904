use crate::blocks::{RollingExtreme, Smoother, TrueRange, once_there};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "chande-kroll-stop",
    talib: "",
    aliases: &["cksp"],
    group: Group::Overlap,
    meaning: "Chande Kroll stop: the extremes of stops that hang from the extremes of the last bars",
    formula: "first high stop = highest high - multiplier atr, first low stop = lowest low + multiplier atr, over `period` bars; long = lowest first low stop, short = highest first high stop, over stopPeriod bars",
    source: "Chande and Kroll, The New Technical Trader (1994)",
    inputs: &["high", "low", "close"],
    params: &[
        Param::period(
            10.0,
            1.0,
            "Bars of the extremes, and ranges smoothed by Wilder's method",
        ),
        Param::real(
            "multiplier",
            "",
            1.0,
            (0.0, 1e6),
            "Ranges from the extreme to the first stop",
        ),
        Param::bars(
            "stopPeriod",
            "",
            9.0,
            1.0,
            "Stops of which the extreme is taken",
        ),
    ],
    outputs: &[Output::real("long", ""), Output::real("short", "")],
    stability: Stability::Fading(|params| 2.0 * params[0] - 1.0),
    lookback: |params| params[0] as usize + params[2] as usize - 1,
    compute: Compute::of::<ChandeKrollStop, 3, 2>(),
};

#[derive(Clone)]
struct ChandeKrollStop {
    multiplier: f64,
    range: TrueRange,
    smoother: Smoother,
    highest: RollingExtreme,
    lowest: RollingExtreme,
    long: RollingExtreme,
    short: RollingExtreme,
}

state!(ChandeKrollStop {
    range,
    smoother,
    highest,
    lowest,
    long,
    short
});

impl Machine<3, 2> for ChandeKrollStop {
    fn open(params: &[f64]) -> Self {
        let (period, stops) = (params[0] as usize, params[2] as usize);
        Self {
            multiplier: params[1],
            range: TrueRange::new(),
            smoother: Smoother::wilder(period),
            highest: RollingExtreme::highest(period),
            lowest: RollingExtreme::lowest(period),
            long: RollingExtreme::lowest(stops),
            short: RollingExtreme::highest(stops),
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 2] {
        let (highest, lowest) = (self.highest.update(high), self.lowest.update(low));
        let range = self.range.update(high, low, close);
        let reach = self.multiplier * once_there(range, |range| self.smoother.update(range));
        [
            self.long.update(lowest + reach),
            self.short.update(highest - reach),
        ]
    }
}
