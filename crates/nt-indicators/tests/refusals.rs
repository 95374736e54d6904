//! Bad input gets a code, the offending value and a remedy; the registry is in order.

use nt_core::Code;
use nt_indicators::{REGISTRY, compute, compute_into, compute_output, find, stream};

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
        stream("rsi", &[("period", 1.0)], false)
            .err()
            .map(|error| error.code()),
        Some(Code::InvalidParameter)
    );
}

/// Names are those of code: kebab-case for indicators, camelCase for their parts.
#[test]
fn the_registry_is_in_order() {
    let names: Vec<&str> = REGISTRY.iter().map(|indicator| indicator.name).collect();
    assert!(
        names.is_sorted_by(|a, b| a < b),
        "names are unique and in alphabetical order"
    );
    let mut all: Vec<&str> = names.clone();
    all.extend(REGISTRY.iter().flat_map(|indicator| indicator.aliases));
    all.extend(
        REGISTRY
            .iter()
            .map(|indicator| indicator.talib)
            .filter(|name| !name.is_empty()),
    );
    all.sort_unstable();
    let twice = all.windows(2).find(|pair| pair[0] == pair[1]);
    assert_eq!(twice, None, "a name or alias of two indicators");
    for indicator in REGISTRY.iter() {
        let name = indicator.name;
        for each in [name, indicator.talib].iter().chain(indicator.aliases) {
            assert!(
                each.is_empty() || find(each).is_ok_and(|found| std::ptr::eq(found, *indicator))
            );
        }
        assert_eq!(
            indicator.compute.arity(),
            (indicator.inputs.len(), indicator.outputs.len()),
            "{name}"
        );
        assert!(
            !indicator.meaning.is_empty() && !indicator.formula.is_empty(),
            "{name}"
        );
        assert!(!indicator.meaning.ends_with('.'), "{name}");
        assert!(
            indicator.outputs.len() > 1 || indicator.outputs[0].name == "value",
            "{name}"
        );
        let with_talib = |talib: &str| talib.is_empty() == indicator.talib.is_empty();
        assert!(
            indicator
                .outputs
                .iter()
                .all(|output| with_talib(output.talib))
                || indicator.talib.is_empty()
        );
        for param in indicator.params {
            assert!(
                (param.min..=param.max).contains(&param.default),
                "{name} {}",
                param.name
            );
            assert!(
                indicator.talib.is_empty() || with_talib(param.talib),
                "{name} {}",
                param.name
            );
            assert!(
                !param.meaning.is_empty() && !param.meaning.ends_with('.'),
                "{name} {}",
                param.name
            );
            let known = |other: &nt_indicators::Param| other.name == param.same_as;
            assert!(
                param.same_as.is_empty() || indicator.params.iter().any(known),
                "{name}"
            );
        }
        assert!(indicator.lookback(&[]).is_ok(), "{name}");
    }
}

#[test]
fn every_parameter_is_refused_outside_its_range() {
    for indicator in REGISTRY.iter() {
        for param in indicator.params {
            let mut wrong = vec![
                param.min - 1.0,
                param.max + 1.0,
                f64::NAN,
                f64::INFINITY,
                -1e300,
            ];
            wrong.extend(param.whole.then_some(param.min + 0.5));
            for value in wrong {
                let error = stream(indicator.name, &[(param.name, value)], true).err();
                assert_eq!(
                    error.map(|error| error.code()),
                    Some(Code::InvalidParameter),
                    "{}",
                    indicator.name
                );
            }
        }
    }
}
