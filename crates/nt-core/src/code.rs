use std::fmt;

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $text:literal,)+) => {
        /// The stable code of an error. The same table stands in TypeScript (`packages/core`), and
        /// `crates/testdata/error-codes.json` holds both to it. A code never changes its meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[$doc])* $variant,)+
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The text that crosses into JavaScript as `error.code`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }
    };
}

codes! {
    /// An argument is outside what the callee accepts.
    InvalidArgument = "INVALID_ARGUMENT",
    /// A parameter of a strategy or an indicator is missing, misspelt or out of range.
    InvalidParameter = "INVALID_PARAMETER",
    /// No strategy has this name.
    UnknownStrategy = "UNKNOWN_STRATEGY",
    /// No indicator has this name.
    UnknownIndicator = "UNKNOWN_INDICATOR",
    /// No instrument has this identifier.
    UnknownInstrument = "UNKNOWN_INSTRUMENT",
    /// No data set has this name.
    UnknownDataset = "UNKNOWN_DATASET",
    /// A declarative strategy does not follow its schema.
    InvalidStrategy = "INVALID_STRATEGY",
    /// A strategy threw; the cause is attached.
    StrategyFailed = "STRATEGY_FAILED",
    /// A strategy asked for a bar that has not closed.
    LookAhead = "LOOK_AHEAD",
    /// A fill model threw; the cause is attached.
    FillModelFailed = "FILL_MODEL_FAILED",
    /// A fill model gave a fill that the bar or the order does not allow.
    InvalidFill = "INVALID_FILL",
    /// A file does not exist or cannot be read.
    FileNotReadable = "FILE_NOT_READABLE",
    /// A file cannot be written.
    FileNotWritable = "FILE_NOT_WRITABLE",
    /// A file is not in the format it claims, or its delimiter is not the one expected.
    DataFormat = "DATA_FORMAT",
    /// A series has no rows.
    DataEmpty = "DATA_EMPTY",
    /// A column that is needed is not there.
    DataMissingColumn = "DATA_MISSING_COLUMN",
    /// A price or volume is NaN or infinite.
    DataNotFinite = "DATA_NOT_FINITE",
    /// A price is zero or negative, or a volume negative.
    DataNotPositive = "DATA_NOT_POSITIVE",
    /// The prices of a bar contradict each other (high below low, open or close outside).
    DataCrossedPrices = "DATA_CROSSED_PRICES",
    /// Two rows carry the same time.
    DataDuplicateTime = "DATA_DUPLICATE_TIME",
    /// A row is earlier than the row before it.
    DataUnsorted = "DATA_UNSORTED",
    /// Rows state different time zones, or a zone is needed and absent.
    DataTimeZone = "DATA_TIME_ZONE",
    /// Columns of one series differ in length.
    DataLengthMismatch = "DATA_LENGTH_MISMATCH",
    /// A number does not fit the integer scale it must be kept in.
    Overflow = "OVERFLOW",
    /// An event log does not follow its schema or its chain is broken.
    LogCorrupt = "LOG_CORRUPT",
    /// The work was cancelled by its caller.
    Cancelled = "CANCELLED",
    /// A broker was asked before it was connected.
    BrokerNotConnected = "BROKER_NOT_CONNECTED",
    /// A client order id already names another order.
    ClientOrderIdTaken = "CLIENT_ORDER_ID_TAKEN",
    /// No order has this client order id.
    UnknownOrder = "UNKNOWN_ORDER",
    /// The native engine is missing or of another version.
    EngineUnavailable = "ENGINE_UNAVAILABLE",
    /// An invariant of the engine does not hold; please report it.
    Internal = "INTERNAL",
}

impl AsRef<str> for Code {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn equals_the_table_typescript_reads() {
        let golden = include_str!("../../testdata/error-codes.json");
        let listed: Vec<&str> = golden
            .split('"')
            .filter(|part| part.chars().any(char::is_alphabetic))
            .collect();
        let ours: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(ours, listed);
    }
}
