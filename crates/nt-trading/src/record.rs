use nt_core::{Code, Error, Money, Result};

use crate::{OrderId, Symbol};

/// Size of a record: one block of SHA-256.
pub(crate) const RECORD_BYTES: usize = 64;

/// What a record of the event log says. The numbers never change their meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum RecordKind {
    /// First record: `quantity` holds the schema version, `money` the starting cash, `price` the fee
    /// that each part of a lot pays at its entry, in billionths, where lots pay their own, `stop` the
    /// business days until sales settle.
    Opened = 1,
    /// An instrument: `quantity` and `price` hold the decimals of its quantities and prices, `stop`
    /// its currency, 0 for that of the account.
    Instrument = 2,
    /// An order passed the risk gate and went to the venue: `quantity` its signed lots, or share of
    /// the whole in trillionths; `price` its limit, `stop` its stop; `money` the order that opened
    /// the lot it closes.
    OrderSubmitted = 3,
    /// The risk gate refused an order.
    OrderDenied = 4,
    /// Exits go with an order: `price` the take profit, `stop` the stop loss.
    ExitsAttached = 5,
    /// The stop of a stop-limit order was touched; of a trailing one, `stop` is where it lay, and
    /// `price` the limit it left.
    OrderTriggered = 6,
    /// A fill: signed lots, price in ticks, and the fee in `money`; bit 0 of `detail` is set when it
    /// completes the order, bit 1 when it opens a lot whatever is held.
    OrderFilled = 7,
    /// An order was cancelled.
    OrderCancelled = 8,
    /// An order expired.
    OrderExpired = 9,
    /// Equity was gone at a close: trading is halted.
    Ruined = 10,
    /// The debt of a ruined account was written off: `money` the amount.
    DebtCancelled = 11,
    /// An order has new terms: `quantity`, where it is in lots, `price` and `stop` as they
    /// are now.
    OrderModified = 12,
    /// Terms of an order beyond its submission, which it follows: `detail` its kind (4 bits), time in
    /// force (3) and post-only (1); `quantity` its expiry; `price` how far its limit lies beyond a
    /// trailing stop; `stop` its trail, ticks as they are, a share as negative trillionths; `money`
    /// its group (32 bits), its parent (32) and the lots it shows.
    OrderTerms = 13,
    /// The parent of an order filled: it works from the next step on.
    OrderReleased = 14,
    /// New terms were refused; the order stays as it is.
    ModifyRefused = 15,
    /// A cancellation was refused; the order stays as it is.
    CancelRefused = 18,
    /// What the listing of an instrument demands: `price` its tick size, `stop` its lot size,
    /// `quantity` the fewest lots and `money` the least value of an order.
    InstrumentRules = 20,
    /// What an instrument is: `detail` its kind, `quantity` its multiplier in billionths, `price` its
    /// strike, `stop` its expiry in nanoseconds, `money` its margin in trillionths; 0 where none.
    InstrumentContract = 21,
    /// An instrument expired: `quantity` the signed lots that closed what was held, `price` what they
    /// were settled at.
    Settled = 22,
    /// Funding of a position: `quantity` what is held, `price` its mark, `stop` the rate in
    /// trillionths, `money` what the account gets.
    FundingPaid = 23,
    /// Shares were split before the bars of this step: `quantity` new ones for `price` old ones; `stop`
    /// the last price before, `money` the cash in lieu of what is no whole lot.
    Split = 25,
    /// A cash dividend: `quantity` the signed lots held before the ex-date, `stop` the amount per unit
    /// in billionths, `money` what was paid, negative on a short position.
    Dividend = 26,
    /// An order was restated for one of these. Its `detail` says what follows: 0 its `quantity`, where
    /// it is in lots, limit (`price`) and `stop`; 1 how far its limit lies beyond a trailing stop
    /// (`price`) and its trail (`stop`); 2 its take profit (`price`) and stop loss (`stop`).
    OrderRestated = 27,
    /// Trading ended: the position, `quantity` signed lots, was paid out at `price`; `stop` is the
    /// amount per unit in billionths, `money` what was paid.
    Delisted = 28,
    /// The instrument goes on under the symbol whose bytes are those of `quantity`, `price` and `stop`.
    Renamed = 29,
    /// Equity is below the level of the warning: `money` the equity, `quantity` its share of the
    /// maintenance requirement in trillionths.
    MarginWarning = 30,
    /// Equity is below the maintenance requirement: as above.
    MarginCall = 31,
    /// The requirement is met again: as above; bit 0 of `detail` is set while equity is still below
    /// the level of the warning.
    MarginRestored = 32,
    /// Interest: `money` received, negative when paid, for `quantity` days.
    Interest = 33,
    /// The fee for borrowing what is sold short: `money` for `quantity` days.
    BorrowFee = 34,
    /// Proceeds of sales can be spent from now on: `money` the amount.
    CashSettled = 35,
    /// Cash changed its currency: `money` given away in the currency of `quantity` for that of `stop`
    /// (letters in the order of the bytes; 0 is the base), at the rate of `price` in trillionths; it
    /// is got where it is negative. Where there is a reason, nothing was.
    Converted = 36,
}

impl RecordKind {
    /// Bit of a fill's detail: nothing of the order is left.
    pub(crate) const COMPLETES: u8 = 1;
    /// Bit of a fill's detail: it opens a lot whatever is held.
    pub(crate) const OPENS: u8 = 2;
    pub(crate) const ALL: &[Self] = &[
        Self::Opened,
        Self::Instrument,
        Self::OrderSubmitted,
        Self::OrderDenied,
        Self::ExitsAttached,
        Self::OrderTriggered,
        Self::OrderFilled,
        Self::OrderCancelled,
        Self::OrderExpired,
        Self::Ruined,
        Self::DebtCancelled,
        Self::OrderModified,
        Self::OrderTerms,
        Self::OrderReleased,
        Self::ModifyRefused,
        Self::CancelRefused,
        Self::InstrumentRules,
        Self::InstrumentContract,
        Self::Settled,
        Self::FundingPaid,
        Self::Split,
        Self::Dividend,
        Self::OrderRestated,
        Self::Delisted,
        Self::Renamed,
        Self::MarginWarning,
        Self::MarginCall,
        Self::MarginRestored,
        Self::Interest,
        Self::BorrowFee,
        Self::CashSettled,
        Self::Converted,
    ];

    /// Whether it tells of what a company did, and so moves cash or positions without a fill.
    #[must_use]
    pub const fn is_corporate_action(self) -> bool {
        matches!(
            self,
            Self::Split | Self::Dividend | Self::Delisted | Self::Renamed
        )
    }
}

/// One event of the log, 64 bytes, little-endian: time (8), kind (1), detail (1), reason (2),
/// instrument (4), order (4), step (4), quantity (8), price (8), stop (8), money (16).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// Nanoseconds since the epoch, UTC; 0 before the first step.
    pub time: i64,
    /// What it says.
    pub kind: RecordKind,
    /// Of a submission: order kind (2 bits), size kind (2), time in force (2), reduce-only (1), and
    /// whether [`RecordKind::OrderTerms`] follow (1), which then have the kind and time in force
    /// instead.
    pub detail: u8,
    /// Number of the [`Reason`](crate::Reason); 0 where none.
    pub reason: u16,
    /// Index of the instrument.
    pub instrument: u32,
    /// Number of the order; 0 where none.
    pub order: u32,
    /// Number of the step in which it happened, from 0.
    pub step: u32,
    /// See [`RecordKind`].
    pub quantity: i64,
    /// In ticks; 0 where none.
    pub price: i64,
    /// In ticks; 0 where none.
    pub stop: i64,
    /// In billionths; see [`RecordKind`].
    pub money: Money,
}

impl Record {
    /// A record of this kind with everything else zero.
    #[must_use]
    pub const fn new(step: u32, time: i64, kind: RecordKind) -> Self {
        Self {
            time,
            kind,
            detail: 0,
            reason: 0,
            instrument: 0,
            order: 0,
            step,
            quantity: 0,
            price: 0,
            stop: 0,
            money: Money::ZERO,
        }
    }

    /// Of a submission: `market`, `limit`, `stop` or `stop-limit`. Of terms: one of these or what
    /// the order is beyond them.
    #[must_use]
    pub const fn order_kind(&self) -> &'static str {
        let bits = match self.kind {
            RecordKind::OrderTerms => 0b1111,
            _ => 0b11,
        };
        match self.detail & bits {
            0 => "market",
            1 => "limit",
            2 => "stop",
            3 => "stop-limit",
            4 => "trailing-stop",
            5 => "trailing-stop-limit",
            6 => "market-if-touched",
            7 => "limit-if-touched",
            _ => "market-to-limit",
        }
    }

    /// Of a submission: whether `quantity` holds lots to trade, not a share or a target.
    #[must_use]
    pub const fn is_sized_in_lots(&self) -> bool {
        self.detail & 0b1100 == 0
    }

    /// Of a submission: whether `quantity` holds a share of the whole.
    pub(crate) const fn is_sized_in_share(&self) -> bool {
        self.detail & 0b0100 != 0
    }

    /// Of a submission: the order that opened the lot it closes, if it names one.
    #[must_use]
    pub const fn lot_to_close(&self) -> Option<OrderId> {
        match self.money.raw() as u32 {
            0 => None,
            opener => Some(OrderId(opener)),
        }
    }

    /// Of terms: the group of which one order fills; 0 where none.
    #[must_use]
    pub const fn group(&self) -> u32 {
        self.money.raw() as u32
    }

    /// Of terms: the order whose fill releases it; 0 where none.
    #[must_use]
    pub const fn parent(&self) -> u32 {
        (self.money.raw() >> 32) as u32
    }

    /// Of terms: whether it never takes liquidity.
    #[must_use]
    pub const fn is_post_only(&self) -> bool {
        self.detail >> 7 == 1
    }

    /// Of a fill: whether nothing of the order is left.
    #[must_use]
    pub const fn completes_order(&self) -> bool {
        self.detail & RecordKind::COMPLETES != 0
    }

    /// Of a fill: whether it opens a lot whatever is held.
    #[must_use]
    pub const fn opens_lot(&self) -> bool {
        self.detail & RecordKind::OPENS != 0
    }

    /// Of a dividend or a delisting: money per unit.
    #[must_use]
    pub const fn per_unit(&self) -> Money {
        Money::from_raw(self.stop as i128)
    }

    /// Of a symbol change: the new symbol.
    #[must_use]
    pub fn symbol(&self) -> Symbol {
        Symbol::from_numbers([self.quantity, self.price, self.stop])
    }

    pub(crate) fn to_bytes(self) -> [u8; RECORD_BYTES] {
        let mut bytes = [0; RECORD_BYTES];
        bytes[0..8].copy_from_slice(&self.time.to_le_bytes());
        bytes[8] = self.kind as u8;
        bytes[9] = self.detail;
        bytes[10..12].copy_from_slice(&self.reason.to_le_bytes());
        bytes[12..16].copy_from_slice(&self.instrument.to_le_bytes());
        bytes[16..20].copy_from_slice(&self.order.to_le_bytes());
        bytes[20..24].copy_from_slice(&self.step.to_le_bytes());
        bytes[24..32].copy_from_slice(&self.quantity.to_le_bytes());
        bytes[32..40].copy_from_slice(&self.price.to_le_bytes());
        bytes[40..48].copy_from_slice(&self.stop.to_le_bytes());
        bytes[48..64].copy_from_slice(&self.money.raw().to_le_bytes());
        bytes
    }

    pub(crate) fn from_bytes(bytes: &[u8; RECORD_BYTES]) -> Result<Self> {
        let kind = *RecordKind::ALL
            .iter()
            .find(|kind| **kind as u8 == bytes[8])
            .ok_or_else(|| {
                let message = format!(
                    "record kind {} is unknown: the log is of another version or damaged",
                    bytes[8]
                );
                Error::new(Code::LogCorrupt, message)
            })?;
        Ok(Self {
            time: i64::from_le_bytes(part(bytes, 0)),
            kind,
            detail: bytes[9],
            reason: u16::from_le_bytes(part(bytes, 10)),
            instrument: u32::from_le_bytes(part(bytes, 12)),
            order: u32::from_le_bytes(part(bytes, 16)),
            step: u32::from_le_bytes(part(bytes, 20)),
            quantity: i64::from_le_bytes(part(bytes, 24)),
            price: i64::from_le_bytes(part(bytes, 32)),
            stop: i64::from_le_bytes(part(bytes, 40)),
            money: Money::from_raw(i128::from_le_bytes(part(bytes, 48))),
        })
    }
}

fn part<const N: usize>(bytes: &[u8; RECORD_BYTES], from: usize) -> [u8; N] {
    std::array::from_fn(|at| bytes[from + at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bytes_and_back(step: u32, time: i64, at in 0..RecordKind::ALL.len(), order: u32, quantity: i64, raw: i128) {
            let kind = RecordKind::ALL[at];
            let money = Money::from_raw(raw);
            let record = Record { order, quantity, money, reason: 7, stop: -1, ..Record::new(step, time, kind) };
            prop_assert_eq!(Record::from_bytes(&record.to_bytes()).unwrap(), record);
        }
    }

    #[test]
    fn an_unknown_kind_is_refused() {
        let mut bytes = Record::new(0, 0, RecordKind::Opened).to_bytes();
        bytes[8] = 99;
        assert_eq!(
            Record::from_bytes(&bytes).unwrap_err().code(),
            Code::LogCorrupt
        );
    }
}
