use nt_core::Instrument;

use crate::record::RECORD_BYTES;
use crate::state::instrument_of;
use crate::{Description, Record, RecordKind, describe};

/// Records of a log as columns of equal length: numbers as the log has them, and texts as
/// [`describe`] tells them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogColumns {
    /// Nanoseconds since the epoch, UTC.
    pub time: Vec<i64>,
    /// Step of the run.
    pub step: Vec<u32>,
    /// Number of the kind of record.
    pub kind: Vec<u8>,
    /// Index of the instrument.
    pub instrument: Vec<u32>,
    /// Number of the order; 0 where none.
    pub order: Vec<u32>,
    /// What the record says; of one that cannot be read, why.
    pub described: Vec<Description>,
}

/// The event of a record that cannot be read.
const UNREADABLE: &str = "unreadable";

impl LogColumns {
    /// Decodes whole records and passes over bytes that are left. A record that
    /// cannot be read is kept, as the event `unreadable`.
    #[must_use]
    pub fn of(bytes: &[u8], instruments: &[Instrument]) -> Self {
        let mut columns = Self::default();
        for block in bytes.as_chunks::<RECORD_BYTES>().0 {
            match Record::from_bytes(block) {
                Ok(record) => columns.push(&record, block[8], describe(&record, instruments)),
                Err(error) => {
                    let nothing = Record::new(0, 0, RecordKind::Opened);
                    columns.push(&nothing, block[8], unreadable(error.message()));
                }
            }
        }
        columns
    }

    fn push(&mut self, record: &Record, kind: u8, described: Description) {
        self.time.push(record.time);
        self.step.push(record.step);
        self.kind.push(kind);
        self.instrument.push(record.instrument);
        self.order.push(record.order);
        self.described.push(described);
    }
}

fn unreadable(why: &str) -> Description {
    Description {
        event: UNREADABLE,
        order_type: "",
        side: "",
        quantity: String::new(),
        price: String::new(),
        stop: String::new(),
        money: String::new(),
        money_name: "",
        reason: "",
        text: why.to_owned(),
    }
}

/// The instruments that a log tells of, with identifiers in the order of their numbers. Records that
/// cannot be read are passed over.
#[must_use]
pub fn log_instruments(bytes: &[u8], ids: &[String]) -> Vec<Instrument> {
    let (blocks, _) = bytes.as_chunks::<RECORD_BYTES>();
    let declared = blocks
        .iter()
        .filter(|block| block[8] == RecordKind::Instrument as u8);
    declared
        .zip(ids)
        .filter_map(|(block, id)| instrument_of(&Record::from_bytes(block).ok()?, id).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_records_of_a_log_and_what_cannot_be_read() {
        let opened = Record {
            quantity: 1,
            ..Record::new(0, 0, RecordKind::Opened)
        };
        let declared = Record {
            quantity: 0,
            price: 2,
            ..Record::new(0, 0, RecordKind::Instrument)
        };
        let fill = Record {
            quantity: 3,
            price: 1_234,
            order: 1,
            detail: 1,
            ..Record::new(5, 99, RecordKind::OrderFilled)
        };
        let mut bytes = [opened, declared, fill, fill]
            .map(Record::to_bytes)
            .concat();
        bytes[3 * RECORD_BYTES + 8] = 200;
        let instruments = log_instruments(&bytes, &["X.XNAS".to_owned()]);
        let columns = LogColumns::of(&bytes, &instruments);
        let told: Vec<_> = columns
            .described
            .iter()
            .map(|it| it.text.as_str())
            .collect();
        assert_eq!(
            told,
            [
                "account opened with 0 (log schema 1)",
                "X.XNAS: prices with 2 decimals, quantities with 0",
                "order 1 filled: bought 3 X.XNAS at 12.34, fee 0",
                "record kind 200 is unknown: the log is of another version or damaged",
            ]
        );
        assert_eq!(columns.described[3].event, UNREADABLE);
        assert_eq!(
            (columns.step[2], columns.time[2], columns.kind[3]),
            (5, 99, 200)
        );
    }
}
