use super::penetration::{below_close, penetration};
use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-dark-cloud-cover",
    talib: "CDLDARKCLOUDCOVER",
    aliases: &["dark-cloud-cover"],
    meaning: "Dark cloud cover: a black candle from above the high deep into a long white body",
    formula: "-100 where a long white candle is followed by a black one that opens above its \
              high and closes within its body, more than `penetration` of it below its close; \
              long is a body above the mean of the 10 before",
    params: &[penetration(0.5)],
    ..entry::<DarkCloudCover, 2, 1>()
};

#[derive(Clone, Default)]
struct DarkCloudCover {
    penetration: f64,
}

impl Pattern<2, 1> for DarkCloudCover {
    const LIMITS: [CandleLimit; 1] = [BODY_LONG.at(1)];

    fn open(params: &[f64]) -> Self {
        Self {
            penetration: params[0],
        }
    }

    #[inline]
    fn signal(&self, [first, second]: [Candle; 2], [long]: [f64; 1]) -> f64 {
        let found = all([
            first.is_white(),
            first.body() > long,
            second.is_black(),
            second.open > first.high,
            second.close > first.open,
        ]);
        bearish(found && second.close < below_close(first, self.penetration))
    }
}
