//! What every indicator of the registry promises, on random columns with ties, gaps and jumps.

use nt_core::Code;
use nt_indicators::{Indicator, REGISTRY, compute, compute_into, compute_output, find, stream};
use proptest::prelude::*;

/// High, low and close of a random walk on a grid; a value in 200 is not finite.
fn bars(length: usize) -> impl Strategy<Value = [Vec<f64>; 3]> {
    let step = (-5_i32..=5, 0_i32..4, 0_i32..4, 0_u32..600);
    (
        prop::sample::select(vec![1.0, 0.05, 1e7]),
        prop::collection::vec(step, 0..length),
    )
        .prop_map(|(tick, steps)| {
            let mut close = 1000;
            let mut columns: [Vec<f64>; 3] = Default::default();
            for (change, above, below, fault) in steps {
                close += change;
                let special = |column: u32, value: i32| match fault {
                    0 if column == 0 => f64::INFINITY,
                    1..=3 if column == fault - 1 => f64::NAN,
                    _ => f64::from(value) * tick,
                };
                columns[0].push(special(0, close + above));
                columns[1].push(special(1, close - below));
                columns[2].push(special(2, close));
            }
            columns
        })
}

fn inputs<'a>(indicator: &Indicator, [high, low, close]: &'a [Vec<f64>; 3]) -> Vec<&'a [f64]> {
    if indicator.inputs.len() == 3 {
        vec![high, low, close]
    } else {
        vec![high]
    }
}

fn params(indicator: &Indicator, periods: [u32; 3]) -> Vec<(&'static str, f64)> {
    let value = |(param, period): (&nt_indicators::Param, u32)| {
        (param.name, f64::from(period).max(param.min))
    };
    indicator.params.iter().zip(periods).map(value).collect()
}

fn bits(column: &[f64]) -> Vec<u64> {
    column
        .iter()
        .map(|value| {
            if value.is_nan() {
                u64::MAX
            } else {
                value.to_bits()
            }
        })
        .collect()
}

fn streamed(indicator: &Indicator, inputs: &[&[f64]], params: &[(&str, f64)]) -> Vec<Vec<f64>> {
    let mut stream = stream(indicator.name, params).unwrap();
    let mut columns = vec![Vec::new(); indicator.outputs.len()];
    for bar in 0..inputs[0].len() {
        let row: Vec<f64> = inputs.iter().map(|column| column[bar]).collect();
        let mut values = vec![0.0; indicator.outputs.len()];
        stream.update(&row, &mut values);
        columns
            .iter_mut()
            .zip(values)
            .for_each(|(column, value)| column.push(value));
    }
    columns
}

fn check(bars: &[Vec<f64>; 3], periods: [u32; 3], cut: usize) {
    for indicator in REGISTRY {
        let (inputs, params) = (inputs(indicator, bars), params(indicator, periods));
        let batch = compute(indicator.name, &inputs, &params).unwrap();
        let streamed = streamed(indicator, &inputs, &params);
        let prefix: Vec<&[f64]> = inputs
            .iter()
            .map(|column| &column[..cut.min(column.len())])
            .collect();
        let cut_off = compute(indicator.name, &prefix, &params).unwrap();
        for (index, output) in indicator.outputs.iter().enumerate() {
            let whole = bits(&batch[index]);
            assert_eq!(whole.len(), inputs[0].len());
            assert_eq!(
                whole,
                bits(&streamed[index]),
                "stream of {} {output}",
                indicator.name
            );
            assert_eq!(
                whole[..prefix[0].len()],
                bits(&cut_off[index]),
                "prefix of {} {output}",
                indicator.name
            );
            let alone = compute_output(indicator.name, &inputs, &params, output).unwrap();
            assert_eq!(whole, bits(&alone), "{} {output} alone", indicator.name);
        }
    }
}

proptest! {
    #[test]
    fn stream_prefix_and_single_output_have_the_bits_of_the_batch(
        bars in bars(120), periods: [u8; 3], cut in 0_usize..120,
    ) {
        check(&bars, periods.map(|period| u32::from(period % 40)), cut);
    }

    #[test]
    fn so_they_have_across_anchors(
        bars in bars(1700), periods: [u8; 3], cut in 0_usize..1700,
    ) {
        check(&bars, periods.map(|period| u32::from(period) * 3), cut);
    }

    #[test]
    fn lookback_is_the_number_of_leading_nans(periods: [u8; 3]) {
        let ramp: Vec<f64> = (0..900_u32).map(|bar| f64::from(bar % 17)).collect();
        let bars = [ramp.clone(), ramp.clone(), ramp];
        for indicator in REGISTRY {
            let (inputs, params) = (inputs(indicator, &bars), params(indicator, periods.map(u32::from)));
            let lookback = indicator.lookback(&params).unwrap();
            for column in compute(indicator.name, &inputs, &params).unwrap() {
                prop_assert_eq!(column.iter().take_while(|value| value.is_nan()).count(), lookback);
                prop_assert!(column[lookback..].iter().all(|value| value.is_finite()));
            }
        }
    }
}

#[test]
fn a_gap_restarts_the_indicator() {
    let walk: Vec<f64> = (0..80_u32)
        .map(|bar| 100.0 + f64::from(bar * 7 % 13))
        .collect();
    let mut gapped = walk.clone();
    gapped[20] = f64::NAN;
    let (bars, rest) = ([gapped.clone(), gapped.clone(), gapped], [&walk[21..]; 3]);
    for indicator in REGISTRY {
        let periods = params(indicator, [5, 8, 3]);
        let whole = compute(indicator.name, &inputs(indicator, &bars), &periods).unwrap();
        let after = compute(indicator.name, &rest[..indicator.inputs.len()], &periods).unwrap();
        for (whole, after) in whole.iter().zip(after) {
            assert!(whole[20].is_nan(), "{}", indicator.name);
            for (ours, fresh) in whole[21..].iter().zip(after) {
                assert!(ours.is_nan() == fresh.is_nan(), "{}", indicator.name);
                assert!(
                    fresh.is_nan() || (ours - fresh).abs() < 1e-9,
                    "{}",
                    indicator.name
                );
            }
        }
    }
}

#[test]
fn faults_have_codes_and_remedies() {
    let (x, short) = ([1.0, 2.0, 3.0], [1.0]);
    let fault = |name: &str, inputs: &[&[f64]], params: &[(&str, f64)]| {
        let error = compute(name, inputs, params).unwrap_err();
        (error.code(), error.message().to_owned())
    };
    let (code, message) = fault("smaa", &[&x], &[]);
    assert_eq!(
        (code, message.as_str()),
        (
            Code::UnknownIndicator,
            "no indicator is called smaa: did you mean sma?"
        )
    );
    let (code, message) = fault("sma", &[&x], &[("perod", 2.0)]);
    assert_eq!(
        (code, message.as_str()),
        (
            Code::InvalidParameter,
            "sma has no parameter perod: did you mean period?"
        )
    );
    let (code, message) = fault("sma", &[&x], &[("period", 2.5)]);
    assert_eq!(
        (code, message.as_str()),
        (
            Code::InvalidParameter,
            "period of sma is 2.5: give a whole number from 1 to 100000"
        )
    );
    for period in [0.0, -1.0, 1e9, f64::NAN, f64::INFINITY] {
        assert_eq!(
            fault("ema", &[&x], &[("period", period)]).0,
            Code::InvalidParameter
        );
    }
    assert_eq!(
        fault("sma", &[&x], &[("period", 2.0), ("period", 3.0)]).0,
        Code::InvalidParameter
    );
    assert_eq!(
        fault("bollinger-bands", &[&x], &[("deviations", -1.0)]).0,
        Code::InvalidParameter
    );
    assert_eq!(fault("atr", &[&x], &[]).0, Code::InvalidArgument);
    assert_eq!(
        fault("atr", &[&x, &x, &short], &[]).0,
        Code::DataLengthMismatch
    );
    let into = compute_into("sma", &[&x], &[], &mut [Some(&mut [0.0])]).unwrap_err();
    assert_eq!(into.code(), Code::DataLengthMismatch);
    let output = compute_output("macd", &[&x], &[], "signl").unwrap_err();
    assert_eq!(
        (output.code(), output.message()),
        (
            Code::InvalidParameter,
            "macd has no output signl: did you mean signal?"
        )
    );
    assert_eq!(
        stream("rsi", &[("period", 1.0)])
            .err()
            .map(|error| error.code()),
        Some(Code::InvalidParameter)
    );
}

#[test]
fn names_are_unique_and_defaults_lie_in_their_ranges() {
    let mut names: Vec<&str> = REGISTRY.iter().map(|indicator| indicator.name).collect();
    names.dedup();
    assert_eq!(names.len(), REGISTRY.len());
    assert!(names.is_sorted(), "the registry is in alphabetical order");
    for indicator in REGISTRY {
        assert!(find(indicator.name).is_ok_and(|found| std::ptr::eq(found, *indicator)));
        assert!(indicator.lookback(&[]).is_ok());
        assert!(
            indicator
                .params
                .iter()
                .all(|param| (param.min..=param.max).contains(&param.default))
        );
    }
}
