use std::fmt::Write;

use nt_core::{Code, Error, Result};
use sha2::{Digest, Sha256};

use crate::record::RECORD_BYTES;
use crate::{Record, RecordKind};

/// Version of the event log's schema.
pub const LOG_SCHEMA: i64 = 1;

/// Bytes of a check: see [`EventLog::checks`].
pub const CHECK_BYTES: usize = 4;

/// The append-only record of every state change of a run.
///
/// A record is exactly one block of SHA-256, so the running state of that hash after each record is
/// a link that holds every record before it: the chain costs one compression an event, and the
/// final link is what `sha256sum` prints for the bytes of the log.
#[derive(Clone, Debug, Default)]
pub struct EventLog {
    bytes: Vec<u8>,
    chain: Sha256,
    chained: usize,
}

impl EventLog {
    pub(crate) fn append(&mut self, record: Record) {
        self.bytes.extend_from_slice(&record.to_bytes());
    }

    /// Number of records.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.bytes.len() / RECORD_BYTES
    }

    /// Whether nothing was recorded.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The bytes, record after record.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// SHA-256 of the bytes so far, in hexadecimal: the last link of the chain.
    pub fn hash(&mut self) -> String {
        self.chain.update(&self.bytes[self.chained..]);
        self.chained = self.bytes.len();
        hexadecimal(&self.chain.clone().finalize())
    }

    /// For each record, the first four bytes of the SHA-256 of the log up to and including it: kept
    /// beside a log, they say at which record it was damaged. The last are those of the hash.
    #[must_use]
    pub fn checks(&self) -> Vec<u8> {
        let mut chain = Sha256::new();
        let (records, _) = self.bytes.as_chunks::<RECORD_BYTES>();
        records
            .iter()
            .flat_map(|record| check(&mut chain, record))
            .collect()
    }

    /// The records, decoded.
    ///
    /// # Errors
    /// `LOG_CORRUPT` where a record does not follow the schema.
    pub fn records(&self) -> impl Iterator<Item = Result<Record>> {
        self.records_from(0)
    }

    /// The records from this number on, from 0; none where there are no more.
    ///
    /// # Errors
    /// `LOG_CORRUPT` where a record does not follow the schema.
    pub fn records_from(&self, first: usize) -> impl Iterator<Item = Result<Record>> {
        let (records, _) = self.bytes.as_chunks::<RECORD_BYTES>();
        let rest = records.get(first..).unwrap_or_default();
        rest.iter().map(Record::from_bytes)
    }

    /// Whether an order, which was submitted, filled at least in part. Looks back to its submission.
    pub(crate) fn has_fill(&self, order: u32) -> bool {
        self.bytes
            .as_chunks::<RECORD_BYTES>()
            .0
            .iter()
            .rev()
            .filter_map(|bytes| Record::from_bytes(bytes).ok())
            .filter(|record| record.order == order)
            .find_map(|record| match record.kind {
                RecordKind::OrderFilled => Some(true),
                RecordKind::OrderSubmitted | RecordKind::OrderDenied => Some(false),
                _ => None,
            })
            .unwrap_or(false)
    }

    /// A log from its bytes.
    ///
    /// # Errors
    /// `LOG_CORRUPT` when the length is not a whole number of records.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self> {
        if !bytes.len().is_multiple_of(RECORD_BYTES) {
            let message = format!(
                "{} bytes are not a whole number of {RECORD_BYTES}-byte records: the log was cut",
                bytes.len()
            );
            return Err(Error::new(Code::LogCorrupt, message));
        }
        Ok(Self {
            bytes,
            ..Self::default()
        })
    }
}

/// Goes one link on and returns the check of that record.
pub(crate) fn check(chain: &mut Sha256, record: &[u8; RECORD_BYTES]) -> [u8; CHECK_BYTES] {
    chain.update(record);
    let link = chain.clone().finalize();
    std::array::from_fn(|at| link[at])
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(64), |mut text, byte| {
            // Writing into a String cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log_of(times: &[i64]) -> EventLog {
        let mut log = EventLog::default();
        for &time in times {
            log.append(Record::new(0, time, RecordKind::OrderFilled));
        }
        log
    }

    #[test]
    fn the_hash_does_not_depend_on_when_it_is_asked_for() {
        let mut asked_often = EventLog::default();
        for time in [1, 2, 3] {
            asked_often.append(Record::new(0, time, RecordKind::OrderFilled));
            asked_often.hash();
        }
        assert_eq!(asked_often.hash(), log_of(&[1, 2, 3]).hash());
    }

    #[test]
    fn every_record_is_in_the_chain() {
        assert_ne!(log_of(&[1, 2, 3]).hash(), log_of(&[1, 2, 4]).hash());
        assert_ne!(log_of(&[1, 2]).hash(), log_of(&[2, 1]).hash());
    }

    #[test]
    fn the_last_check_begins_the_hash() {
        let mut log = log_of(&[1, 2, 3]);
        let checks = log.checks();
        assert_eq!(checks.len(), 3 * CHECK_BYTES);
        assert_eq!(hexadecimal(&checks[8..]), log.hash()[..8]);
        assert_eq!(checks[..8], log_of(&[1, 2]).checks());
    }

    #[test]
    fn an_empty_log_has_the_hash_of_no_bytes() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(EventLog::default().hash(), empty);
    }

    #[test]
    fn a_cut_log_is_refused() {
        assert_eq!(
            EventLog::from_bytes(vec![0; 65]).unwrap_err().code(),
            Code::LogCorrupt
        );
    }
}
