use super::Reason;

/// The orders that went through, in the order of their execution, a row each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Orders {
    /// Column of the order.
    pub column: Vec<u32>,
    /// Step of the order.
    pub step: Vec<u32>,
    /// Units bought, negative when sold.
    pub quantity: Vec<f64>,
    /// Price with slippage.
    pub price: Vec<f64>,
    /// Fees paid.
    pub fees: Vec<f64>,
}

/// One order of [`Orders`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OrderRow {
    /// Column of the order.
    pub column: u32,
    /// Step of the order.
    pub step: u32,
    /// Units bought, negative when sold.
    pub quantity: f64,
    /// Price with slippage.
    pub price: f64,
    /// Fees paid.
    pub fees: f64,
}

impl Orders {
    /// All of these one after the other, each column of the table by itself.
    pub(super) fn of_parts(parts: &[&Self]) -> Self {
        let ((column, step), (quantity, (price, fees))) = rayon::join(
            || {
                rayon::join(
                    || joined(parts, |part| &part.column),
                    || joined(parts, |part| &part.step),
                )
            },
            || {
                rayon::join(
                    || joined(parts, |part| &part.quantity),
                    || {
                        rayon::join(
                            || joined(parts, |part| &part.price),
                            || joined(parts, |part| &part.fees),
                        )
                    },
                )
            },
        );
        Self {
            column,
            step,
            quantity,
            price,
            fees,
        }
    }

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

    /// A row.
    ///
    /// # Panics
    /// When there is none of this number.
    #[must_use]
    pub fn row(&self, row: usize) -> OrderRow {
        OrderRow {
            column: self.column[row],
            step: self.step[row],
            quantity: self.quantity[row],
            price: self.price[row],
            fees: self.fees[row],
        }
    }

    /// The rows, in order.
    pub fn rows(&self) -> impl Iterator<Item = OrderRow> + '_ {
        (0..self.len()).map(|row| self.row(row))
    }

    pub(super) fn push(&mut self, row: &OrderRow) {
        self.column.push(row.column);
        self.step.push(row.step);
        self.quantity.push(row.quantity);
        self.price.push(row.price);
        self.fees.push(row.fees);
    }
}

fn joined<T: Copy>(parts: &[&Orders], column: impl Fn(&Orders) -> &[T]) -> Vec<T> {
    let mut whole = Vec::with_capacity(parts.iter().map(|part| part.len()).sum());
    for part in parts {
        whole.extend_from_slice(column(part));
    }
    whole
}

/// The orders that did not go through, in the order they came, a row each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnfilledOrders {
    /// Column of the order.
    pub column: Vec<u32>,
    /// Step of the order.
    pub step: Vec<u32>,
    /// Why it did not fill.
    pub reason: Vec<Reason>,
}

impl UnfilledOrders {
    pub(super) fn push(&mut self, column: u32, step: u32, reason: Reason) {
        self.column.push(column);
        self.step.push(step);
        self.reason.push(reason);
    }

    pub(super) fn append(&mut self, more: &Self) {
        self.column.extend_from_slice(&more.column);
        self.step.extend_from_slice(&more.step);
        self.reason.extend_from_slice(&more.reason);
    }
}
