//! How each kind of record reads: one row a kind, from which decoding, checking and telling follow.

use crate::{RecordKind, Transition};

/// What one of the four number fields of a record holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// Nothing that a reader needs.
    Nothing,
    /// A plain count.
    Count,
    /// Signed lots.
    Lots,
    /// What an order is for, by the bits of its detail: lots, a target, or a share.
    Size,
    /// A price in ticks; 0 is none.
    Ticks,
    /// A price in ticks that can be 0.
    Price,
    /// Positive ticks, or minus a share of the fill price in trillionths; 0 is none.
    Level,
    /// An amount of this name, in billionths.
    Money(&'static str),
    /// The order that opened the lot to close; 0 is none.
    Lot,
    /// A share in trillionths.
    Share,
    /// Billionths of the currency per unit.
    PerUnit,
}

/// What a record does to the state it is folded into, beside cash and positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// The first record.
    Open,
    /// An instrument becomes known.
    Declare,
    /// Terms of the instrument before it.
    List,
    /// An instrument ends.
    Settle,
    /// A position is funded.
    Fund,
    /// An order gets its number and goes to the venue.
    Submit,
    /// An order gets its number and has ended.
    Deny,
    /// Belongs to the submission or denial before it.
    Attach,
    /// Something happened to a working order that keeps on working.
    Note,
    /// An order that waited for another works from now on.
    Release,
    /// A working order has new terms.
    Amend,
    /// A working order is restated for what a company did.
    Restate,
    /// A working order fills, in part or to the end.
    Fill,
    /// A working order ends without a fill.
    End(Transition),
    /// The account trades no more.
    Halt,
    /// The account stands otherwise against its maintenance margin.
    Margin,
    /// A company did something to its shares.
    Corporate,
    /// No order changes; cash or positions may.
    Account,
}

/// How a kind of record reads.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    pub kind: RecordKind,
    /// The event in one word.
    pub name: &'static str,
    /// What `quantity`, `price`, `stop` and `money` hold.
    pub quantity: Field,
    pub price: Field,
    pub stop: Field,
    pub money: Field,
    pub effect: Effect,
    /// The sentence: `{name}` stands for a value of the record, and what is in brackets is left out
    /// where its value is absent. See `describe.rs` for the names.
    pub sentence: &'static str,
}

impl Reading {
    /// The row of a kind.
    pub fn of(kind: RecordKind) -> &'static Self {
        READINGS
            .iter()
            .find(|reading| reading.kind == kind)
            .unwrap_or(&READINGS[0])
    }
}

const fn row(
    kind: RecordKind,
    name: &'static str,
    [quantity, price, stop, money]: [Field; 4],
    effect: Effect,
    sentence: &'static str,
) -> Reading {
    Reading {
        kind,
        name,
        quantity,
        price,
        stop,
        money,
        effect,
        sentence,
    }
}

use Field::{Count, Level, Lot, Lots, Money, Nothing, PerUnit, Price, Share, Size, Ticks};

const ORDER: [Field; 4] = [Size, Ticks, Ticks, Lot];
const PLAIN: [Field; 4] = [Nothing; 4];
const MARGIN: [Field; 4] = [Share, Nothing, Nothing, Money("equity")];

#[rustfmt::skip]
pub(crate) const READINGS: &[Reading] = &[
    row(RecordKind::Opened, "opening", [Count, Nothing, Nothing, Money("cash")], Effect::Open,
        "account opened with {money} (log schema {count})"),
    row(RecordKind::Instrument, "instrument", [Count, Count, Nothing, Nothing], Effect::Declare,
        "{instrument}: prices with {price-count} decimals, quantities with {count}[, in {to}]"),
    row(RecordKind::OrderSubmitted, "submission", ORDER, Effect::Submit,
        "order {order} submitted: {type} {size} {instrument}[ at {price}][, stop {stop}][, {time-in-force}][, {reduce-only}][, to close the lot of order {lot}][: {reason}]"),
    row(RecordKind::OrderDenied, "denial", ORDER, Effect::Deny,
        "order {order} denied: {type} {size} {instrument}[ at {price}][, stop {stop}][, {time-in-force}][, {reduce-only}][, to close the lot of order {lot}][: {reason}]"),
    row(RecordKind::ExitsAttached, "exits", [Nothing, Level, Level, Nothing], Effect::Attach,
        "order {order} carries exits[, take profit {price}][, stop loss {stop}]"),
    row(RecordKind::OrderTriggered, "trigger", [Nothing, Ticks, Ticks, Nothing], Effect::Note,
        "order {order}: the stop was touched[ at {stop}][, its limit works at {price}]"),
    row(RecordKind::OrderFilled, "fill", [Lots, Ticks, Nothing, Money("fee")], Effect::Fill,
        "order {order} filled[ {partly}]: {side} {quantity} {instrument} at {price}, fee {money}"),
    row(RecordKind::OrderCancelled, "cancellation", PLAIN, Effect::End(Transition::Cancel),
        "order {order} cancelled[: {reason}]"),
    row(RecordKind::OrderExpired, "expiry", PLAIN, Effect::End(Transition::Expire),
        "order {order} expired[: {reason}]"),
    row(RecordKind::Ruined, "ruin", [Nothing, Nothing, Nothing, Money("equity")], Effect::Halt,
        "equity is gone ({money}): everything is closed and trading halted"),
    row(RecordKind::DebtCancelled, "debt", [Nothing, Nothing, Nothing, Money("amount")], Effect::Account,
        "the debt of {money} is written off"),
    row(RecordKind::OrderModified, "modification", [Lots, Ticks, Ticks, Nothing], Effect::Amend,
        "order {order} modified: {quantity} {instrument}[ at {price}][, stop {stop}]"),
    row(RecordKind::OrderTerms, "terms", [Nothing, Ticks, Level, Nothing], Effect::Attach,
        "order {order} is {type}[, trailing by {stop}][, limit beyond by {price}][, {time-in-force}][, {post-only}][, group {group}][, after order {parent}]"),
    row(RecordKind::OrderReleased, "release", PLAIN, Effect::Release,
        "order {order} works: its parent filled"),
    row(RecordKind::ModifyRefused, "refusal", PLAIN, Effect::Account,
        "order {order} stays as it is[: {reason}]"),
    row(RecordKind::CancelRefused, "cancel-refusal", PLAIN, Effect::Account,
        "order {order} is not taken back[: {reason}]"),
    row(RecordKind::InstrumentRules, "listing", [Count, Ticks, Nothing, Money("least value")], Effect::List,
        "{instrument}: prices in steps of {price}, quantities in steps of {lot-size}, orders of at least {quantity} worth at least {money}"),
    row(RecordKind::InstrumentContract, "contract", [Count, Ticks, Nothing, Nothing], Effect::List,
        "{instrument} is of kind {contract}, multiplier {multiplier}[, strike {price}][, ends at {expiry}]"),
    row(RecordKind::Settled, "settlement", [Lots, Price, Nothing, Nothing], Effect::Settle,
        "{instrument} expired, settled at {price}[: {settled}]"),
    row(RecordKind::FundingPaid, "funding", [Nothing, Price, Nothing, Money("funding")], Effect::Fund,
        "funding of {funding-rate} on {signed} {instrument} at {price}: {money}"),
    row(RecordKind::Split, "split", [Count, Count, Ticks, Money("in lieu")], Effect::Corporate,
        "{instrument} split: {count} new for {price-count} old[, last price {stop}], cash in lieu {money}"),
    row(RecordKind::Dividend, "dividend", [Lots, Nothing, PerUnit, Money("dividend")], Effect::Corporate,
        "{instrument} pays a dividend of {stop}: {money} on {signed}"),
    row(RecordKind::OrderRestated, "restatement", [Lots, Level, Level, Nothing], Effect::Restate,
        "order {order} restated[: {restated}][, price {price}][, stop {stop}]"),
    row(RecordKind::Delisted, "delisting", [Lots, Ticks, PerUnit, Money("paid out")], Effect::Corporate,
        "{instrument} is delisted: {money} for {signed}"),
    row(RecordKind::Renamed, "symbol change", [Nothing, Nothing, Nothing, Nothing], Effect::Corporate,
        "{instrument} goes on as {symbol}"),
    row(RecordKind::MarginWarning, "margin-warning", MARGIN, Effect::Margin,
        "margin warning: equity of {money} is {share} of the maintenance requirement"),
    row(RecordKind::MarginCall, "margin-call", MARGIN, Effect::Margin,
        "margin call: equity of {money} is {share} of the maintenance requirement"),
    row(RecordKind::MarginRestored, "margin-restored", MARGIN, Effect::Margin,
        "margin restored: equity of {money}[ is {share} of the maintenance requirement]"),
    row(RecordKind::Interest, "interest", [Count, Nothing, Nothing, Money("interest")], Effect::Account,
        "interest of {money} for {count} days"),
    row(RecordKind::BorrowFee, "borrow-fee", [Count, Nothing, Nothing, Money("fee")], Effect::Account,
        "{instrument} is borrowed for {count} days: fee {money}"),
    row(RecordKind::CashSettled, "cash-settlement", [Nothing, Nothing, Nothing, Money("amount")], Effect::Account,
        "proceeds of {money} have settled"),
    row(RecordKind::Converted, "conversion", [Nothing, Nothing, Nothing, Money("amount")], Effect::Account,
        "{money}[ {from}] converted to {to} at {rate}[, refused: {reason}]"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_one_row_and_a_name_of_its_own() {
        for &kind in RecordKind::ALL {
            let rows = READINGS.iter().filter(|reading| reading.kind == kind);
            assert_eq!(rows.count(), 1, "{kind:?}");
        }
        for (at, reading) in READINGS.iter().enumerate() {
            assert!(
                READINGS[..at]
                    .iter()
                    .all(|other| other.name != reading.name)
            );
        }
    }
}
