use crate::blocks::RollingSum;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "cmf",
    talib: "CMF",
    aliases: &["chaikin-money-flow"],
    group: Group::Volume,
    meaning: "Chaikin money flow: volume weighed by where the close lies in its bar, over volume, -1 to 1",
    formula: "sum of volume (2 close - high - low) / (high - low) / sum of volume over `period` bars; a bar without range adds nothing",
    source: "Chaikin",
    inputs: &["high", "low", "close", "volume"],
    params: &[Param::period(20.0, 1.0, "Bars added")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Cmf, 4, 1>(),
};

#[derive(Clone)]
struct Cmf {
    flow: RollingSum,
    volume: RollingSum,
}

state!(Cmf { flow, volume });

impl Machine<4, 1> for Cmf {
    fn open(params: &[f64]) -> Self {
        Self {
            flow: RollingSum::new(params[0] as usize),
            volume: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close, volume]: [f64; 4]) -> [f64; 1] {
        let range = high - low;
        let flow = if range > 0.0 {
            ((close - low) - (high - close)) / range * volume
        } else {
            0.0
        };
        let (flow, volume) = (self.flow.update(flow), self.volume.update(volume));
        [if volume == 0.0 { 0.0 } else { flow / volume }]
    }
}
