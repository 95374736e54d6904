use crate::{Code, Error, MAX_DECIMALS, Result, Scale};

/// Units of the underlying that one contract stands for: 50 of the index for an ES future, 0.01 of
/// a coin for a small perpetual. An exact decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Multiplier {
    digits: i64,
    decimals: u32,
}

impl Multiplier {
    /// A contract that is a unit.
    pub const ONE: Self = Self {
        digits: 1,
        decimals: 0,
    };

    /// The decimal that a float stands for.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` where it is not above 0 and at most 1e9, or has more than nine decimals.
    pub fn from_f64(value: f64) -> Result<Self> {
        let scale = Scale::of_column(&[value]);
        let digits = scale.to_integer(value);
        if value > 0.0 && value <= 1e9 && scale.to_float(digits) == value {
            return Ok(Self::reduced(digits, scale.decimals()));
        }
        let message = format!(
            "multiplier is {value}: give a decimal above 0 and at most 1e9 with at most {MAX_DECIMALS} decimals"
        );
        Err(Error::new(Code::InvalidArgument, message).with("multiplier", value))
    }

    /// From billionths, as the event log has it; `None` where it is not above 0.
    #[must_use]
    pub fn from_billionths(raw: i64) -> Option<Self> {
        (raw > 0).then(|| Self::reduced(raw, MAX_DECIMALS))
    }

    /// In billionths.
    #[must_use]
    pub const fn billionths(self) -> i64 {
        self.digits * 10_i64.pow(MAX_DECIMALS - self.decimals)
    }

    /// As a float.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        self.digits as f64 / 10_f64.powi(self.decimals as i32)
    }

    /// Its digits and how many of them are decimals, without zeros at the end of the decimals.
    pub(crate) const fn parts(self) -> (i64, u32) {
        (self.digits, self.decimals)
    }

    const fn reduced(mut digits: i64, mut decimals: u32) -> Self {
        while decimals > 0 && digits % 10 == 0 {
            digits /= 10;
            decimals -= 1;
        }
        Self { digits, decimals }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_digits() {
        for (value, billionths) in [
            (50.0, 50_000_000_000),
            (0.001, 1_000_000),
            (12.5, 12_500_000_000),
        ] {
            let multiplier = Multiplier::from_f64(value).unwrap();
            assert_eq!(multiplier.billionths(), billionths);
            assert_eq!(Multiplier::from_billionths(billionths), Some(multiplier));
            assert_eq!(multiplier.to_f64().to_bits(), value.to_bits());
        }
    }

    #[test]
    fn refuses_what_is_no_multiplier() {
        for value in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e10, 1.0 / 3.0] {
            let error = Multiplier::from_f64(value).unwrap_err();
            assert_eq!(error.code(), Code::InvalidArgument, "{value}");
        }
    }
}
