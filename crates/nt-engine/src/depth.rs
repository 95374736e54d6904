use std::cell::RefCell;
use std::rc::Rc;

use napi::Env;
use napi::bindgen_prelude::{
    BigInt, BigInt64Array, Float64Array, Function, FunctionCallContext, Uint8Array,
};
use napi_derive::napi;
use nt_backtest::{DepthColumns, DepthGrid, DepthReplay, Progress};
use nt_core::{Code, Error};
use nt_trading::{
    DepthOrderKind, DepthOutcome, DepthReport, DepthSide, FifoQueue, Latency, Liquidity,
    ProportionalQueue, QueueRule, Reason,
};

use crate::error::{Result, thrown};
use crate::lend::SharedBuffer;

/// Slots of the shared view; `packages/engine/src/depth-session.ts` has the same table.
mod slot {
    /// In: nanoseconds to go on.
    pub const ELAPSE: usize = 0;
    /// In: requests in the buffer.
    pub const REQUESTS: usize = 1;
    /// Out: nanoseconds since the start on the strategy's clock.
    pub const NOW: usize = 2;
    /// Out: rows in the buffer of reports.
    pub const REPORTS: usize = 3;
    /// Out: price and lots of the best bid, then of the best ask.
    pub const BEST: [usize; 2] = [4, 6];
}

const REQUEST_STRIDE: usize = 4;
const REPORT_STRIDE: usize = 8;

/// The operations of a request.
mod operation {
    pub const BUY: u8 = 1;
    pub const SELL: u8 = 2;
    pub const CANCEL: u8 = 3;
}

#[napi(object)]
pub struct DepthOptions {
    pub start: BigInt,
    pub tick_size: f64,
    pub lot_size: f64,
    pub feed_latency: f64,
    pub entry_latency: f64,
    pub response_latency: f64,
    /// 0 for first in, first out; else the exponent of the proportional queue.
    pub queue_power: u32,
}

/// The columns of a chunk of a depth feed.
#[napi(object)]
pub struct DepthChunk {
    pub time: BigInt64Array,
    pub kind: Uint8Array,
    pub price: Float64Array,
    pub quantity: Float64Array,
}

/// A replay of a depth feed that JavaScript drives: it pulls, Rust advances.
#[napi]
pub struct DepthSession {
    state: Rc<RefCell<State>>,
    grid: DepthGrid,
}

struct State {
    replay: DepthReplay<QueueRule>,
    start: i64,
    /// The time up to which was asked for.
    goal: i64,
    view: SharedBuffer,
    requests: SharedBuffer,
    reports: SharedBuffer,
}

#[napi]
impl DepthSession {
    /// The buffers are shared with the caller for the run.
    #[napi(constructor)]
    pub fn new(
        options: DepthOptions,
        view: Float64Array,
        requests: Float64Array,
        reports: Float64Array,
    ) -> Result<Self> {
        let grid = DepthGrid::new(options.tick_size, options.lot_size).map_err(thrown)?;
        let latency = Latency::new(
            options.feed_latency as i64,
            options.entry_latency as i64,
            options.response_latency as i64,
        )
        .map_err(thrown)?;
        let start = nanoseconds(&options.start)?;
        let state = State {
            replay: DepthReplay::new(queue(options.queue_power), latency, start),
            start,
            goal: start,
            view: SharedBuffer::new(view),
            requests: SharedBuffer::new(requests),
            reports: SharedBuffer::new(reports),
        };
        Ok(Self {
            state: Rc::new(RefCell::new(state)),
            grid,
        })
    }

    /// Appends a copy of a chunk of the feed.
    #[napi]
    pub fn append(&self, chunk: DepthChunk) -> Result<()> {
        let columns = DepthColumns {
            time: &chunk.time,
            kind: &chunk.kind,
            price: &chunk.price,
            quantity: &chunk.quantity,
        };
        let mut state = self.state.borrow_mut();
        let append = |events| state.replay.append(events);
        columns.events(self.grid).and_then(append).map_err(thrown)
    }

    /// Says that nothing follows.
    #[napi]
    pub fn end(&self) {
        self.state.borrow_mut().replay.end();
    }

    /// Prices and lots of the best levels of both sides in turn, as the strategy sees them.
    #[napi]
    pub fn levels(&self, bids: bool, count: u32) -> Float64Array {
        let state = self.state.borrow();
        let side = if bids { DepthSide::Bid } else { DepthSide::Ask };
        let levels = state.replay.view().levels(side).take(count as usize);
        let flat = levels.flat_map(|level| [level.price as f64, level.lots as f64]);
        Float64Array::new(flat.collect())
    }

    /// The hot call: sends the requests of the shared buffer off, goes on, and returns 0 at the end,
    /// 1 when the time is reached, 2 when more events are needed, 3 when reports are left to read.
    #[napi(ts_return_type = "() => number")]
    pub fn next_function<'env>(&self, env: &'env Env) -> napi::Result<Function<'env, (), u32>> {
        let state = Rc::clone(&self.state);
        env.create_function_from_closure("next", move |_: FunctionCallContext| {
            Ok(state.borrow_mut().next())
        })
    }
}

/// The text of a reason's number, as a report carries it.
#[napi]
pub fn reason_text(number: u32) -> Result<String> {
    let reason = u16::try_from(number).ok().and_then(Reason::from_number);
    reason.map(|reason| reason.to_string()).ok_or_else(|| {
        let message = format!("no reason has the number {number}: give one from a report");
        thrown(Error::new(Code::InvalidArgument, message))
    })
}

fn nanoseconds(start: &BigInt) -> Result<i64> {
    let (time, lossless) = start.get_i64();
    if lossless {
        return Ok(time);
    }
    let message = "start is beyond 64 bits: give nanoseconds since the epoch";
    Err(thrown(Error::new(Code::InvalidArgument, message)))
}

const fn queue(power: u32) -> QueueRule {
    match power {
        0 => QueueRule::Fifo(FifoQueue),
        power => QueueRule::Proportional(ProportionalQueue { power }),
    }
}

impl State {
    fn next(&mut self) -> u32 {
        let head = self.view.read();
        let (elapse, requests) = (head[slot::ELAPSE] as i64, head[slot::REQUESTS] as usize);
        self.send(requests);
        self.goal = self.goal.saturating_add(elapse);
        let progress = self.replay.advance(self.goal);
        let full = self.show();
        match progress {
            _ if full => 3,
            Progress::Ended => 0,
            Progress::Reached => 1,
            Progress::NeedsEvents => 2,
        }
    }

    fn send(&mut self, requests: usize) {
        let written = &self.requests.read()[..requests * REQUEST_STRIDE];
        for slots in written.chunks_exact(REQUEST_STRIDE) {
            let (price, lots) = (slots[1] as i64, slots[2] as i64);
            let kind = if slots[3] == 0.0 {
                DepthOrderKind::PostOnly
            } else {
                DepthOrderKind::ImmediateOrCancel
            };
            match slots[0] as u8 {
                operation::BUY => _ = self.replay.place(DepthSide::Bid, price, lots, kind),
                operation::SELL => _ = self.replay.place(DepthSide::Ask, price, lots, kind),
                operation::CANCEL => self.replay.cancel(price as u32),
                _ => {}
            }
        }
    }

    /// Writes what the strategy may see, and whether there was more than the buffer holds.
    fn show(&mut self) -> bool {
        let rows = self.reports.write().chunks_exact_mut(REPORT_STRIDE);
        let (mut written, capacity) = (0, rows.len());
        for (row, report) in rows.zip(std::iter::from_fn(|| self.replay.next_report())) {
            write_report(row, &report, self.start);
            written += 1;
        }
        let view = self.view.write();
        view[slot::NOW] = (self.replay.now() - self.start) as f64;
        view[slot::REPORTS] = written as f64;
        for (side, at) in [DepthSide::Bid, DepthSide::Ask].into_iter().zip(slot::BEST) {
            let best = self.replay.view().best(side);
            view[at] = best.map_or(f64::NAN, |level| level.price as f64);
            view[at + 1] = best.map_or(0.0, |level| level.lots as f64);
        }
        written == capacity
    }
}

/// Order, kind, exchange time since the start, price, lots, left, taker, reason; NaN for none.
fn write_report(row: &mut [f64], report: &DepthReport, start: i64) {
    let none = f64::NAN;
    let told = |reason: Reason| f64::from(reason as u16);
    let (kind, rest) = match report.outcome {
        DepthOutcome::Accepted => (0.0, [none; 5]),
        DepthOutcome::Refused(reason) => (1.0, [none, none, none, none, told(reason)]),
        DepthOutcome::Filled {
            price,
            lots,
            left,
            liquidity,
        } => {
            let taker = f64::from(u8::from(liquidity == Liquidity::Taker));
            let numbers = [price as f64, lots as f64, left as f64, taker, none];
            (2.0, numbers)
        }
        DepthOutcome::Cancelled { left, reason } => {
            (3.0, [none, none, left as f64, none, told(reason)])
        }
        DepthOutcome::CancelRefused(reason) => (4.0, [none, none, none, none, told(reason)]),
    };
    row[..3].copy_from_slice(&[f64::from(report.order), kind, (report.time - start) as f64]);
    row[3..].copy_from_slice(&rest);
}
