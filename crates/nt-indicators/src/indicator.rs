use nt_core::{Code, Error, Result};

use crate::near_miss::near_miss;

/// The longest period of any indicator, as in TA-Lib.
pub(crate) const MAX_PERIOD: f64 = 100_000.0;

/// What the workspace knows of one indicator: the source of typed faces, help and schemas.
#[derive(Debug)]
pub struct Indicator {
    /// The name in kebab-case, for example `bollinger-bands`.
    pub name: &'static str,
    /// What it says, in one line.
    pub meaning: &'static str,
    /// The columns it reads, in order: `value`, or those of a bar.
    pub inputs: &'static [&'static str],
    /// Its parameters, in order.
    pub params: &'static [Param],
    /// The columns it gives, in order; a single one is called `value`.
    pub outputs: &'static [&'static str],
    /// Bars before the first value, from the parameters in order.
    pub(crate) lookback: fn(&[f64]) -> usize,
    /// Fills the outputs that are given, from checked inputs and parameters.
    pub(crate) fill: Fill,
    /// The streaming twin, from checked parameters.
    pub(crate) stream: fn(&[f64]) -> Result<Box<dyn Stream>>,
}

/// Inputs, parameters and, for each output, a column to fill where it is wanted.
pub(crate) type Fill = fn(&[&[f64]], &[f64], &mut [Option<&mut [f64]>]) -> Result<()>;

/// One parameter of an indicator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Param {
    /// The name in camelCase, for example `fastPeriod`.
    pub name: &'static str,
    /// What it is when it is not given.
    pub default: f64,
    /// The least value allowed.
    pub min: f64,
    /// The greatest value allowed.
    pub max: f64,
    /// Whether only whole numbers are allowed.
    pub whole: bool,
    /// What it sets, in one line.
    pub meaning: &'static str,
}

/// The streaming twin of an indicator: one bar in, one value per output out.
pub trait Stream: Send {
    /// Takes the inputs of the next bar and writes its outputs, NaN while warming up, both in the
    /// order of the registry.
    ///
    /// # Panics
    /// When a slice is shorter than the registry says.
    fn update(&mut self, inputs: &[f64], outputs: &mut [f64]);
}

impl Param {
    pub(crate) const fn period(
        name: &'static str,
        default: f64,
        min: f64,
        meaning: &'static str,
    ) -> Self {
        Self {
            name,
            default,
            min,
            max: MAX_PERIOD,
            whole: true,
            meaning,
        }
    }

    fn check(&self, indicator: &'static str, value: f64) -> Result<f64> {
        let in_range = value >= self.min && value <= self.max;
        if in_range && (!self.whole || value.fract() == 0.0) {
            return Ok(value);
        }
        let kind = if self.whole {
            "a whole number"
        } else {
            "a number"
        };
        let message = format!(
            "{} of {indicator} is {value}: give {kind} from {} to {}",
            self.name, self.min, self.max
        );
        Err(Error::new(Code::InvalidParameter, message)
            .with("indicator", indicator)
            .with("parameter", self.name)
            .with("value", value))
    }
}

impl Indicator {
    /// Bars before the first value with these parameters.
    ///
    /// # Errors
    /// `INVALID_PARAMETER` as [`crate::compute`].
    pub fn lookback(&self, params: &[(&str, f64)]) -> Result<usize> {
        Ok((self.lookback)(&self.resolve(params)?))
    }

    /// The place of an output among [`Indicator::outputs`].
    ///
    /// # Errors
    /// `INVALID_PARAMETER` when there is none of this name.
    pub fn output_index(&self, output: &str) -> Result<usize> {
        self.outputs
            .iter()
            .position(|name| *name == output)
            .ok_or_else(|| {
                let message = format!(
                    "{} has no output {output}: {}",
                    self.name,
                    near_miss(output, self.outputs)
                );
                Error::new(Code::InvalidParameter, message)
                    .with("indicator", self.name)
                    .with("output", output)
            })
    }

    /// Whole parameters of a typed call, checked, in the order of the registry.
    pub(crate) fn check_periods<const N: usize>(&self, periods: [usize; N]) -> Result<()> {
        let whole = self.params.iter().filter(|param| param.whole);
        whole.zip(periods).try_for_each(|(param, period)| {
            param.check(self.name, period as f64)?;
            Ok(())
        })
    }

    /// One parameter of a typed call, checked.
    pub(crate) fn check_param(&self, index: usize, value: f64) -> Result<f64> {
        self.params[index].check(self.name, value)
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
        let with_default = |(value, param): (Option<f64>, &Param)| value.unwrap_or(param.default);
        Ok(values
            .into_iter()
            .zip(self.params)
            .map(with_default)
            .collect())
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
            .filter_map(|(column, name)| column.as_ref().map(|column| (name, column.len())));
        let inputs = self
            .inputs
            .iter()
            .zip(inputs)
            .map(|(name, column)| (name, column.len()));
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
