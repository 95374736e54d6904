//! Values worked out by hand, for indicators that no table of others tells.

use nt_indicators::{compute, find};

/// Columns of four bars in two sessions.
fn column(name: &str) -> &'static [f64] {
    match name {
        "open" => &[10.0, 11.0, 12.0, 11.0],
        "high" => &[12.0, 13.0, 14.0, 12.0],
        "low" => &[9.0, 10.0, 11.0, 8.0],
        "volume" => &[1.0, 2.0, 3.0, 4.0],
        "session" => &[5.0, 5.0, 6.0, 6.0],
        "bid" => &[10.0, 10.0, 10.0, 10.0],
        "ask" => &[12.0, 12.0, 12.0, 12.0],
        "bidSize" | "buyVolume" | "advances" => &[1.0, 1.0, 3.0, 6.0],
        "askSize" | "sellVolume" | "declines" => &[1.0, 1.0, 1.0, 2.0],
        "advancingVolume" => &[4.0, 4.0, 4.0, 4.0],
        "decliningVolume" => &[2.0, 2.0, 2.0, 2.0],
        _ => &[11.0, 12.0, 13.0, 9.0],
    }
}

type Case = (&'static str, &'static [(&'static str, f64)], Vec<f64>);

/// The outputs on the last bar.
fn check(cases: &[Case]) {
    for (name, params, expected) in cases {
        let inputs: Vec<&[f64]> = find(name)
            .unwrap()
            .inputs
            .iter()
            .map(|name| column(name))
            .collect();
        let made = compute(name, &inputs, params).unwrap();
        assert_eq!(made.len(), expected.len(), "{name}");
        for (column, expected) in made.iter().zip(expected) {
            let ours = column[3];
            assert!(
                (ours - expected).abs() < 1e-12 * expected.abs().max(1.0),
                "{name} {params:?}: {ours} for {expected}"
            );
        }
    }
}

/// The session before had open 10, high 13, low 9 and close 12; this one opened at 12.
#[test]
fn levels_of_sessions() {
    let pivot = 34.0 / 3.0;
    let vwap = (38.0 + 4.0 * 29.0 / 3.0) / 7.0;
    // Two prices 3 apart with weights 3 and 4 of 7.
    let spread = 3.0 * (12.0_f64).sqrt() / 7.0;
    let classic = [
        pivot,
        2.0 * pivot - 9.0,
        pivot + 4.0,
        13.0 + 2.0 * (pivot - 9.0),
        2.0 * pivot - 13.0,
        pivot - 4.0,
        9.0 - 2.0 * (13.0 - pivot),
    ];
    let fibonacci = [0.0, 1.528, 2.472, 4.0, -1.528, -2.472, -4.0].map(|step| pivot + step);
    let camarilla = [
        pivot,
        12.0 + 4.4 / 12.0,
        12.0 + 4.4 / 6.0,
        13.1,
        14.2,
        12.0 - 4.4 / 12.0,
        12.0 - 4.4 / 6.0,
        10.9,
        9.8,
    ];
    let bands = [vwap + spread, vwap, vwap - spread];
    check(&[
        ("classic-pivots", &[], classic.to_vec()),
        ("fibonacci-pivots", &[], fibonacci.to_vec()),
        ("camarilla-pivots", &[], camarilla.to_vec()),
        (
            "woodie-pivots",
            &[],
            vec![11.5, 14.0, 15.5, 18.0, 10.0, 7.5, 6.0],
        ),
        ("demark-pivots", &[], vec![11.75, 14.5, 10.5]),
        ("previous-session", &[], vec![10.0, 13.0, 9.0, 12.0]),
        ("session-vwap", &[("deviations", 1.0)], bands.to_vec()),
        (
            "anchored-vwap",
            &[("anchor", 2.0), ("deviations", 1.0)],
            bands.to_vec(),
        ),
        (
            "rolling-vwap",
            &[("period", 2.0), ("deviations", 1.0)],
            bands.to_vec(),
        ),
        ("relative-daily-volume", &[("period", 1.0)], vec![7.0 / 3.0]),
    ]);
}

#[test]
fn statistics_of_a_few_values() {
    let (variance, third) = (2.1875_f64, -1.40625);
    let entropy = 0.25 * 4.0_f64.log2() + 0.75 * (4.0_f64 / 3.0).log2();
    let gains = 1.0 / 11.0 + 1.0 / 12.0;
    check(&[
        ("drawdown", &[], vec![4.0 / 13.0, 1.0]),
        ("max-drawdown", &[("period", 3.0)], vec![4.0 / 13.0]),
        ("median", &[("period", 4.0)], vec![11.5]),
        ("median", &[("period", 3.0)], vec![12.0]),
        ("quantile", &[("period", 4.0), ("q", 0.25)], vec![10.5]),
        ("median-absolute-deviation", &[("period", 4.0)], vec![1.0]),
        ("median-absolute-deviation", &[("period", 3.0)], vec![1.0]),
        ("z-score", &[("period", 4.0)], vec![-2.25 / variance.sqrt()]),
        (
            "skewness",
            &[("period", 4.0)],
            vec![third / (variance * variance.sqrt())],
        ),
        (
            "kurtosis",
            &[("period", 4.0)],
            vec![
                (0.25_f64.powi(4) + 0.75_f64.powi(4) + 1.75_f64.powi(4) + 2.25_f64.powi(4))
                    / 4.0
                    / variance.powi(2)
                    - 3.0,
            ],
        ),
        (
            "expected-shortfall",
            &[("period", 2.0), ("confidence", 0.5)],
            vec![-4.0 / 13.0],
        ),
        ("omega", &[("period", 3.0)], vec![gains / (4.0 / 13.0)]),
        ("log-return", &[], vec![(9.0_f64 / 13.0).ln()]),
        ("entropy", &[("period", 4.0), ("bins", 2.0)], vec![entropy]),
    ]);
}

#[test]
fn bars_and_ranges() {
    let (range, body) = (1.5_f64.ln(), (9.0_f64 / 11.0).ln());
    let four_ln2 = 4.0 * std::f64::consts::LN_2;
    let garman_klass = 0.5 * range * range - (four_ln2 / 2.0 - 1.0) * body * body;
    check(&[
        (
            "parkinson",
            &[("period", 1.0)],
            vec![range / four_ln2.sqrt()],
        ),
        (
            "garman-klass",
            &[("period", 1.0)],
            vec![garman_klass.sqrt()],
        ),
        (
            "ease-of-movement",
            &[("period", 1.0), ("scale", 1.0)],
            vec![-2.5],
        ),
        ("demarker", &[("period", 2.0)], vec![0.25]),
        ("psychological-line", &[("period", 3.0)], vec![200.0 / 3.0]),
        ("williams-vix-fix", &[("period", 2.0)], vec![500.0 / 13.0]),
        ("center-of-gravity", &[("period", 2.0)], vec![-1.0 / 11.0]),
        ("td-setup", &[("bars", 1.0)], vec![-1.0]),
        ("td-setup", &[("bars", 3.0)], vec![-1.0]),
        (
            "ichimoku",
            &[
                ("conversionPeriod", 1.0),
                ("basePeriod", 2.0),
                ("spanPeriod", 3.0),
                ("displacement", 1.0),
            ],
            vec![10.0, 11.0, 10.5, 11.0],
        ),
        (
            "volume-profile",
            &[("period", 4.0), ("bins", 3.0), ("share", 0.75)],
            vec![9.0, 14.0, 8.0],
        ),
        (
            "volume-profile",
            &[("period", 4.0), ("bins", 3.0), ("share", 0.4)],
            vec![9.0, 10.0, 8.0],
        ),
    ]);
}

#[test]
fn quotes_and_flow() {
    check(&[
        ("book-imbalance", &[], vec![0.5]),
        ("microprice", &[], vec![11.5]),
        ("order-flow-imbalance", &[("period", 2.0)], vec![4.0]),
        ("volume-delta", &[], vec![4.0, 6.0]),
        ("vpin", &[("period", 2.0)], vec![0.5]),
        ("trin", &[], vec![1.5]),
    ]);
}
