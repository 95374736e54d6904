use super::queue::QueuePosition;

/// An own order in the book.
#[derive(Clone, Copy, Debug)]
pub(super) struct Resting {
    pub order: u32,
    pub key: i64,
    pub left: i64,
    pub position: QueuePosition,
}

/// The own orders of one side: the best price first, at one price in the order of arrival.
#[derive(Clone, Debug, Default)]
pub(super) struct RestingOrders(Vec<Resting>);

impl RestingOrders {
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    pub fn insert(&mut self, resting: Resting) {
        let place = self.0.partition_point(|other| other.key >= resting.key);
        self.0.insert(place, resting);
    }

    pub fn remove(&mut self, order: u32) -> Option<Resting> {
        let place = self.0.iter().position(|resting| resting.order == order)?;
        Some(self.0.remove(place))
    }

    pub fn find(&self, order: u32) -> Option<&Resting> {
        self.0.iter().find(|resting| resting.order == order)
    }

    /// Takes out the orders at a price that is better than that of the key.
    pub fn drain_better(&mut self, key: i64) -> impl Iterator<Item = Resting> + '_ {
        let end = self.0.partition_point(|resting| resting.key > key);
        self.0.drain(..end)
    }

    /// The orders at the price of a key.
    pub fn at(&mut self, key: i64) -> &mut [Resting] {
        let start = self.0.partition_point(|resting| resting.key > key);
        let behind = &mut self.0[start..];
        let length = behind.partition_point(|resting| resting.key == key);
        &mut behind[..length]
    }

    pub fn remove_filled(&mut self) {
        self.0.retain(|resting| resting.left > 0);
    }
}
