use crate::blocks::{Acceleration, Parabolic};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "sar-ext",
    talib: "SAREXT",
    aliases: &["sarext", "parabolic-sar-extended"],
    group: Group::Overlap,
    meaning: "Parabolic stop and reverse with accelerations of its own for each side; negative while short",
    formula: "as sar, with the sign of the side",
    source: "Wilder, New Concepts in Technical Trading Systems (1978)",
    inputs: &["high", "low"],
    params: &[
        Param::real(
            "start",
            "startvalue",
            0.0,
            (-1e12, 1e12),
            "First stop: of a long position above 0, of a short one below; 0 takes it from the bars",
        ),
        Param::real(
            "offsetOnReverse",
            "offsetonreverse",
            0.0,
            (0.0, 1e9),
            "Share by which the stop is moved away where it turns",
        ),
        Param::real(
            "initialLong",
            "accelerationinitlong",
            0.02,
            (0.0, 1e9),
            "First acceleration while long",
        ),
        Param::real(
            "accelerationLong",
            "accelerationlong",
            0.02,
            (0.0, 1e9),
            "Step of the acceleration while long",
        ),
        Param::real(
            "maximumLong",
            "accelerationmaxlong",
            0.2,
            (0.0, 1e9),
            "Greatest acceleration while long",
        ),
        Param::real(
            "initialShort",
            "accelerationinitshort",
            0.02,
            (0.0, 1e9),
            "First acceleration while short",
        ),
        Param::real(
            "accelerationShort",
            "accelerationshort",
            0.02,
            (0.0, 1e9),
            "Step of the acceleration while short",
        ),
        Param::real(
            "maximumShort",
            "accelerationmaxshort",
            0.2,
            (0.0, 1e9),
            "Greatest acceleration while short",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |_| 1,
    compute: Compute::of::<SarExt, 2, 1>(),
};

#[derive(Clone)]
struct SarExt {
    parabolic: Parabolic,
}

state!(SarExt { parabolic });

impl Machine<2, 1> for SarExt {
    fn open(params: &[f64]) -> Self {
        let long = Acceleration::new(params[2], params[3], params[4]);
        let short = Acceleration::new(params[5], params[6], params[7]);
        Self {
            parabolic: Parabolic::new(long, short, params[0], params[1]),
        }
    }

    #[inline]
    fn update(&mut self, [high, low]: [f64; 2]) -> [f64; 1] {
        let stop = self.parabolic.update(high, low);
        [stop.map_or(
            f64::NAN,
            |(stop, is_long)| if is_long { stop } else { -stop },
        )]
    }
}
