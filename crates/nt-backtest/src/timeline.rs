use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::Series;

/// In place of a row: a run does not wait for this series.
pub const NOT_AWAITED: usize = u32::MAX as usize;

/// The steps of a run: the union of the times of its series, and which bars close at each.
#[derive(Clone, Debug)]
pub enum Timeline {
    /// One series: step and row are the same.
    Single {
        /// Number of bars.
        steps: usize,
    },
    /// Many series, merged by time; within a step in the order of the series.
    Merged {
        /// Time of each step.
        times: Vec<i64>,
        /// Where the bars of each step begin in `bars`; one more entry than steps.
        offsets: Vec<u32>,
        /// Series and row.
        bars: Vec<(u32, u32)>,
    },
}

impl Timeline {
    /// Merges the series in O(rows log series). Times must not descend within each; rows of one time
    /// share a step, except in a single series.
    #[must_use]
    pub fn of<S: Series + ?Sized>(series: &S) -> Self {
        if series.count() == 1 {
            return Self::Single {
                steps: series.time(0).len(),
            };
        }
        let (mut times, mut offsets, mut bars) = (Vec::new(), Vec::new(), Vec::new());
        let next = |instrument: usize, row: usize| {
            series
                .time(instrument)
                .get(row)
                .map(|&time| Reverse((time, instrument, row)))
        };
        let mut heads: BinaryHeap<_> = (0..series.count())
            .filter_map(|instrument| next(instrument, 0))
            .collect();
        while let Some(Reverse((time, instrument, row))) = heads.pop() {
            if times.last() != Some(&time) {
                times.push(time);
                offsets.push(bars.len() as u32);
            }
            bars.push((instrument as u32, row as u32));
            heads.extend(next(instrument, row + 1));
        }
        offsets.push(bars.len() as u32);
        Self::Merged {
            times,
            offsets,
            bars,
        }
    }

    /// Number of steps.
    #[must_use]
    pub const fn len(&self) -> usize {
        match self {
            Self::Single { steps } => *steps,
            Self::Merged { times, .. } => times.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Time of a step.
    #[must_use]
    #[inline]
    pub fn time<S: Series + ?Sized>(&self, series: &S, step: usize) -> i64 {
        match self {
            Self::Single { .. } => series.time(0)[step],
            Self::Merged { times, .. } => times[step],
        }
    }

    /// The first step at which each series has reached its row, but for [`NOT_AWAITED`] ones; the
    /// number of steps where one never does.
    #[must_use]
    pub fn first_step_with<S: Series + ?Sized>(&self, series: &S, rows: &[usize]) -> usize {
        let step_of = |instrument: usize, row: usize| match self {
            Self::Single { steps } => row.min(*steps),
            Self::Merged { times, .. } => series
                .time(instrument)
                .get(row)
                .map_or(times.len(), |time| times.partition_point(|at| at < time)),
        };
        rows.iter()
            .enumerate()
            .filter(|&(_, &row)| row != NOT_AWAITED)
            .map(|(instrument, &row)| step_of(instrument, row))
            .max()
            .unwrap_or(0)
    }

    /// The first step that closes after a time; the number of steps where that is the time of the last
    /// one, and none where it is later.
    #[must_use]
    pub fn first_step_after<S: Series + ?Sized>(&self, series: &S, time: i64) -> Option<usize> {
        let step = match self {
            Self::Single { .. } => series.time(0).partition_point(|&at| at <= time),
            Self::Merged { times, .. } => times.partition_point(|&at| at <= time),
        };
        let last = self.len().checked_sub(1)?;
        (step <= last || self.time(series, last) == time).then_some(step)
    }

    /// The rows of a step, as series and row.
    #[inline]
    pub fn bars_at(&self, step: usize) -> impl Iterator<Item = (u32, usize)> {
        let places = match self {
            Self::Single { .. } => step..step + 1,
            Self::Merged { offsets, .. } => offsets[step] as usize..offsets[step + 1] as usize,
        };
        places.map(|place| match self {
            Self::Single { .. } => (0, place),
            Self::Merged { bars, .. } => (bars[place].0, bars[place].1 as usize),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use nt_core::Bars;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn series(times: &[i64]) -> Bars {
        Bars {
            time: times.to_vec(),
            ..Bars::default()
        }
    }

    #[test]
    fn bars_of_one_time_share_a_step() {
        let merged = Timeline::of(&[series(&[1, 3]), series(&[1, 2, 3])][..]);
        let steps: Vec<Vec<_>> = (0..merged.len())
            .map(|step| merged.bars_at(step).collect())
            .collect();
        assert_eq!(
            steps,
            [vec![(0, 0), (1, 0)], vec![(1, 1)], vec![(0, 1), (1, 2)]]
        );
    }

    #[test]
    fn warm_up_ends_when_every_series_is_ready() {
        let all = [series(&[1, 3, 5]), series(&[2, 4])];
        let merged = Timeline::of(&all[..]);
        assert_eq!(merged.first_step_with(&all[..], &[1, 1]), 3);
        assert_eq!(merged.first_step_with(&all[..], &[0, 2]), merged.len());
        assert_eq!(merged.first_step_with(&all[..], &[NOT_AWAITED, 0]), 1);
        let single = Timeline::of(&all[..1]);
        assert_eq!(single.first_step_with(&all[..1], &[7]), 3);
    }

    proptest! {
        #[test]
        fn every_bar_is_met_once_in_order(sets in prop::collection::vec(prop::collection::btree_set(0_i64..50, 0..20), 2..6)) {
            let all: Vec<Bars> = sets.iter().map(|set| series(&set.iter().copied().collect::<Vec<_>>())).collect();
            let timeline = Timeline::of(&all[..]);
            let union: BTreeSet<i64> = sets.iter().flatten().copied().collect();
            let times: Vec<i64> = (0..timeline.len()).map(|step| timeline.time(&all[..], step)).collect();
            prop_assert_eq!(times, union.into_iter().collect::<Vec<_>>());
            let met: usize = (0..timeline.len()).map(|step| timeline.bars_at(step).count()).sum();
            prop_assert_eq!(met, sets.iter().map(BTreeSet::len).sum::<usize>());
        }
    }
}
