//! Orders and the sessions of their instruments.

use super::Kernel;
use crate::{Order, OrderId, OrderRequest, Reason, RecordKind, Schedule, Sessions, TickBar};

impl Kernel {
    /// States the sessions of each instrument, in their order; before the first event.
    #[must_use]
    pub fn with_sessions(mut self, sessions: Vec<Sessions>) -> Self {
        let is_needed = sessions.iter().any(|each| *each != Sessions::EveryBar);
        self.sessions = if is_needed { sessions } else { Vec::new() };
        self
    }

    /// When an instrument trades, where that is known.
    #[must_use]
    pub fn schedule(&self, instrument: u32) -> Option<&Schedule> {
        match self.sessions.get(instrument as usize) {
            Some(Sessions::Scheduled(schedule)) => Some(schedule),
            _ => None,
        }
    }

    /// Whether the sessions of some instrument are those of a calendar.
    #[must_use]
    pub fn has_schedules(&self) -> bool {
        let is_scheduled = |each: &Sessions| matches!(each, Sessions::Scheduled(_));
        self.sessions.iter().any(is_scheduled)
    }

    /// A bar of an instrument with a schedule: matched, or passed by outside of the hours in which
    /// orders fill. At the end of a session its orders end.
    pub(super) fn meet_bar(&mut self, instrument: u32, bar: &TickBar) {
        if self.session.trades {
            self.match_bar(instrument, bar);
        } else {
            self.set_price(instrument, bar.close);
            self.end_of_session(instrument);
        }
        self.close_session(instrument);
    }

    /// With the close of a session its orders end.
    pub(super) fn close_session(&mut self, instrument: u32) {
        let Some(number) = self.session.number.filter(|_| self.session.closes) else {
            return;
        };
        let close = self.schedule(instrument).and_then(|it| it.close(number));
        if close.is_none_or(|close| close <= self.time) {
            // What comes from here on is of the next session.
            self.session.number = Some(number + 1);
            self.end_of_session(instrument);
        }
    }

    /// Ends the orders of an instrument whose session is over.
    fn end_of_session(&mut self, instrument: u32) {
        for id in self.book.of(instrument).to_vec() {
            self.expire(id);
        }
    }

    /// The session that an order given now is good for, where it is for one, or why it comes too
    /// late.
    #[inline]
    pub(super) fn session_for(&self, request: &OrderRequest) -> Result<Option<i64>, Reason> {
        if self.sessions.is_empty() {
            return Ok(None);
        }
        self.session_of_request(request)
    }

    #[cold]
    fn session_of_request(&self, request: &OrderRequest) -> Result<Option<i64>, Reason> {
        let order = request.time_in_force;
        match self.sessions.get(request.instrument as usize) {
            Some(Sessions::Scheduled(schedule)) => schedule.admit(order, self.time),
            Some(Sessions::Unknown) if order.is_auction() => Err(Reason::SessionUnknown),
            _ => Ok(None),
        }
    }

    /// Whether an order fills now that is given now, where the fill policy says so.
    pub(super) fn trades_now(&self, instrument: u32) -> bool {
        self.sessions.is_empty()
            || self
                .schedule(instrument)
                .is_none_or(|schedule| schedule.trades_at(self.time))
    }

    /// Takes an earlier target back that still waits for trading to begin when a later one comes: both
    /// together would go beyond it. Whether the request is a target for which that is to be known.
    #[cold]
    pub(super) fn supersede_target(&mut self, request: &OrderRequest) -> bool {
        if !request.size.is_target() || self.schedule(request.instrument).is_none() {
            return false;
        }
        let earlier = self.targets.get(&request.instrument);
        let waits =
            |order: &&Order| order.filled == 0 && !order.has_rested && !self.is_locked(order);
        let waiting = earlier
            .filter(|&&(_, step)| step < self.step)
            .and_then(|&(id, _)| self.book.get(id))
            .filter(waits)
            .map(|order| order.id);
        if let Some(id) = waiting {
            self.cancel(id, Reason::Superseded);
        }
        true
    }

    /// Takes an order back as it was asked for, unless the venue keeps it.
    pub(super) fn take_back(&mut self, id: OrderId) {
        if self.is_over(id) {
            return;
        }
        match self.book.get(id) {
            Some(order) if self.is_locked(order) => {
                self.refuse(id, RecordKind::CancelRefused, Reason::MissedCutoff);
            }
            _ => self.cancel(id, Reason::Requested),
        }
    }

    /// Ends an order whose session the clock has passed, though no bar came since.
    pub(super) fn is_over(&mut self, id: OrderId) -> bool {
        if self.sessions.is_empty() {
            return false;
        }
        let order = self.book.get(id);
        let schedule = order.and_then(|order| self.schedule(order.request.instrument));
        match schedule.map(|schedule| schedule.session_of_order(self.time)) {
            Some(today) => self.expire_on(id, today),
            None => false,
        }
    }

    /// Whether an order is for an auction so near that the venue lets it be changed no more.
    pub(super) fn is_locked(&self, order: &Order) -> bool {
        let schedule = self.schedule(order.request.instrument);
        schedule
            .zip(order.first_day)
            .is_some_and(|(schedule, number)| {
                schedule.is_locked(order.request.time_in_force, number, self.time)
            })
    }
}
