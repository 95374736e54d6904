//! Runs from signals and from sizes against what vectorbt made of the same arrays. The cases lie
//! outside the repository: `NT_ORACLES` names their folder.

#[path = "signals_oracles/arrays.rs"]
mod arrays;
#[path = "signals_oracles/expected.rs"]
mod expected;
#[path = "measures_oracles/oracle.rs"]
#[allow(dead_code, reason = "the other suite uses the rest")]
mod oracle;

use nt_backtest::signals::{Watch, run};

use arrays::Arrays;
use oracle::{Tally, cases};

#[test]
fn every_case() {
    let Some(cases) = cases("vectorbt/cases.json") else {
        return;
    };
    let mut tally = Tally::default();
    for case in &cases {
        let arrays = Arrays::of(case);
        match run(&arrays.plan(), &Watch::default()) {
            Ok(outcome) => expected::compare(case, &arrays, &outcome, &mut tally),
            Err(error) => panic!("{}: {error}", case["id"]),
        }
    }
    tally.finish("signals and sizes of vectorbt");
}
