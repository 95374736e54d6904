use crate::blocks::RollingSum;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "cmou",
    talib: "CMOU",
    aliases: &["chande-momentum-oscillator-unsmoothed"],
    group: Group::Momentum,
    meaning: "Chande momentum oscillator as its author wrote it: sums of gains less losses over both, -100 to 100",
    formula: "100 (sum of gains - sum of losses) / (sum of both) over `period` changes; 0 where nothing moved",
    source: "Chande and Kroll, The New Technical Trader (1994)",
    inputs: &["value"],
    params: &[Param::period(14.0, 2.0, "Changes added")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Cmou, 1, 1>(),
};

#[derive(Clone)]
struct Cmou {
    previous: f64,
    gain: RollingSum,
    loss: RollingSum,
}

state!(Cmou {
    previous,
    gain,
    loss
});

impl Machine<1, 1> for Cmou {
    fn open(params: &[f64]) -> Self {
        Self {
            previous: f64::NAN,
            gain: RollingSum::new(params[0] as usize),
            loss: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let change = value - self.previous;
        self.previous = value;
        if change.is_nan() {
            return [change];
        }
        let gain = self.gain.update(change.max(0.0));
        let loss = self.loss.update((-change).max(0.0));
        let moved = gain + loss;
        [if moved == 0.0 {
            0.0
        } else {
            100.0 * ((gain - loss) / moved)
        }]
    }
}
