use nt_core::{Code, Error, Instrument, Money, Rate, Result};

use super::Kernel;
use crate::ledger::Fill;
use crate::{
    AccountKind, Config, Costs, Matching, Order, OrderId, Reason, Record, RecordKind, Slippage,
    Transition,
};

/// What does not go together: contracts on margin need a margin account, and the queue of
/// backtesting.py knows shares alone.
///
/// # Errors
/// `INVALID_ARGUMENT` naming the instrument.
pub(super) fn check_listings(config: &Config, instruments: &[Instrument]) -> Result<()> {
    for instrument in instruments.iter().filter(|it| it.terms().is_some()) {
        let id = instrument.id();
        let message = if matches!(config.matching, Matching::Queue(_)) {
            format!(
                "{id} has terms, which the profile backtesting.py does not know: take another profile, or leave them out"
            )
        } else if instrument.is_margined() && config.account == AccountKind::Cash {
            format!("{id} is traded on margin: give a margin account")
        } else {
            continue;
        };
        return Err(Error::new(Code::InvalidArgument, message).with("instrument", id));
    }
    Ok(())
}

impl Kernel {
    /// Ends an instrument: what is held is closed at what it is settled at, what works expires. The
    /// price is that of the underlying for an option, else the instrument's own. Before its expiry,
    /// or where it has none, an instrument stays as it is.
    pub(super) fn settle_instrument(&mut self, instrument: u32, price: i64) {
        let has_ended = |end: i64| self.time >= end;
        let terms = self.instrument(instrument).terms();
        let Some(terms) = terms.filter(|terms| terms.expiry.is_some_and(has_ended)) else {
            return;
        };
        let settled_at = terms.kind.settlement(price);
        let position = self.ledger.position(instrument);
        let quantity = -position.quantity;
        for lot in &position.lots {
            self.exits.remove(&lot.order);
        }
        self.log.append(Record {
            instrument,
            quantity,
            price: settled_at,
            ..Record::new(self.step, self.time, RecordKind::Settled)
        });
        self.ledger.settle(instrument, settled_at, self.step);
        self.set_price(instrument, settled_at);
        for id in self.book.of(instrument).to_vec() {
            let reason = Reason::InstrumentExpired;
            self.end(id, Transition::Expire, RecordKind::OrderExpired, reason);
        }
    }

    /// Pays or takes the funding of a position at its last price: longs pay a positive rate.
    pub(super) fn fund(&mut self, instrument: u32, rate: Rate) {
        let held = self.ledger.position(instrument).quantity;
        let Some(price) = self.last_price[instrument as usize].filter(|_| held != 0) else {
            return;
        };
        let money = -rate.of(self.ledger.value_at(instrument, price));
        self.log.append(Record {
            instrument,
            quantity: held,
            price,
            stop: rate.raw(),
            money,
            ..Record::new(self.step, self.time, RecordKind::FundingPaid)
        });
        self.ledger.pay(money);
    }

    /// Initial margin as a share of the value of a position.
    pub(super) fn margin_of(&self, instrument: u32) -> Rate {
        let own = self.instrument(instrument).margin();
        own.filter(|_| self.config.account == AccountKind::Margin)
            .unwrap_or(self.config.margin)
    }

    /// The price on the tick at which an order fills that is quoted at `price`: the worse one, except
    /// where its limit forbids that.
    pub(super) fn tradable(&self, order: &Order, price: i64, buys: bool) -> i64 {
        let instrument = self.instrument(order.request.instrument);
        let worse = instrument.on_tick(price, buys);
        let beyond = |limit: i64| if buys { worse > limit } else { worse < limit };
        if worse != price && order.kind_in_force().limit().is_some_and(beyond) {
            return instrument.on_tick(price, !buys);
        }
        worse
    }

    /// The price of a part that opens a position, spread included.
    pub(super) fn entry_price(&self, instrument: u32, price: i64, buys: bool) -> i64 {
        let entry = Costs::worsen(price, self.config.costs.spread, buys);
        self.instrument(instrument).on_tick(entry, buys)
    }

    /// Slippage in ticks is in those of the instrument.
    pub(super) fn slippage_on(&self, instrument: u32) -> Slippage {
        match (
            self.config.costs.slippage,
            self.instrument(instrument).terms(),
        ) {
            (Slippage::Ticks(ticks), Some(terms)) => {
                Slippage::Ticks(ticks.saturating_mul(terms.tick_size))
            }
            (slippage, _) => slippage,
        }
    }
}

impl Fill {
    /// A position that its instrument's end closes: no order, no fee.
    pub(crate) const fn settlement(instrument: u32, quantity: i64, price: i64, step: u32) -> Self {
        Self {
            instrument,
            order: OrderId(0),
            quantity,
            price,
            fee: Money::ZERO,
            step,
            lot: None,
            opens: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::QueueRules;
    use nt_core::{InstrumentKind, InstrumentTerms, Scale};

    fn listed(kind: InstrumentKind) -> Vec<Instrument> {
        let scale = Scale::new(2).unwrap();
        let instrument = Instrument::new("X.XTST", scale, scale);
        let terms = InstrumentTerms::new(kind);
        vec![instrument.with_terms(terms).unwrap()]
    }

    #[test]
    fn what_does_not_go_together_is_refused() {
        let margin = Config::new(Money::from_raw(1));
        let cash = Config {
            account: AccountKind::Cash,
            ..margin.clone()
        };
        let queue = Config {
            matching: Matching::Queue(QueueRules::default()),
            ..margin.clone()
        };
        let (coin, perpetual) = (
            listed(InstrumentKind::Crypto),
            listed(InstrumentKind::Perpetual),
        );
        assert!(check_listings(&margin, &perpetual).is_ok());
        assert!(check_listings(&cash, &coin).is_ok());
        for (config, instruments) in [(cash, perpetual), (queue, coin)] {
            let error = check_listings(&config, &instruments).unwrap_err();
            assert_eq!(error.code(), Code::InvalidArgument);
            assert_eq!(error.details()[0], ("instrument", "X.XTST".to_owned()));
        }
    }
}
