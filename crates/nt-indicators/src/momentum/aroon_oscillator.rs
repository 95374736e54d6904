use super::aroon::Aroon;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "aroon-oscillator",
    talib: "AROONOSC",
    aliases: &["aroonosc"],
    group: Group::Momentum,
    meaning: "Aroon oscillator: Aroon up less Aroon down, -100 to 100",
    formula: "aroon up - aroon down",
    source: "Chande, A Time Price Oscillator, Stocks & Commodities 13 (1995)",
    inputs: &["high", "low"],
    params: &[Param::period(14.0, 2.0, "Bars looked back")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<AroonOscillator, 2, 1>(),
};

#[derive(Clone)]
struct AroonOscillator {
    aroon: Aroon,
}

state!(AroonOscillator { aroon });

impl Machine<2, 1> for AroonOscillator {
    fn open(params: &[f64]) -> Self {
        Self {
            aroon: Aroon::open(params),
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 2]) -> [f64; 1] {
        let [down, up] = self.aroon.update(row);
        [up - down]
    }

    fn fill(&mut self, [high, low]: [&[f64]; 2], _: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        let mut down = vec![0.0; out.len()];
        self.aroon.fill_down(low, &mut down);
        self.aroon.fill_up(high, out);
        nt_math::map_triples(out, &down, &down, |up, down, _| up - down);
    }
}
