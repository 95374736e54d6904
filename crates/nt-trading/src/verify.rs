use std::collections::BTreeMap;

use nt_core::{Error, Result};
use sha2::{Digest, Sha256};

use crate::log::{CHECK_BYTES, check, hexadecimal};
use crate::reading::Reading;
use crate::record::RECORD_BYTES;
use crate::{Record, State};

/// The first thing that is wrong with a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// Number of the record, from 0.
    pub record: usize,
    /// Where that record begins, in bytes from the first record.
    pub offset: usize,
    /// What is wrong with it.
    pub message: String,
}

/// What became of checking a log.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The first thing wrong, if any.
    pub damage: Option<Damage>,
    /// SHA-256 of the bytes that are there.
    pub hash: String,
    /// Whole records before the damage, by the name of their event.
    pub events: BTreeMap<&'static str, u64>,
    /// What the records before the damage come to.
    pub state: State,
}

/// Checks the records of a log against everything that is known of it: its chain, its schema, what
/// may happen to an order, sums of fills, and how many records there should be.
///
/// `checks` are those of [`EventLog::checks`](crate::EventLog::checks), as many as are at hand: with
/// them damage is found at its record, without them only where the record makes no sense.
#[must_use]
pub fn verify(bytes: &[u8], ids: Vec<String>, checks: &[u8], stated: &Stated<'_>) -> Verdict {
    let hash = hexadecimal(&Sha256::digest(bytes));
    let mut reader = Checker {
        chain: Sha256::new(),
        checks: checks.as_chunks().0,
        records_are_whole: hash == stated.hash,
        events: BTreeMap::new(),
        state: State::new(ids),
    };
    let (records, rest) = bytes.as_chunks::<RECORD_BYTES>();
    let failed = records.iter().enumerate().find_map(|(number, record)| {
        let error = reader.take(number, record).err()?;
        Some((number, error.message().to_owned()))
    });
    let wrong = failed.or_else(|| wrong_at_the_end(records.len(), rest.len(), &hash, stated));
    Verdict {
        damage: wrong.map(|(record, message)| Damage {
            record,
            offset: record * RECORD_BYTES,
            message,
        }),
        hash,
        events: reader.events,
        state: reader.state,
    }
}

/// What the keeper of a log says of it.
#[derive(Clone, Copy, Debug)]
pub struct Stated<'a> {
    /// How many records there are.
    pub records: usize,
    /// SHA-256 of their bytes, hexadecimal.
    pub hash: &'a str,
}

struct Checker<'a> {
    chain: Sha256,
    checks: &'a [[u8; CHECK_BYTES]],
    records_are_whole: bool,
    events: BTreeMap<&'static str, u64>,
    state: State,
}

impl Checker<'_> {
    fn take(&mut self, number: usize, bytes: &[u8; RECORD_BYTES]) -> Result<()> {
        if let Some(expected) = self.checks.get(number)
            && check(&mut self.chain, bytes) != *expected
        {
            let message = if self.records_are_whole {
                "its check was damaged, the record itself was not"
            } else {
                "its bytes are not those that were written: the chain breaks here"
            };
            return Err(Error::new(nt_core::Code::LogCorrupt, message));
        }
        let record = Record::from_bytes(bytes)?;
        self.state.take(&record)?;
        *self
            .events
            .entry(Reading::of(record.kind).name)
            .or_insert(0) += 1;
        Ok(())
    }
}

fn wrong_at_the_end(
    records: usize,
    rest: usize,
    hash: &str,
    stated: &Stated<'_>,
) -> Option<(usize, String)> {
    if records < stated.records {
        let message = format!(
            "the log ends here, {rest} bytes into the record: {} records are stated",
            stated.records
        );
        return Some((records, message));
    }
    if records == 0 {
        return Some((
            0,
            "there is no record, not even the one that opens a log".to_owned(),
        ));
    }
    (hash != stated.hash).then(|| {
        let message = format!(
            "the hash of the records is {hash}, stated is {}",
            stated.hash
        );
        (records, message)
    })
}
