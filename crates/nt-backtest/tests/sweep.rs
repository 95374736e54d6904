//! Every row of a sweep is the single run of its combination, bit for bit.

#[path = "sweep/any.rs"]
mod any;

use std::cell::Cell;
use std::sync::atomic::Ordering;

use any::{Case, any_case};
use nt_backtest::measures::{Conventions, Measurer, Measures, Wanted};
use nt_backtest::{
    Control, Declarative, Node, Rule, Spec, Sweep, SweepTable, Terms, measure_finished,
};
use nt_core::{Code, Result};
use nt_trading::Kernel;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

fn cases(standard: u32) -> ProptestConfig {
    let asked = std::env::var("NT_CASES").ok();
    let cases = asked.and_then(|text| text.parse().ok());
    ProptestConfig::with_cases(cases.unwrap_or(standard))
}

fn terms(case: &Case) -> Terms {
    let kernel = Kernel::new(case.config.clone(), vec![case.instrument.clone()]).unwrap();
    let conventions = Conventions {
        returns_per: case.returns_per,
        ..Conventions::of(case.profile, &case.bars.time)
    };
    let mut terms = Terms::new(kernel, case.close, case.bars.clone(), conventions).unwrap();
    terms.settle = case.settle;
    terms
}

/// The measures of one combination, run by itself.
fn single(case: &Case, rules: &[Rule]) -> Result<Measures> {
    let terms = terms(case);
    let spec = Spec {
        nodes: case.nodes.clone(),
        rules: rules.to_vec(),
    };
    let bars = terms.bars.view();
    let mut run = Declarative::new(terms.kernel.clone(), &spec, bars, terms.settle)?;
    let start = run.start();
    run.advance(bars, bars.len());
    let mut driver = run.finish(bars, terms.close);
    let equity = driver.take_equity();
    let measurer = Measurer::new(bars.time, terms.conventions, Wanted::ALL);
    let steps = (bars.time, equity.as_slice());
    measure_finished(
        &driver,
        &[bars],
        steps,
        start.saturating_sub(terms.settle),
        &measurer,
    )
}

fn swept(case: &Case, names: &[&'static str], threads: usize) -> (SweepTable, Control) {
    let mut sweep = Sweep::new(terms(case), names.iter().copied()).unwrap();
    sweep.add_columns(case.nodes.clone()).unwrap();
    sweep.add_rules(case.strategies.iter().cloned());
    let rows: Vec<u32> = (0..case.strategies.len() as u32).collect();
    let count = case.nodes.len() as u32;
    let counts = vec![count; rows.len()];
    let columns: Vec<u32> = rows.iter().flat_map(|_| 0..count).collect();
    sweep.add_rows(&rows, &counts, &columns).unwrap();
    let control = Control::default();
    let table = sweep.run(0..rows.len(), threads, &control).unwrap();
    (table, control)
}

/// Compares every row with its single run, and returns how many ran in the kernel.
fn compare(case: &Case, names: &[&'static str]) -> usize {
    let (table, control) = swept(case, names, 1);
    for (row, rules) in case.strategies.iter().enumerate() {
        let expected = single(case, rules).unwrap();
        for (name, column) in names.iter().zip(&table.columns) {
            let place = Measures::NAMES.iter().position(|known| known == name);
            let wanted = expected.values()[place.unwrap()];
            let same = column[row].to_bits() == wanted.to_bits();
            assert!(
                same || (column[row].is_nan() && wanted.is_nan()),
                "{name} of row {row} is {} and alone {wanted}",
                column[row],
            );
        }
    }
    assert_eq!(table.failures, []);
    assert_eq!(control.done.into_inner(), case.strategies.len());
    control.in_kernel.into_inner()
}

#[test]
fn every_row_is_its_single_run() {
    let in_kernel = Cell::new(0);
    let outcome = TestRunner::new(cases(400)).run(&any_case(), |case| {
        in_kernel.set(in_kernel.get() + compare(&case, &Measures::NAMES));
        Ok(())
    });
    outcome.unwrap();
    assert!(in_kernel.get() > 0, "the kernel was never needed");
}

#[test]
fn a_measure_is_the_same_whatever_else_is_asked_for() {
    let several = prop::sample::subsequence(Measures::NAMES.to_vec(), 1..6);
    let outcome = TestRunner::new(cases(300)).run(&(any_case(), several), |(case, names)| {
        compare(&case, &names);
        Ok(())
    });
    outcome.unwrap();
}

#[test]
fn plain_rules_do_not_need_the_kernel() {
    let plain = Cell::new(0);
    let mut runner = TestRunner::new(cases(100));
    let outcome = runner.run(&any::plain_case(), |case| {
        let rows = case.strategies.len();
        plain.set(plain.get() + rows - compare(&case, &Measures::NAMES));
        Ok(())
    });
    outcome.unwrap();
    let plain = plain.get();
    assert!(plain > 50, "{plain} rows were plain");
}

/// Rows over columns of which not all are kept, on several threads.
#[test]
fn neither_threads_nor_room_for_columns_change_a_table() {
    let outcome = TestRunner::new(cases(60)).run(&any::wide_case(), |case| {
        let rules = &case.strategies[0];
        let table = |threads, room: usize| {
            let bytes = room * case.bars.time.len() * size_of::<f64>();
            let sweep = Sweep::new(terms(&case), Measures::NAMES).unwrap();
            let mut sweep = sweep.keeping(bytes);
            sweep.add_columns(case.nodes.clone()).unwrap();
            sweep.add_rules([rules.clone()]);
            let pairs = pairs(case.nodes.len() as u32);
            let rows = pairs.len() / 3;
            sweep
                .add_rows(&vec![0; rows], &vec![3; rows], &pairs)
                .unwrap();
            let whole = sweep.run(0..rows, threads, &Control::default()).unwrap();
            let part = sweep.run(1..rows, threads, &Control::default()).unwrap();
            for (whole, part) in whole.columns.iter().zip(&part.columns) {
                assert!(same(&whole[1..], part));
            }
            whole
        };
        let alone = table(1, usize::MAX >> 20);
        for (threads, room) in [(2, usize::MAX >> 20), (1, 2), (3, 4)] {
            let other = table(threads, room);
            for (one, other) in alone.columns.iter().zip(&other.columns) {
                assert!(same(one, other), "{threads} threads, room for {room}");
            }
        }
        Ok(())
    });
    outcome.unwrap();
}

fn same(one: &[f64], other: &[f64]) -> bool {
    let bits = |column: &[f64]| -> Vec<u64> {
        let canonical = column
            .iter()
            .map(|&value| if value.is_nan() { f64::NAN } else { value });
        canonical.map(f64::to_bits).collect()
    };
    bits(one) == bits(other)
}

/// The close and each two of the other columns.
fn pairs(nodes: u32) -> Vec<u32> {
    let each = (1..nodes).flat_map(|left| (1..nodes).map(move |right| [0, left, right]));
    each.flatten().collect()
}

#[test]
fn what_fails_fails_alone() {
    let mut case = any::plain_example();
    case.nodes.push(Node::Indicator {
        indicator: "sma".into(),
        inputs: vec![0],
        params: [("period".into(), 2.5)].into(),
        output: "value".into(),
    });
    let mut sweep = Sweep::new(terms(&case), ["totalReturn"]).unwrap();
    sweep.add_columns(case.nodes.clone()).unwrap();
    let far = any::constant_rule(2_000.0);
    sweep.add_rules([case.strategies[0].clone(), vec![far]]);
    let last = case.nodes.len() as u32 - 1;
    let columns = [0, 1, 2, 0, 1, last, 0, 1, 2];
    sweep.add_rows(&[0, 0, 1], &[3; 3], &columns).unwrap();
    let table = sweep.run(0..3, 2, &Control::default()).unwrap();
    let codes: Vec<_> = table
        .failures
        .iter()
        .map(|(row, error)| (*row, error.code()))
        .collect();
    assert_eq!(
        codes,
        [(1, Code::InvalidParameter), (2, Code::InvalidStrategy)]
    );
    assert!(table.columns[0][0].is_finite());
    assert!(table.columns[0][1].is_nan() && table.columns[0][2].is_nan());
}

#[test]
fn a_sweep_can_be_stopped() {
    let case = any::plain_example();
    let mut sweep = Sweep::new(terms(&case), ["totalReturn"]).unwrap();
    sweep.add_columns(case.nodes.clone()).unwrap();
    sweep.add_rules([case.strategies[0].clone()]);
    sweep.add_rows(&[0], &[3], &[0, 1, 2]).unwrap();
    let control = Control::default();
    control.cancelled.store(true, Ordering::Relaxed);
    assert_eq!(
        sweep.run(0..1, 2, &control).unwrap_err().code(),
        Code::Cancelled
    );
    assert_eq!(control.done.into_inner(), 0);
}

#[test]
fn rows_that_do_not_fit_are_refused() {
    let case = any::plain_example();
    let mut sweep = Sweep::new(terms(&case), ["totalReturn"]).unwrap();
    for (rules, counts, columns) in [(0, 1, 0), (0, 2, 0), (5, 0, 0)] {
        let refused = sweep.add_rows(&[rules], &[counts], &[columns]);
        assert_eq!(refused.unwrap_err().code(), Code::InvalidArgument);
    }
    let unknown = Sweep::new(terms(&case), ["sharp"]).unwrap_err();
    assert_eq!(unknown.code(), Code::InvalidArgument);
}
