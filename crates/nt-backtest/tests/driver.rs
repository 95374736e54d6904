//! What the driver promises: blocks change nothing, the same inputs give the same bytes, and the
//! future changes nothing before it.

#[path = "driver/cross.rs"]
mod cross;
#[path = "driver/script.rs"]
mod script;
#[path = "driver/walk.rs"]
mod walk;

use std::collections::BTreeSet;

use nt_backtest::{CloseAtEnd, Driver, Timeline};
use nt_core::Bars;
use nt_trading::{Kernel, Record, RecordKind};
use proptest::prelude::*;
use script::{Scripted, attended, scripted, with_actions};
use walk::walk;

fn bits(equity: &[f64]) -> Vec<u64> {
    equity.iter().map(|value| value.to_bits()).collect()
}

fn records(kernel: &Kernel) -> Vec<Record> {
    kernel.log().records().map(Result::unwrap).collect()
}

fn fills(kernel: &Kernel) -> usize {
    records(kernel)
        .iter()
        .filter(|record| record.kind == RecordKind::OrderFilled)
        .count()
}

fn assert_blocks_change_nothing(run: &Scripted) {
    let (mut blocks, mut steps, mut by_hand) = (run.in_blocks(), run.step_by_step(), run.by_hand());
    let (driven, told) = (records(blocks.kernel()), records(&by_hand));
    let differs = driven.iter().zip(&told).find(|(one, other)| one != other);
    assert_eq!(differs, None);
    let rest = |of: &[Record]| of[driven.len().min(told.len())..].to_vec();
    assert_eq!(rest(&driven), rest(&told));
    assert_eq!(blocks.log_hash(), steps.log_hash());
    assert_eq!(blocks.log_hash(), by_hand.log_hash());
    assert_eq!(bits(blocks.equity()), bits(steps.equity()));
    let last = blocks.equity().last().copied().unwrap();
    let exact = by_hand.equity().to_f64();
    assert!(
        (last - exact).abs() <= 1e-9 * exact.abs().max(1.0),
        "{last} is not {exact}"
    );
}

/// The bars of a series that close before this time.
fn before(bars: &Bars, time: i64) -> Bars {
    let rows = bars.time.partition_point(|&at| at < time);
    let cut = |column: &[f64]| column[..rows].to_vec();
    Bars {
        time: bars.time[..rows].to_vec(),
        open: cut(&bars.open),
        high: cut(&bars.high),
        low: cut(&bars.low),
        close: cut(&bars.close),
        volume: cut(&bars.volume),
    }
}

/// The run on what closes before a time agrees with the whole run up to there.
fn assert_future_changes_nothing(run: &Scripted, cut_at: usize) {
    let run = Scripted {
        close: CloseAtEnd::No,
        ..run.clone()
    };
    let timeline = Timeline::of(&run.series[..]);
    let cut = cut_at % timeline.len();
    let time = timeline.time(&run.series[..], cut);
    let series: Vec<Bars> = run.series.iter().map(|bars| before(bars, time)).collect();
    let (whole, part) = (run.in_blocks(), Scripted { series, ..run }.in_blocks());
    assert_prefix(&part, &whole, cut);
}

fn assert_prefix(part: &Driver, whole: &Driver, steps: usize) {
    assert_eq!(part.timeline().len(), steps);
    let early = |driver: &Driver| -> Vec<Record> {
        let records = records(driver.kernel()).into_iter();
        records
            .filter(|record| (record.step as usize) < steps)
            .collect()
    };
    assert_eq!(early(part), early(whole));
    assert_eq!(bits(part.equity()), bits(&whole.equity()[..steps]));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn blocks_of_one_series_change_nothing(run in scripted(1)) {
        assert_blocks_change_nothing(&run);
    }

    #[test]
    fn blocks_of_several_series_change_nothing(run in scripted(3)) {
        assert_blocks_change_nothing(&run);
    }

    #[test]
    fn blocks_of_an_attended_account_change_nothing(run in attended(1)) {
        assert_blocks_change_nothing(&run);
    }

    #[test]
    fn blocks_of_an_attended_account_with_several_series_change_nothing(run in attended(3)) {
        assert_blocks_change_nothing(&run);
    }

    #[test]
    fn blocks_end_where_companies_act(run in with_actions(1)) {
        assert_blocks_change_nothing(&run);
    }

    #[test]
    fn actions_of_several_series_come_before_their_bars(run in with_actions(3)) {
        assert_blocks_change_nothing(&run);
    }

    #[test]
    fn actions_to_come_change_nothing(run in with_actions(2), cut in any::<usize>()) {
        assert_future_changes_nothing(&run, cut);
    }

    #[test]
    fn several_series_merge_into_one_line_of_times(run in scripted(3)) {
        let all = run.series.iter().flat_map(|bars| &bars.time).copied();
        let times: Vec<i64> = all.collect::<BTreeSet<_>>().into_iter().collect();
        let driver = run.in_blocks();
        prop_assert_eq!(driver.equity().len(), times.len());
        for record in records(driver.kernel()).iter().filter(|record| record.order != 0) {
            prop_assert_eq!(record.time, times[record.step as usize]);
        }
    }

    #[test]
    fn the_future_changes_nothing_before_it(run in scripted(1), cut in any::<usize>()) {
        assert_future_changes_nothing(&run, cut);
    }

    #[test]
    fn the_future_of_several_series_changes_nothing(run in scripted(2), cut in any::<usize>()) {
        assert_future_changes_nothing(&run, cut);
    }
}

#[test]
fn a_silent_caller_gets_growing_blocks() {
    let series = [walk(1, 10_000, 1)];
    let mut driver = Driver::new(walk::kernel(1, |config| config), &series[..], &[0]);
    let (mut lengths, mut consumed) = (Vec::new(), 0);
    loop {
        consumed = driver.next(&series[..], consumed, None::<fn(&Kernel) -> _>);
        if consumed == 0 {
            break;
        }
        lengths.push(consumed);
    }
    assert_eq!(lengths.iter().sum::<usize>(), 10_000);
    assert!(lengths.len() < 20, "{lengths:?}");
}

#[test]
fn one_hash_from_a_hundred_runs_on_two_threads() {
    let bars = walk(7, 2_000, 1);
    let hash = |slice| cross::run(&bars, slice, CloseAtEnd::LastClose).log_hash();
    let expected = hash(usize::MAX);
    // Slices of every length too: where a run pauses is not part of it.
    let all =
        |slices: std::ops::Range<usize>| slices.into_iter().all(|slice| hash(slice) == expected);
    std::thread::scope(|scope| {
        let halves = [scope.spawn(|| all(1..51)), scope.spawn(|| all(51..101))];
        assert!(halves.into_iter().all(|half| half.join().unwrap()));
    });
    let traded = fills(cross::run(&bars, 64, CloseAtEnd::No).kernel());
    assert!(traded > 100, "only {traded} fills");
    assert_ne!(
        cross::run(&walk(8, 2_000, 1), 64, CloseAtEnd::LastClose).log_hash(),
        expected
    );
}

#[test]
fn the_future_changes_nothing_in_a_declarative_run() {
    let bars = walk(11, 300, 1);
    let whole = cross::run(&bars, usize::MAX, CloseAtEnd::No);
    for steps in 0..300 {
        let part = cross::run(&before(&bars, bars.time[steps]), usize::MAX, CloseAtEnd::No);
        assert_prefix(&part, &whole, steps);
    }
}
