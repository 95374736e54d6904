use std::sync::{Mutex, PoisonError};
use std::thread;

/// Does every job on so many threads, each with a state of its own. Which thread does which job is
/// left to chance, so a job's result must depend on the job alone.
pub fn parallel<Job: Send, State>(
    threads: usize,
    jobs: impl Iterator<Item = Job> + Send,
    state: impl Fn() -> State + Sync,
    work: impl Fn(&mut State, Job) + Sync,
) {
    let jobs = Mutex::new(jobs);
    let next = || jobs.lock().unwrap_or_else(PoisonError::into_inner).next();
    let labour = || {
        let mut own = state();
        while let Some(job) = next() {
            work(&mut own, job);
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(labour);
        }
        labour();
    });
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn every_job_is_done_once() {
        for threads in 1..4 {
            let mut done = vec![0; 100];
            let states = AtomicUsize::new(0);
            let count = || states.fetch_add(1, Ordering::Relaxed);
            parallel(threads, done.iter_mut(), count, |_, job| *job += 1);
            assert_eq!(done, [1; 100]);
            assert_eq!(states.into_inner(), threads);
        }
    }
}
