use super::candle::Candle;

/// What a candle is measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Measure {
    Body,
    Range,
    /// Both shadows; the average halves them.
    Shadows,
}

/// How long, short, near or far is told: a factor of the average over the bars before.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CandleSetting {
    measure: Measure,
    /// Bars averaged; 0 for the candle itself.
    period: usize,
    factor: f64,
}

pub(crate) const BODY_LONG: CandleSetting = CandleSetting::new(Measure::Body, 10, 1.0);
pub(crate) const BODY_SHORT: CandleSetting = CandleSetting::new(Measure::Body, 10, 1.0);
pub(crate) const BODY_DOJI: CandleSetting = CandleSetting::new(Measure::Range, 10, 0.1);
pub(crate) const SHADOW_LONG: CandleSetting = CandleSetting::new(Measure::Body, 0, 1.0);
pub(crate) const SHADOW_VERY_LONG: CandleSetting = CandleSetting::new(Measure::Body, 0, 2.0);
pub(crate) const SHADOW_SHORT: CandleSetting = CandleSetting::new(Measure::Shadows, 10, 1.0);
pub(crate) const SHADOW_VERY_SHORT: CandleSetting = CandleSetting::new(Measure::Range, 10, 0.1);
pub(crate) const NEAR: CandleSetting = CandleSetting::new(Measure::Range, 5, 0.2);
pub(crate) const FAR: CandleSetting = CandleSetting::new(Measure::Range, 5, 0.6);
pub(crate) const EQUAL: CandleSetting = CandleSetting::new(Measure::Range, 5, 0.05);

impl CandleSetting {
    const fn new(measure: Measure, period: usize, factor: f64) -> Self {
        Self {
            measure,
            period,
            factor,
        }
    }

    /// Bars before the first average.
    pub(crate) const fn period(self) -> usize {
        self.period
    }

    /// The limit for the candle `ago` candles before the last.
    pub(crate) const fn at(self, ago: usize) -> CandleLimit {
        CandleLimit { setting: self, ago }
    }

    /// What is averaged of a candle.
    #[inline]
    pub(crate) fn measure(self, candle: Candle) -> f64 {
        match self.measure {
            Measure::Body => candle.body(),
            Measure::Range => candle.range(),
            Measure::Shadows => candle.upper_shadow() + candle.lower_shadow(),
        }
    }
}

/// A setting and the candle of a pattern that is held against it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CandleLimit {
    pub(crate) setting: CandleSetting,
    /// Candles from it to the last.
    pub(crate) ago: usize,
}

impl CandleLimit {
    /// The limit from the total over the period before the candle. The operations are those of
    /// TA-Lib in their order: prices lie on a grid, so ties are common and the last digit decides.
    #[inline]
    pub(crate) fn value(self, total: f64, candle: Candle) -> f64 {
        let CandleSetting {
            measure,
            period,
            factor,
        } = self.setting;
        let mean = if period == 0 {
            self.setting.measure(candle)
        } else {
            total / period as f64
        };
        match measure {
            Measure::Shadows => factor * mean / 2.0,
            _ => factor * mean,
        }
    }

    /// What every bar of a stretch from `start` adds to the total for the next.
    #[inline(always)]
    pub(crate) fn changes(self, columns: [&[f64]; 4], start: usize, out: &mut [f64]) {
        let period = self.setting.period;
        if period == 0 {
            return;
        }
        let part = |start: usize| columns.map(|column| &column[start..start + out.len()]);
        let (entering, leaving) = (part(start - self.ago), part(start - self.ago - period));
        // A loop for each measure: the choice is made once, and each is vectorised.
        match self.setting.measure {
            Measure::Body => differ(entering, leaving, out, Candle::body),
            Measure::Range => differ(entering, leaving, out, Candle::range),
            Measure::Shadows => differ(entering, leaving, out, |candle| {
                candle.upper_shadow() + candle.lower_shadow()
            }),
        }
    }

    /// The limits of a stretch from `start`, from the totals in their places.
    #[inline(always)]
    pub(crate) fn values(self, columns: [&[f64]; 4], start: usize, out: &mut [f64]) {
        let CandleSetting {
            measure,
            period,
            factor,
        } = self.setting;
        if period > 0 {
            let period = period as f64;
            // Halving is exact, before or after.
            let factor = match measure {
                Measure::Shadows => factor / 2.0,
                _ => factor,
            };
            for value in out {
                *value = factor * (*value / period);
            }
            return;
        }
        let start = start - self.ago;
        let columns = columns.map(|column| &column[start..start + out.len()]);
        for (bar, out) in out.iter_mut().enumerate() {
            let candle = Candle::new(columns.map(|column| column[bar]));
            *out = self.value(*out, candle);
        }
    }
}

#[inline(always)]
fn differ(
    entering: [&[f64]; 4],
    leaving: [&[f64]; 4],
    out: &mut [f64],
    measure: impl Fn(Candle) -> f64,
) {
    let length = out.len();
    let (entering, leaving) = (
        entering.map(|column| &column[..length]),
        leaving.map(|column| &column[..length]),
    );
    for (bar, out) in out.iter_mut().enumerate() {
        let of = |columns: [&[f64]; 4]| measure(Candle::new(columns.map(|column| column[bar])));
        *out = of(entering) - of(leaving);
    }
}
