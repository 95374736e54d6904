use super::rsi::Rsi;
use crate::blocks::{Window, relative_change};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "connors-rsi",
    talib: "",
    aliases: &["crsi"],
    group: Group::Momentum,
    meaning: "Connors RSI: the mean of a short RSI, the RSI of the streak of rises or falls, and the percent rank of the last change",
    formula: "(rsi(x, period) + rsi(streak, streakPeriod) + rank) / 3, streak = bars in a row that rose (positive) or fell (negative), rank = percent of the rankPeriod relative changes before the last that are below it",
    source: "Connors and Alvarez (2012)",
    inputs: &["value"],
    params: &[
        Param::period(3.0, 2.0, "Period of the RSI"),
        Param::bars(
            "streakPeriod",
            "",
            2.0,
            2.0,
            "Period of the RSI of the streak",
        ),
        Param::bars("rankPeriod", "", 100.0, 1.0, "Changes ranked"),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * params[0].max(params[1]) - 1.0),
    lookback: |params| (params[0].max(params[1]).max(params[2] + 1.0)) as usize,
    compute: Compute::of::<ConnorsRsi, 1, 1>(),
};

#[derive(Clone)]
struct ConnorsRsi {
    price: Rsi,
    streak: Rsi,
    run: f64,
    previous: f64,
    changes: Window,
}

state!(ConnorsRsi {
    price,
    streak,
    run,
    previous,
    changes
});

impl Machine<1, 1> for ConnorsRsi {
    fn open(params: &[f64]) -> Self {
        Self {
            price: Rsi::open(params),
            streak: Rsi::open(&params[1..]),
            run: 0.0,
            previous: f64::NAN,
            changes: Window::new(params[2] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let before = std::mem::replace(&mut self.previous, value);
        self.run = match value.partial_cmp(&before) {
            Some(std::cmp::Ordering::Greater) => self.run.max(0.0) + 1.0,
            Some(std::cmp::Ordering::Less) => self.run.min(0.0) - 1.0,
            _ => 0.0,
        };
        let [price] = self.price.update([value]);
        let [streak] = self.streak.update([self.run]);
        let change = relative_change(value, before);
        if change.is_nan() {
            return [change];
        }
        let full = self.changes.is_full();
        let values = self.changes.values();
        let below = values.iter().filter(|other| **other < change).count();
        let rank = 100.0 * below as f64 / values.len().max(1) as f64;
        self.changes.push(change);
        [if full {
            (price + streak + rank) / 3.0
        } else {
            f64::NAN
        }]
    }
}
