use nt_core::Rate;

use crate::kernel::Kernel;
use crate::{Command, Lot, Matching, OrderId, OrderRequest, Reason, RecordKind, Size};

impl Kernel {
    /// Closes a part of a position, or of one lot, at market.
    pub(in crate::kernel) fn close(
        &mut self,
        instrument: u32,
        lot: Option<OrderId>,
        portion: Rate,
    ) {
        match (self.config.matching, lot) {
            (Matching::Queue(_), None) => {
                if !self.close_open_lots(instrument, portion) {
                    let request = OrderRequest::market(instrument, Size::TargetLots(0));
                    self.deny(&request, Reason::QuantityZero);
                }
            }
            (_, Some(order)) => {
                let open = self.lot_quantity(instrument, order);
                let request = closing(instrument, order, open, portion);
                self.obey(&Command::Submit(self.of_whole_lots(request)));
            }
            (Matching::Path, None) => {
                let held = self.held(instrument);
                let size = if portion == Rate::ONE || held == 0 {
                    Size::TargetLots(0)
                } else {
                    Size::TargetLots(held - part_of(held, portion))
                };
                self.submit(&OrderRequest::market(instrument, size));
            }
        }
    }

    /// A part of a lot without what is left over of the instrument's lot size.
    fn of_whole_lots(&self, request: OrderRequest) -> OrderRequest {
        let listed = self.ledger.instruments().get(request.instrument as usize);
        match (listed, request.size) {
            (Some(listed), Size::Lots(lots)) => OrderRequest {
                size: Size::Lots(listed.whole_lots(lots)),
                ..request
            },
            _ => request,
        }
    }

    fn held(&self, instrument: u32) -> i64 {
        if instrument as usize >= self.last_price.len() {
            return 0;
        }
        self.ledger.position(instrument).quantity
    }

    /// Asks for a part of every open lot to be closed; false where none is open.
    pub(super) fn close_open_lots(&mut self, instrument: u32, portion: Rate) -> bool {
        if instrument as usize >= self.last_price.len() {
            return false;
        }
        let lots = self.open_lots(instrument);
        for &Lot {
            order, quantity, ..
        } in &lots
        {
            self.place(&closing(instrument, order, quantity, portion), false);
        }
        !lots.is_empty()
    }

    /// Closes a lot at this price (ticks) now.
    pub(in crate::kernel) fn close_lot_at(&mut self, instrument: u32, lot: Lot, price: i64) {
        let request = closing(instrument, lot.order, lot.quantity, Rate::ONE);
        let placed = self.place(&request, false);
        if let Some(&order) = placed.and_then(|id| self.book.get(id)) {
            let buys = lot.quantity < 0;
            let price = self.config.costs.slippage_of_one(price, buys);
            self.book_part(&order, -lot.quantity, price, (true, RecordKind::COMPLETES));
            self.book.remove(order.id);
        }
    }

    /// Closes every other lot of a ruined account at its last price, from the oldest: backtesting.py
    /// walks its list while it removes from it.
    pub(in crate::kernel) fn close_every_other_lot(&mut self, instrument: u32) {
        let Some(price) = self.last_price[instrument as usize] else {
            return;
        };
        for lot in self.open_lots(instrument).into_iter().step_by(2) {
            self.close_lot_at(instrument, lot, price);
        }
    }
}

/// The order that closes a part of a lot of this signed quantity.
fn closing(instrument: u32, lot: OrderId, quantity: i64, portion: Rate) -> OrderRequest {
    OrderRequest {
        reduce_only: true,
        lot: Some(lot),
        ..OrderRequest::market(instrument, Size::Lots(-part_of(quantity, portion)))
    }
}

/// A part of signed lots: the nearest whole number, the even one of two, and at least one.
fn part_of(quantity: i64, portion: Rate) -> i64 {
    if quantity == 0 || portion == Rate::ONE {
        return quantity;
    }
    let part = (quantity.abs() as f64 * portion.to_f64()).round_ties_even() as i64;
    quantity.signum() * part.clamp(1, quantity.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_rounded_to_even_and_never_none() {
        let part = |quantity, portion| part_of(quantity, Rate::from_f64(portion).unwrap());
        assert_eq!(part(5, 0.5), 2);
        assert_eq!(part(-7, 0.5), -4);
        assert_eq!(part(3, 0.1), 1);
        assert_eq!(part(-3, 1.0), -3);
    }
}
