use nt_core::Money;

/// What it has cost so far to owe money and to hold shorts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Carry {
    /// Received less paid.
    pub interest: Money,
    /// Paid.
    pub borrow_fees: Money,
}
