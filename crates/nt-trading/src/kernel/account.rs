use nt_core::{Money, Rate};

use super::Kernel;
use crate::costs::{Part, Terms};
use crate::{
    AccountKind, Command, Execution, Lot, Matching, OrderRequest, Reason, Record, RecordKind, Ruin,
    Size,
};

impl Kernel {
    /// Equity with one instrument at this price (ticks) and the others at their last.
    pub(super) fn equity_with(&self, at: Option<(u32, i64)>) -> Money {
        self.balance_in_base() + self.worth_with(at)
    }

    /// What can be bought or sold short for, at a price of one instrument: free equity over the
    /// initial margin, or the cash of a cash account. Never negative.
    pub(super) fn buying_power(&self, instrument: u32, price: i64) -> Money {
        self.buying_power_after(instrument, 0, price, Terms::default())
    }

    /// Buying power once `closing` signed lots, which reduce the position, are traded at this price.
    pub(super) fn buying_power_after(
        &self,
        instrument: u32,
        closing: i64,
        price: i64,
        terms: Terms<'_>,
    ) -> Money {
        let traded = self.instrument(instrument);
        let value = traded.notional(price, closing);
        let fee = if closing == 0 {
            Money::ZERO
        } else {
            let part = Part {
                instrument: traded,
                lots: closing,
                notional: value,
            };
            self.config.costs.fees.of(&part, terms)
        };
        if let Some(own) = self.own_cash(instrument) {
            return (own - value - fee).max(Money::ZERO);
        }
        let (value, fee) = (
            self.in_base(instrument, value),
            self.in_base(instrument, fee),
        );
        let margin = self.margin_of(instrument);
        let free = match self.config.account {
            AccountKind::Cash => self.ledger.cash() - self.ledger.unsettled_cash() - value,
            AccountKind::Margin => {
                let (worth, bound) = self.others(instrument);
                let held = self.in_base(instrument, self.ledger.value_at(instrument, price));
                let left = self.ledger.position(instrument).quantity + closing;
                let bound = bound + self.bound(instrument, left, held + value);
                self.balance_in_base() + worth + held - bound
            }
        };
        let power = (free - fee).max(Money::ZERO);
        if !self.has_foreign() {
            return margin.whole_of(power);
        }
        let cost = self.conversion_cost(instrument);
        let whole = Rate::from_raw(margin.raw() + cost.raw());
        self.of_base(instrument, whole.whole_of(power))
    }

    /// Every position by its instrument and what it is worth in full, in the base currency.
    pub(super) fn values(&self, at: Option<(u32, i64)>) -> impl Iterator<Item = (u32, Money)> {
        self.last_price
            .iter()
            .enumerate()
            .filter_map(move |(index, last)| {
                let index = index as u32;
                if self.ledger.position(index).quantity == 0 {
                    return None;
                }
                let price = match at {
                    Some((instrument, price)) if instrument == index => price,
                    _ => (*last)?,
                };
                Some((
                    index,
                    self.in_base(index, self.ledger.value_at(index, price)),
                ))
            })
    }

    /// Closes everything and halts when equity is gone at the close of a step.
    pub(super) fn look_for_ruin(&mut self) {
        if self.is_halted() || self.equity() > Money::ZERO {
            return;
        }
        self.log.append(Record {
            money: self.equity(),
            ..Record::new(self.step, self.time, RecordKind::Ruined)
        });
        self.release_forced();
        for instrument in 0..self.last_price.len() as u32 {
            match self.config.matching {
                Matching::Path => {
                    self.cancel_all(instrument, |kernel, id| {
                        kernel.cancel(id, Reason::Requested);
                    });
                    self.close_at_last_price(instrument);
                }
                Matching::Queue(_) => self.close_every_other_lot(instrument),
            }
        }
        for instrument in 0..self.last_price.len() as u32 {
            self.convert_all_of(instrument);
        }
        self.gate.halt();
        if self.config.ruin == Ruin::Zero {
            let money = -self.ledger.cash();
            self.log.append(Record {
                money,
                ..Record::new(self.step, self.time, RecordKind::DebtCancelled)
            });
            self.ledger.cancel_debt();
        }
    }

    /// Closes the position in an instrument at its last price, whatever the fill policy.
    pub fn close_at_last_price(&mut self, instrument: u32) {
        let held = self.ledger.position(instrument).quantity;
        let Some(price) = self.last_price[instrument as usize] else {
            return;
        };
        if self.config.matching.is_hedging() {
            for lot in self.open_lots(instrument) {
                self.close_lot_at(instrument, lot, price);
            }
            return;
        }
        if held == 0 {
            return;
        }
        let request = OrderRequest {
            reduce_only: true,
            ..OrderRequest::market(instrument, Size::Lots(-held))
        };
        if let Some(id) = self.place(&request, false) {
            self.turnover.lift(instrument);
            self.fill(id, Execution::taken_at(price));
        }
    }

    /// Asks for every open lot to be closed at market, as a strategy would.
    pub fn close_lots(&mut self, instrument: u32) {
        let mut lots = self.open_lots(instrument);
        if matches!(self.config.matching, Matching::Queue(_)) {
            // What comes last stands at the front of the queue, so that the oldest lot closes first.
            lots.reverse();
        }
        for lot in lots {
            let size = Size::Lots(-lot.quantity);
            let request = OrderRequest {
                reduce_only: true,
                lot: Some(lot.order),
                ..OrderRequest::market(instrument, size)
            };
            self.obey(&Command::Submit(request));
        }
    }

    pub(super) fn open_lots(&self, instrument: u32) -> Vec<Lot> {
        let lots = &self.ledger.position(instrument).lots;
        lots.iter().copied().collect()
    }

    /// Why a cost beyond the buying power is refused: all cash may be there, but not settled.
    pub(super) fn why_not_affordable(&self, cost: Money, power: Money) -> Reason {
        let unsettled = self.ledger.unsettled_cash();
        if unsettled > Money::ZERO && cost <= power + unsettled {
            Reason::UnsettledCash
        } else {
            Reason::InsufficientBuyingPower
        }
    }

    pub(super) fn why_not_short(&self, held_after: i64) -> Option<Reason> {
        (self.config.account == AccountKind::Cash && held_after < 0)
            .then_some(Reason::ShortNotAllowed)
    }
}
