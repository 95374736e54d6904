use std::ops::Range;

use super::nearly::{nothing, sum};
use super::records::{OrderRow, Orders};

/// Cash and positions of a group between two of its orders.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub cash: f64,
    /// Cash that shorts do not bind.
    pub free_cash: f64,
    /// Units held in each column, negative when short.
    pub positions: Vec<f64>,
    debts: Vec<f64>,
}

impl Standing {
    pub(super) fn new(cash: f64, columns: usize) -> Self {
        Self {
            cash,
            free_cash: cash,
            positions: vec![0.0; columns],
            debts: vec![0.0; columns],
        }
    }

    /// Books an order; what it moves in cash and in free cash.
    fn book(&mut self, column: usize, order: &OrderRow) -> (f64, f64) {
        let before = self.positions[column];
        let now = sum(before, order.quantity);
        let debt = &mut self.debts[column];
        let free = free_flow(before, now, debt, order);
        self.positions[column] = now;
        (-order.quantity * order.price - order.fees, free)
    }
}

/// What an order moves in free cash: a short binds twice what it brings.
fn free_flow(before: f64, now: f64, debt: &mut f64, order: &OrderRow) -> f64 {
    let size = sum(now, -before);
    let flow = -size * order.price - order.fees;
    if nothing(size) {
        return 0.0;
    }
    if size > 0.0 && before < 0.0 {
        let covered = if now < 0.0 { size } else { -before };
        let repaid = covered * (*debt / -before);
        *debt = sum(*debt, -repaid);
        return sum(2.0 * repaid, flow);
    }
    if size < 0.0 && now < 0.0 {
        let short = if before < 0.0 { -size } else { -now };
        *debt += short * order.price;
        return sum(flow, -2.0 * short * order.price);
    }
    flow
}

/// Goes through the stretches of steps between the orders of a group, each with what stood in it.
/// The last standing comes back.
pub(super) fn each_stretch(
    orders: &Orders,
    first_column: usize,
    mut standing: Standing,
    steps: usize,
    mut visit: impl FnMut(Range<usize>, &Standing),
) -> Standing {
    let (mut from, mut row) = (0, 0);
    while row < orders.len() {
        let step = orders.step[row] as usize;
        if step > from {
            visit(from..step, &standing);
        }
        from = step;
        let (mut flow, mut free) = (0.0, 0.0);
        while row < orders.len() && orders.step[row] as usize == step {
            let order = orders.row(row);
            let moved = standing.book(order.column as usize - first_column, &order);
            flow += moved.0;
            free += moved.1;
            row += 1;
        }
        standing.cash = sum(standing.cash, flow);
        standing.free_cash = sum(standing.free_cash, free);
    }
    if steps > from {
        visit(from..steps, &standing);
    }
    standing
}

/// The deepest that the cash of a group fell below what it began with, or 1 where it never did.
pub(super) fn needed_cash(orders: &Orders) -> f64 {
    let (mut cash, mut lowest) = (0.0, 0.0_f64);
    let mut row = 0;
    while row < orders.len() {
        let step = orders.step[row];
        let mut flow = 0.0;
        while row < orders.len() && orders.step[row] == step {
            let order = orders.row(row);
            flow += -order.quantity * order.price - order.fees;
            row += 1;
        }
        cash += flow;
        lowest = lowest.min(cash);
    }
    if lowest < 0.0 { -lowest } else { 1.0 }
}

/// Adds what a position is worth at these closes to `values`.
pub(super) fn add_worth(values: &mut [f64], closes: &[f64], position: f64) {
    if position == 0.0 {
        return;
    }
    for (value, close) in values.iter_mut().zip(closes) {
        *value += close * position;
    }
}
