use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use nt_core::{Code, Error, Result};

/// How long work is spread over threads, followed and stopped from outside. Pieces are numbered and
/// each depends on nothing but its number, so the threads change the time and never the result.
#[derive(Debug)]
pub struct Work {
    threads: usize,
    cancelled: AtomicBool,
    done: AtomicUsize,
    total: AtomicUsize,
}

impl Work {
    /// Over so many threads; 0 takes what the machine has.
    #[must_use]
    pub fn new(threads: usize) -> Self {
        let there = || thread::available_parallelism().map_or(1, NonZero::get);
        Self {
            threads: if threads == 0 { there() } else { threads },
            cancelled: AtomicBool::new(false),
            done: AtomicUsize::new(0),
            total: AtomicUsize::new(0),
        }
    }

    /// Makes the work stop soon.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// The share that is done, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        match self.total.load(Ordering::Relaxed) {
            0 => 0.0,
            total => self.done.load(Ordering::Relaxed) as f64 / total as f64,
        }
    }

    /// Makes so many pieces, in order; `scratch` is what a thread reuses from one to the next.
    ///
    /// # Errors
    /// `CANCELLED` when it was.
    ///
    /// # Panics
    /// When a piece does.
    pub fn pieces<Piece: Send, Scratch>(
        &self,
        count: usize,
        scratch: impl Fn() -> Scratch + Sync,
        make: impl Fn(usize, &mut Scratch) -> Piece + Sync,
    ) -> Result<Vec<Piece>> {
        self.total.fetch_add(count, Ordering::Relaxed);
        let next = AtomicUsize::new(0);
        let worker = || self.take_pieces(count, &next, &scratch, &make);
        let mut made: Vec<(usize, Piece)> = if self.threads == 1 || count < 2 {
            worker()
        } else {
            thread::scope(|scope| {
                let workers: Vec<_> = (0..self.threads).map(|_| scope.spawn(worker)).collect();
                let joined = workers.into_iter().map(thread::ScopedJoinHandle::join);
                joined.flat_map(|each| each.expect("a piece")).collect()
            })
        };
        if self.cancelled.load(Ordering::Relaxed) {
            let message = "The computation was cancelled by its caller";
            return Err(Error::new(Code::Cancelled, message));
        }
        made.sort_unstable_by_key(|(number, _)| *number);
        Ok(made.into_iter().map(|(_, piece)| piece).collect())
    }

    fn take_pieces<Piece, Scratch>(
        &self,
        count: usize,
        next: &AtomicUsize,
        scratch: &impl Fn() -> Scratch,
        make: &impl Fn(usize, &mut Scratch) -> Piece,
    ) -> Vec<(usize, Piece)> {
        let mut scratch = scratch();
        let mut made = Vec::new();
        while !self.cancelled.load(Ordering::Relaxed) {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= count {
                break;
            }
            made.push((number, make(number, &mut scratch)));
            self.done.fetch_add(1, Ordering::Relaxed);
        }
        made
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_come_in_order_on_any_number_of_threads() {
        for threads in [0, 1, 2, 7] {
            let work = Work::new(threads);
            let squares = work
                .pieces(100, || (), |number, ()| number * number)
                .unwrap();
            assert!(
                squares
                    .iter()
                    .enumerate()
                    .all(|(at, &square)| square == at * at)
            );
            assert_eq!(work.progress(), 1.0);
        }
    }

    #[test]
    fn cancelled_work_stops() {
        let work = Work::new(2);
        let made = work.pieces(
            1_000_000,
            || (),
            |number, ()| {
                if number == 10 {
                    work.cancel();
                }
            },
        );
        assert_eq!(made.unwrap_err().code(), Code::Cancelled);
        assert!(work.progress() < 1.0);
    }

    #[test]
    fn nothing_to_do_is_done() {
        let none = Work::new(2).pieces(0, || (), |_, ()| ()).unwrap();
        assert!(none.is_empty());
    }
}
