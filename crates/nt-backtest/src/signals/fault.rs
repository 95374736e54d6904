use nt_core::{Code, Error};

/// Why a run cannot go on: what an order asks for has no meaning.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Fault {
    Price(f64),
    ValuePrice(f64),
    Balance(f64),
    LongOnlyWhileShort,
    ShortOnlyWhileLong,
    EndlessLong,
    EndlessShort,
    PercentReversal,
}

impl Fault {
    /// The error, with the cell it was found in.
    #[cold]
    pub(super) fn at(self, step: usize, column: usize) -> Error {
        let message = format!("step {step} of column {column}: {}", self.sentence());
        Error::new(Code::InvalidArgument, message)
            .with("step", step)
            .with("column", column)
    }

    fn sentence(self) -> String {
        match self {
            Self::Price(price) => format!(
                "the price of an order is {price}: it must be finite and above 0, or NaN for no order"
            ),
            Self::ValuePrice(price) => format!(
                "the value price is {price}: a size of value or percent needs one that is finite and above 0"
            ),
            Self::Balance(cash) => format!(
                "the account has {cash} in cash: it must be a number of 0 or more before an order"
            ),
            Self::LongOnlyWhileShort => {
                "an order is long-only while the position is short: close it with another direction first".to_owned()
            }
            Self::ShortOnlyWhileLong => {
                "an order is short-only while the position is long: close it with another direction first".to_owned()
            }
            Self::EndlessLong => {
                "an order buys without limit from cash without limit: give a size, or initial cash".to_owned()
            }
            Self::EndlessShort => {
                "an order sells short without limit: give a size".to_owned()
            }
            Self::PercentReversal => {
                "a size in percent cannot reverse a position: use another size type, or close first".to_owned()
            }
        }
    }
}
