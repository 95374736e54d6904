use std::collections::{BTreeMap, VecDeque};

use nt_core::{Code, Error, Instrument, Money, Result, Scale};
use sha2::{Digest, Sha256};

use crate::account::{Carry, CashBook, CashBooks, Proceeds, Settlement};
use crate::contract::{listing_records, with_record};
use crate::record::RECORD_BYTES;
use crate::{
    CurrencyCode, Ledger, Lot, MarginStatus, OpenOrder, OrderId, Position, Record, State, Status,
};

/// Begins the bytes of a snapshot; the last byte is the version of what follows.
const MAGIC: &[u8; 8] = b"NTSNAP\x00\x02";

/// Bytes of the SHA-256 that ends a snapshot.
const DIGEST_BYTES: usize = 32;

/// Where an order at the venue can stand, by the number that a snapshot has for it.
const OPEN_STATUSES: [Status; 3] = [Status::Working, Status::PartiallyFilled, Status::Held];

impl State {
    /// The state as bytes: little-endian integers in the order of its fields, counts before lists,
    /// and a SHA-256 at the end. Its size grows with what is open, not with what has been.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        put(&mut out, self.records.to_le_bytes());
        put(&mut out, self.step.to_le_bytes());
        put(&mut out, self.time.to_le_bytes());
        put(&mut out, self.last_order.to_le_bytes());
        put(&mut out, [u8::from(self.halted)]);
        put_list(&mut out, &self.ids, put_text);
        put_ledger(&mut out, &self.ledger);
        put_list(&mut out, self.open.values(), put_order);
        put_list(&mut out, &self.delisted, |out, instrument| {
            put(out, instrument.to_le_bytes());
        });
        put_margin(&mut out, self.margin);
        let digest = Sha256::digest(&out);
        out.extend_from_slice(&digest);
        out
    }

    /// A state from its bytes.
    ///
    /// # Errors
    /// `LOG_CORRUPT` where they are not those of a snapshot of this version, or were damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let mut reader = Reader(content(bytes)?);
        let state = Self {
            records: u64::from_le_bytes(reader.array()?),
            step: reader.u32()?,
            time: reader.i64()?,
            last_order: reader.u32()?,
            halted: reader.array()? == [1],
            ids: reader.list(Reader::text)?,
            ledger: reader.ledger()?,
            open: reader.orders()?,
            delisted: reader.list(Reader::u32)?.into_iter().collect(),
            margin: reader.margin()?,
        };
        if reader.0.is_empty() {
            Ok(state)
        } else {
            Err(damaged())
        }
    }
}

/// What lies between the magic and the digest, once both are right.
fn content(bytes: &[u8]) -> Result<&[u8]> {
    let at = bytes.len().checked_sub(DIGEST_BYTES).ok_or_else(damaged)?;
    let (content, digest) = bytes.split_at(at);
    if Sha256::digest(content)[..] != *digest {
        return Err(damaged());
    }
    content.strip_prefix(MAGIC).ok_or_else(damaged)
}

fn put<const N: usize>(out: &mut Vec<u8>, bytes: [u8; N]) {
    out.extend_from_slice(&bytes);
}

fn put_list<T>(
    out: &mut Vec<u8>,
    items: impl IntoIterator<Item = T, IntoIter: ExactSizeIterator>,
    put_item: impl Fn(&mut Vec<u8>, T),
) {
    let items = items.into_iter();
    put(out, (items.len() as u32).to_le_bytes());
    for item in items {
        put_item(out, item);
    }
}

fn put_text(out: &mut Vec<u8>, text: &String) {
    put(out, (text.len() as u32).to_le_bytes());
    out.extend_from_slice(text.as_bytes());
}

fn put_money(out: &mut Vec<u8>, money: Money) {
    put(out, money.raw().to_le_bytes());
}

fn put_ledger(out: &mut Vec<u8>, ledger: &Ledger) {
    put_money(out, ledger.balance());
    put_money(out, ledger.fees());
    put_money(out, ledger.fee_per_part());
    put(out, (ledger.closed_trades() as u64).to_le_bytes());
    let held = ledger.instruments().iter().enumerate();
    put_list(out, held, |out, (index, instrument)| {
        put_text(out, &instrument.id().to_owned());
        put(out, [instrument.price_scale().decimals() as u8]);
        put(out, [instrument.quantity_scale().decimals() as u8]);
        let terms = instrument.terms().map(|terms| listing_records(0, terms));
        put_list(
            out,
            terms.iter().flatten().collect::<Vec<_>>(),
            |out, record| put(out, record.to_bytes()),
        );
        let position = ledger.position(index as u32);
        put_list(out, &position.lots, put_lot);
        put_list(out, &position.costs, |out, cost| put_money(out, *cost));
    });
    put_money(out, ledger.interest());
    put_money(out, ledger.borrow_fees());
    put(out, ledger.settlement().days.to_le_bytes());
    put_list(out, &ledger.settlement().due, |out, proceeds| {
        put(out, proceeds.day.to_le_bytes());
        put_money(out, proceeds.amount);
    });
    put_list(out, &ledger.books().books, |out, book| {
        put(out, book.code.number().to_le_bytes());
        put_money(out, book.cash);
        put_money(out, book.fees);
    });
    put_list(out, &ledger.books().of, |out, place| {
        put(out, [place.map_or(0, |place| place + 1)]);
    });
}

fn put_margin(out: &mut Vec<u8>, status: MarginStatus) {
    let (number, step) = match status {
        MarginStatus::Met => (0_u8, 0),
        MarginStatus::Warned => (1, 0),
        MarginStatus::Called { step } => (2, step),
    };
    put(out, [number]);
    put(out, step.to_le_bytes());
}

fn put_lot(out: &mut Vec<u8>, lot: &Lot) {
    put(out, lot.order.0.to_le_bytes());
    put(out, lot.quantity.to_le_bytes());
    put(out, lot.price.to_le_bytes());
    put(out, lot.step.to_le_bytes());
    put_money(out, lot.fee);
}

fn put_order(out: &mut Vec<u8>, order: &OpenOrder) {
    put(out, order.submission.to_bytes());
    let status = OPEN_STATUSES.iter().position(|it| *it == order.status);
    put(out, [status.unwrap_or_default() as u8]);
    put(out, order.filled.to_le_bytes());
    put(out, [u8::from(order.triggered)]);
    put(out, order.exits.0.to_le_bytes());
    put(out, order.exits.1.to_le_bytes());
    put_list(out, order.terms, |out, terms: Record| {
        put(out, terms.to_bytes());
    });
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        let (first, rest) = self.0.split_first_chunk().ok_or_else(damaged)?;
        self.0 = rest;
        Ok(*first)
    }

    fn u32(&mut self) -> Result<u32> {
        self.array().map(u32::from_le_bytes)
    }

    fn i64(&mut self) -> Result<i64> {
        self.array().map(i64::from_le_bytes)
    }

    fn money(&mut self) -> Result<Money> {
        Ok(Money::from_raw(i128::from_le_bytes(self.array()?)))
    }

    fn scale(&mut self) -> Result<Scale> {
        let [decimals] = self.array()?;
        Scale::new(decimals.into())
    }

    fn text(&mut self) -> Result<String> {
        let length = self.u32()? as usize;
        let (text, rest) = self.0.split_at_checked(length).ok_or_else(damaged)?;
        self.0 = rest;
        String::from_utf8(text.to_vec()).map_err(|_| damaged())
    }

    fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        let count = self.u32()?;
        (0..count).map(|_| item(self)).collect()
    }

    fn ledger(&mut self) -> Result<Ledger> {
        let money = (self.money()?, self.money()?, self.money()?);
        let closed_trades = u64::from_le_bytes(self.array()?) as usize;
        let held = self.list(Self::held)?.into_iter().unzip();
        let carry = Carry {
            interest: self.money()?,
            borrow_fees: self.money()?,
        };
        let days = self.u32()?;
        let due = VecDeque::from(self.list(Self::proceeds)?);
        let settlement = Settlement::new(days, due);
        let books = CashBooks {
            books: self.list(Self::book)?,
            of: self.list(|reader| Ok(reader.array::<1>()?[0].checked_sub(1)))?,
        };
        Ok(Ledger::restored(
            money,
            closed_trades,
            held,
            (carry, settlement, books),
        ))
    }

    fn book(&mut self) -> Result<CashBook> {
        Ok(CashBook {
            code: CurrencyCode::from_number(self.i64()?).ok_or_else(damaged)?,
            cash: self.money()?,
            fees: self.money()?,
        })
    }

    fn proceeds(&mut self) -> Result<Proceeds> {
        Ok(Proceeds {
            day: self.i64()?,
            amount: self.money()?,
        })
    }

    fn margin(&mut self) -> Result<MarginStatus> {
        let ([number], step) = (self.array()?, self.u32()?);
        match number {
            0 => Ok(MarginStatus::Met),
            1 => Ok(MarginStatus::Warned),
            2 => Ok(MarginStatus::Called { step }),
            _ => Err(damaged()),
        }
    }

    fn held(&mut self) -> Result<(Instrument, Position)> {
        let id = self.text()?;
        let mut instrument = Instrument::new(id, self.scale()?, self.scale()?);
        for record in self.list(Self::record)? {
            instrument = with_record(&instrument, &record).ok_or_else(damaged)??;
        }
        let lots = VecDeque::from(self.list(Self::lot)?);
        let position = Position {
            quantity: lots.iter().map(|lot| lot.quantity).sum(),
            lots,
            costs: VecDeque::from(self.list(Self::money)?),
        };
        Ok((instrument, position))
    }

    fn lot(&mut self) -> Result<Lot> {
        Ok(Lot {
            order: OrderId(self.u32()?),
            quantity: self.i64()?,
            price: self.i64()?,
            step: self.u32()?,
            fee: self.money()?,
        })
    }

    fn orders(&mut self) -> Result<BTreeMap<u32, OpenOrder>> {
        let orders = self.list(Self::order)?;
        Ok(orders
            .into_iter()
            .map(|order| (order.submission.order, order))
            .collect())
    }

    fn record(&mut self) -> Result<Record> {
        Record::from_bytes(&self.array::<RECORD_BYTES>()?)
    }

    fn order(&mut self) -> Result<OpenOrder> {
        let submission = self.record()?;
        let [status] = self.array()?;
        let status = *OPEN_STATUSES.get(status as usize).ok_or_else(damaged)?;
        Ok(OpenOrder {
            submission,
            status,
            filled: self.i64()?,
            triggered: self.array()? == [1],
            exits: (self.i64()?, self.i64()?),
            terms: self.list(Self::record)?.pop(),
        })
    }
}

#[cold]
fn damaged() -> Error {
    let message = "these bytes are not a snapshot of this version, or were damaged: fold the log from its beginning";
    Error::new(Code::LogCorrupt, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state() -> State {
        let opened = Record {
            quantity: crate::LOG_SCHEMA,
            money: Money::from_raw(5_000_000_000),
            ..Record::new(0, 0, crate::RecordKind::Opened)
        };
        let declared = Record {
            price: 2,
            ..Record::new(0, 0, crate::RecordKind::Instrument)
        };
        let submitted = Record {
            order: 1,
            quantity: 10,
            ..Record::new(1, 7, crate::RecordKind::OrderSubmitted)
        };
        let part = Record {
            order: 1,
            quantity: 4,
            price: 100,
            ..Record::new(2, 8, crate::RecordKind::OrderFilled)
        };
        let mut state = State::new(vec!["X.XNAS".to_owned()]);
        for record in [opened, declared, submitted, part] {
            state.take(&record).unwrap();
        }
        state
    }

    #[test]
    fn bytes_and_back() {
        let state = state();
        assert_eq!(state.open_orders()[&1].filled, 4);
        assert_eq!(State::from_bytes(&state.to_bytes()).unwrap(), state);
    }

    #[test]
    fn what_was_changed_or_cut_is_refused() {
        let bytes = state().to_bytes();
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            for broken in [&changed[..], &bytes[..at]] {
                let error = State::from_bytes(broken).unwrap_err();
                assert_eq!(error.code(), Code::LogCorrupt, "byte {at}");
            }
        }
    }
}
