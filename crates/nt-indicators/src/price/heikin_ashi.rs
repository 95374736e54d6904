use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "heikin-ashi",
    talib: "HA",
    aliases: &["ha"],
    group: Group::Price,
    meaning: "Heikin-Ashi: candles averaged so that a trend keeps one colour",
    formula: "haClose = (open + high + low + close) / 4; haOpen[t] = (haOpen[t-1] + haClose[t-1]) / 2, from (open + close) / 2; haHigh, haLow = the extremes of high, low and both",
    source: "Valcu, Using the Heikin-Ashi Technique, Stocks & Commodities 22 (2004)",
    inputs: &["open", "high", "low", "close"],
    params: &[],
    outputs: &[
        Output::real("open", "haopen"),
        Output::real("high", "hahigh"),
        Output::real("low", "halow"),
        Output::real("close", "haclose"),
    ],
    stability: Stability::Fading(|_| 3.0),
    lookback: |_| 0,
    compute: Compute::of::<HeikinAshi, 4, 4>(),
};

#[derive(Clone)]
struct HeikinAshi {
    open: f64,
    close: f64,
}

state!(HeikinAshi { open, close });

impl Machine<4, 4> for HeikinAshi {
    fn open(_: &[f64]) -> Self {
        Self {
            open: f64::NAN,
            close: f64::NAN,
        }
    }

    #[inline]
    fn update(&mut self, [open, high, low, close]: [f64; 4]) -> [f64; 4] {
        let first = self.open.is_nan();
        self.open = if first {
            (open + close) * 0.5
        } else {
            (self.open + self.close) * 0.5
        };
        self.close = (open + high + low + close) / 4.0;
        let (open, close) = (self.open, self.close);
        [
            open,
            high.max(open).max(close),
            low.min(open).min(close),
            close,
        ]
    }
}
