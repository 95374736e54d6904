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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RecordKind::{
        Delisted, Dividend, ExitsAttached, Instrument, Opened, OrderCancelled, OrderDenied,
        OrderFilled, OrderRestated, OrderSubmitted, OrderTriggered, Split,
    };
    use crate::{EventLog, LOG_SCHEMA, RecordKind};
    use nt_core::Money;

    fn record(step: u32, kind: RecordKind, order: u32, quantity: i64) -> Record {
        Record {
            order,
            quantity,
            price: 100,
            ..Record::new(step, i64::from(step), kind)
        }
    }

    /// An account, an instrument, and an order of ten lots with four filled.
    fn start() -> Vec<Record> {
        vec![
            Record {
                price: 0,
                ..record(0, Opened, 0, LOG_SCHEMA)
            },
            Record {
                price: 2,
                ..record(0, Instrument, 0, 0)
            },
            Record {
                price: 0,
                ..record(1, OrderSubmitted, 1, 10)
            },
            record(2, OrderFilled, 1, 4),
        ]
    }

    /// Checks a log whose hash and chain are right, whatever it says.
    fn verdict(records: &[Record]) -> Verdict {
        let bytes: Vec<u8> = records.iter().flat_map(|it| it.to_bytes()).collect();
        let mut log = EventLog::from_bytes(bytes.clone()).unwrap();
        let hash = log.hash();
        let stated = Stated {
            records: records.len(),
            hash: &hash,
        };
        verify(&bytes, vec!["X.XNAS".to_owned()], &log.checks(), &stated)
    }

    fn completing(record: Record) -> Record {
        Record {
            detail: 1,
            ..record
        }
    }

    #[test]
    fn a_log_that_can_have_happened_is_whole() {
        let end = completing(record(3, OrderFilled, 1, 6));
        let verdict = verdict(&[start(), vec![end]].concat());
        assert_eq!(verdict.damage, None);
        assert_eq!(verdict.state.ledger().position(0).quantity, 10);
        assert_eq!(verdict.events["fill"], 2);
        assert!(verdict.state.open_orders().is_empty());
    }

    #[test]
    fn what_cannot_have_happened_is_damage() {
        let then = |record: Record| vec![record];
        let cancel = record(3, OrderCancelled, 1, 0);
        let cases: Vec<(Vec<Record>, &str)> = vec![
            (
                vec![cancel, record(4, OrderFilled, 1, 1)],
                "order 1 had ended before",
            ),
            (vec![cancel, cancel], "order 1 had ended before"),
            (
                vec![cancel, record(4, OrderTriggered, 1, 0)],
                "order 1 had ended before",
            ),
            (
                then(record(3, OrderFilled, 2, 1)),
                "order 2 was never submitted",
            ),
            (
                then(record(3, OrderCancelled, 0, 0)),
                "order 0 was never submitted",
            ),
            (
                then(record(3, OrderFilled, 1, 7)),
                "order 1 of 10 lots has fills of 11 lots",
            ),
            (
                then(record(3, OrderFilled, 1, -5)),
                "order 1 of 10 lots has fills of -1 lots",
            ),
            (
                then(completing(record(3, OrderFilled, 1, 5))),
                "order 1 of 10 lots has fills of 9 lots",
            ),
            (then(record(3, OrderFilled, 1, 0)), "a fill of nothing"),
            (
                then(record(3, OrderSubmitted, 3, 1)),
                "order 2 is next, not 3",
            ),
            (then(record(3, OrderDenied, 1, 1)), "order 2 is next, not 1"),
            (
                then(record(3, ExitsAttached, 2, 0)),
                "it belongs to order 1, not 2",
            ),
            (
                then(record(1, OrderCancelled, 1, 0)),
                "it is earlier than the record before it",
            ),
            (
                then(record(3, Opened, 0, LOG_SCHEMA)),
                "a log opens with the one record that states its schema",
            ),
            (
                then(Record {
                    instrument: 1,
                    ..record(3, Instrument, 0, 0)
                }),
                "instrument 1 has no identifier",
            ),
            (
                then(Record {
                    instrument: 5,
                    ..record(3, OrderSubmitted, 2, 1)
                }),
                "instrument 5 is not one of 1",
            ),
            (
                then(Record {
                    reason: 9_999,
                    ..cancel
                }),
                "reason 9999 is unknown",
            ),
            (
                then(Record {
                    money: Money::from_raw(i128::MIN),
                    ..record(3, OrderFilled, 1, 1)
                }),
                "its money is more than an account can hold",
            ),
            (
                then(Record {
                    price: i64::MAX,
                    quantity: i64::MAX,
                    ..record(3, OrderFilled, 1, 1)
                }),
                "its quantity or price is more than an account can hold",
            ),
        ];
        assert_damage(cases);
    }

    #[test]
    fn corporate_actions_come_to_what_they_say() {
        let then = |record: Record| vec![record];
        let delisted = Record {
            stop: 2_000_000_000,
            money: Money::from_raw(8_000_000_000),
            ..record(3, Delisted, 0, 4)
        };
        let paid = Record {
            stop: 1_500_000_000,
            money: Money::from_raw(6_000_000_000),
            ..record(3, Dividend, 0, 4)
        };
        let halved = Record {
            price: 2,
            stop: 100,
            ..record(3, Split, 0, 1)
        };
        let whole = verdict(&[start(), vec![paid, halved]].concat());
        assert_eq!(whole.damage, None);
        assert_eq!(whole.state.ledger().position(0).quantity, 2);
        assert_eq!(whole.state.ledger().cash().to_string(), "2");
        assert_damage(vec![
            (
                then(Record {
                    money: Money::ZERO,
                    ..paid
                }),
                "its money is not what the position comes to",
            ),
            (
                then(Record {
                    quantity: 5,
                    ..paid
                }),
                "4 lots are held, not 5",
            ),
            (
                then(Record {
                    money: Money::from_raw(1),
                    ..halved
                }),
                "its money is not what the position comes to",
            ),
            (
                then(Record { price: 0, ..halved }),
                "1 new shares for 0: give whole numbers from 1 to 1000000000",
            ),
            (
                then(Record {
                    instrument: 3,
                    ..paid
                }),
                "instrument 3 is not one of 1",
            ),
            (
                vec![delisted, record(4, OrderSubmitted, 2, 1)],
                "instrument 0 is delisted",
            ),
            (
                then(record(3, OrderRestated, 2, 1)),
                "order 2 was never submitted",
            ),
            (
                then(Record {
                    detail: 1,
                    ..record(3, OrderRestated, 1, 0)
                }),
                "order 1 has no such terms",
            ),
        ]);
    }

    fn assert_damage(cases: Vec<(Vec<Record>, &str)>) {
        for (records, message) in cases {
            let all = [start(), records].concat();
            let damage = verdict(&all).damage.unwrap();
            assert_eq!(damage.message, message);
            assert_eq!(damage.record, all.len() - 1, "{message}");
            assert_eq!(damage.offset, damage.record * RECORD_BYTES);
        }
    }

    #[test]
    fn another_schema_is_refused() {
        let damage = verdict(&[record(0, Opened, 0, 9)]).damage.unwrap();
        assert_eq!(
            damage.message,
            "schema version 9 is unknown, this engine reads version 1"
        );
    }

    #[test]
    fn an_empty_log_is_not_whole() {
        assert!(verdict(&[]).damage.unwrap().message.contains("no record"));
    }
}
