use crate::blocks::ratio;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "swing-index",
    talib: "",
    aliases: &[],
    group: Group::Momentum,
    meaning: "Swing index: how convincingly a bar moves on from the one before, -100 to 100",
    formula: "50 (c - c1 + (c - o) / 2 + (c1 - o1) / 4) / r k / limit, k = max(|h - c1|, |l - c1|), r = the greatest of |h - c1| - |l - c1| / 2, |l - c1| - |h - c1| / 2 and h - l (by |h - c1|, |l - c1|, h - l) + |c1 - o1| / 4; 0 where r is",
    source: "Wilder, New Concepts in Technical Trading Systems (1978)",
    inputs: &["open", "high", "low", "close"],
    params: &[Param::real(
        "limit",
        "",
        10_000.0,
        (1e-06, 1e12),
        "Greatest change of a day",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |_| 1,
    compute: Compute::of::<SwingIndex, 4, 1>(),
};

#[derive(Clone)]
pub(super) struct SwingIndex {
    limit: f64,
    previous: [f64; 2],
}

state!(SwingIndex { previous });

impl Machine<4, 1> for SwingIndex {
    fn open(params: &[f64]) -> Self {
        Self {
            limit: params[0],
            previous: [f64::NAN; 2],
        }
    }

    #[inline]
    fn update(&mut self, [open, high, low, close]: [f64; 4]) -> [f64; 1] {
        let [open_before, before] = std::mem::replace(&mut self.previous, [open, close]);
        let (up, down, range) = ((high - before).abs(), (low - before).abs(), high - low);
        let reach = if up >= down && up >= range {
            up - down / 2.0
        } else if down >= range {
            down - up / 2.0
        } else {
            range
        };
        let body = before - open_before;
        let swing = close - before + (close - open) / 2.0 + body / 4.0;
        let share = ratio(swing, reach + body.abs() / 4.0);
        [50.0 * share * (up.max(down) / self.limit)]
    }
}
