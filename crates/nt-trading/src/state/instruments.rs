//! What the fold holds records of instruments to: their listing, expiry, funding and what companies do.

use nt_core::{Rate, Result};

use super::{State, damaged, instrument_of};
use crate::contract::with_record;
use crate::{Record, RecordKind, SplitRatio};

impl State {
    pub(super) fn declare(&mut self, record: &Record) -> Result<()> {
        let index = self.ledger.instruments().len();
        let Some(id) = self.ids.get(index) else {
            return damaged(format!("instrument {index} has no identifier"));
        };
        if record.instrument as usize != index {
            return damaged(format!(
                "instrument {index} is next, not {}",
                record.instrument
            ));
        }
        let instrument = instrument_of(record, id)?;
        self.ledger.declare(instrument);
        Ok(())
    }

    pub(super) fn list(&mut self, record: &Record) -> Result<()> {
        if self.last_order != 0 {
            return damaged("terms that come after the first order");
        }
        let instruments = self.ledger.instruments();
        let last = instruments
            .last()
            .filter(|_| record.instrument as usize + 1 == instruments.len());
        let listed = last.and_then(|last| with_record(last, record));
        let Some(listed) = listed else {
            return damaged("terms that do not belong to the instrument before them");
        };
        self.ledger
            .list(listed.or_else(|refused| damaged(refused.message()))?);
        Ok(())
    }

    pub(super) fn check_settlement(&self, record: &Record) -> Result<()> {
        self.check_instrument(record)?;
        let held = self.ledger.position(record.instrument).quantity;
        if record.quantity != -held || record.price < 0 {
            return damaged(format!(
                "a settlement of {} lots where {held} are held",
                record.quantity
            ));
        }
        if held == 0 {
            Ok(())
        } else {
            self.check_amounts(record)
        }
    }

    pub(super) fn check_funding(&self, record: &Record) -> Result<()> {
        self.check_instrument(record)?;
        let held = self.ledger.position(record.instrument).quantity;
        if record.quantity != held {
            return damaged(format!(
                "funding of {} lots where {held} are held",
                record.quantity
            ));
        }
        self.check_amounts(record)?;
        let value = self.ledger.value_at(record.instrument, record.price);
        if record.money != -Rate::from_raw(record.stop).of(value) {
            return damaged("its funding is not the rate of what is held");
        }
        Ok(())
    }

    pub(super) fn check_corporate(&mut self, record: &Record) -> Result<()> {
        self.check_instrument(record)?;
        let held = self.ledger.position(record.instrument).quantity;
        let states_position = matches!(record.kind, RecordKind::Dividend | RecordKind::Delisted);
        if states_position && record.quantity != held {
            return damaged(format!("{held} lots are held, not {}", record.quantity));
        }
        if record.kind == RecordKind::Split {
            SplitRatio::new(record.quantity, record.price)
                .or_else(|refused| damaged(refused.message()))?;
        }
        if record.kind == RecordKind::Delisted {
            self.delisted.insert(record.instrument);
        }
        Ok(())
    }
}
