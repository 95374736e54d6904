use std::collections::BTreeSet;

use crate::{OrderId, OrderKind, Quote};

/// What an order waits for before a quote concerns it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wait {
    /// Its far side to go away to a stop: up for buys.
    Stop,
    /// Its far side to come to a limit: down for buys.
    Limit,
    /// Its far side to come to a touch: down for buys.
    Touch,
}

impl Wait {
    const ALL: [Self; 3] = [Self::Stop, Self::Limit, Self::Touch];

    /// What an order of this kind waits for, and the price; `None` where every quote concerns it.
    pub const fn of(kind: OrderKind, triggered: bool) -> Option<(Self, i64)> {
        match kind {
            OrderKind::Limit { limit } => Some((Self::Limit, limit)),
            OrderKind::StopLimit { limit, .. } | OrderKind::LimitIfTouched { limit, .. }
                if triggered =>
            {
                Some((Self::Limit, limit))
            }
            OrderKind::Stop { .. } if triggered => None,
            OrderKind::Stop { stop } | OrderKind::StopLimit { stop, .. } => {
                Some((Self::Stop, stop))
            }
            OrderKind::MarketIfTouched { touch } | OrderKind::LimitIfTouched { touch, .. } => {
                Some((Self::Touch, touch))
            }
            _ => None,
        }
    }

    const fn rises(self, buys: bool) -> bool {
        matches!(self, Self::Stop) == buys
    }
}

/// Orders by the price they wait for, the nearest first. Prices of orders that wait for a fall are
/// kept with their sign turned, so that every ladder is climbed.
#[derive(Clone, Debug)]
struct Ladder {
    rungs: BTreeSet<(i64, OrderId)>,
    /// Price of the first rung; out of reach where there is none.
    nearest: i64,
}

impl Default for Ladder {
    fn default() -> Self {
        Self {
            rungs: BTreeSet::new(),
            nearest: i64::MAX,
        }
    }
}

impl Ladder {
    fn insert(&mut self, price: i64, id: OrderId) {
        self.rungs.insert((price, id));
        self.nearest = self.nearest.min(price);
    }

    fn remove(&mut self, price: i64, id: OrderId) {
        if self.rungs.remove(&(price, id)) && price == self.nearest {
            self.look();
        }
    }

    fn look(&mut self) {
        self.nearest = self.rungs.first().map_or(i64::MAX, |&(price, _)| price);
    }

    /// Takes off what lies at this price or nearer.
    fn take(&mut self, price: i64, taken: &mut Vec<OrderId>) {
        if price < self.nearest {
            return;
        }
        while let Some(&(rung, id)) = self.rungs.first()
            && rung <= price
        {
            self.rungs.pop_first();
            taken.push(id);
        }
        self.look();
    }
}

/// The ladders of both sides of one instrument.
#[derive(Clone, Debug, Default)]
pub(super) struct Ladders([[Ladder; 3]; 2]);

impl Ladders {
    pub fn insert(&mut self, buys: bool, (wait, price): (Wait, i64), id: OrderId) {
        let price = climbed(price, wait.rises(buys));
        self.0[usize::from(buys)][wait as usize].insert(price, id);
    }

    pub fn remove(&mut self, buys: bool, (wait, price): (Wait, i64), id: OrderId) {
        let price = climbed(price, wait.rises(buys));
        self.0[usize::from(buys)][wait as usize].remove(price, id);
    }

    pub fn has(&self, buys: bool, (wait, price): (Wait, i64), id: OrderId) -> bool {
        let price = climbed(price, wait.rises(buys));
        let ladder = &self.0[usize::from(buys)][wait as usize];
        ladder.rungs.contains(&(price, id))
    }

    /// Whether a quote reaches an order.
    pub fn are_reached(&self, quote: &Quote) -> bool {
        let reached = |buys: bool| {
            let ladders = &self.0[usize::from(buys)];
            quote.far(buys).is_some_and(|far| {
                Wait::ALL
                    .iter()
                    .zip(ladders)
                    .any(|(wait, ladder)| climbed(far, wait.rises(buys)) >= ladder.nearest)
            })
        };
        reached(true) || reached(false)
    }

    /// Takes off the orders of a side that a price reaches.
    pub fn take(&mut self, buys: bool, price: i64, waits: &[Wait], taken: &mut Vec<OrderId>) {
        for &wait in waits {
            let price = climbed(price, wait.rises(buys));
            self.0[usize::from(buys)][wait as usize].take(price, taken);
        }
    }

    /// Takes off all orders of a side that a far side of this price reaches.
    pub fn take_all(&mut self, buys: bool, price: i64, taken: &mut Vec<OrderId>) {
        self.take(buys, price, &Wait::ALL, taken);
    }
}

const fn climbed(price: i64, rises: bool) -> i64 {
    if rises { price } else { -price }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUOTE: Quote = Quote {
        bid: Some(99),
        ask: Some(101),
        bid_lots: 0,
        ask_lots: 0,
    };

    fn ladders(buys: bool, waits: &[(Wait, i64)]) -> Ladders {
        let mut ladders = Ladders::default();
        for (at, &wait) in waits.iter().enumerate() {
            ladders.insert(buys, wait, OrderId(at as u32 + 1));
        }
        ladders
    }

    #[test]
    fn what_lies_away_is_not_reached() {
        let away = [(Wait::Stop, 102), (Wait::Limit, 100), (Wait::Touch, 100)];
        assert!(!ladders(true, &away).are_reached(&QUOTE));
        let away = [(Wait::Stop, 98), (Wait::Limit, 100), (Wait::Touch, 100)];
        assert!(!ladders(false, &away).are_reached(&QUOTE));
    }

    #[test]
    fn the_nearest_comes_first_and_the_next_is_known() {
        let mut ladders = ladders(
            true,
            &[(Wait::Limit, 90), (Wait::Limit, 95), (Wait::Stop, 105)],
        );
        let mut taken = Vec::new();
        ladders.take_all(true, 92, &mut taken);
        assert_eq!(taken, [OrderId(2)]);
        ladders.take_all(true, 106, &mut taken);
        assert_eq!(taken, [OrderId(2), OrderId(3)]);
        ladders.remove(true, (Wait::Limit, 90), OrderId(1));
        ladders.take_all(true, 1, &mut taken);
        assert_eq!(taken.len(), 2);
    }

    #[test]
    fn no_quote_reaches_an_empty_ladder() {
        assert!(!Ladders::default().are_reached(&QUOTE));
    }
}
