use nt_core::Result;
use nt_trading::{Kernel, Reason, RecordKind};

/// What happened to an account beside its orders.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AccountSummary {
    /// Interest received less paid.
    pub interest: f64,
    /// Fees paid for borrowing what was sold short.
    pub borrow_fees: f64,
    /// How often equity fell below the level of the warning.
    pub margin_warnings: u32,
    /// How often it fell below the maintenance requirement.
    pub margin_calls: u32,
    /// Orders that reduced positions by force.
    pub liquidations: u32,
}

impl AccountSummary {
    /// Reads the event log.
    ///
    /// # Errors
    /// `LOG_CORRUPT`, which the log of a run in hand never is.
    pub fn of(kernel: &Kernel) -> Result<Self> {
        let ledger = kernel.ledger();
        let mut summary = Self {
            interest: ledger.interest().to_f64(),
            borrow_fees: ledger.borrow_fees().to_f64(),
            ..Self::default()
        };
        for record in kernel.log().records() {
            let record = record?;
            let is_forced = record.reason == Reason::Liquidation as u16;
            match record.kind {
                RecordKind::MarginWarning => summary.margin_warnings += 1,
                RecordKind::MarginCall => summary.margin_calls += 1,
                RecordKind::OrderSubmitted if is_forced => summary.liquidations += 1,
                _ => {}
            }
        }
        Ok(summary)
    }
}
