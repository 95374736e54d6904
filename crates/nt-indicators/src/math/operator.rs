//! Arithmetic of two columns, bar by bar.

use crate::prelude::*;

macro_rules! operator {
    ($talib:ident, $machine:ident, $of:expr, $name:literal, $aliases:expr, $meaning:literal, $formula:literal) => {
        pub(crate) static $talib: Indicator = Indicator {
            name: $name,
            talib: stringify!($talib),
            aliases: $aliases,
            group: Group::MathOperator,
            meaning: $meaning,
            formula: $formula,
            source: "",
            inputs: &["x", "y"],
            params: &[],
            outputs: &[Output::VALUE],
            stability: Stability::Window,
            lookback: |_| 0,
            compute: Compute::of::<$machine, 2, 1>(),
        };

        #[derive(Clone)]
        struct $machine;

        state!($machine {});

        impl $machine {
            const OF: fn(f64, f64) -> f64 = $of;
        }

        impl Machine<2, 1> for $machine {
            fn open(_: &[f64]) -> Self {
                Self
            }

            fn update(&mut self, [x, y]: [f64; 2]) -> [f64; 1] {
                [Self::OF(x, y)]
            }

            fn fill(&mut self, [x, y]: [&[f64]; 2], start: usize, [out]: [Option<&mut [f64]>; 1]) {
                if let Some(out) = out {
                    nt_math::map_pairs(out, &x[start..], &y[start..], $of);
                }
            }
        }
    };
}

operator!(
    ADD,
    Add,
    |x, y| x + y,
    "add",
    &[],
    "Sum of two columns",
    "x[t] + y[t]"
);
operator!(
    DIV,
    Div,
    |x, y| x / y,
    "div",
    &["divide"],
    "Quotient of two columns",
    "x[t] / y[t]; infinite or NaN where y is 0"
);
operator!(
    MULT,
    Mult,
    |x, y| x * y,
    "mult",
    &["multiply"],
    "Product of two columns",
    "x[t] y[t]"
);
operator!(
    SUB,
    Sub,
    |x, y| x - y,
    "sub",
    &["subtract"],
    "Difference of two columns",
    "x[t] - y[t]"
);
