use super::CallSequence;
use super::account::Valuation;
use super::signal_arrays::SignalRules;
use super::terms::{Prices, Terms};

/// A run of many columns from arrays of signals or of sizes.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    /// How many steps.
    pub steps: usize,
    /// How many columns.
    pub columns: usize,
    /// Prices.
    pub prices: Prices<'a>,
    /// Sizes, prices and costs of orders.
    pub terms: Terms<'a>,
    /// What decides; without it the size of each cell is an order.
    pub signals: Option<SignalRules<'a>>,
    /// Cash.
    pub cash: Cash<'a>,
    /// Whether the trades are wanted; measures need no table of them.
    pub trades: bool,
    /// Whether the equity of each step is wanted.
    pub equity: bool,
    /// Time of each step, nanoseconds since the epoch, where measures are wanted.
    pub time: Option<&'a [i64]>,
}

/// The cash of a run.
#[derive(Clone, Copy, Debug)]
pub struct Cash<'a> {
    /// What there is at the start.
    pub initial: InitialCash<'a>,
    /// How many columns each group has, from the first on; the columns of a group share their cash.
    pub groups: &'a [usize],
    /// The order in which the columns of a group come to their cash.
    pub sequence: CallSequence,
    /// Seed of a random sequence.
    pub seed: u64,
    /// How positions are valued.
    pub valuation: Valuation,
}

/// The cash at the start.
#[derive(Clone, Copy, Debug)]
pub enum InitialCash<'a> {
    /// An amount a group, or one for all.
    Given(&'a [f64]),
    /// No limit while running; afterwards each group is said to have had what it needed.
    Auto,
    /// As auto, with what the neediest needed for all.
    AutoAlign,
}
