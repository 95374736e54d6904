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
    /// Full blocks; the one being written follows them.
    blocks: Vec<Vec<[u8; RECORD_BYTES]>>,
    last: Vec<[u8; RECORD_BYTES]>,
    chain: Sha256,
    /// Records that the chain has taken in.
    chained: usize,
}

/// Records of a full block. A log that was one piece would be copied whole again and again as it
/// grows.
const BLOCK: usize = 1 << 14;

impl EventLog {
    pub(crate) fn append(&mut self, record: Record) {
        if self.last.len() == BLOCK {
            self.begin_block();
        }
        self.last.push(record.to_bytes());
    }

    #[cold]
    fn begin_block(&mut self) {
        let full = std::mem::replace(&mut self.last, Vec::with_capacity(BLOCK));
        self.blocks.push(full);
    }

    /// Number of records.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.blocks.len() * BLOCK + self.last.len()
    }

    /// Number of bytes.
    #[must_use]
    pub const fn size(&self) -> usize {
        self.len() * RECORD_BYTES
    }

    /// Whether nothing was recorded.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A copy of the bytes, record after record.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.size());
        for block in self.parts() {
            bytes.extend_from_slice(block.as_flattened());
        }
        bytes
    }

    /// The blocks.
    fn parts(&self) -> impl DoubleEndedIterator<Item = &[[u8; RECORD_BYTES]]> {
        let full = self.blocks.iter().map(Vec::as_slice);
        full.chain(std::iter::once(self.last.as_slice()))
    }

    /// The records from this number on, as bytes.
    fn raw_from(&self, first: usize) -> impl Iterator<Item = &[u8; RECORD_BYTES]> {
        let (block, within) = (first / BLOCK, first % BLOCK);
        self.parts()
            .enumerate()
            .skip(block)
            .flat_map(move |(number, part)| {
                let skipped = if number == block { within } else { 0 };
                part.get(skipped..).unwrap_or_default()
            })
    }

    /// SHA-256 of the bytes so far, in hexadecimal: the last link of the chain.
    pub fn hash(&mut self) -> String {
        let mut chain = std::mem::take(&mut self.chain);
        let mut skipped = self.chained;
        for part in self.parts() {
            chain.update(part.get(skipped..).unwrap_or_default().as_flattened());
            skipped = skipped.saturating_sub(part.len());
        }
        self.chained = self.len();
        self.chain = chain;
        hexadecimal(&self.chain.clone().finalize())
    }

    /// For each record, the first four bytes of the SHA-256 of the log up to and including it: kept
    /// beside a log, they say at which record it was damaged. The last are those of the hash.
    #[must_use]
    pub fn checks(&self) -> Vec<u8> {
        let mut chain = Sha256::new();
        self.raw_from(0)
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
        self.raw_from(first).map(Record::from_bytes)
    }

    /// Whether an order, which was submitted, filled at least in part. Looks back to its submission.
    pub(crate) fn has_fill(&self, order: u32) -> bool {
        self.parts()
            .rev()
            .flat_map(|part| part.iter().rev())
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
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let (records, cut) = bytes.as_chunks::<RECORD_BYTES>();
        if !cut.is_empty() {
            let message = format!(
                "{} bytes are not a whole number of {RECORD_BYTES}-byte records: the log was cut",
                bytes.len()
            );
            return Err(Error::new(Code::LogCorrupt, message));
        }
        let mut blocks: Vec<_> = records.chunks(BLOCK).map(<[_]>::to_vec).collect();
        Ok(Self {
            last: blocks.pop().unwrap_or_default(),
            blocks,
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
    fn blocks_are_one_log() {
        let times: Vec<i64> = (0..40_000).collect();
        let mut log = log_of(&times);
        assert_eq!(log.blocks.len(), 2);
        let mut whole = EventLog::from_bytes(&log.to_bytes()).unwrap();
        assert_eq!(whole.hash(), log.hash());
        log.append(Record::new(0, 7, RecordKind::OrderFilled));
        whole.append(Record::new(0, 7, RecordKind::OrderFilled));
        assert_eq!(whole.hash(), log.hash());
        assert_eq!(hexadecimal(&Sha256::digest(log.to_bytes())), log.hash());
        for first in [0, 1, 16_383, 16_384, 16_385, 32_768, 40_000, 40_001, 90_000] {
            let rest: Vec<_> = log.records_from(first).map(Result::unwrap).collect();
            assert_eq!(rest.len(), log.len().saturating_sub(first));
            let next = rest.first().map(|record| record.time);
            assert!(next.is_none_or(|time| time == first as i64 || first == 40_000));
        }
        assert_eq!(log.checks().len(), log.len() * CHECK_BYTES);
    }

    #[test]
    fn a_cut_log_is_refused() {
        assert_eq!(
            EventLog::from_bytes(&[0; 65]).unwrap_err().code(),
            Code::LogCorrupt
        );
    }
}
