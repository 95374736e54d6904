use nt_core::{Code, Error, Result};
use nt_math::{Rng, normal_cdf, normal_quantile};

use super::{
    Headline, Influence, Resampling, Target, Work, ascending, automatic_block_length,
    check_returns, quantile, standard_error, standard_error_of_all_blocks,
    standard_error_of_drawn_blocks,
};
use crate::measures::{Conventions, Profile};

/// Groups of neighbouring returns that are left out one after the other for the acceleration.
const GROUPS: usize = 100;

/// How to draw.
#[derive(Clone, Copy, Debug)]
pub struct IntervalOptions {
    /// Seed of the draws.
    pub seed: u64,
    /// Number of resamples.
    pub resamples: usize,
    /// Share of intervals that hold what they are of, for example 0.95.
    pub confidence: f64,
    /// How to draw; `None` draws circular blocks of the automatic length.
    pub resampling: Option<Resampling>,
}

/// How an interval was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// From what resamples differ by from the observed, each over its own standard error.
    Studentised,
    /// Percentiles corrected for bias and acceleration.
    Bca,
    /// Percentiles of resamples of which each has a mean and a deviation of its own.
    Percentile,
}

/// An interval around a measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Of which measure.
    pub measure: Headline,
    /// Its value in the returns as they were.
    pub estimate: f64,
    /// Where the interval begins.
    pub lower: f64,
    /// Where it ends.
    pub upper: f64,
    /// How it was made.
    pub method: Method,
    /// Share of resamples in which the measure was undefined; they are left out.
    pub undefined: f64,
}

/// Intervals of all headline measures and the blocks that were drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Intervals {
    /// In the order of [`Headline::ALL`].
    pub of: Vec<Interval>,
    /// Length of the blocks.
    pub block_length: f64,
}

/// Confidence intervals of the headline measures by the block bootstrap.
///
/// * Measures that have a value in the long run have studentised intervals: the quantiles of
///   (θ* - θ)/s* times s, on the scale of [`Influence`], s from its influences. Where those are
///   undefined (a ruin has no logarithm) the interval is `BCa`, the acceleration from leaving out a
///   hundred groups of neighbours in turn.
/// * Total return, maximum drawdown and Calmar ratio belong to a path. Their interval is of what
///   another history as long would show: percentiles of resamples that are given the mean and the
///   deviation of another resample each, the one for not knowing the process, the other for its
///   chance.
///
/// Blocks leave a little of the dependence between returns out; the standard error s does not, and
/// the means of paths are widened by as much.
///
/// Bounds are NaN where a measure is undefined in the returns or in most resamples.
///
/// Source: Ledoit and Wolf (2008), *Robust Performance Hypothesis Testing with the Sharpe Ratio*;
/// Götze and Künsch (1996), *Second-order correctness of the blockwise bootstrap*; Efron (1987),
/// *Better Bootstrap Confidence Intervals*.
///
/// # Errors
/// `DATA_EMPTY` without a return, `DATA_NOT_FINITE`, `INVALID_ARGUMENT` where the confidence is not
/// between 0 and 1, there are less than 100 resamples, or the conventions are not ours; `CANCELLED`.
pub fn confidence_intervals(
    returns: &[f64],
    conventions: &Conventions,
    options: &IntervalOptions,
    work: &Work,
) -> Result<Intervals> {
    check(returns, conventions, options)?;
    let automatic =
        || Resampling::Circular(automatic_block_length(returns).circular.round() as usize);
    let resampling = options.resampling.unwrap_or_else(automatic);
    let sample = Sample::of(returns, conventions, resampling, options.seed);
    let replicates = work.pieces(
        options.resamples,
        || Buffers::of(returns.len()),
        |number, buffers| sample.replicate(number, buffers),
    )?;
    let tails = [
        0.5 - options.confidence / 2.0,
        0.5 + options.confidence / 2.0,
    ];
    let intervals = Headline::ALL.iter().enumerate();
    Ok(Intervals {
        of: intervals
            .map(|(at, &measure)| sample.interval(measure, at, &replicates, tails))
            .collect(),
        block_length: sample.resampling.block_length(),
    })
}

fn check(returns: &[f64], conventions: &Conventions, options: &IntervalOptions) -> Result<()> {
    check_returns(returns)?;
    let wrong = |message: String| Err(Error::new(Code::InvalidArgument, message));
    if !(options.confidence > 0.0 && options.confidence < 1.0) {
        return wrong(format!(
            "the confidence is {}: give one between 0 and 1",
            options.confidence
        ));
    }
    if options.resamples < 100 {
        return wrong(format!(
            "{} resamples say little of the ends: give at least 100",
            options.resamples
        ));
    }
    if conventions.profile != Profile::NeuralTrader {
        return wrong("intervals follow our conventions: give the profile neural-trader".into());
    }
    Ok(())
}

/// What a thread reuses from one resample to the next.
struct Buffers {
    drawn: Vec<u32>,
    once: Vec<f64>,
    twice: Vec<f64>,
}

impl Buffers {
    fn of(count: usize) -> Self {
        Self {
            drawn: vec![0; count],
            once: vec![0.0; count],
            twice: vec![0.0; count],
        }
    }
}

/// Of each measure in the order of [`Headline::ALL`]: its value in a resample, and how far that is
/// from the observed in standard errors.
type Replicate = [[f64; 2]; Headline::ALL.len()];

struct Sample<'a> {
    returns: &'a [f64],
    conventions: &'a Conventions,
    resampling: Resampling,
    seed: u64,
    observed: [Option<Influence>; Headline::ALL.len()],
    mean: f64,
    deviation: f64,
    /// What the error of the mean is to that which blocks have.
    widening: f64,
}

impl<'a> Sample<'a> {
    fn of(
        returns: &'a [f64],
        conventions: &'a Conventions,
        resampling: Resampling,
        seed: u64,
    ) -> Self {
        let (mean, deviation) = moments(returns);
        let away: Vec<f64> = returns.iter().map(|value| value - mean).collect();
        let block = whole(resampling);
        let ratio = standard_error(&away, block) / standard_error_of_all_blocks(&away, block);
        Self {
            returns,
            conventions,
            resampling,
            seed,
            observed: Headline::ALL.map(|measure| Influence::of(measure, returns, conventions)),
            mean,
            deviation,
            widening: if ratio.is_finite() { ratio } else { 1.0 },
        }
    }

    fn replicate(&self, number: usize, buffers: &mut Buffers) -> Replicate {
        let mut rng = Rng::with_stream(self.seed, number as u64);
        self.draw(&mut rng, &mut buffers.drawn, &mut buffers.once);
        self.draw(&mut rng, &mut buffers.drawn, &mut buffers.twice);
        self.renew(&buffers.once, &mut buffers.twice);
        std::array::from_fn(|at| {
            let measure = Headline::ALL[at];
            match measure.target() {
                Target::NextHistory => [measure.of(&buffers.twice, self.conventions), f64::NAN],
                Target::Parameter => [
                    measure.of(&buffers.once, self.conventions),
                    self.distance(at, &buffers.once),
                ],
            }
        })
    }

    fn draw(&self, rng: &mut Rng, drawn: &mut [u32], into: &mut [f64]) {
        self.resampling.draw(self.returns.len(), rng, drawn);
        for (value, &at) in into.iter_mut().zip(drawn.iter()) {
            *value = self.returns[at as usize];
        }
    }

    /// Gives the second resample the mean and the deviation that the first says could be true.
    fn renew(&self, first: &[f64], second: &mut [f64]) {
        let (mean, deviation) = moments(first);
        let scale = if self.deviation > 0.0 {
            deviation / self.deviation
        } else {
            1.0
        };
        let (chance, _) = moments(second);
        let unknown = self.widening * (mean - self.mean);
        let shift = unknown + (self.widening - 1.0) * (chance - self.mean);
        for value in second {
            *value = self.mean + shift + scale * (*value - self.mean);
        }
    }

    fn distance(&self, at: usize, resample: &[f64]) -> f64 {
        let made = Influence::of(Headline::ALL[at], resample, self.conventions);
        let (Some(observed), Some(made)) = (&self.observed[at], made) else {
            return f64::NAN;
        };
        let error = standard_error_of_drawn_blocks(&made.of, whole(self.resampling));
        let distance = (made.value - observed.value) / error;
        if distance.is_finite() {
            distance
        } else {
            f64::NAN
        }
    }

    fn interval(
        &self,
        measure: Headline,
        at: usize,
        replicates: &[Replicate],
        tails: [f64; 2],
    ) -> Interval {
        let column =
            |of: usize| -> Vec<f64> { replicates.iter().map(|each| each[at][of]).collect() };
        let estimate = measure.of(self.returns, self.conventions);
        let method = match (measure.target(), &self.observed[at]) {
            (Target::Parameter, Some(_)) => Method::Studentised,
            (Target::Parameter, None) => Method::Bca,
            (Target::NextHistory, _) => Method::Percentile,
        };
        let sorted = ascending(&column(usize::from(method == Method::Studentised)));
        let undefined = 1.0 - sorted.len() as f64 / replicates.len() as f64;
        let [lower, upper] = match (&self.observed[at], method) {
            _ if estimate.is_nan() || undefined > 0.5 => [f64::NAN; 2],
            (Some(observed), Method::Studentised) => self.around(measure, observed, &sorted, tails),
            (_, Method::Percentile) => tails.map(|tail| quantile(&sorted, tail)),
            _ => self.corrected(measure, estimate, &sorted, tails),
        };
        Interval {
            measure,
            estimate,
            lower,
            upper,
            method,
            undefined,
        }
    }

    /// The studentised interval: what was high among resamples is taken off, so the ends change
    /// sides.
    fn around(
        &self,
        measure: Headline,
        observed: &Influence,
        distances: &[f64],
        tails: [f64; 2],
    ) -> [f64; 2] {
        let error = standard_error(&observed.of, whole(self.resampling));
        [tails[1], tails[0]].map(|tail| {
            let value = observed.value - error * quantile(distances, tail);
            Influence::back(measure, value, self.returns.len(), self.conventions)
        })
    }

    fn corrected(
        &self,
        measure: Headline,
        estimate: f64,
        sorted: &[f64],
        tails: [f64; 2],
    ) -> [f64; 2] {
        let below = sorted.partition_point(|&value| value < estimate);
        let reached = sorted.partition_point(|&value| value <= estimate);
        let share = f64::midpoint(below as f64, reached as f64) / sorted.len() as f64;
        let edge = 0.5 / sorted.len() as f64;
        let bias = normal_quantile(share.clamp(edge, 1.0 - edge));
        let acceleration = self.acceleration(measure);
        tails.map(|tail| {
            let z = bias + normal_quantile(tail);
            let level = normal_cdf(bias + z / (1.0 - acceleration * z));
            quantile(sorted, if level.is_nan() { tail } else { level })
        })
    }

    /// Σ d³/(6 (Σ d²)^1.5) of what the measure loses with each group; 0 where it is undefined.
    fn acceleration(&self, measure: Headline) -> f64 {
        let n = self.returns.len();
        let groups = GROUPS.min(n);
        let without = |group: usize| {
            let (from, to) = (group * n / groups, (group + 1) * n / groups);
            let left = [&self.returns[..from], &self.returns[to..]].concat();
            measure.of(&left, self.conventions)
        };
        let values: Vec<f64> = (0..groups).map(without).collect();
        let mean = values.iter().sum::<f64>() / groups as f64;
        let power = |degree| {
            values
                .iter()
                .map(|value| (mean - value).powi(degree))
                .sum::<f64>()
        };
        let acceleration = power(3) / (6.0 * power(2).powf(1.5));
        if acceleration.is_finite() {
            acceleration
        } else {
            0.0
        }
    }
}

/// Length of the blocks in whole returns.
const fn whole(resampling: Resampling) -> usize {
    resampling.block_length().round() as usize
}

/// Mean and population deviation.
fn moments(returns: &[f64]) -> (f64, f64) {
    let n = returns.len() as f64;
    let mean = returns.iter().sum::<f64>() / n;
    let squares: f64 = returns.iter().map(|value| (value - mean).powi(2)).sum();
    (mean, (squares / n).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::fixture::{normal_returns, quarterly};

    const OPTIONS: IntervalOptions = IntervalOptions {
        seed: 1,
        resamples: 4000,
        confidence: 0.95,
        resampling: Some(Resampling::Circular(1)),
    };

    fn of(returns: &[f64], options: &IntervalOptions) -> Vec<Interval> {
        confidence_intervals(returns, &quarterly(), options, &Work::new(2))
            .unwrap()
            .of
    }

    /// Of independent normal returns the ends are 1.96 standard errors away: those of the mean are
    /// σ/√n, of the deviation σ/√(2n), of the Sharpe ratio √((1 + SR²/2)/n).
    #[test]
    fn normal_returns_have_the_intervals_of_the_textbook() {
        let returns = normal_returns(1000, 0.02, 0.1, 17);
        let found = of(&returns, &OPTIONS);
        let expect = |at: usize, error: f64| {
            let Interval {
                estimate,
                lower,
                upper,
                ..
            } = found[at];
            let half = (upper - lower) / 2.0;
            assert!(
                (half / (1.96 * error) - 1.0).abs() < 0.12,
                "{:?}",
                found[at]
            );
            assert!(lower < estimate && estimate < upper);
        };
        let deviation = found[3].estimate / 2.0;
        let root = 1000_f64.sqrt();
        expect(2, 4.0 * deviation / root);
        expect(3, 2.0 * deviation / (2.0_f64.sqrt() * root));
        expect(
            0,
            2.0 * (1.0 + (found[0].estimate / 2.0).powi(2) / 2.0).sqrt() / root,
        );
    }

    #[test]
    fn the_bits_do_not_depend_on_the_threads() {
        let returns = normal_returns(120, 0.01, 0.1, 18);
        let options = IntervalOptions {
            resampling: None,
            resamples: 200,
            ..OPTIONS
        };
        let on = |threads| {
            confidence_intervals(&returns, &quarterly(), &options, &Work::new(threads)).unwrap()
        };
        assert_eq!(on(1), on(6));
    }

    #[test]
    fn what_is_undefined_has_no_interval() {
        let found = of(&[0.0; 30], &OPTIONS);
        assert!(found[0].lower.is_nan() && found[8].upper.is_nan());
        assert_eq!((found[2].lower, found[7].upper), (0.0, 0.0));
        let one = of(&[0.1], &OPTIONS);
        assert!(one[0].estimate.is_nan() && one[2].lower == 0.4);
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        let code = |returns: &[f64], options: &IntervalOptions| {
            let made = confidence_intervals(returns, &quarterly(), options, &Work::new(1));
            made.unwrap_err().code()
        };
        assert_eq!(code(&[], &OPTIONS), Code::DataEmpty);
        assert_eq!(code(&[0.1, f64::NAN], &OPTIONS), Code::DataNotFinite);
        let sure = IntervalOptions {
            confidence: 1.0,
            ..OPTIONS
        };
        assert_eq!(code(&[0.1, 0.2], &sure), Code::InvalidArgument);
        let few = IntervalOptions {
            resamples: 10,
            ..OPTIONS
        };
        assert_eq!(code(&[0.1, 0.2], &few), Code::InvalidArgument);
    }
}
