use super::meeting::{Tick, meeting};
use super::priority;
use crate::execution::Outcome;
use crate::kernel::Kernel;
use crate::{Execution, FillSource, Fillable, LimitFill, Order, Quote};

impl Kernel {
    /// The orders of an instrument that a quote which comes next could fill, in the order in which
    /// they would; none where the quotes themselves decide. The step of the quote must have begun.
    #[must_use]
    pub fn fillable_at_quote(&self, instrument: u32, quote: &Quote) -> Vec<Fillable> {
        let market = self.quotes.markets.get(instrument as usize);
        if market.is_some_and(|market| market.is_quiet(quote, self.time)) {
            return Vec::new();
        }
        self.fillable_at(instrument, Tick::Quote(*quote))
    }

    /// As [`Self::fillable_at_quote`], of a trade at this price: a limit that it touches counts as
    /// reached.
    #[must_use]
    pub fn fillable_at_trade(&self, instrument: u32, price: i64) -> Vec<Fillable> {
        self.fillable_at(instrument, Tick::Trade(price))
    }

    fn fillable_at(&self, instrument: u32, tick: Tick) -> Vec<Fillable> {
        if self.config.fills == FillSource::Bars || !self.session.trades {
            return Vec::new();
        }
        let ids = self.book.of(instrument).iter();
        let mut orders: Vec<&Order> = ids
            .filter_map(|&id| self.book.get(id))
            .filter(|order| self.awaits(order, tick))
            .collect();
        orders.sort_unstable_by_key(|order| (priority(order), order.id));
        orders
            .into_iter()
            .filter_map(|order| self.as_fillable_at(*order, tick))
            .collect()
    }

    /// Whether a tick of this kind can concern an order: beside quotes, trades pass resting limits
    /// alone.
    fn awaits(&self, order: &Order, tick: Tick) -> bool {
        let market = self.quotes.markets.get(order.request.instrument as usize);
        match (tick, market) {
            (Tick::Trade(_), Some(market)) if market.quote.is_some() => market.has_rung(order),
            _ => true,
        }
    }

    fn as_fillable_at(&self, mut order: Order, tick: Tick) -> Option<Fillable> {
        let is_over = self.why_over(&order, self.today()).is_some();
        let has_auction = self.session.number.is_some();
        let has_none = order.request.time_in_force.is_auction() && !has_auction;
        if is_over || has_none || !self.meets(&order) {
            return None;
        }
        let buys = match tick {
            Tick::Quote(quote) => self.side_at_quote(&order, &quote)?,
            Tick::Trade(_) => order.buys(),
        };
        let price = tick.price(buys)?;
        if order.request.kind.trail().is_some() {
            order.best.get_or_insert(price);
        }
        match meeting(&order, buys, price, tick, LimitFill::Touch) {
            Outcome::Fill(execution) if !(execution.takes && order.would_take()) => {
                let lots = self.lots_left(&order, execution.ticks);
                (lots != 0).then_some(Fillable {
                    order: order.id,
                    kind: order.kind_in_force(),
                    lots,
                    execution,
                })
            }
            _ => None,
        }
    }

    /// Fills an order with what a fill model gave it on the quote or trade in hand, as far as that
    /// reaches. Without a fill it waits, its stop touched; what takes at once is cancelled.
    #[cold]
    pub(super) fn fill_as_given(
        &mut self,
        order: &Order,
        buys: bool,
        tick: Tick,
        execution: Execution,
    ) {
        if let Some((ticks, lots)) = self.take_given(order) {
            self.note_trail(order);
            let given = Execution { ticks, ..execution };
            self.fill_within(order, buys, tick, given, lots);
        } else if order.request.time_in_force.is_at_once() {
            self.kill(order);
        } else {
            self.note_trail(order);
            self.trigger_stop(order);
        }
    }
}
