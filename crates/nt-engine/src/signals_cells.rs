use napi::bindgen_prelude::{Float64Array, Uint8Array};
use napi_derive::napi;
use nt_backtest::signals::Cells;
use nt_core::{Code, Error, Result};

/// Numbers by step and column, with the distance of two steps and of two columns.
#[napi(object)]
pub struct SignalNumbers {
    pub values: Float64Array,
    pub step_stride: u32,
    pub column_stride: u32,
}

/// Flags by step and column, 0 or 1.
#[napi(object)]
pub struct SignalFlags {
    pub values: Uint8Array,
    pub step_stride: u32,
    pub column_stride: u32,
}

/// Names of choices by step and column.
#[napi(object)]
pub struct SignalChoices {
    pub values: Vec<String>,
    pub step_stride: u32,
    pub column_stride: u32,
}

impl SignalNumbers {
    pub fn cells(&self) -> Cells<'_, f64> {
        let (step, column) = (self.step_stride as usize, self.column_stride as usize);
        Cells::new(&self.values, step, column)
    }
}

impl SignalFlags {
    pub fn cells(&self) -> Cells<'_, u8> {
        let (step, column) = (self.step_stride as usize, self.column_stride as usize);
        Cells::new(&self.values, step, column)
    }
}

/// Numbers, or what holds where none are given.
pub fn numbers<'a>(given: Option<&'a SignalNumbers>, absent: Cells<'a, f64>) -> Cells<'a, f64> {
    given.map_or(absent, SignalNumbers::cells)
}

/// Values that were converted, with the strides they came with.
pub struct Converted<T> {
    values: Vec<T>,
    step_stride: usize,
    column_stride: usize,
}

impl<T: Copy> Converted<T> {
    pub fn cells(&self) -> Cells<'_, T> {
        Cells::new(&self.values, self.step_stride, self.column_stride)
    }

    /// One value for all.
    pub fn all(value: T) -> Self {
        Self {
            values: vec![value],
            step_stride: 0,
            column_stride: 0,
        }
    }
}

/// Flags as truth values, or what holds where none are given.
pub fn flags(given: Option<&SignalFlags>, absent: bool) -> Converted<bool> {
    given.map_or_else(
        || Converted::all(absent),
        |given| Converted {
            values: given.values.iter().map(|&flag| flag != 0).collect(),
            step_stride: given.step_stride as usize,
            column_stride: given.column_stride as usize,
        },
    )
}

/// The choices of these names, or what holds where none are given.
pub fn choices<T: Copy>(
    option: &'static str,
    given: Option<&SignalChoices>,
    absent: T,
    of: fn(&str) -> Option<T>,
) -> Result<Converted<T>> {
    let Some(given) = given else {
        return Ok(Converted::all(absent));
    };
    let choice = |name: &String| {
        of(name).ok_or_else(|| {
            let message = format!("{option} is {name}, which is none of its choices");
            Error::new(Code::InvalidArgument, message).with("option", option)
        })
    };
    Ok(Converted {
        values: given.values.iter().map(choice).collect::<Result<_>>()?,
        step_stride: given.step_stride as usize,
        column_stride: given.column_stride as usize,
    })
}
