use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "nvi",
    talib: "NVI",
    aliases: &["negative-volume-index"],
    group: Group::Volume,
    meaning: "Negative volume index: the changes of the close on bars whose volume falls, chained",
    formula: "nvi[t] = nvi[t-1] close[t] / close[t-1] where volume falls, else nvi[t-1], from 1000",
    source: "Dysart; Fosback, Stock Market Logic (1976)",
    inputs: &["close", "volume"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |_| 0,
    compute: Compute::of::<Nvi, 2, 1>(),
};

#[derive(Clone)]
struct Nvi {
    close: f64,
    volume: f64,
    index: f64,
}

state!(Nvi {
    close,
    volume,
    index
});

impl Machine<2, 1> for Nvi {
    fn open(_: &[f64]) -> Self {
        Self {
            close: f64::NAN,
            volume: f64::NAN,
            index: 1000.0,
        }
    }

    #[inline]
    fn update(&mut self, [close, volume]: [f64; 2]) -> [f64; 1] {
        if volume < self.volume && self.close != 0.0 {
            self.index *= close / self.close;
        }
        (self.close, self.volume) = (close, volume);
        [self.index]
    }
}
