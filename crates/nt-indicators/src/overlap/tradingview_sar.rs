use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "tradingview-sar",
    talib: "",
    aliases: &[],
    group: Group::Overlap,
    meaning: "Parabolic stop and reverse as TradingView computes it: the second close against the first gives the direction",
    formula: "as sar, with a start of the acceleration apart from its step; the first stop is the low (rising) or high (falling) of the first bar",
    source: "Pine Script reference, ta.sar",
    inputs: &["high", "low", "close"],
    params: &[
        Param::real("start", "", 0.02, (0.0, 1e9), "First acceleration"),
        Param::real(
            "increment",
            "",
            0.02,
            (0.0, 1e9),
            "Its step with every new extreme",
        ),
        Param::real("maximum", "", 0.2, (0.0, 1e9), "Greatest acceleration"),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |_| 1,
    compute: Compute::of::<TradingviewSar, 3, 1>(),
};

#[derive(Clone)]
struct TradingviewSar {
    start: f64,
    increment: f64,
    maximum: f64,
    /// Bars taken, at most two: from the second on there is a stop.
    bars: usize,
    rising: bool,
    stop: f64,
    extreme: f64,
    acceleration: f64,
    /// Of the two bars before, the later first.
    highs: [f64; 2],
    lows: [f64; 2],
    /// Of the first bar.
    close: f64,
}

state!(TradingviewSar {
    bars,
    rising,
    stop,
    extreme,
    acceleration,
    highs,
    lows,
    close
});

impl Machine<3, 1> for TradingviewSar {
    fn open(params: &[f64]) -> Self {
        Self {
            start: params[0],
            increment: params[1],
            maximum: params[2],
            bars: 0,
            rising: false,
            stop: f64::NAN,
            extreme: f64::NAN,
            acceleration: params[0],
            highs: [f64::NAN; 2],
            lows: [f64::NAN; 2],
            close: f64::NAN,
        }
    }

    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 1] {
        if self.bars == 1 {
            self.begin(high, low, close);
        }
        if self.bars > 0 {
            self.follow(high, low);
        }
        self.bars = (self.bars + 1).min(2);
        self.highs = [high, self.highs[0]];
        self.lows = [low, self.lows[0]];
        self.close = close;
        [self.stop]
    }
}

impl TradingviewSar {
    fn begin(&mut self, high: f64, low: f64, close: f64) {
        self.rising = close > self.close;
        (self.extreme, self.stop) = if self.rising {
            (high, self.lows[0])
        } else {
            (low, self.highs[0])
        };
    }

    fn follow(&mut self, high: f64, low: f64) {
        self.stop += self.acceleration * (self.extreme - self.stop);
        let turned = self.turn_if_reached(high, low);
        if !turned && self.bars > 1 {
            self.speed_up(high, low);
        }
        self.hold_outside();
    }

    fn turn_if_reached(&mut self, high: f64, low: f64) -> bool {
        let reached = if self.rising {
            self.stop > low
        } else {
            self.stop < high
        };
        if reached {
            self.stop = if self.rising {
                high.max(self.extreme)
            } else {
                low.min(self.extreme)
            };
            self.rising = !self.rising;
            self.extreme = if self.rising { high } else { low };
            self.acceleration = self.start;
        }
        reached
    }

    fn speed_up(&mut self, high: f64, low: f64) {
        let (further, value) = if self.rising {
            (high > self.extreme, high)
        } else {
            (low < self.extreme, low)
        };
        if further {
            self.extreme = value;
            self.acceleration = (self.acceleration + self.increment).min(self.maximum);
        }
    }

    /// Never inside the range of the two bars before.
    fn hold_outside(&mut self) {
        self.stop = if self.rising {
            self.lows.iter().copied().fold(self.stop, f64::min)
        } else {
            self.highs.iter().copied().fold(self.stop, f64::max)
        };
    }
}
