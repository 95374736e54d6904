use crate::overlap::Alligator;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "gator",
    talib: "",
    aliases: &["gator-oscillator"],
    group: Group::Momentum,
    meaning: "Gator oscillator: how far the mouth of the alligator is open above and below",
    formula: "upper = |jaw - teeth|, lower = -|teeth - lips|, of the alligator",
    source: "Williams, Trading Chaos (1995)",
    inputs: &["high", "low"],
    params: &[
        Param::bars("jawPeriod", "", 13.0, 1.0, "Period of the jaw"),
        Param::bars("teethPeriod", "", 8.0, 1.0, "Period of the teeth"),
        Param::bars("lipsPeriod", "", 5.0, 1.0, "Period of the lips"),
        Param::bars(
            "jawShift",
            "",
            8.0,
            1.0,
            "Bars by which the jaw is drawn ahead",
        ),
        Param::bars(
            "teethShift",
            "",
            5.0,
            1.0,
            "Bars by which the teeth are drawn ahead",
        ),
        Param::bars(
            "lipsShift",
            "",
            3.0,
            1.0,
            "Bars by which the lips are drawn ahead",
        ),
    ],
    outputs: &[Output::real("upper", ""), Output::real("lower", "")],
    stability: Stability::Fading(|params| 2.0 * params[0].max(params[1]).max(params[2])),
    lookback: |params| Alligator::lookback(params),
    compute: Compute::of::<Gator, 2, 2>(),
};

#[derive(Clone)]
struct Gator(Alligator);

state!(Gator { 0 });

impl Machine<2, 2> for Gator {
    fn open(params: &[f64]) -> Self {
        Self(Alligator::open(params))
    }

    #[inline]
    fn update(&mut self, row: [f64; 2]) -> [f64; 2] {
        let [jaw, teeth, lips] = self.0.update(row);
        [(jaw - teeth).abs(), -(teeth - lips).abs()]
    }
}
