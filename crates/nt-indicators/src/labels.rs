//! What a model is to learn: columns that look ahead. Never features, never columns of a strategy.

mod forward_return;
mod triple_barrier;

pub use forward_return::forward_return;
pub use triple_barrier::{Barriers, TripleBarrier, triple_barrier};
