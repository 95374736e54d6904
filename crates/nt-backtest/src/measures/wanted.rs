use nt_core::{Code, Error, Result};

use super::Measures;

/// Which measures are wanted, as the work they need: what no wanted measure needs is not computed,
/// and its measures are not to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says whether one piece of work is done"
)]
pub struct Wanted {
    /// Highest equity.
    pub(super) peak: bool,
    /// Compound growth.
    pub(super) growth: bool,
    /// Mean and deviation of returns.
    pub(super) spread: bool,
    /// The column of returns.
    pub(super) returns: bool,
    /// The deepest drawdown alone.
    pub(super) depth: bool,
    /// Each drawdown.
    pub(super) episodes: bool,
    /// The trades themselves.
    pub(super) trades: bool,
    /// The gross exposure.
    pub(super) exposure: bool,
}

impl Wanted {
    /// All measures.
    pub const ALL: Self = Self {
        peak: true,
        growth: true,
        spread: true,
        returns: true,
        depth: true,
        episodes: true,
        trades: true,
        exposure: true,
    };

    const NONE: Self = Self {
        peak: false,
        growth: false,
        spread: false,
        returns: false,
        depth: false,
        episodes: false,
        trades: false,
        exposure: false,
    };

    /// Those of these names, as TypeScript writes them.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` for a name that no measure has.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<Self> {
        let mut wanted = Self::NONE;
        for name in names {
            wanted.add(name)?;
        }
        Ok(wanted)
    }

    fn add(&mut self, name: &str) -> Result<()> {
        match name {
            "peakEquity" => self.peak = true,
            "cagr" => self.growth = true,
            "calmarRatio" => (self.growth, self.depth, self.spread) = (true, true, true),
            "annualReturn" | "annualVolatility" | "sharpeRatio" => self.spread = true,
            "sortinoRatio" | "omegaRatio" | "alpha" | "beta" => self.returns = true,
            "maxDrawdown" => self.depth = true,
            "averageDrawdown" | "maxDrawdownDuration" | "averageDrawdownDuration" => {
                self.episodes = true;
            }
            "maxGrossExposure" => self.exposure = true,
            "start" | "end" | "duration" | "startEquity" | "finalEquity" | "totalReturn"
            | "buyAndHoldReturn" | "trades" | "closedTrades" | "openTrades" => {}
            // Under backtesting.py the fees are those of closed trades.
            _ if Measures::NAMES.contains(&name) => self.trades = true,
            _ => return Err(unknown(name)),
        }
        Ok(())
    }

    /// Whether trades must be listed, beyond being counted.
    #[must_use]
    pub const fn needs_trades(self) -> bool {
        self.trades
    }

    /// Whether the gross exposure at each step must be known.
    #[must_use]
    pub const fn needs_exposure(self) -> bool {
        self.exposure
    }
}

fn unknown(name: &str) -> Error {
    let names = Measures::NAMES.join(", ");
    let message = format!("there is no measure \"{name}\": the measures are {names}");
    Error::new(Code::InvalidArgument, message).with("measure", name)
}
