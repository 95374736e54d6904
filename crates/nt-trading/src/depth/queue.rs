/// Where an order stands in the queue of its level.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct QueuePosition {
    ahead: f64,
    /// Lots traded at the level since it was last told; the next change of the level contains them.
    traded: i64,
}

impl QueuePosition {
    /// Lots estimated to stand ahead; whole under [`FifoQueue`].
    #[must_use]
    pub const fn ahead(&self) -> f64 {
        self.ahead
    }

    /// Takes a trade off the queue and returns what of it, in whole lots, went beyond.
    fn consume(&mut self, lots: i64) -> i64 {
        let beyond = lots as f64 - self.ahead;
        self.ahead = (-beyond).max(0.0);
        self.traded += lots;
        beyond.max(0.0).floor() as i64
    }
}

/// How the queue ahead of a resting order shortens. The feed tells quantities of levels, not orders:
/// which part of a level left it is an assumption, and each model is one.
pub trait QueueModel {
    /// The place of an order that arrives at a level displaying so many lots.
    fn join(&self, lots: i64) -> QueuePosition {
        QueuePosition {
            ahead: lots.max(0) as f64,
            traded: 0,
        }
    }

    /// A trade at the level: shortens the queue and returns the lots that reach the order.
    fn traded(&self, position: &mut QueuePosition, lots: i64) -> i64 {
        position.consume(lots)
    }

    /// The level displayed `previous` lots and displays `now`.
    fn level_changed(&self, position: &mut QueuePosition, previous: i64, now: i64);
}

/// The conservative model: only trades shorten the queue ahead. What is cancelled is taken to stand
/// behind, until the level is smaller than the queue ahead was thought to be.
#[derive(Clone, Copy, Debug, Default)]
pub struct FifoQueue;

impl QueueModel for FifoQueue {
    fn level_changed(&self, position: &mut QueuePosition, _previous: i64, now: i64) {
        position.traded = 0;
        position.ahead = position.ahead.min(now as f64);
    }
}

/// What is cancelled stood ahead with the probability `a^n / (a^n + b^n)`, `a` being the lots ahead
/// and `b` those behind; the queue shortens by its expectation. With `n = 1` every lot is as likely
/// to leave as any other, with larger `n` the longer part loses more than its share.
#[derive(Clone, Copy, Debug)]
pub struct ProportionalQueue {
    /// The exponent `n`, 1 or more; 0 counts as 1.
    pub power: u32,
}

impl QueueModel for ProportionalQueue {
    fn level_changed(&self, position: &mut QueuePosition, previous: i64, now: i64) {
        let standing = previous - std::mem::take(&mut position.traded);
        let cancelled = (standing - now) as f64;
        if cancelled > 0.0 {
            position.ahead -= self.cancelled_ahead(position.ahead, standing as f64, cancelled);
        }
        position.ahead = position.ahead.clamp(0.0, now as f64);
    }
}

impl ProportionalQueue {
    fn cancelled_ahead(self, ahead: f64, standing: f64, cancelled: f64) -> f64 {
        let behind = (standing - ahead).max(0.0);
        let (a, b) = (self.weight(ahead), self.weight(behind));
        if a + b == 0.0 {
            return 0.0;
        }
        // What is behind cannot lose more than there is.
        (cancelled * (a / (a + b))).max(cancelled - behind)
    }

    /// Multiplied out, so that every platform gives the same bits.
    fn weight(self, lots: f64) -> f64 {
        (1..self.power).fold(lots, |weight, _| weight * lots)
    }
}

/// One of the models, chosen at run time.
#[derive(Clone, Copy, Debug)]
pub enum QueueRule {
    /// See [`FifoQueue`].
    Fifo(FifoQueue),
    /// See [`ProportionalQueue`].
    Proportional(ProportionalQueue),
}

impl QueueModel for QueueRule {
    fn level_changed(&self, position: &mut QueuePosition, previous: i64, now: i64) {
        match self {
            Self::Fifo(model) => model.level_changed(position, previous, now),
            Self::Proportional(model) => model.level_changed(position, previous, now),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FifoQueue, ProportionalQueue, QueueModel};

    #[test]
    fn only_trades_shorten_a_first_in_first_out_queue() {
        let mut position = FifoQueue.join(10);
        FifoQueue.level_changed(&mut position, 10, 12);
        FifoQueue.level_changed(&mut position, 12, 10);
        assert_eq!(position.ahead(), 10.0);
        assert_eq!(FifoQueue.traded(&mut position, 4), 0);
        assert_eq!(position.ahead(), 6.0);
        FifoQueue.level_changed(&mut position, 10, 3);
        assert_eq!(position.ahead(), 3.0);
        assert_eq!(FifoQueue.traded(&mut position, 5), 2);
    }

    #[test]
    fn cancels_shorten_a_proportional_queue_by_its_share() {
        let model = ProportionalQueue { power: 1 };
        let mut position = model.join(10);
        model.level_changed(&mut position, 10, 40);
        model.level_changed(&mut position, 40, 20);
        assert_eq!(position.ahead(), 5.0);
        let square = ProportionalQueue { power: 2 };
        let mut position = square.join(10);
        square.level_changed(&mut position, 10, 40);
        square.level_changed(&mut position, 40, 30);
        assert_eq!(position.ahead(), 9.0);
    }

    #[test]
    fn what_traded_is_not_cancelled_as_well() {
        let model = ProportionalQueue { power: 1 };
        let mut position = model.join(10);
        model.level_changed(&mut position, 10, 20);
        model.traded(&mut position, 4);
        model.level_changed(&mut position, 20, 16);
        assert_eq!(position.ahead(), 6.0);
    }

    #[test]
    fn what_the_part_behind_cannot_have_lost_was_ahead() {
        let model = ProportionalQueue { power: 3 };
        let mut position = model.join(4);
        model.level_changed(&mut position, 4, 10);
        model.level_changed(&mut position, 10, 1);
        assert_eq!(position.ahead(), 1.0);
    }
}
