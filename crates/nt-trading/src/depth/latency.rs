use nt_core::{Code, Error, Result};

/// How long messages travel between the strategy and the exchange, nanoseconds, each the same for
/// every message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Latency {
    feed: i64,
    entry: i64,
    response: i64,
}

impl Latency {
    /// Latencies of the market data, of requests on their way in and of reports on their way back.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` where one is negative.
    pub fn new(feed: i64, entry: i64, response: i64) -> Result<Self> {
        let named = [("feed", feed), ("entry", entry), ("response", response)];
        if let Some((name, value)) = named.into_iter().find(|(_, value)| *value < 0) {
            let message = format!("the {name} latency is {value} ns: give 0 or more");
            return Err(Error::new(Code::InvalidArgument, message).with("latency", name));
        }
        Ok(Self {
            feed,
            entry,
            response,
        })
    }

    /// From the exchange's event to the strategy's sight of it.
    #[must_use]
    pub const fn feed(&self) -> i64 {
        self.feed
    }

    /// From the strategy's request to its arrival at the exchange.
    #[must_use]
    pub const fn entry(&self) -> i64 {
        self.entry
    }

    /// From the exchange's report to the strategy's sight of it.
    #[must_use]
    pub const fn response(&self) -> i64 {
        self.response
    }
}
