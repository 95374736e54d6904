use nt_core::{Code, Error, Result};

use crate::machine::{Machine, fill};
use crate::near_miss::near_miss;
use crate::param::Param;
use crate::stream::{Stream, open};

/// What the workspace knows of one indicator: the source of typed faces, help and schemas.
#[derive(Debug)]
pub struct Indicator {
    /// The name in kebab-case, for example `bollinger-bands`.
    pub name: &'static str,
    /// The function of TA-Lib that it equals, or an empty string.
    pub talib: &'static str,
    /// Other names that find it, in kebab-case.
    pub aliases: &'static [&'static str],
    /// What kind of thing it is.
    pub group: Group,
    /// What it says, in one line.
    pub meaning: &'static str,
    /// The formula in plain text, `x[t]` being the value of bar `t`.
    pub formula: &'static str,
    /// Where it was first described, or an empty string where that is common knowledge.
    pub source: &'static str,
    /// The columns it reads, in order: `value`, or those of a bar.
    pub inputs: &'static [&'static str],
    /// Its parameters, in order.
    pub params: &'static [Param],
    /// The columns it gives, in order; a single one is called `value`.
    pub outputs: &'static [Output],
    /// How far back a value depends on the bars.
    pub stability: Stability,
    /// Bars before the first value, from the parameters in order.
    pub lookback: fn(&[f64]) -> usize,
    /// How it is computed; from `Compute::of`.
    pub compute: Compute,
}

/// The batch and the stream of an indicator.
#[derive(Clone, Copy, Debug)]
pub struct Compute {
    pub(crate) fill: Fill,
    pub(crate) open: Open,
    inputs: usize,
    outputs: usize,
}

impl Compute {
    /// Both faces of a machine.
    pub(crate) const fn of<M: Machine<I, O>, const I: usize, const O: usize>() -> Self {
        Self {
            fill: fill::<M, I, O>,
            open: open::<M, I, O>,
            inputs: I,
            outputs: O,
        }
    }

    /// How many inputs and outputs the machine has.
    #[must_use]
    pub const fn arity(&self) -> (usize, usize) {
        (self.inputs, self.outputs)
    }
}

/// The groups of TA-Lib, and one for what fits none of them: levels of sessions, breadth, order flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Group {
    Overlap,
    Momentum,
    Volume,
    Volatility,
    Price,
    Cycle,
    Pattern,
    Statistic,
    MathTransform,
    MathOperator,
    Beyond,
}

impl Group {
    /// The name in kebab-case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Overlap => "overlap",
            Self::Momentum => "momentum",
            Self::Volume => "volume",
            Self::Volatility => "volatility",
            Self::Price => "price",
            Self::Cycle => "cycle",
            Self::Pattern => "pattern",
            Self::Statistic => "statistic",
            Self::MathTransform => "math-transform",
            Self::MathOperator => "math-operator",
            Self::Beyond => "beyond",
        }
    }
}

/// How far back a value depends on the bars.
#[derive(Clone, Copy, Debug)]
pub enum Stability {
    /// On the look-back and the bar itself, on nothing before.
    Window,
    /// On every bar, with weights that fade as those of an exponential average of this period
    /// (for Wilder's smoothing over `n`: `2 n - 1`), from the parameters in order.
    Fading(fn(&[f64]) -> f64),
    /// On the first bar, for ever.
    Path,
}

impl Stability {
    /// The name in lower case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Window => "window",
            Self::Fading(_) => "fading",
            Self::Path => "path",
        }
    }
}

/// One output of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Output {
    /// The name in camelCase.
    pub name: &'static str,
    /// The name in TA-Lib.
    pub talib: &'static str,
    /// Whether its values are whole numbers: an index, a direction, a pattern.
    pub whole: bool,
}

impl Output {
    /// The single output of most indicators.
    pub const VALUE: Self = Self::real("value", "real");
    /// The single output of those that give whole numbers.
    pub const WHOLE: Self = Self::whole("value", "integer");

    /// An output of numbers, with its name in TA-Lib.
    #[must_use]
    pub const fn real(name: &'static str, talib: &'static str) -> Self {
        Self {
            name,
            talib,
            whole: false,
        }
    }

    /// An output of whole numbers, with its name in TA-Lib.
    #[must_use]
    pub const fn whole(name: &'static str, talib: &'static str) -> Self {
        Self {
            name,
            talib,
            whole: true,
        }
    }
}

/// Inputs, parameters, look-back and, for each output, a column to fill where it is wanted; all
/// checked.
pub(crate) type Fill = fn(&[&[f64]], &[f64], usize, &mut [Option<&mut [f64]>]);

/// Checked parameters, and whether the last bar can be replaced.
pub(crate) type Open = fn(&[f64], bool) -> Box<dyn Stream>;

impl Indicator {
    /// Bars before the first value with these parameters.
    ///
    /// # Errors
    /// `INVALID_PARAMETER` as [`crate::compute`].
    pub fn lookback(&self, params: &[(&str, f64)]) -> Result<usize> {
        Ok((self.lookback)(&self.resolve(params)?))
    }

    /// Bars before a value no longer tells where the data began: exactly, or for smoothed ones to
    /// 1e-10 of what was there. `None` where it does for ever.
    ///
    /// # Errors
    /// `INVALID_PARAMETER` as [`crate::compute`].
    pub fn settles(&self, params: &[(&str, f64)]) -> Result<Option<usize>> {
        let params = self.resolve(params)?;
        let lookback = (self.lookback)(&params);
        Ok(match self.stability {
            Stability::Window => Some(lookback),
            // The weight of a value fades by (n - 1) / (n + 1) a bar.
            Stability::Fading(period) => {
                let n = period(&params).max(1.0);
                Some(lookback + (23.1 / ((n + 1.0) / (n - 1.0)).ln()).ceil() as usize)
            }
            Stability::Path => None,
        })
    }

    /// The place of an output among [`Indicator::outputs`].
    ///
    /// # Errors
    /// `INVALID_PARAMETER` when there is none of this name.
    pub fn output_index(&self, output: &str) -> Result<usize> {
        self.outputs
            .iter()
            .position(|known| known.name == output)
            .ok_or_else(|| {
                let names: Vec<&str> = self.outputs.iter().map(|known| known.name).collect();
                let message = format!(
                    "{} has no output {output}: {}",
                    self.name,
                    near_miss(output, &names)
                );
                Error::new(Code::InvalidParameter, message)
                    .with("indicator", self.name)
                    .with("output", output)
            })
    }

    /// All parameters in order, the defaults where none is given.
    pub(crate) fn resolve(&self, given: &[(&str, f64)]) -> Result<Vec<f64>> {
        let mut values: Vec<Option<f64>> = vec![None; self.params.len()];
        for &(name, value) in given {
            let index = self.param_index(name)?;
            if values[index]
                .replace(self.params[index].check(self.name, value)?)
                .is_some()
            {
                let message = format!("{name} of {} is given twice: give it once", self.name);
                return Err(Error::new(Code::InvalidParameter, message)
                    .with("indicator", self.name)
                    .with("parameter", name));
            }
        }
        let given = |name: &str| {
            let index = self.params.iter().position(|param| param.name == name);
            index.and_then(|index| values[index])
        };
        let value = |param: &Param| {
            given(param.name)
                .filter(|value| param.choice_name(*value) != "default")
                .or_else(|| given(param.same_as))
                .unwrap_or(param.default)
        };
        Ok(self.params.iter().map(value).collect())
    }

    fn param_index(&self, name: &str) -> Result<usize> {
        self.params
            .iter()
            .position(|param| param.name == name)
            .ok_or_else(|| {
                let names: Vec<&str> = self.params.iter().map(|param| param.name).collect();
                let message = format!(
                    "{} has no parameter {name}: {}",
                    self.name,
                    near_miss(name, &names)
                );
                Error::new(Code::InvalidParameter, message)
                    .with("indicator", self.name)
                    .with("parameter", name)
            })
    }

    /// Checks the number of inputs, and that all columns have the length of the first.
    pub(crate) fn check_columns(
        &self,
        inputs: &[&[f64]],
        outputs: &[Option<&mut [f64]>],
    ) -> Result<()> {
        if inputs.len() != self.inputs.len() {
            let message = format!(
                "{} reads {} ({}) and {} were given: give one column for each",
                self.name,
                count(self.inputs.len(), "column"),
                self.inputs.join(", "),
                inputs.len()
            );
            return Err(Error::new(Code::InvalidArgument, message).with("indicator", self.name));
        }
        let bars = inputs.first().map_or(0, |column| column.len());
        let outputs = outputs
            .iter()
            .zip(self.outputs)
            .filter_map(|(column, output)| Some((output.name, column.as_ref()?.len())));
        let inputs = self
            .inputs
            .iter()
            .zip(inputs)
            .map(|(name, column)| (*name, column.len()));
        match inputs.chain(outputs).find(|(_, length)| *length != bars) {
            None => Ok(()),
            Some((name, length)) => Err(self.length_mismatch(name, length, bars)),
        }
    }

    #[cold]
    fn length_mismatch(&self, column: &str, length: usize, bars: usize) -> Error {
        let message = format!(
            "column {column} of {} has {length} values where the first has {bars}: give equal lengths",
            self.name
        );
        Error::new(Code::DataLengthMismatch, message)
            .with("indicator", self.name)
            .with("column", column)
    }
}

fn count(number: usize, noun: &str) -> String {
    if number == 1 {
        format!("1 {noun}")
    } else {
        format!("{number} {noun}s")
    }
}
