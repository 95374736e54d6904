use crate::{Record, RecordKind};

/// How an account stands against its maintenance requirement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MarginStatus {
    /// The requirement is met with room.
    #[default]
    Met,
    /// It is met, but equity is below the level of the warning.
    Warned,
    /// It is not met since this step.
    Called {
        /// The step of the margin call.
        step: u32,
    },
}

impl MarginStatus {
    /// Bit of the detail of a restoration: equity is still below the level of the warning.
    pub(crate) const STILL_WARNED: u8 = 1;

    /// The status once a record is taken.
    pub(crate) const fn after(self, record: &Record) -> Self {
        match record.kind {
            RecordKind::MarginWarning => Self::Warned,
            RecordKind::MarginCall => Self::Called { step: record.step },
            RecordKind::MarginRestored if record.detail & Self::STILL_WARNED != 0 => Self::Warned,
            RecordKind::MarginRestored => Self::Met,
            _ => self,
        }
    }
}
