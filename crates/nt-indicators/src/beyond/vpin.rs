use crate::blocks::{RollingSum, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "vpin",
    talib: "",
    aliases: &["flow-toxicity"],
    group: Group::Beyond,
    meaning: "Volume-synchronised probability of informed trading, over bars of equal volume: how one-sided trading is, 0 to 1",
    formula: "sum of |buyVolume - sellVolume| / sum of (buyVolume + sellVolume) over `period` bars; 0 where nothing was traded",
    source: "Easley, Lopez de Prado and O'Hara, Flow Toxicity and Liquidity in a High-frequency World (2012)",
    inputs: &["buyVolume", "sellVolume"],
    params: &[Param::period(50.0, 1.0, "Bars added")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Vpin, 2, 1>(),
};

#[derive(Clone)]
struct Vpin {
    imbalance: RollingSum,
    volume: RollingSum,
}

state!(Vpin { imbalance, volume });

impl Machine<2, 1> for Vpin {
    fn open(params: &[f64]) -> Self {
        Self {
            imbalance: RollingSum::new(params[0] as usize),
            volume: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [bought, sold]: [f64; 2]) -> [f64; 1] {
        let imbalance = self.imbalance.update((bought - sold).abs());
        [ratio(imbalance, self.volume.update(bought + sold))]
    }
}
