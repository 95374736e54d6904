use crate::{Order, OrderId};

/// The orders at the venue. What has ended is not kept here: the event log has it.
///
/// Orders live in slots that are used again; a list sorted by number leads to them. An order that
/// ends leaves a gap in the lists, which are tidied up when gaps are most of them, so that adding and
/// removing cost the same however many orders there are.
#[derive(Clone, Debug)]
pub(crate) struct OrderBook {
    slots: Vec<Order>,
    free: Vec<u32>,
    /// Number and slot, in order of submission; [`GONE`] where the order has ended.
    places: Vec<(OrderId, u32)>,
    gaps: usize,
    /// Numbers by instrument, in order of submission.
    working: Vec<Working>,
}

/// The slot of an order that has ended.
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
            places: Vec::new(),
            gaps: 0,
            working: vec![Working::default(); instruments],
        }
    }

    /// Adds an order; numbers must ascend.
    pub fn insert(&mut self, order: Order) {
        self.working[order.request.instrument as usize]
            .ids
            .push(order.id);
        let id = order.id;
        let slot = if let Some(slot) = self.free.pop() {
            self.slots[slot as usize] = order;
            slot
        } else {
            self.slots.push(order);
            self.slots.len() as u32 - 1
        };
        self.places.push((id, slot));
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
        let Some(place) = self.place(id) else { return };
        let slot = self.places[place].1;
        if place + 1 == self.places.len() {
            self.places.pop();
        } else if self.places.len() <= SHORT {
            self.places.remove(place);
        } else {
            self.places[place].1 = GONE;
            self.gaps += 1;
        }
        self.free.push(slot);
        self.strike(self.slots[slot as usize].request.instrument, id);
        if self.gaps * 2 > self.places.len() {
            self.places.retain(|&(_, slot)| slot != GONE);
            self.gaps = 0;
        }
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
            ids.retain(|&other| self.place(other).is_some());
            self.working[instrument as usize] = Working { ids, gaps: 0 };
        }
    }

    /// Numbers of the orders of an instrument, in order of submission. Among many, some may be of
    /// orders that have ended, which [`Self::get`] does not find.
    pub fn of(&self, instrument: u32) -> &[OrderId] {
        &self.working[instrument as usize].ids
    }

    /// How many orders there are.
    pub const fn len(&self) -> usize {
        self.places.len() - self.gaps
    }

    fn slot(&self, id: OrderId) -> Option<usize> {
        self.place(id).map(|place| self.places[place].1 as usize)
    }

    fn place(&self, id: OrderId) -> Option<usize> {
        // One or two orders are the usual case, and the newest the usual question.
        let place = match self.places.last() {
            Some(&(last, _)) if last == id => self.places.len() - 1,
            _ => self
                .places
                .binary_search_by_key(&id, |&(order, _)| order)
                .ok()?,
        };
        (self.places[place].1 != GONE).then_some(place)
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
        assert!(book.places.len() <= 2 * book.len());
        assert!(book.of(0).len() <= 2 * book.len());
        let left: Vec<_> = book.of(0).iter().filter_map(|&id| book.get(id)).collect();
        let numbers: Vec<_> = left.iter().map(|order| order.id.0).collect();
        assert_eq!(numbers, [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    }
}
