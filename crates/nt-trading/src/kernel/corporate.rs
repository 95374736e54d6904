use nt_core::Money;

use super::Kernel;
use crate::corporate::paid_on;
use crate::{Event, OrderId, Reason, Record, RecordKind, SplitRatio, Symbol};

impl Kernel {
    /// Takes what a company did to its shares. A ruined account holds none.
    #[cold]
    pub(super) fn take_action(&mut self, action: Event) {
        if self.is_halted() {
            return;
        }
        match action {
            Event::Split { instrument, ratio } => self.split_shares(instrument, ratio),
            Event::Dividend { instrument, amount } => self.pay_dividend(instrument, amount),
            Event::Delisted {
                instrument,
                payment,
            } => self.delist(instrument, payment),
            Event::Renamed { instrument, symbol } => self.rename(instrument, symbol),
            _ => {}
        }
    }

    /// Turns what an instrument brought in into the base currency, where that is the rule.
    fn convert_proceeds(&mut self, instrument: u32) {
        if self.config.currencies.convert_fills {
            self.convert_all_of(instrument);
        }
    }

    fn split_shares(&mut self, instrument: u32, ratio: SplitRatio) {
        let last = self.last_price[instrument as usize].unwrap_or_default();
        // Worked out on a copy, so that the log has it before it acts.
        let mut after = self.ledger.clone();
        let money = after.split(instrument, ratio, last, self.step);
        self.log.append(Record {
            instrument,
            quantity: ratio.new_shares(),
            price: ratio.old_shares(),
            stop: last,
            money,
            ..Record::new(self.step, self.time, RecordKind::Split)
        });
        self.ledger = after;
        for lot in self.ledger.closed_lots().to_vec() {
            if self.lot_quantity(instrument, lot) == 0 {
                self.retire_exits(lot, OrderId(0));
            }
        }
        self.convert_proceeds(instrument);
        self.restate_for_split(instrument, ratio);
        self.quotes.split(instrument, ratio);
        if let Some(price) = self.last_price[instrument as usize] {
            self.set_price(instrument, ratio.price(price));
        }
    }

    fn pay_dividend(&mut self, instrument: u32, amount: Money) {
        let quantity = self.ledger.position(instrument).quantity;
        self.log.append(Record {
            instrument,
            quantity,
            stop: amount.raw() as i64,
            money: paid_on(amount, quantity, self.quantity_decimals(instrument)),
            ..Record::new(self.step, self.time, RecordKind::Dividend)
        });
        self.ledger.pay_dividend(instrument, amount);
        self.convert_proceeds(instrument);
        if self.config.adjust_orders_for_dividends {
            self.restate_for_dividend(instrument, self.ticks_up(instrument, amount));
        }
    }

    fn delist(&mut self, instrument: u32, payment: Option<Money>) {
        for id in self.book.of(instrument).to_vec() {
            self.cancel(id, Reason::InstrumentDelisted);
        }
        let price_decimals = self.instrument(instrument).price_scale().decimals();
        let billionths_per_tick = 10_i128.pow(nt_core::MONEY_DECIMALS - price_decimals);
        let last = self.last_price[instrument as usize].unwrap_or_default();
        let per_unit = payment.unwrap_or(Money::from_raw(i128::from(last) * billionths_per_tick));
        let price = nt_core::div_round_half_even(per_unit.raw(), billionths_per_tick) as i64;
        let quantity = self.ledger.position(instrument).quantity;
        let mut after = self.ledger.clone();
        let money = after.pay_out(instrument, per_unit, price, self.step);
        self.log.append(Record {
            instrument,
            quantity,
            price,
            stop: per_unit.raw() as i64,
            money,
            ..Record::new(self.step, self.time, RecordKind::Delisted)
        });
        self.ledger = after;
        for lot in self.ledger.closed_lots() {
            self.exits.remove(lot);
        }
        self.mark_anew(instrument);
        self.convert_proceeds(instrument);
        self.delisted.insert(instrument);
    }

    fn rename(&mut self, instrument: u32, symbol: Symbol) {
        let [quantity, price, stop] = symbol.to_numbers();
        self.log.append(Record {
            instrument,
            quantity,
            price,
            stop,
            ..Record::new(self.step, self.time, RecordKind::Renamed)
        });
        self.ledger.rename(instrument, symbol);
    }

    fn quantity_decimals(&self, instrument: u32) -> u32 {
        self.instrument(instrument).quantity_scale().decimals()
    }

    /// An amount per unit in ticks, rounded up.
    fn ticks_up(&self, instrument: u32, amount: Money) -> i64 {
        let decimals = self.instrument(instrument).price_scale().decimals();
        let billionths_per_tick = 10_i128.pow(nt_core::MONEY_DECIMALS - decimals);
        nt_core::div_round_up(amount.raw(), billionths_per_tick) as i64
    }
}
