//! Replay of a depth feed with two clocks: the exchange's and the strategy's.

use std::collections::VecDeque;

use nt_core::{Code, Error, Result};
use nt_trading::{
    Depth, DepthEvent, DepthOrder, DepthOrderKind, DepthReport, DepthSide, DepthVenue, Latency,
    QueueModel,
};

/// How far an advance came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The time that was asked for.
    Reached,
    /// Only as far as events are known: append more, or end the feed, and advance again.
    NeedsEvents,
    /// The feed is over, seen, and no request or report is on its way any more; reports that have
    /// come back can still be collected.
    Ended,
}

/// Replays a feed to a strategy that pulls: it advances to a time, reads the book as it is seen
/// there, places and cancels orders and collects reports.
///
/// An event reaches the exchange's book at its own time and the strategy's view the feed latency
/// later. A request sent at `t` arrives at `t` plus the entry latency, after the events of that very
/// time; its reports are seen the response latency later. Events are appended in chunks and dropped
/// when both books have taken them over, so that memory grows with the chunk, not with the feed.
#[derive(Debug)]
pub struct DepthReplay<Q> {
    venue: DepthVenue<Q>,
    view: Depth,
    latency: Latency,
    events: Vec<DepthEvent>,
    /// Events the exchange has taken over, and those the view has.
    at_venue: usize,
    in_view: usize,
    ended: bool,
    requests: VecDeque<(i64, Request)>,
    reports: VecDeque<DepthReport>,
    now: i64,
    /// Time of the last event appended.
    last: i64,
    orders: u32,
}

#[derive(Clone, Copy, Debug)]
enum Request {
    Place(DepthOrder),
    Cancel(u32),
}

impl<Q: QueueModel> DepthReplay<Q> {
    /// A replay whose clock starts at a time, usually that of the first event.
    pub fn new(queue: Q, latency: Latency, start: i64) -> Self {
        Self {
            venue: DepthVenue::new(queue),
            view: Depth::new(),
            latency,
            events: Vec::new(),
            at_venue: 0,
            in_view: 0,
            ended: false,
            requests: VecDeque::new(),
            reports: VecDeque::new(),
            now: start,
            last: i64::MIN,
            orders: 0,
        }
    }

    /// Appends events, ascending in time and none before those appended earlier; room taken by
    /// events that are over is used again. After an error nothing is appended.
    ///
    /// # Errors
    /// That of the first event, or `DATA_UNSORTED` naming the row in this chunk.
    pub fn append(&mut self, events: impl IntoIterator<Item = Result<DepthEvent>>) -> Result<()> {
        self.events.drain(..self.in_view);
        self.at_venue -= self.in_view;
        self.in_view = 0;
        let held = self.events.len();
        let appended = self.extend(events);
        match appended {
            Ok(last) => self.last = last,
            Err(_) => self.events.truncate(held),
        }
        appended.map(|_| ())
    }

    fn extend(&mut self, events: impl IntoIterator<Item = Result<DepthEvent>>) -> Result<i64> {
        let events = events.into_iter();
        self.events.reserve(events.size_hint().0);
        let mut last = self.last;
        for (row, event) in events.enumerate() {
            let event = event?;
            if event.time < last {
                return Err(unsorted(row, event.time, last));
            }
            last = event.time;
            self.events.push(event);
        }
        Ok(last)
    }

    /// Says that no events follow.
    pub const fn end(&mut self) {
        self.ended = true;
    }

    /// Goes on until the strategy's clock shows a time; a time that is past leaves all as it is.
    pub fn advance(&mut self, until: i64) -> Progress {
        if !self.ended && self.last <= until {
            // Events of the last known time may follow in the next chunk, and go before requests.
            self.run(self.last, self.last.saturating_sub(1));
            return Progress::NeedsEvents;
        }
        self.run(until, until);
        if self.is_over() {
            Progress::Ended
        } else {
            Progress::Reached
        }
    }

    /// The strategy's clock, nanoseconds since the epoch, UTC.
    pub const fn now(&self) -> i64 {
        self.now
    }

    /// The book as the strategy sees it: late by the feed latency.
    pub const fn view(&self) -> &Depth {
        &self.view
    }

    /// The exchange with its book and the orders in it, for checks; a strategy does not see it.
    pub const fn venue(&self) -> &DepthVenue<Q> {
        &self.venue
    }

    /// Sends an order off and returns its number, from 1 in the order of sending.
    pub fn place(&mut self, side: DepthSide, price: i64, lots: i64, kind: DepthOrderKind) -> u32 {
        self.orders += 1;
        let id = self.orders;
        self.send(Request::Place(DepthOrder {
            id,
            side,
            price,
            lots,
            kind,
        }));
        id
    }

    /// Sends a cancel off.
    pub fn cancel(&mut self, order: u32) {
        self.send(Request::Cancel(order));
    }

    /// The next report that has come back, in the order in which the exchange gave them.
    pub fn next_report(&mut self) -> Option<DepthReport> {
        let come = self.has_come(self.reports.front()?);
        come.then(|| self.reports.pop_front()).flatten()
    }

    /// Events held: what was appended and is not over.
    pub const fn held(&self) -> usize {
        self.events.len() - self.in_view
    }

    fn is_over(&self) -> bool {
        let back = self.reports.back().is_none_or(|last| self.has_come(last));
        back && self.in_view == self.events.len() && self.requests.is_empty()
    }

    const fn has_come(&self, report: &DepthReport) -> bool {
        report.time <= self.now.saturating_sub(self.latency.response())
    }

    fn send(&mut self, request: Request) {
        let arrival = self.now.saturating_add(self.latency.entry());
        self.requests.push_back((arrival, request));
    }

    fn run(&mut self, until: i64, requests_until: i64) {
        self.now = self.now.max(until);
        self.run_venue(requests_until);
        self.run_view();
    }

    /// Events and requests in the order of their time at the exchange.
    fn run_venue(&mut self, requests_until: i64) {
        while let Some(&(arrival, request)) = self.requests.front() {
            if arrival > requests_until {
                break;
            }
            self.requests.pop_front();
            self.run_events(arrival);
            self.arrive(arrival, request);
        }
        self.run_events(self.now);
    }

    fn run_events(&mut self, until: i64) {
        let waiting = &self.events[self.at_venue..];
        for event in waiting.iter().take_while(|event| event.time <= until) {
            self.venue.apply(event, &mut self.reports);
            self.at_venue += 1;
        }
    }

    fn arrive(&mut self, time: i64, request: Request) {
        match request {
            Request::Place(order) => self.venue.place(time, order, &mut self.reports),
            Request::Cancel(order) => self.venue.cancel(time, order, &mut self.reports),
        }
    }

    fn run_view(&mut self) {
        let sent_by = self.now.saturating_sub(self.latency.feed());
        let waiting = &self.events[self.in_view..self.at_venue];
        for event in waiting.iter().take_while(|event| event.time <= sent_by) {
            self.view.apply(event);
            self.in_view += 1;
        }
    }
}

#[cold]
fn unsorted(row: usize, time: i64, last: i64) -> Error {
    let message = format!(
        "row {row} at {time} is earlier than the row before at {last}: sort the rows by time"
    );
    Error::new(Code::DataUnsorted, message).with("row", row)
}
