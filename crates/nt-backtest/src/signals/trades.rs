use super::nearly::{below, same, sum, within};
use super::records::OrderRow;
use crate::measures::Trade;

/// Trades as columns: a row for each exit, sized by it, and for each position still open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trades {
    /// Column of the trade.
    pub column: Vec<u32>,
    /// Number of the position, counted over all columns: its partial exits share it.
    pub position: Vec<u32>,
    /// Units, negative when short.
    pub quantity: Vec<f64>,
    /// Step of the first entry of the position.
    pub entry_step: Vec<u32>,
    /// Average price of the entries, weighted by size.
    pub entry_price: Vec<f64>,
    /// Its share of the fees of the entries.
    pub entry_fees: Vec<f64>,
    /// Step of the exit; the last one where the trade is open.
    pub exit_step: Vec<u32>,
    /// Price of the exit; the last close where the trade is open, NaN if that is missing.
    pub exit_price: Vec<f64>,
    /// Fees of the exit.
    pub exit_fees: Vec<f64>,
    /// Profit after fees.
    pub pnl: Vec<f64>,
    /// Profit over the value of the entry.
    pub returns: Vec<f64>,
    /// 1 where the trade is still open.
    pub open: Vec<u8>,
}

/// One trade.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct TradeRow {
    pub column: u32,
    pub position: u32,
    pub quantity: f64,
    pub entry_step: u32,
    pub entry_price: f64,
    pub entry_fees: f64,
    pub exit_step: u32,
    pub exit_price: f64,
    pub exit_fees: f64,
    pub pnl: f64,
    pub returns: f64,
    pub open: bool,
}

impl Trades {
    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.column.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.column.is_empty()
    }

    /// Appends trades whose positions are counted from here.
    pub(super) fn append(&mut self, rows: &[TradeRow], positions_before: u32) {
        for row in rows {
            self.column.push(row.column);
            self.position.push(positions_before + row.position);
            self.quantity.push(row.quantity);
            self.entry_step.push(row.entry_step);
            self.entry_price.push(row.entry_price);
            self.entry_fees.push(row.entry_fees);
            self.exit_step.push(row.exit_step);
            self.exit_price.push(row.exit_price);
            self.exit_fees.push(row.exit_fees);
            self.pnl.push(row.pnl);
            self.returns.push(row.returns);
            self.open.push(u8::from(row.open));
        }
    }
}

impl From<&TradeRow> for Trade {
    fn from(row: &TradeRow) -> Self {
        Self {
            instrument: row.column,
            quantity: row.quantity,
            entry_step: row.entry_step as usize,
            exit_step: row.exit_step as usize,
            entry_price: row.entry_price,
            exit_price: row.exit_price,
            fees: row.entry_fees + row.exit_fees,
            pnl: row.pnl,
            returns: row.returns,
            open: row.open,
        }
    }
}

/// What is left of the entries of a position.
#[derive(Clone, Copy)]
struct Entries {
    number: u32,
    column: u32,
    step: u32,
    is_long: bool,
    size: f64,
    gross: f64,
    fees: f64,
}

struct Exit {
    size: f64,
    step: u32,
    price: f64,
    fees: f64,
    open: bool,
}

impl Entries {
    fn opened(number: u32, order: &OrderRow, size: f64, fees: f64) -> Self {
        Self {
            number,
            column: order.column,
            step: order.step,
            is_long: order.quantity > 0.0,
            size,
            gross: size * order.price,
            fees,
        }
    }

    fn trade(&self, exit: &Exit) -> TradeRow {
        let entry_price = self.gross / self.size;
        let entry_fees = exit.size / self.size * self.fees;
        let (entry, value) = (exit.size * entry_price, exit.size * exit.price);
        let sign = if self.is_long { 1.0 } else { -1.0 };
        let pnl = sign * sum(value, -entry) - entry_fees - exit.fees;
        TradeRow {
            column: self.column,
            position: self.number,
            quantity: sign * exit.size,
            entry_step: self.step,
            entry_price,
            entry_fees,
            exit_step: exit.step,
            exit_price: exit.price,
            exit_fees: exit.fees,
            pnl,
            returns: pnl / entry,
            open: exit.open,
        }
    }

    fn shrunk(&mut self, size: f64) {
        let left = (self.size - size) / self.size;
        self.size *= left;
        self.gross *= left;
        self.fees *= left;
    }
}

/// The last step and its close, at which what is open is marked; NaN where that is missing.
#[derive(Clone, Copy)]
pub(super) struct LastMark {
    pub step: u32,
    pub price: f64,
}

/// Adds the trades of a column's orders to `trades`; `positions` counts positions on.
pub(super) fn trades_of(
    orders: impl Iterator<Item = OrderRow>,
    last: LastMark,
    positions: &mut u32,
    trades: &mut Vec<TradeRow>,
) {
    let mut held: Option<Entries> = None;
    for order in orders {
        held = booked(held, &order, positions, trades);
    }
    if let Some(entries) = held.filter(|entries| below(-entries.size, 0.0)) {
        trades.push(entries.trade(&Exit {
            size: entries.size,
            step: last.step,
            price: last.price,
            fees: 0.0,
            open: true,
        }));
    }
}

fn booked(
    held: Option<Entries>,
    order: &OrderRow,
    positions: &mut u32,
    trades: &mut Vec<TradeRow>,
) -> Option<Entries> {
    let size = order.quantity.abs();
    let mut numbered = || {
        *positions += 1;
        *positions - 1
    };
    let Some(mut entries) = held else {
        return Some(Entries::opened(numbered(), order, size, order.fees));
    };
    if entries.is_long == (order.quantity > 0.0) {
        entries.size += size;
        entries.gross += size * order.price;
        entries.fees += order.fees;
        return Some(entries);
    }
    let exit = |size, fees| Exit {
        size,
        step: order.step,
        price: order.price,
        fees,
        open: false,
    };
    if same(size, entries.size) {
        trades.push(entries.trade(&exit(entries.size, order.fees)));
        return None;
    }
    if within(size, entries.size) {
        trades.push(entries.trade(&exit(size, order.fees)));
        entries.shrunk(size);
        return Some(entries);
    }
    let fees = entries.size / size * order.fees;
    trades.push(entries.trade(&exit(entries.size, fees)));
    let beyond = size - entries.size;
    Some(Entries::opened(
        numbered(),
        order,
        beyond,
        order.fees - fees,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(step: u32, quantity: f64, price: f64, fees: f64) -> OrderRow {
        OrderRow {
            column: 0,
            step,
            quantity,
            price,
            fees,
        }
    }

    fn rows(orders: Vec<OrderRow>) -> Vec<TradeRow> {
        let (mut positions, mut trades) = (0, Vec::new());
        let last = LastMark {
            step: 9,
            price: 20.0,
        };
        trades_of(orders.into_iter(), last, &mut positions, &mut trades);
        trades
    }

    #[test]
    fn partial_exits_share_entries_and_fees() {
        let trades = rows(vec![
            order(0, 2.0, 10.0, 1.0),
            order(1, 2.0, 12.0, 1.0),
            order(2, -1.0, 15.0, 0.5),
            order(3, -3.0, 9.0, 0.5),
        ]);
        let figures: Vec<_> = trades
            .iter()
            .map(|t| (t.quantity, t.entry_price, t.pnl))
            .collect();
        assert_eq!(figures, [(1.0, 11.0, 3.0), (3.0, 11.0, -8.0)]);
        assert!(
            trades
                .iter()
                .all(|trade| trade.position == 0 && !trade.open)
        );
    }

    #[test]
    fn a_reversal_ends_one_trade_and_begins_another() {
        let trades = rows(vec![order(0, 1.0, 10.0, 0.0), order(4, -3.0, 12.0, 3.0)]);
        assert_eq!(
            (trades[0].pnl, trades[0].exit_fees, trades[0].position),
            (1.0, 1.0, 0)
        );
        assert_eq!((trades[1].quantity, trades[1].entry_fees), (-2.0, 2.0));
        assert_eq!(
            (trades[1].pnl, trades[1].open, trades[1].exit_step),
            (-18.0, true, 9)
        );
    }
}
