use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "pvi",
    talib: "PVI",
    aliases: &["positive-volume-index"],
    group: Group::Volume,
    meaning: "Positive volume index: the changes of the close on bars whose volume rises, chained",
    formula: "pvi[t] = pvi[t-1] close[t] / close[t-1] where volume rises, else pvi[t-1], from 1000",
    source: "Dysart; Fosback, Stock Market Logic (1976)",
    inputs: &["close", "volume"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |_| 0,
    compute: Compute::of::<Pvi, 2, 1>(),
};

#[derive(Clone)]
struct Pvi {
    close: f64,
    volume: f64,
    index: f64,
}

state!(Pvi {
    close,
    volume,
    index
});

impl Machine<2, 1> for Pvi {
    fn open(_: &[f64]) -> Self {
        Self {
            close: f64::NAN,
            volume: f64::NAN,
            index: 1000.0,
        }
    }

    #[inline]
    fn update(&mut self, [close, volume]: [f64; 2]) -> [f64; 1] {
        if volume > self.volume && self.close != 0.0 {
            self.index *= close / self.close;
        }
        (self.close, self.volume) = (close, volume);
        [self.index]
    }
}
