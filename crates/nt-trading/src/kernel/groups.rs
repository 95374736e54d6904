use super::Kernel;
use crate::{Order, OrderId, OrderRequest, Reason, Record, RecordKind, Transition};

/// What a parent that is gone left behind.
enum Parent {
    Working,
    Filled,
    Ended,
}

impl Kernel {
    /// What follows a fill, also of a part: the rest of its group is taken back, and the orders that
    /// waited for it are released.
    pub(super) fn follow_fill(&mut self, order: &Order) {
        if let Some(group) = order.request.oco {
            self.close_group(group, order.id);
        }
        if !self.children.is_empty() {
            self.release_children(order.id);
        }
    }

    #[cold]
    fn close_group(&mut self, group: u32, filled: OrderId) {
        if !self.filled_groups.insert(group) {
            return;
        }
        let others: Vec<_> = self
            .book
            .all()
            .filter(|other| other.request.oco == Some(group) && other.id != filled)
            .map(|other| other.id)
            .collect();
        for id in others {
            self.cancel(id, Reason::GroupFilled);
        }
    }

    #[cold]
    fn release_children(&mut self, parent: OrderId) {
        for id in self.children.remove(&parent).unwrap_or_default() {
            self.release(id);
        }
    }

    /// A released order passes the gate again, now with the position its parent left. It works from
    /// the next step on: when in the bar its parent filled is unknown.
    fn release(&mut self, id: OrderId) {
        let Some(&order) = self.book.get(id) else {
            return;
        };
        if let Err(reason) = self.examine_again(&order.request, false) {
            self.cancel(id, reason);
            return;
        }
        let first_day = match self.session_for(&order.request) {
            Ok(first_day) => first_day,
            Err(reason) => {
                self.cancel(id, reason);
                return;
            }
        };
        let Ok(status) = order.status.after(Transition::Release) else {
            return;
        };
        self.log.append(Record {
            instrument: order.request.instrument,
            order: id.0,
            ..Record::new(self.step, self.time, RecordKind::OrderReleased)
        });
        if let Some(order) = self.book.get_mut(id) {
            order.status = status;
            order.first_day = first_day;
            order.active_from = self.step + 1;
        }
    }

    /// Takes back what waited for an order that ended without a fill.
    pub(super) fn abandon_children(&mut self, parent: OrderId) {
        if self.children.is_empty() {
            return;
        }
        for id in self.children.remove(&parent).unwrap_or_default() {
            self.cancel(id, Reason::ParentEnded);
        }
    }

    /// Whether a request waits for its parent, or why it comes too late.
    #[inline]
    pub(super) fn wait_of(&self, request: &OrderRequest) -> Result<bool, Reason> {
        if request.oco.is_none() && request.parent.is_none() {
            return Ok(false);
        }
        self.wait_of_linked(request)
    }

    #[cold]
    fn wait_of_linked(&self, request: &OrderRequest) -> Result<bool, Reason> {
        if request
            .oco
            .is_some_and(|group| self.filled_groups.contains(&group))
        {
            return Err(Reason::GroupFilled);
        }
        match request.parent.map(|parent| self.state_of(parent)) {
            None | Some(Parent::Filled) => Ok(false),
            Some(Parent::Working) => Ok(true),
            Some(Parent::Ended) => Err(Reason::ParentEnded),
        }
    }

    /// The book has the orders that work, the log those that ended.
    fn state_of(&self, parent: OrderId) -> Parent {
        if let Some(order) = self.book.get(parent) {
            return if order.filled == 0 {
                Parent::Working
            } else {
                Parent::Filled
            };
        }
        if self.log.has_fill(parent.0) {
            Parent::Filled
        } else {
            Parent::Ended
        }
    }
}
