//! Limit order books by price level, and a venue that matches resting orders against one.
//!
//! [`Depth`] is the book as a feed of deltas tells it. [`DepthVenue`] holds one of its own and the
//! orders resting in it, with their place in the queue by a [`QueueModel`]. Own orders never change
//! the book: what they take is still displayed, what they show is not.

mod book;
mod event;
mod ladder;
mod latency;
mod queue;
mod report;
mod resting;
mod side;
mod venue;

pub use book::{Depth, DepthLevel};
pub use event::{DepthEvent, DepthEventKind};
pub use latency::Latency;
pub use queue::{FifoQueue, ProportionalQueue, QueueModel, QueuePosition, QueueRule};
pub use report::{DepthOutcome, DepthReport, Liquidity};
pub use side::DepthSide;
pub use venue::{DepthOrder, DepthOrderKind, DepthVenue};
