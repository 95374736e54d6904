use super::Kernel;
use crate::OrderId;

impl Kernel {
    /// Takes down a quote; the list grows with the first.
    #[cold]
    pub(super) fn take_bid_ask(&mut self, instrument: u32, bid: i64, ask: i64) {
        self.quotes.resize(self.last_price.len(), None);
        self.quotes[instrument as usize] = Some((bid, ask));
    }

    /// The price in ticks at which an order trades at once: the ask to buy, the bid to sell, and the
    /// last price where nothing is quoted.
    pub(super) fn quoted(&self, id: OrderId, last_price: i64) -> i64 {
        let Some(order) = self.book.get(id) else {
            return last_price;
        };
        let request = &order.request;
        match self.quotes.get(request.instrument as usize) {
            Some(&Some((_, ask))) if self.lots_of(request, last_price) > 0 => ask,
            Some(&Some((bid, _))) => bid,
            _ => last_price,
        }
    }
}
