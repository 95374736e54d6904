//! A run of many columns is the same at any number of threads.

use nt_backtest::signals::{
    CallSequence, Cash, Cells, InitialCash, Plan, Prices, SignalRules, Stops, Terms, Valuation,
    Watch, run,
};
use nt_core::Code;
use rayon::ThreadPoolBuilder;

const STEPS: usize = 400;
const COLUMNS: usize = 60;

struct Arrays {
    close: Vec<f64>,
    entries: Vec<u8>,
    exits: Vec<u8>,
    time: Vec<i64>,
    groups: Vec<usize>,
}

fn arrays() -> Arrays {
    let every = |period: usize| {
        let cells = (0..COLUMNS).flat_map(|column| (0..STEPS).map(move |step| step + column));
        cells.map(|cell| u8::from(cell % period == 0)).collect()
    };
    Arrays {
        close: (0..STEPS)
            .map(|step| 100.0 + (step as f64 * 0.37).sin() * 9.0)
            .collect(),
        entries: every(11),
        exits: every(13),
        time: (0..STEPS as i64)
            .map(|step| step * 86_400_000_000_000)
            .collect(),
        groups: vec![1; COLUMNS - 6].into_iter().chain([2, 4]).collect(),
    }
}

impl Arrays {
    fn plan(&self) -> Plan<'_> {
        Plan {
            steps: STEPS,
            columns: COLUMNS,
            prices: Prices {
                open: None,
                high: None,
                low: None,
                close: Cells::new(&self.close, 1, 0),
            },
            terms: Terms {
                fees: Cells::all(&0.001),
                ..Terms::DEFAULT
            },
            signals: Some(SignalRules {
                entries: Cells::new(&self.entries, 1, STEPS),
                exits: Cells::new(&self.exits, 1, STEPS),
                stops: Some(Stops {
                    loss: Cells::all(&0.03),
                    ..Stops::DEFAULT
                }),
                ..SignalRules::DEFAULT
            }),
            cash: Cash {
                initial: InitialCash::Given(&[1_000.0]),
                groups: &self.groups,
                sequence: CallSequence::Random,
                seed: 7,
                valuation: Valuation {
                    update_value: false,
                    fill_value_price: true,
                },
            },
            trades: true,
            equity: true,
            time: Some(&self.time),
        }
    }
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let arrays = arrays();
    let with = |threads| {
        let pool = ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        let outcome = pool.install(|| run(&arrays.plan(), &Watch::default()).unwrap());
        // As text, in which NaN equals NaN and every bit of a number shows.
        format!("{outcome:?}")
    };
    let one = with(1);
    assert!(one.len() > 100_000, "the columns traded");
    for threads in [2, 3, 8] {
        assert!(with(threads) == one, "{threads} threads");
    }
}

#[test]
fn a_watch_ends_a_run() {
    let arrays = arrays();
    let watch = Watch::default();
    watch
        .cancelled
        .store(true, std::sync::atomic::Ordering::Relaxed);
    assert_eq!(
        run(&arrays.plan(), &watch).unwrap_err().code(),
        Code::Cancelled
    );
}
