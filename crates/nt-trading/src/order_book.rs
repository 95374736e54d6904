use std::collections::VecDeque;

use crate::{Order, OrderId};

/// The orders at the venue. What has ended is not kept here: the event log has it.
///
/// Orders live in slots that are used again. From the oldest order on, a list by number leads to
/// them, so that finding, adding and removing one cost the same however many there are.
#[derive(Clone, Debug)]
pub(crate) struct OrderBook {
    slots: Vec<Order>,
    free: Vec<u32>,
    /// The slot of each number from `first` on; [`GONE`] where no order works.
    places: VecDeque<u32>,
    first: u32,
    /// Numbers by instrument, in order of submission.
    working: Vec<Working>,
}

/// The slot of an order that has ended or never worked.
const GONE: u32 = u32::MAX;

/// Up to this many numbers are moved together at once instead of leaving a gap.
const SHORT: usize = 16;

/// The numbers of one instrument; among many, those of orders that have ended stand for a while.
#[derive(Clone, Debug, Default)]
struct Working {
    ids: Vec<OrderId>,
    gaps: usize,
}

impl OrderBook {
    pub fn new(instruments: usize) -> Self {
        Self {
            slots: Vec::new(),
            free: Vec::new(),
            places: VecDeque::new(),
            first: 0,
            working: vec![Working::default(); instruments],
        }
    }

    /// Adds an order; numbers must ascend.
    pub fn insert(&mut self, order: Order) {
        self.working[order.request.instrument as usize]
            .ids
            .push(order.id);
        let number = order.id.0;
        let slot = if let Some(slot) = self.free.pop() {
            self.slots[slot as usize] = order;
            slot
        } else {
            self.slots.push(order);
            self.slots.len() as u32 - 1
        };
        if self.places.is_empty() {
            self.first = number;
        }
        // Numbers between went to orders that were denied.
        self.places.resize((number - self.first) as usize, GONE);
        self.places.push_back(slot);
    }

    pub fn get(&self, id: OrderId) -> Option<&Order> {
        let slot = self.slot(id)?;
        Some(&self.slots[slot])
    }

    pub fn get_mut(&mut self, id: OrderId) -> Option<&mut Order> {
        let slot = self.slot(id)?;
        Some(&mut self.slots[slot])
    }

    pub fn remove(&mut self, id: OrderId) {
        let Some(slot) = self.slot(id) else { return };
        self.places[(id.0 - self.first) as usize] = GONE;
        while self.places.front() == Some(&GONE) {
            self.places.pop_front();
            self.first += 1;
        }
        self.free.push(slot as u32);
        self.strike(self.slots[slot].request.instrument, id);
    }

    /// Takes a number off the list of its instrument.
    fn strike(&mut self, instrument: u32, id: OrderId) {
        let working = &mut self.working[instrument as usize];
        if working.ids.last() == Some(&id) {
            working.ids.pop();
        } else if working.ids.len() <= SHORT {
            working.ids.retain(|&other| other != id);
        } else {
            working.gaps += 1;
        }
        if working.gaps * 2 > working.ids.len() {
            let mut ids = std::mem::take(&mut working.ids);
            ids.retain(|&other| self.slot(other).is_some());
            self.working[instrument as usize] = Working { ids, gaps: 0 };
        }
    }

    /// Numbers of the orders of an instrument, in order of submission. Among many, some may be of
    /// orders that have ended, which [`Self::get`] does not find.
    pub fn of(&self, instrument: u32) -> &[OrderId] {
        &self.working[instrument as usize].ids
    }

    /// The one order there is, where there is one.
    pub fn only(&self) -> Option<&Order> {
        let slot = self.places.front().filter(|_| self.len() == 1)?;
        self.slots.get(*slot as usize)
    }

    /// Every order, in order of submission.
    pub fn all(&self) -> impl Iterator<Item = &Order> {
        let slots = self.places.iter().filter(|&&slot| slot != GONE);
        slots.map(|&slot| &self.slots[slot as usize])
    }

    /// How many orders there are.
    pub const fn len(&self) -> usize {
        self.slots.len() - self.free.len()
    }

    fn slot(&self, id: OrderId) -> Option<usize> {
        let place = id.0.checked_sub(self.first)?;
        let slot = *self.places.get(place as usize)?;
        (slot != GONE).then_some(slot as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{OrderRequest, Size, Status};

    fn order(number: u32, instrument: u32) -> Order {
        Order {
            id: OrderId(number),
            request: OrderRequest::market(instrument, Size::Lots(i64::from(number))),
            status: Status::Working,
            filled: 0,
            triggered: false,
            first_day: None,
            clip: false,
            active_from: 0,
            best: None,
            has_rested: false,
        }
    }

    #[test]
    fn slots_are_used_again_and_order_is_kept() {
        let mut book = OrderBook::new(2);
        for number in 1..=3 {
            book.insert(order(number, number % 2));
        }
        book.remove(OrderId(1));
        book.insert(order(4, 1));
        assert_eq!(book.slots.len(), 3);
        assert_eq!(book.of(1), [OrderId(3), OrderId(4)]);
        assert_eq!(book.of(0), [OrderId(2)]);
        assert!(book.get(OrderId(1)).is_none());
        assert_eq!(
            book.get(OrderId(4)).map(|order| order.request.size),
            Some(Size::Lots(4))
        );
        assert_eq!(book.len(), 3);
    }

    #[test]
    fn numbers_that_were_denied_have_no_order() {
        let mut book = OrderBook::new(1);
        book.insert(order(3, 0));
        book.insert(order(7, 0));
        let found: Vec<_> = (0..10)
            .filter(|&id| book.get(OrderId(id)).is_some())
            .collect();
        assert_eq!(found, [3, 7]);
        book.remove(OrderId(3));
        book.remove(OrderId(7));
        book.insert(order(9, 0));
        assert_eq!((book.first, book.places.len(), book.len()), (9, 1, 1));
    }

    #[test]
    fn gaps_are_tidied_up() {
        let mut book = OrderBook::new(1);
        let count = 100;
        for number in 1..=count {
            book.insert(order(number, 0));
        }
        for number in (1..=count).filter(|number| number % 10 != 0) {
            book.remove(OrderId(number));
            book.remove(OrderId(number));
        }
        assert_eq!(book.len(), 10);
        assert_eq!(book.first, 10);
        assert!(book.of(0).len() <= 2 * book.len());
        let left: Vec<_> = book.of(0).iter().filter_map(|&id| book.get(id)).collect();
        let numbers: Vec<_> = left.iter().map(|order| order.id.0).collect();
        assert_eq!(numbers, [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    }
}
