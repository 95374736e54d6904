use nt_core::{Instrument, Money, div_round_half_even};

use super::Ledger;
use crate::corporate::paid_on;
use crate::{Lot, Record, RecordKind, SplitRatio, Symbol, Trade};

/// What ends a lot without a fill.
#[derive(Clone, Copy)]
struct Ending {
    /// In ticks, as a trade shows it.
    price: i64,
    step: u32,
    proceeds: Money,
}

/// Lots of one side before and after a split, summed in order of entry.
#[derive(Clone, Copy, Default)]
struct Restated {
    old: i128,
    new: i128,
}

impl Ledger {
    /// Takes a record of an action of the company.
    pub(super) fn take_action(&mut self, record: &Record) {
        let (instrument, step) = (record.instrument, record.step);
        match record.kind {
            RecordKind::Split => {
                if let Ok(ratio) = SplitRatio::new(record.quantity, record.price) {
                    self.split(instrument, ratio, record.stop, step);
                }
            }
            RecordKind::Dividend => {
                self.pay_dividend(instrument, record.per_unit());
            }
            RecordKind::Delisted => {
                self.pay_out(instrument, record.per_unit(), record.price, step);
            }
            RecordKind::Renamed => self.rename(instrument, record.symbol()),
            _ => {}
        }
    }

    /// Restates the lots of an instrument for a split and returns the cash in lieu of what is no
    /// whole lot, at `last`, the last price before it in ticks.
    ///
    /// Lots are rounded one after another, so that of each side only the fraction of its sum is paid
    /// out; a fraction that one lot passes on to the next changes hands at the same price. What a lot
    /// gets lowers its cost; a lot of which nothing is left is a closed trade.
    pub(crate) fn split(
        &mut self,
        instrument: u32,
        ratio: SplitRatio,
        last: i64,
        step: u32,
    ) -> Money {
        let index = instrument as usize;
        self.closed_lots.clear();
        self.state_costs(index);
        let (mut long, mut short) = (Restated::default(), Restated::default());
        let (mut paid, mut at) = (Money::ZERO, 0);
        while let Some(&lot) = self.positions[index].lots.get(at) {
            let side = if lot.quantity > 0 {
                &mut long
            } else {
                &mut short
            };
            let quantity = side.take(lot.quantity, ratio);
            let cash = in_lieu(
                &self.instruments[index],
                lot.quantity,
                quantity,
                ratio,
                last,
            );
            paid += cash;
            if quantity == 0 {
                let ending = Ending {
                    price: last,
                    step,
                    proceeds: cash,
                };
                self.end_lot(instrument, at, ending);
                continue;
            }
            let position = &mut self.positions[index];
            position.costs[at] -= cash;
            position.quantity += quantity - lot.quantity;
            let price = ratio.price(lot.price);
            position.lots[at] = Lot {
                quantity,
                price,
                ..lot
            };
            at += 1;
        }
        self.credit(instrument as usize, paid);
        paid
    }

    /// Pays a dividend per unit on what is held and returns it; a short position pays.
    pub(crate) fn pay_dividend(&mut self, instrument: u32, per_unit: Money) -> Money {
        let held = self.position(instrument).quantity;
        let paid = paid_on(per_unit, held, self.decimals(instrument));
        self.credit(instrument as usize, paid);
        paid
    }

    /// Closes every lot for this money per unit and returns what came of it. No fee is charged:
    /// nothing is traded.
    pub(crate) fn pay_out(
        &mut self,
        instrument: u32,
        per_unit: Money,
        price: i64,
        step: u32,
    ) -> Money {
        let index = instrument as usize;
        self.closed_lots.clear();
        self.state_costs(index);
        let mut paid = Money::ZERO;
        while let Some(lot) = self.positions[index].lots.front() {
            let proceeds = paid_on(per_unit, lot.quantity, self.decimals(instrument));
            paid += proceeds;
            let ending = Ending {
                price,
                step,
                proceeds,
            };
            self.end_lot(instrument, 0, ending);
        }
        self.credit(instrument as usize, paid);
        paid
    }

    pub(crate) fn rename(&mut self, instrument: u32, symbol: Symbol) {
        let old = &mut self.instruments[instrument as usize];
        *old = Instrument::new(symbol.text(), old.price_scale(), old.quantity_scale());
    }

    fn decimals(&self, instrument: u32) -> u32 {
        self.instruments[instrument as usize]
            .quantity_scale()
            .decimals()
    }

    /// Writes the cost of each lot beside it, where that is not yet done: from now on prices in
    /// ticks need not be exact.
    fn state_costs(&mut self, index: usize) {
        let (position, instrument) = (&mut self.positions[index], &self.instruments[index]);
        if position.costs.is_empty() {
            let cost = |lot: &Lot| instrument.notional(lot.price, lot.quantity);
            position.costs = position.lots.iter().map(cost).collect();
        }
    }

    fn end_lot(&mut self, instrument: u32, at: usize, ending: Ending) {
        let position = &mut self.positions[instrument as usize];
        let (Some(lot), Some(cost)) = (position.lots.remove(at), position.costs.remove(at)) else {
            return;
        };
        position.quantity -= lot.quantity;
        self.closed_lots.push(lot.order);
        self.closed_trades += 1;
        if let Some(trades) = &mut self.trades {
            trades.push(Trade {
                instrument,
                order: lot.order,
                quantity: lot.quantity,
                entry_price: lot.price,
                exit_price: ending.price,
                entry_step: lot.step,
                exit_step: ending.step,
                cost,
                fees: lot.fee,
                pnl: ending.proceeds - cost - lot.fee,
            });
        }
    }
}

impl Restated {
    /// Takes the next lot in and returns what it becomes.
    fn take(&mut self, quantity: i64, ratio: SplitRatio) -> i64 {
        self.old += i128::from(quantity);
        let new = self.old * i128::from(ratio.new_shares()) / i128::from(ratio.old_shares());
        let part = new - self.new;
        self.new = new;
        i64::try_from(part).unwrap_or(i64::MAX * quantity.signum())
    }
}

/// Worth, at the price before the split, of what a lot had and has no more. Negative where a lot got
/// more than its own share.
fn in_lieu(instrument: &Instrument, old: i64, new: i64, ratio: SplitRatio, last: i64) -> Money {
    let (new_shares, old_shares) = (
        i128::from(ratio.new_shares()),
        i128::from(ratio.old_shares()),
    );
    // Less than `old_shares` either way, in parts of an old lot.
    let left = i128::from(old) * new_shares - i128::from(new) * old_shares;
    let worth = instrument.notional(last, i64::try_from(left).unwrap_or(0));
    Money::from_raw(div_round_half_even(worth.raw(), new_shares))
}
