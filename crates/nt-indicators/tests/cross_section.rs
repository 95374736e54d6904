//! Cross-sections against tables made by hand, and what they promise of any bar.

use nt_core::Code;
use nt_indicators::{CrossSection, cross_section};
use proptest::prelude::*;

const NAN: f64 = f64::NAN;

/// One bar: a column of one value each.
fn bar(what: CrossSection, values: &[f64], groups: &[u32]) -> Vec<f64> {
    let columns: Vec<&[f64]> = values.chunks(1).collect();
    let out = cross_section(what, &columns, groups).unwrap();
    out.into_iter().map(|column| column[0]).collect()
}

fn assert_near(ours: &[f64], expected: &[f64], label: &str) {
    assert_eq!(ours.len(), expected.len());
    for (ours, expected) in ours.iter().zip(expected) {
        let same = ours.is_nan() && expected.is_nan();
        assert!(
            same || (ours - expected).abs() < 1e-12,
            "{label}: {ours} for {expected}"
        );
    }
}

#[test]
fn tables_made_by_hand() {
    let values = [10.0, 30.0, NAN, 20.0, 30.0, 110.0];
    let table: [(CrossSection, [f64; 6]); 6] = [
        (CrossSection::Rank, [1.0, 3.5, NAN, 2.0, 3.5, 5.0]),
        (
            CrossSection::PercentRank,
            [0.0, 0.625, NAN, 0.25, 0.625, 1.0],
        ),
        (
            CrossSection::Demean,
            [-30.0, -10.0, NAN, -20.0, -10.0, 70.0],
        ),
        (
            CrossSection::ZScore,
            [-30.0, -10.0, NAN, -20.0, -10.0, 70.0].map(|value| value / 1280_f64.sqrt()),
        ),
        (
            CrossSection::Winsorise(0.25),
            [20.0, 30.0, NAN, 20.0, 30.0, 30.0],
        ),
        (CrossSection::Quantile(2), [0.0, 0.0, NAN, 0.0, 0.0, 1.0]),
    ];
    for (what, expected) in table {
        assert_near(
            &bar(what, &values, &[0; 6]),
            &expected,
            &format!("{what:?}"),
        );
    }
}

#[test]
fn groups_do_not_see_each_other() {
    let (values, groups) = ([1.0, 2.0, 10.0, 30.0, 7.0], [4, 4, 1, 1, 9]);
    assert_near(
        &bar(CrossSection::Demean, &values, &groups),
        &[-0.5, 0.5, -10.0, 10.0, 0.0],
        "demean",
    );
    assert_near(
        &bar(CrossSection::PercentRank, &values, &groups),
        &[0.0, 1.0, 0.0, 1.0, 0.5],
        "rank",
    );
}

#[test]
fn faults_have_codes() {
    let code = |what, columns: &[&[f64]], groups: &[u32]| {
        cross_section(what, columns, groups).unwrap_err().code()
    };
    let column = [1.0].as_slice();
    assert_eq!(
        code(CrossSection::Rank, &[column], &[]),
        Code::InvalidArgument
    );
    let lengths = code(CrossSection::Rank, &[column, &[]], &[0, 0]);
    assert_eq!(lengths, Code::DataLengthMismatch);
    for what in [
        CrossSection::Winsorise(0.6),
        CrossSection::Winsorise(NAN),
        CrossSection::Quantile(1),
    ] {
        assert_eq!(code(what, &[column], &[0]), Code::InvalidParameter);
    }
    assert!(
        cross_section(CrossSection::Rank, &[], &[])
            .unwrap()
            .is_empty()
    );
}

proptest! {
    #[test]
    fn order_and_scale_are_kept(values in prop::collection::vec(-1e6..1e6_f64, 1..40), share in 0.0..0.5_f64) {
        let groups = vec![0; values.len()];
        let sum = |values: &[f64]| values.iter().sum::<f64>();
        let count = values.len() as f64;
        prop_assert_eq!(sum(&bar(CrossSection::Rank, &values, &groups)), count * (count + 1.0) / 2.0);
        prop_assert!(sum(&bar(CrossSection::Demean, &values, &groups)).abs() < 1e-6);
        let scores = bar(CrossSection::ZScore, &values, &groups);
        let squares = scores.iter().map(|score| score * score).sum::<f64>();
        prop_assert!(values.len() == 1 || (squares - count).abs() < 1e-6 * count);
        let inner = bar(CrossSection::Winsorise(share), &values, &groups);
        let parts = bar(CrossSection::Quantile(4), &values, &groups);
        for (a, b) in (0..values.len()).zip(1..values.len()) {
            let rises = values[a] <= values[b];
            for made in [&scores, &inner, &parts] {
                let (low, high) = if rises { (a, b) } else { (b, a) };
                prop_assert!(made[low] <= made[high]);
            }
        }
        prop_assert!(parts.iter().all(|part| (0.0..4.0).contains(part)));
    }

    /// Far from zero and moved, the distances stay the same.
    #[test]
    fn an_offset_changes_nothing(values in prop::collection::vec(-1000_i32..1000, 2..30)) {
        let groups = vec![0; values.len()];
        let plain: Vec<f64> = values.iter().map(|value| f64::from(*value)).collect();
        let moved: Vec<f64> = plain.iter().map(|value| value + 1e8).collect();
        for what in [CrossSection::Demean, CrossSection::ZScore, CrossSection::Rank] {
            let (a, b) = (bar(what, &plain, &groups), bar(what, &moved, &groups));
            for (a, b) in a.iter().zip(b) {
                prop_assert!((a - b).abs() <= 1e-9 * a.abs().max(1.0));
            }
        }
    }
}
