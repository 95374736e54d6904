use crate::blocks::{Lag, RollingExtreme};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "ichimoku",
    talib: "",
    aliases: &["ichimoku-cloud"],
    group: Group::Overlap,
    meaning: "Ichimoku: the conversion and base lines, and the cloud that lies over this bar",
    formula: "conversion, base = (highest high + lowest low) / 2 of their periods; spanA = (conversion + base) / 2 and spanB = the middle of spanPeriod bars, both of displacement - 1 bars ago (the lagging span is the close itself, drawn earlier: compare it with the close of then)",
    source: "Hosoda (1969)",
    inputs: &["high", "low"],
    params: &[
        Param::bars(
            "conversionPeriod",
            "",
            9.0,
            1.0,
            "Bars of the conversion line",
        ),
        Param::bars("basePeriod", "", 26.0, 1.0, "Bars of the base line"),
        Param::bars("spanPeriod", "", 52.0, 1.0, "Bars of the second span"),
        Param::bars(
            "displacement",
            "",
            26.0,
            1.0,
            "Bars by which the cloud is drawn ahead, this one counting",
        ),
    ],
    outputs: &[
        Output::real("conversion", ""),
        Output::real("base", ""),
        Output::real("spanA", ""),
        Output::real("spanB", ""),
    ],
    stability: Stability::Window,
    lookback: |params| (params[0].max(params[1]).max(params[2]) + params[3]) as usize - 2,
    compute: Compute::of::<Ichimoku, 2, 4>(),
};

#[derive(Clone)]
struct Ichimoku {
    highest: [RollingExtreme; 3],
    lowest: [RollingExtreme; 3],
    /// What the spans lag by, where it is a bar at least.
    ahead: Option<[Lag; 2]>,
}

state!(Ichimoku {
    highest,
    lowest,
    ahead
});

impl Machine<2, 4> for Ichimoku {
    fn open(params: &[f64]) -> Self {
        let lag = params[3] as usize - 1;
        Self {
            highest: std::array::from_fn(|at| RollingExtreme::highest(params[at] as usize)),
            lowest: std::array::from_fn(|at| RollingExtreme::lowest(params[at] as usize)),
            ahead: (lag > 0).then(|| [Lag::new(lag), Lag::new(lag)]),
        }
    }

    #[inline]
    fn update(&mut self, [high, low]: [f64; 2]) -> [f64; 4] {
        let mut middles = self.highest.iter_mut().zip(&mut self.lowest);
        let [conversion, base, far] = std::array::from_fn(|_| {
            let middle = middles.next();
            middle.map_or(f64::NAN, |(highest, lowest)| {
                (highest.update(high) + lowest.update(low)) * 0.5
            })
        });
        // Both spans begin together.
        let near = (conversion + base) * 0.5 + far * 0.0;
        let [span_a, span_b] = self
            .ahead
            .as_mut()
            .map_or([near, far + near * 0.0], |[a, b]| {
                [a.update(near), b.update(far + near * 0.0)]
            });
        if span_a.is_nan() {
            return [f64::NAN; 4];
        }
        [conversion, base, span_a, span_b]
    }
}
