//! Functions of one value, bar by bar. They are those of the C library, as in TA-Lib.

use crate::prelude::*;

macro_rules! transform {
    ($talib:ident, $machine:ident, $of:path, $name:literal, $aliases:expr, $meaning:literal, $formula:literal) => {
        pub(crate) static $talib: Indicator = Indicator {
            name: $name,
            talib: stringify!($talib),
            aliases: $aliases,
            group: Group::MathTransform,
            meaning: $meaning,
            formula: $formula,
            source: "",
            inputs: &["value"],
            params: &[],
            outputs: &[Output::VALUE],
            stability: Stability::Window,
            lookback: |_| 0,
            compute: Compute::of::<$machine, 1, 1>(),
        };

        #[derive(Clone)]
        struct $machine;

        state!($machine {});

        impl Machine<1, 1> for $machine {
            fn open(_: &[f64]) -> Self {
                Self
            }

            fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
                [$of(value)]
            }

            fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
                if let Some(out) = out {
                    nt_math::map(out, &input[start..], |value| $of(value));
                }
            }
        }
    };
}

transform!(
    ACOS,
    Acos,
    f64::acos,
    "acos",
    &["arc-cosine"],
    "The angle whose cosine the value is, in radians",
    "acos(x[t]), 0 to pi; NaN outside -1 to 1"
);
transform!(
    ASIN,
    Asin,
    f64::asin,
    "asin",
    &["arc-sine"],
    "The angle whose sine the value is, in radians",
    "asin(x[t]), -pi/2 to pi/2; NaN outside -1 to 1"
);
transform!(
    ATAN,
    Atan,
    f64::atan,
    "atan",
    &["arc-tangent"],
    "The angle whose tangent the value is, in radians",
    "atan(x[t]), -pi/2 to pi/2"
);
transform!(
    CEIL,
    Ceil,
    f64::ceil,
    "ceil",
    &["ceiling"],
    "The least whole number not below the value",
    "ceil(x[t])"
);
transform!(
    COS,
    Cos,
    f64::cos,
    "cos",
    &["cosine"],
    "Cosine of an angle in radians",
    "cos(x[t])"
);
transform!(
    COSH,
    Cosh,
    f64::cosh,
    "cosh",
    &["hyperbolic-cosine"],
    "Hyperbolic cosine",
    "(exp(x[t]) + exp(-x[t])) / 2"
);
transform!(
    EXP,
    Exp,
    f64::exp,
    "exp",
    &["exponential"],
    "Exponential",
    "e ^ x[t]; infinite above 709"
);
transform!(
    FLOOR,
    Floor,
    f64::floor,
    "floor",
    &[],
    "The greatest whole number not above the value",
    "floor(x[t])"
);
transform!(
    LN,
    Ln,
    f64::ln,
    "ln",
    &["natural-logarithm"],
    "Natural logarithm",
    "log_e(x[t]); NaN below 0, -infinity at 0"
);
transform!(
    LOG10,
    Log10,
    f64::log10,
    "log10",
    &[],
    "Logarithm to base 10",
    "log_10(x[t]); NaN below 0, -infinity at 0"
);
transform!(
    SIN,
    Sin,
    f64::sin,
    "sin",
    &["sine"],
    "Sine of an angle in radians",
    "sin(x[t])"
);
transform!(
    SINH,
    Sinh,
    f64::sinh,
    "sinh",
    &["hyperbolic-sine"],
    "Hyperbolic sine",
    "(exp(x[t]) - exp(-x[t])) / 2"
);
transform!(
    SQRT,
    Sqrt,
    f64::sqrt,
    "sqrt",
    &["square-root"],
    "Square root",
    "x[t] ^ 0.5; NaN below 0"
);
transform!(
    TAN,
    Tan,
    f64::tan,
    "tan",
    &["tangent"],
    "Tangent of an angle in radians",
    "tan(x[t])"
);
transform!(
    TANH,
    Tanh,
    f64::tanh,
    "tanh",
    &["hyperbolic-tangent"],
    "Hyperbolic tangent, -1 to 1",
    "sinh(x[t]) / cosh(x[t])"
);
