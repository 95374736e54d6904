use nt_core::{Instrument, Money, Rate};

use crate::costs::{Part, Terms};
use crate::ledger::Fill;
use crate::risk::is_in_range;
use crate::sizing::Sizing as Sizer;
use crate::{
    AccountKind, Config, Costs, FillPolicy, FillSource, Kernel, Ledger, Matching, OrderId,
    RiskLimits, Sizing, TargetSizing,
};

/// An account in its plainest use: one share, held to target shares of equity by market orders, of
/// which each fills at the open after its decision. It has no log, no order book and no gate: what a
/// [`Kernel`] would do with such an order is worked out by the same functions of
/// sizing, slippage, fees and buying power, and booked in the same [`Ledger`].
#[derive(Clone, Debug)]
pub struct PlainAccount {
    config: Config,
    ledger: Ledger,
}

/// An order that the plain account cannot answer: the kernel must.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotPlain;

/// The prices of a target order in ticks, and the step of its fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aim {
    /// Signed share of equity to hold.
    pub share: Rate,
    /// The close at which it is decided.
    pub close: i64,
    /// The open at which it fills.
    pub open: i64,
    /// Step of the fill.
    pub step: u32,
}

impl PlainAccount {
    /// The account of a kernel that has not begun; `None` where that has something which is not modelled
    /// here. Closed trades are only counted unless `lists_trades`.
    #[must_use]
    pub fn of(kernel: &Kernel, lists_trades: bool) -> Option<Self> {
        let config = kernel.config();
        let [instrument] = kernel.ledger().instruments() else {
            return None;
        };
        let has_plain_costs = !config.costs.fees.remembers() && !config.costs.needs_volume();
        let has_plain_sizing = config.target_sizing == TargetSizing::WithinShare
            && config.cash_reserve == Rate::ZERO
            && config.minimum_order_margin == Rate::ZERO;
        let has_plain_orders = config.matching == Matching::Path
            && config.fill_policy == FillPolicy::NextOpen
            && config.fills == FillSource::Bars
            && config.limits == RiskLimits::default()
            && !kernel.has_schedules();
        let has_plain_cash = !config.is_attended() && config.currencies.foreign.is_empty();
        let is_plain = has_plain_costs && has_plain_sizing && has_plain_orders && has_plain_cash;
        (is_plain && instrument.terms().is_none()).then(|| Self {
            ledger: Ledger::new(config.cash, vec![instrument.clone()])
                .listing_trades_if(lists_trades),
            config: config.clone(),
        })
    }

    /// Goes back to the cash of the beginning.
    pub fn restart(&mut self) {
        self.ledger.restart(self.config.cash);
    }

    /// Cash, position and trades.
    #[must_use]
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Decides on a target at a close and fills it at the next open, as far as the account allows; what
    /// it does not allow is refused. Returns whether anything was traded.
    ///
    /// # Errors
    /// [`NotPlain`] where the order is beyond what money is kept in.
    #[inline]
    pub fn aim(&mut self, aim: Aim) -> Result<bool, NotPlain> {
        let decided_at = match self.config.sizing {
            Sizing::AtDecision => aim.close,
            Sizing::AtFill => aim.open,
        };
        let wanted = self.lots_to(aim.share, decided_at);
        if wanted == 0 {
            return Ok(false);
        }
        if !is_in_range(self.instrument(), wanted, decided_at) {
            return Err(NotPlain);
        }
        let price = self.config.costs.slippage.price(aim.open, wanted, 0);
        let before = self.held();
        let closing = closing_part(before, wanted);
        let opening = self.openable(wanted - closing, closing, price)?;
        let opening_price = Costs::worsen(price, self.config.costs.spread, wanted > 0);
        if opening_price == price {
            self.book(closing + opening, price, aim.step);
        } else {
            self.book(closing, price, aim.step);
            self.book(opening, opening_price, aim.step);
        }
        Ok(closing + opening != 0)
    }

    /// Closes the position at a price in ticks, slippage to be taken off.
    pub fn close_at(&mut self, price: i64, step: u32) {
        let lots = -self.held();
        let price = self.config.costs.slippage.price(price, lots, 0);
        self.book(lots, price, step);
    }

    #[inline]
    fn held(&self) -> i64 {
        self.ledger.position(0).quantity
    }

    #[inline]
    fn instrument(&self) -> &Instrument {
        &self.ledger.instruments()[0]
    }

    fn sizer(&self, price: i64, held: i64) -> Sizer<'_> {
        Sizer {
            instrument: self.instrument(),
            costs: &self.config.costs,
            price,
            held,
            terms: Terms::default(),
        }
    }

    /// Signed lots that bring the position to a share of equity at a price in ticks.
    fn lots_to(&self, share: Rate, price: i64) -> i64 {
        let held = self.held();
        if share == Rate::ZERO {
            return -held;
        }
        let mut equity = self.ledger.balance();
        if held != 0 {
            equity += self.ledger.value_at(0, price);
        }
        self.sizer(price, held).lots_to_target(share, equity)
    }

    /// How much of what is to be opened the account allows once the closing part is booked. What was
    /// sized at its decision is cut to the buying power, what is sized at its fill is refused.
    fn openable(&self, wanted: i64, closing: i64, price: i64) -> Result<i64, NotPlain> {
        let held = self.held() + closing;
        let sells_short = held + wanted < 0 && self.config.account == AccountKind::Cash;
        if wanted == 0 || sells_short {
            return Ok(0);
        }
        let instrument = self.instrument();
        if !is_in_range(instrument, wanted + closing, price) {
            return Err(NotPlain);
        }
        let power = self.buying_power_after(closing, price);
        let entry_price = Costs::worsen(price, self.config.costs.spread, wanted > 0);
        let entry = instrument.notional(entry_price, wanted).abs();
        if entry + self.fee(wanted, entry) <= power {
            return Ok(wanted);
        }
        if self.config.sizing == Sizing::AtFill {
            return Ok(0);
        }
        let affordable = self.sizer(price, held).affordable(power, wanted > 0);
        Ok(affordable.min(wanted.abs()) * wanted.signum())
    }

    /// Buying power once `closing` signed lots are traded at this price in ticks.
    fn buying_power_after(&self, closing: i64, price: i64) -> Money {
        if self.held() == 0 {
            // Nothing is held: nothing is bound, and nothing closes.
            let free = self.ledger.balance().max(Money::ZERO);
            return self.config.margin.whole_of(free);
        }
        let value = self.instrument().notional(price, closing);
        let fee = if closing == 0 {
            Money::ZERO
        } else {
            self.fee(closing, value)
        };
        let free = match self.config.account {
            AccountKind::Cash => self.ledger.balance() - value,
            AccountKind::Margin => {
                let held = self.ledger.value_at(0, price);
                let bound = self.config.margin.of((held + value).abs());
                self.ledger.balance() + held - bound
            }
        };
        self.config.margin.whole_of((free - fee).max(Money::ZERO))
    }

    #[inline]
    fn fee(&self, lots: i64, notional: Money) -> Money {
        let part = Part {
            instrument: self.instrument(),
            lots,
            notional,
        };
        self.config.costs.fees.of(&part, Terms::default())
    }

    fn book(&mut self, quantity: i64, price: i64, step: u32) {
        if quantity == 0 {
            return;
        }
        let fee = self.fee(quantity, self.instrument().notional(price, quantity));
        self.ledger.book(Fill {
            instrument: 0,
            order: OrderId(step),
            quantity,
            price,
            fee,
            step,
            lot: None,
            opens: false,
        });
    }
}

/// The part of a trade of so many signed lots that reduces what is held.
fn closing_part(held: i64, wanted: i64) -> i64 {
    if held.signum() == -wanted.signum() {
        wanted.abs().min(held.abs()) * wanted.signum()
    } else {
        0
    }
}
