//! Labels against a table made by hand, and against a plain search.

use nt_core::Code;
use nt_indicators::{Barriers, forward_return, triple_barrier};
use proptest::prelude::*;

const NAN: f64 = f64::NAN;

fn bits(column: &[f64]) -> Vec<u64> {
    column.iter().map(|value| value.to_bits()).collect()
}

/// Barriers 10 % away, at most 3 bars: loss on the second bar, gain over the third bar's high, both
/// in one bar (a loss), time out, and two bars whose end is not known.
#[test]
fn a_table_made_by_hand() {
    let close = [100.0, 100.0, 120.0, 118.0, 117.0, 119.0, 120.0];
    let high = [100.0, 104.0, 121.0, 140.0, 118.0, 120.0, 121.0];
    let low = [100.0, 96.0, 99.0, 100.0, 116.0, 117.0, 118.0];
    let width = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1];
    let barriers = Barriers {
        profit: 1.0,
        loss: 1.0,
        bars: 3,
    };
    let labels = triple_barrier([&high, &low, &close, &width], barriers).unwrap();
    let expected = [1.0, 1.0, -1.0, 0.0, NAN, NAN, NAN];
    assert_eq!(bits(&labels.label), bits(&expected));
    assert_eq!(
        bits(&labels.bars),
        bits(&[2.0, 1.0, 1.0, 3.0, NAN, NAN, NAN])
    );
    let results = [0.1, 0.1, -0.1, (120.0 - 118.0) / 118.0, NAN, NAN, NAN];
    assert_eq!(bits(&labels.result), bits(&results));
}

#[test]
fn faults_have_codes() {
    let code = |profit, loss, bars| {
        let barriers = Barriers { profit, loss, bars };
        triple_barrier([&[1.0], &[1.0], &[1.0], &[0.1]], barriers).map_err(|error| error.code())
    };
    for (profit, loss, bars) in [(0.0, 1.0, 1), (1.0, NAN, 1), (1.0, 1.0, 0)] {
        let fault = code(profit, loss, bars).err();
        assert_eq!(fault, Some(Code::InvalidParameter));
    }
    assert!(code(f64::INFINITY, f64::INFINITY, 1).is_ok());
    assert_eq!(
        forward_return(&[1.0], 0).unwrap_err().code(),
        Code::InvalidParameter
    );
    let barriers = Barriers {
        profit: 1.0,
        loss: 1.0,
        bars: 1,
    };
    let lengths = triple_barrier([&[1.0], &[], &[1.0], &[0.1]], barriers);
    assert_eq!(lengths.unwrap_err().code(), Code::DataLengthMismatch);
}

proptest! {
    /// Out to the horizon nothing matters; beyond it nothing is read.
    #[test]
    fn labels_look_ahead_and_no_further(
        steps in prop::collection::vec(-0.05..0.05_f64, 2..80), bars in 1_usize..12, at in 0_usize..80,
    ) {
        let mut price = 100.0;
        let close: Vec<f64> = steps.iter().map(|step| { price *= 1.0 + step; price }).collect();
        let high: Vec<f64> = close.iter().map(|price| price * 1.01).collect();
        let low: Vec<f64> = close.iter().map(|price| price * 0.99).collect();
        let width = vec![0.04; close.len()];
        let barriers = Barriers { profit: 1.5, loss: 1.0, bars };
        let whole = triple_barrier([&high, &low, &close, &width], barriers).unwrap();
        let ahead = forward_return(&close, bars).unwrap();
        let bar = at % close.len();
        let end = close.len().min(bar + bars + 1);
        let part = [&high[bar..end], &low[bar..end], &close[bar..end], &width[bar..end]];
        let alone = triple_barrier(part, barriers).unwrap();
        prop_assert_eq!(alone.label[0].to_bits(), whole.label[bar].to_bits());
        prop_assert_eq!(alone.result[0].to_bits(), whole.result[bar].to_bits());
        let alone = forward_return(&close[bar..end], bars).unwrap()[0];
        prop_assert_eq!(alone.to_bits(), ahead[bar].to_bits());
        prop_assert_eq!(ahead[bar].is_nan(), bar + bars >= close.len());
        if whole.label[bar] == 0.0 {
            prop_assert_eq!(whole.result[bar], ahead[bar]);
        }
    }
}
