use nt_core::{Code, Error, Result};

use crate::blocks::MovingAverage;

/// The longest period of any indicator, as in TA-Lib.
const MAX_PERIOD: f64 = 100_000.0;

/// One parameter of an indicator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Param {
    /// The name in camelCase, for example `fastPeriod`.
    pub name: &'static str,
    /// The name in TA-Lib, for example `fastperiod`, or an empty string.
    pub talib: &'static str,
    /// What it is when it is not given.
    pub default: f64,
    /// The parameter whose value it takes when it is not given; empty for the default.
    pub same_as: &'static str,
    /// The least value allowed.
    pub min: f64,
    /// The greatest value allowed.
    pub max: f64,
    /// Whether only whole numbers are allowed.
    pub whole: bool,
    /// The names of the values 0, 1, ..., where it is a choice.
    pub choices: &'static [&'static str],
    /// What it sets, in one line.
    pub meaning: &'static str,
}

impl Param {
    /// A number of bars from `min` to 100,000.
    pub(crate) const fn bars(
        name: &'static str,
        talib: &'static str,
        default: f64,
        min: f64,
        meaning: &'static str,
    ) -> Self {
        Self {
            name,
            talib,
            default,
            same_as: "",
            min,
            max: MAX_PERIOD,
            whole: true,
            choices: &[],
            meaning,
        }
    }

    /// The parameter `period`, TA-Lib's `timeperiod`.
    pub(crate) const fn period(default: f64, min: f64, meaning: &'static str) -> Self {
        Self::bars("period", "timeperiod", default, min, meaning)
    }

    /// A number in a range that need not be whole.
    pub(crate) const fn real(
        name: &'static str,
        talib: &'static str,
        default: f64,
        (min, max): (f64, f64),
        meaning: &'static str,
    ) -> Self {
        Self {
            name,
            talib,
            default,
            same_as: "",
            min,
            max,
            whole: false,
            choices: &[],
            meaning,
        }
    }

    /// One of a few names, the first being the default.
    pub(crate) const fn choice(
        name: &'static str,
        choices: &'static [&'static str],
        meaning: &'static str,
    ) -> Self {
        Self {
            name,
            talib: "",
            default: 0.0,
            same_as: "",
            min: 0.0,
            max: (choices.len() - 1) as f64,
            whole: true,
            choices,
            meaning,
        }
    }

    /// One of the kinds of moving average, by its number in [`MovingAverage::KINDS`].
    pub(crate) const fn average(
        name: &'static str,
        talib: &'static str,
        default: f64,
        meaning: &'static str,
    ) -> Self {
        Self {
            name,
            talib,
            default,
            same_as: "",
            min: 0.0,
            max: (MovingAverage::KINDS.len() - 1) as f64,
            whole: true,
            choices: MovingAverage::KINDS,
            meaning,
        }
    }

    /// The name of a value, where it is a choice.
    pub(crate) fn choice_name(&self, value: f64) -> &'static str {
        self.choices.get(value as usize).copied().unwrap_or("")
    }

    pub(crate) fn check(&self, indicator: &'static str, value: f64) -> Result<f64> {
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
