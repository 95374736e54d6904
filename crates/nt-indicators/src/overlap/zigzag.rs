use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "zigzag",
    talib: "",
    aliases: &["zig-zag"],
    group: Group::Overlap,
    meaning: "Zigzag as it can be known: the last turning point that a move back has confirmed, whether it was a high, and how long ago it was",
    formula: "the running extreme is confirmed once prices have moved back by `reversal` of it, at least `minBars` bars after it was last moved, and the extreme of the other side begins; pivot = its price, kind = 1 for a high, -1 for a low, age = bars since it; the low of the first bar before any",
    source: "",
    inputs: &["high", "low"],
    params: &[
        Param::real(
            "reversal",
            "",
            0.05,
            (0.0001, 0.99),
            "Move back that confirms a turning point, over its price",
        ),
        Param::bars(
            "minBars",
            "",
            10.0,
            0.0,
            "Bars after the extreme before it can be confirmed",
        ),
    ],
    outputs: &[
        Output::real("pivot", ""),
        Output::whole("kind", ""),
        Output::whole("age", ""),
    ],
    stability: Stability::Path,
    lookback: |_| 0,
    compute: Compute::of::<Zigzag, 2, 3>(),
};

#[derive(Clone)]
struct Zigzag {
    reversal: f64,
    min_bars: usize,
    confirmed: Pivot,
    running: Pivot,
}

state!(Zigzag { confirmed, running });

/// A turning point: its price, 1 for a high or -1 for a low, and the bars since it.
#[derive(Clone)]
struct Pivot {
    price: f64,
    kind: f64,
    age: usize,
}

state!(Pivot { price, kind, age });

impl Machine<2, 3> for Zigzag {
    fn open(params: &[f64]) -> Self {
        let none = Pivot {
            price: f64::NAN,
            kind: -1.0,
            age: 0,
        };
        Self {
            reversal: params[0],
            min_bars: params[1] as usize,
            confirmed: none.clone(),
            running: none,
        }
    }

    #[inline]
    fn update(&mut self, [high, low]: [f64; 2]) -> [f64; 3] {
        if self.running.price.is_nan() {
            (self.running.price, self.confirmed.price) = (low, low);
        } else {
            self.confirmed.age += 1;
            self.running.age += 1;
            self.step(high, low);
        }
        let Pivot { price, kind, age } = self.confirmed;
        [price, kind, age as f64]
    }
}

impl Zigzag {
    fn step(&mut self, high: f64, low: f64) {
        let Pivot { price, kind, age } = self.running;
        let (ahead, back) = if kind < 0.0 { (low, high) } else { (high, low) };
        let turned = kind * back <= kind * (price * (1.0 - kind * self.reversal));
        if turned && age >= self.min_bars {
            let next = Pivot {
                price: back,
                kind: -kind,
                age: 0,
            };
            self.confirmed = std::mem::replace(&mut self.running, next);
        } else if kind * ahead >= kind * price {
            (self.running.price, self.running.age) = (ahead, 0);
        }
    }
}
