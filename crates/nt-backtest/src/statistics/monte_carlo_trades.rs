use nt_core::{Code, Error, Result};
use nt_math::Rng;

use super::{Resampling, Work};

/// What is done to the order of the trades.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scramble {
    /// The same trades in another order: what was luck of the sequence. Their sum does not change.
    Shuffle,
    /// Trades drawn again in blocks: what another history of such trades would bring.
    Resample(Resampling),
    /// Each trade is missed with this probability, the others keep their order.
    Skip(f64),
}

/// How a trade moves the equity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Growth {
    /// Its result is money and is added.
    Additive,
    /// Its result is a share of the equity at its entry and compounds.
    Compounding,
}

/// What to simulate.
#[derive(Clone, Copy, Debug)]
pub struct MonteCarloOptions {
    /// Seed of the draws.
    pub seed: u64,
    /// Number of paths.
    pub paths: usize,
    /// What is done to the trades.
    pub scramble: Scramble,
    /// How a trade moves the equity.
    pub growth: Growth,
    /// Equity at the start, above 0.
    pub initial_equity: f64,
    /// Ruin is equity at or below this, at any time; a path ends there.
    pub ruin_level: f64,
}

/// What became of the paths.
#[derive(Clone, Debug, PartialEq)]
pub struct MonteCarlo {
    /// Equity after the last trade, or at ruin.
    pub final_equity: Vec<f64>,
    /// Deepest fall from a peak, a negative fraction; the start is the first peak.
    pub max_drawdown: Vec<f64>,
    /// Share of paths that were ruined.
    pub probability_of_ruin: f64,
    /// Share of paths that ended below their start.
    pub probability_of_loss: f64,
}

/// Monte Carlo on trades: their results in another order, drawn again, or with some missed.
///
/// `results` are profits in money or fractions of equity, in the order of the exits. Without a trade
/// every path stays where it began.
///
/// # Errors
/// `DATA_NOT_FINITE` where a result is not a number, `INVALID_ARGUMENT` without a path, with a start
/// that is not above the level of ruin and above 0, or a probability outside 0 to 1; `CANCELLED`.
pub fn monte_carlo_trades(
    results: &[f64],
    options: &MonteCarloOptions,
    work: &Work,
) -> Result<MonteCarlo> {
    check(results, options)?;
    let ends = work.pieces(
        options.paths,
        || (results.to_vec(), vec![0_u32; results.len()]),
        |number, (order, drawn)| {
            let mut rng = Rng::with_stream(options.seed, number as u64);
            scrambled(results, options.scramble, &mut rng, order, drawn);
            path(order, options)
        },
    )?;
    let share = |holds: &dyn Fn(&End) -> bool| {
        ends.iter().filter(|end| holds(end)).count() as f64 / ends.len() as f64
    };
    Ok(MonteCarlo {
        final_equity: ends.iter().map(|end| end.equity).collect(),
        max_drawdown: ends.iter().map(|end| end.drawdown).collect(),
        probability_of_ruin: share(&|end| end.ruined),
        probability_of_loss: share(&|end| end.equity < options.initial_equity),
    })
}

fn check(results: &[f64], options: &MonteCarloOptions) -> Result<()> {
    if let Some(at) = results.iter().position(|value| !value.is_finite()) {
        let message = format!("the result of trade {at} is {}: leave it out", results[at]);
        return Err(Error::new(Code::DataNotFinite, message).with("row", at));
    }
    let wrong = |message: String| Err(Error::new(Code::InvalidArgument, message));
    if options.paths == 0 {
        return wrong("0 paths show nothing: give at least one".into());
    }
    let start = options.initial_equity;
    if !(start.is_finite() && start > 0.0 && start > options.ruin_level) {
        return wrong(format!(
            "the equity at the start is {start} and ruin is at {}: give a start above both it and 0",
            options.ruin_level
        ));
    }
    match options.scramble {
        Scramble::Skip(share) if !(0.0..=1.0).contains(&share) => wrong(format!(
            "the share of trades to miss is {share}: give one from 0 to 1"
        )),
        _ => Ok(()),
    }
}

fn scrambled(
    results: &[f64],
    scramble: Scramble,
    rng: &mut Rng,
    order: &mut Vec<f64>,
    drawn: &mut [u32],
) {
    order.clear();
    match scramble {
        Scramble::Shuffle => {
            order.extend_from_slice(results);
            for last in (1..order.len()).rev() {
                let other = (rng.next_f64() * (last + 1) as f64) as usize;
                order.swap(last, other.min(last));
            }
        }
        Scramble::Resample(_) if results.is_empty() => {}
        Scramble::Resample(resampling) => {
            resampling.draw(results.len(), rng, drawn);
            order.extend(drawn.iter().map(|&at| results[at as usize]));
        }
        Scramble::Skip(share) => {
            order.extend(results.iter().filter(|_| rng.next_f64() >= share));
        }
    }
}

struct End {
    equity: f64,
    drawdown: f64,
    ruined: bool,
}

fn path(results: &[f64], options: &MonteCarloOptions) -> End {
    let mut end = End {
        equity: options.initial_equity,
        drawdown: 0.0,
        ruined: false,
    };
    let mut peak = end.equity;
    for result in results {
        end.equity += match options.growth {
            Growth::Additive => *result,
            Growth::Compounding => end.equity * result,
        };
        peak = peak.max(end.equity);
        end.drawdown = end.drawdown.min(end.equity / peak - 1.0);
        if end.equity <= options.ruin_level {
            end.ruined = true;
            break;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPTIONS: MonteCarloOptions = MonteCarloOptions {
        seed: 1,
        paths: 6000,
        scramble: Scramble::Shuffle,
        growth: Growth::Additive,
        initial_equity: 100.0,
        ruin_level: 0.0,
    };

    fn of(results: &[f64], options: &MonteCarloOptions) -> MonteCarlo {
        monte_carlo_trades(results, options, &Work::new(2)).unwrap()
    }

    /// Of two trades of 10 and -10 the loss comes first in half of the orders: the fall is a tenth
    /// then and an eleventh else.
    #[test]
    fn a_shuffle_changes_the_way_and_not_the_end() {
        let found = of(&[10.0, -10.0], &OPTIONS);
        assert!(found.final_equity.iter().all(|&equity| equity == 100.0));
        let first = found
            .max_drawdown
            .iter()
            .filter(|fall| (**fall + 0.1).abs() < 1e-12);
        assert!((first.count() as f64 / 6000.0 - 0.5).abs() < 0.03);
        assert_eq!(
            (found.probability_of_loss, found.probability_of_ruin),
            (0.0, 0.0)
        );
    }

    /// Drawn again, two trades of ±60 are twice the loss in a quarter of the paths: ruin.
    #[test]
    fn a_resample_can_ruin() {
        let resample = MonteCarloOptions {
            scramble: Scramble::Resample(Resampling::Circular(1)),
            ..OPTIONS
        };
        let found = of(&[60.0, -60.0], &resample);
        assert!((found.probability_of_ruin - 0.25).abs() < 0.02);
        assert!((found.probability_of_loss - 0.25).abs() < 0.02);
        assert!(found.max_drawdown.contains(&-1.2));
    }

    #[test]
    fn missed_trades_are_missing() {
        let skip = |share| MonteCarloOptions {
            scramble: Scramble::Skip(share),
            ..OPTIONS
        };
        assert!(
            of(&[10.0; 5], &skip(0.0))
                .final_equity
                .iter()
                .all(|&equity| equity == 150.0)
        );
        assert!(
            of(&[10.0; 5], &skip(1.0))
                .final_equity
                .iter()
                .all(|&equity| equity == 100.0)
        );
        let half = of(&[10.0; 50], &skip(0.5)).final_equity;
        assert!((half.iter().sum::<f64>() / 6000.0 - 350.0).abs() < 2.0);
    }

    #[test]
    fn shares_of_equity_compound() {
        let compounding = MonteCarloOptions {
            growth: Growth::Compounding,
            ..OPTIONS
        };
        let found = of(&[0.5, -0.5], &compounding);
        assert!(found.final_equity.iter().all(|&equity| equity == 75.0));
        assert_eq!(found.probability_of_loss, 1.0);
        assert_eq!(
            of(
                &[-1.0, 9.0],
                &MonteCarloOptions {
                    paths: 50,
                    ..compounding
                }
            )
            .probability_of_ruin,
            1.0
        );
    }

    #[test]
    fn without_a_trade_and_with_one() {
        let none = of(
            &[],
            &MonteCarloOptions {
                scramble: Scramble::Resample(Resampling::Circular(3)),
                ..OPTIONS
            },
        );
        assert!(none.final_equity.iter().all(|&equity| equity == 100.0));
        let one = of(&[-5.0], &OPTIONS);
        assert_eq!(
            (one.probability_of_loss, one.max_drawdown[0]),
            (1.0, 95.0 / 100.0 - 1.0)
        );
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        let code = |results: &[f64], options: &MonteCarloOptions| {
            monte_carlo_trades(results, options, &Work::new(1))
                .unwrap_err()
                .code()
        };
        assert_eq!(code(&[f64::NAN], &OPTIONS), Code::DataNotFinite);
        for wrong in [
            MonteCarloOptions {
                paths: 0,
                ..OPTIONS
            },
            MonteCarloOptions {
                initial_equity: 0.0,
                ..OPTIONS
            },
            MonteCarloOptions {
                ruin_level: 100.0,
                ..OPTIONS
            },
            MonteCarloOptions {
                scramble: Scramble::Skip(1.5),
                ..OPTIONS
            },
        ] {
            assert_eq!(code(&[1.0], &wrong), Code::InvalidArgument);
        }
    }
}
