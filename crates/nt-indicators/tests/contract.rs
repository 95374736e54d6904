//! What every indicator of the registry promises, on columns of many shapes.

mod shapes;

use nt_indicators::{Indicator, REGISTRY, Stream, compute, compute_output, stream};
use proptest::prelude::*;
use shapes::{Bars, bars_of, bits, inputs, params, walk};

fn streamed(indicator: &Indicator, inputs: &[&[f64]], params: &[(&str, f64)]) -> Vec<Vec<f64>> {
    let mut stream = stream(indicator.name, params, false).unwrap();
    let mut columns = vec![Vec::new(); indicator.outputs.len()];
    for bar in 0..inputs[0].len() {
        for (column, value) in columns
            .iter_mut()
            .zip(step(&mut *stream, indicator, inputs, bar))
        {
            column.push(value);
        }
    }
    columns
}

fn row(inputs: &[&[f64]], bar: usize) -> Vec<f64> {
    inputs.iter().map(|column| column[bar]).collect()
}

fn step(stream: &mut dyn Stream, indicator: &Indicator, inputs: &[&[f64]], bar: usize) -> Vec<f64> {
    let mut values = vec![0.0; indicator.outputs.len()];
    stream.update(&row(inputs, bar), &mut values);
    values
}

fn check(bars: &Bars, periods: &[u32], cut: usize) {
    for indicator in REGISTRY.iter() {
        let (inputs, params) = (inputs(indicator, bars), params(indicator, periods));
        let batch = compute(indicator.name, &inputs, &params).unwrap();
        let streamed = streamed(indicator, &inputs, &params);
        let prefix: Vec<&[f64]> = inputs
            .iter()
            .map(|column| &column[..cut.min(column.len())])
            .collect();
        let cut_off = compute(indicator.name, &prefix, &params).unwrap();
        for (index, output) in indicator.outputs.iter().enumerate() {
            let label = format!("{} {params:?} {}", indicator.name, output.name);
            let whole = bits(&batch[index]);
            assert_eq!(whole.len(), inputs[0].len(), "{label}");
            assert_same(
                &whole,
                &bits(&streamed[index]),
                &format!("stream of {label}"),
            );
            let length = prefix[0].len();
            assert_same(
                &whole[..length],
                &bits(&cut_off[index]),
                &format!("prefix of {label}"),
            );
            let alone = compute_output(indicator.name, &inputs, &params, output.name).unwrap();
            assert_same(&whole, &bits(&alone), &format!("{label} alone"));
        }
    }
}

fn assert_same(ours: &[u64], theirs: &[u64], label: &str) {
    let differing = ours.iter().zip(theirs).position(|(a, b)| a != b);
    if let Some(bar) = differing {
        let (a, b) = (f64::from_bits(ours[bar]), f64::from_bits(theirs[bar]));
        panic!("{label}, bar {bar} of {}: {a} and {b}", ours.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn stream_prefix_and_single_output_have_the_bits_of_the_batch(
        bars in bars_of(120), periods: [u8; 4], cut in 0_usize..120,
    ) {
        check(&bars, &periods.map(|period| u32::from(period % 40)), cut);
    }

    #[test]
    fn so_they_have_across_anchors(bars in bars_of(1700), periods: [u8; 4], cut in 0_usize..1700) {
        check(&bars, &periods.map(|period| u32::from(period) * 3), cut);
    }

    /// Peeks and corrections at random bars, and a stream that is saved and restored half-way.
    #[test]
    fn corrections_and_restored_states_have_the_bits_too(
        bars in bars_of(90), periods: [u8; 4], at in 0_usize..90, wrong in -5.0..5.0_f64,
    ) {
        for indicator in REGISTRY.iter() {
            let inputs = inputs(indicator, &bars);
            let params = params(indicator, &periods.map(|period| u32::from(period % 20)));
            let mut plain = stream(indicator.name, &params, false).unwrap();
            let mut revised = stream(indicator.name, &params, true).unwrap();
            for bar in 0..inputs[0].len() {
                let expected = step(&mut *plain, indicator, &inputs, bar);
                let mut values = vec![0.0; expected.len()];
                revised.peek(&row(&inputs, bar), &mut values);
                prop_assert_eq!(bits(&values), bits(&expected), "peek of {}", indicator.name);
                let mistaken: Vec<f64> = row(&inputs, bar).iter().map(|value| value + wrong).collect();
                revised.update(&mistaken, &mut values);
                prop_assert!(revised.replace(&row(&inputs, bar), &mut values));
                prop_assert_eq!(bits(&values), bits(&expected), "replace of {}", indicator.name);
                if bar == at {
                    let mut restored = stream(indicator.name, &params, true).unwrap();
                    restored.restore(&revised.save()).unwrap();
                    prop_assert_eq!(bits(&restored.save()), bits(&revised.save()));
                    revised = restored;
                    prop_assert!(plain.restore(&[0.5]).is_err());
                    plain.restore(&revised_to_plain(&*revised, indicator, &params, &inputs, bar)).unwrap();
                }
            }
            revised.reset();
            let fresh = stream(indicator.name, &params, true).unwrap();
            prop_assert_eq!(bits(&revised.save()), bits(&fresh.save()), "{}", indicator.name);
        }
    }
}

/// The state of a plain stream after the same bars, as a revisable one's has another shape.
fn revised_to_plain(
    revised: &dyn Stream,
    indicator: &Indicator,
    params: &[(&str, f64)],
    inputs: &[&[f64]],
    bar: usize,
) -> Vec<f64> {
    assert!(!revised.save().is_empty());
    let mut plain = stream(indicator.name, params, false).unwrap();
    (0..=bar).for_each(|bar| drop(step(&mut *plain, indicator, inputs, bar)));
    plain.save()
}

/// Values that are all different, positive and irregular, so that no rule about ties or zero
/// ranges leaves a value out.
#[test]
fn lookback_is_the_number_of_leading_nans() {
    for periods in [[0, 0, 0, 0], [3, 8, 5, 2], [40, 7, 13, 21], [1, 2, 3, 4]] {
        for indicator in REGISTRY.iter() {
            let params = params(indicator, &periods);
            let lookback = indicator.lookback(&params).unwrap();
            for length in [0, 1, lookback, lookback + 1, lookback + 60] {
                let bars = walk(length, 100.0);
                let computed = compute(indicator.name, &inputs(indicator, &bars), &params).unwrap();
                for column in computed {
                    let leading = column.iter().take_while(|value| value.is_nan()).count();
                    assert_eq!(
                        leading,
                        lookback.min(length),
                        "{} {params:?}",
                        indicator.name
                    );
                    let rest = &column[leading..];
                    assert!(
                        rest.iter().all(|value| value.is_finite()),
                        "{}",
                        indicator.name
                    );
                }
            }
        }
    }
}

/// Bars before the first `skipped` ones are forgotten when the registry says so.
#[test]
fn what_settles_forgets_where_the_data_began() {
    let (skipped, bars) = (40, walk(4_000, 100.0));
    let late: Bars = bars
        .iter()
        .map(|(name, column)| (*name, column[skipped..].to_vec()))
        .collect();
    for indicator in REGISTRY.iter() {
        let params = params(indicator, &[5, 8, 3, 2]);
        let Some(settles) = indicator.settles(&params).unwrap() else {
            continue;
        };
        let whole = compute(indicator.name, &inputs(indicator, &bars), &params).unwrap();
        let from = compute(indicator.name, &inputs(indicator, &late), &params).unwrap();
        for ((whole, from), output) in whole.iter().zip(from).zip(indicator.outputs) {
            let settled = settles.min(from.len());
            for (whole, from) in whole[skipped + settled..].iter().zip(&from[settled..]) {
                let near = (whole - from).abs() <= 1e-7 * whole.abs().max(1.0);
                let counted = output.whole && whole - from == skipped as f64;
                assert!(
                    near || counted,
                    "{} {params:?}: {whole} {from}",
                    indicator.name
                );
            }
        }
    }
}

#[test]
fn a_gap_restarts_the_indicator() {
    let bars = walk(260, 100.0);
    let mut gapped = bars.clone();
    for column in gapped.values_mut() {
        column[20] = f64::NAN;
    }
    let rest: Bars = bars
        .iter()
        .map(|(name, column)| (*name, column[21..].to_vec()))
        .collect();
    for indicator in REGISTRY.iter() {
        let periods = params(indicator, &[5, 8, 3, 2]);
        let whole = compute(indicator.name, &inputs(indicator, &gapped), &periods).unwrap();
        let after = compute(indicator.name, &inputs(indicator, &rest), &periods).unwrap();
        for ((whole, after), output) in whole.iter().zip(after).zip(indicator.outputs) {
            assert!(whole[20].is_nan(), "{}", indicator.name);
            for (ours, fresh) in whole[21..].iter().zip(after) {
                assert_eq!(ours.is_nan(), fresh.is_nan(), "{}", indicator.name);
                let near = (ours - fresh).abs() < 1e-9 * fresh.abs().max(1.0);
                let counted = output.whole && ours - fresh == 21.0;
                assert!(
                    fresh.is_nan() || near || counted,
                    "{}: {ours} {fresh}",
                    indicator.name
                );
            }
        }
    }
}

#[test]
fn constant_columns_and_gaps_alone_never_fail() {
    for value in [0.0, 7.0, -3.0, 1e-12, 1e12, f64::NAN, f64::INFINITY] {
        let constant: Bars = shapes::NAMES
            .iter()
            .map(|name| (*name, vec![value; 200]))
            .collect();
        for indicator in REGISTRY.iter() {
            let (inputs, params) = (
                inputs(indicator, &constant),
                params(indicator, &[5, 8, 3, 2]),
            );
            let batch = compute(indicator.name, &inputs, &params).unwrap();
            let streamed = streamed(indicator, &inputs, &params);
            for (batch, streamed) in batch.iter().zip(streamed) {
                assert_eq!(
                    bits(batch),
                    bits(&streamed),
                    "{} of {value}",
                    indicator.name
                );
            }
        }
    }
}
