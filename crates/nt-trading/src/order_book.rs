use crate::{Order, OrderId};

/// The orders at the venue. What has ended is not kept here: the event log has it.
///
/// Orders live in slots that are used again; a list sorted by number leads to them.
#[derive(Clone, Debug)]
pub(crate) struct OrderBook {
    slots: Vec<Order>,
    free: Vec<u32>,
    /// Number and slot, in order of submission.
    places: Vec<(OrderId, u32)>,
    /// Numbers by instrument, in order of submission.
    working: Vec<Vec<OrderId>>,
}

impl OrderBook {
    pub fn new(instruments: usize) -> Self {
        Self {
            slots: Vec::new(),
            free: Vec::new(),
            places: Vec::new(),
            working: vec![Vec::new(); instruments],
        }
    }

    /// Adds an order; numbers must ascend.
    pub fn insert(&mut self, order: Order) {
        self.working[order.request.instrument as usize].push(order.id);
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
        let place = self.place(id)?;
        Some(&self.slots[self.places[place].1 as usize])
    }

    pub fn get_mut(&mut self, id: OrderId) -> Option<&mut Order> {
        let place = self.place(id)?;
        Some(&mut self.slots[self.places[place].1 as usize])
    }

    pub fn remove(&mut self, id: OrderId) {
        let Some(place) = self.place(id) else { return };
        let (_, slot) = self.places.remove(place);
        self.free.push(slot);
        let instrument = self.slots[slot as usize].request.instrument;
        let working = &mut self.working[instrument as usize];
        working.retain(|&other| other != id);
    }

    /// Numbers of the orders of an instrument, in order of submission.
    pub fn of(&self, instrument: u32) -> &[OrderId] {
        &self.working[instrument as usize]
    }

    /// Every order, in order of submission.
    pub fn all(&self) -> impl Iterator<Item = &Order> {
        self.places
            .iter()
            .map(|&(_, slot)| &self.slots[slot as usize])
    }

    /// How many orders there are.
    pub const fn len(&self) -> usize {
        self.places.len()
    }

    fn place(&self, id: OrderId) -> Option<usize> {
        // One or two orders are the usual case, and the newest the usual question.
        match self.places.last() {
            Some(&(last, _)) if last == id => Some(self.places.len() - 1),
            _ => self
                .places
                .binary_search_by_key(&id, |&(order, _)| order)
                .ok(),
        }
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
}
