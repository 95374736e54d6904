/// One round trip of a run, closed or still open, as the measures see it.
///
/// A position that is closed in parts gives one trade a part; one that flips ends one trade and
/// begins another. How entries are matched with exits is the driver's rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trade {
    /// Index of the instrument among those of the run.
    pub instrument: u32,
    /// Units, positive when long and negative when short.
    pub quantity: f64,
    /// Step of the entry fill.
    pub entry_step: usize,
    /// Step of the exit fill; of an open trade the last step.
    pub exit_step: usize,
    /// Average price of the entry.
    pub entry_price: f64,
    /// Average price of the exit; of an open trade the last mark.
    pub exit_price: f64,
    /// Fees of entry and exit, in the currency of the account.
    pub fees: f64,
    /// Profit after fees, in the currency of the account.
    pub pnl: f64,
    /// Profit after fees over the gross value of the entry, a fraction.
    pub returns: f64,
    /// Whether the trade was still open at the end.
    pub open: bool,
}
