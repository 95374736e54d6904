//! Features of one instrument among others: each bar by itself, across columns.

use nt_core::{Code, Error, Result};

mod demean;
mod quantile;
mod rank;
mod winsorise;
mod z_score;

/// What is made of the values of a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CrossSection {
    /// Their ranks from 1 for the least, equal values sharing the mean of theirs.
    Rank,
    /// Their ranks from 0 to 1; one half for a value alone.
    PercentRank,
    /// Their distances from the mean in standard deviations, dividing by n; 0 where these are 0.
    ZScore,
    /// Their distances from the mean.
    Demean,
    /// Themselves, but no further out than the quantiles of this share and of what it leaves of 1.
    Winsorise(f64),
    /// The equal parts, so many and counted from 0, of their order that they fall into.
    Quantile(usize),
}

/// A column for each column, made bar by bar from the values of all columns of the same group. A
/// value that is not finite gives NaN and counts for nothing.
///
/// # Errors
/// `DATA_LENGTH_MISMATCH` for columns of different lengths, `INVALID_ARGUMENT` where there is not
/// one group for each, `INVALID_PARAMETER` for a share outside 0 to 0.5 or less than 2 parts.
///
/// ```
/// use nt_indicators::{CrossSection, cross_section};
///
/// let columns = [[1.0, 5.0].as_slice(), &[2.0, f64::NAN], &[9.0, 7.0]];
/// let ranks = cross_section(CrossSection::Rank, &columns, &[0; 3])?;
/// assert_eq!(ranks[2], [3.0, 2.0]);
/// # Ok::<(), nt_core::Error>(())
/// ```
pub fn cross_section(
    what: CrossSection,
    columns: &[&[f64]],
    groups: &[u32],
) -> Result<Vec<Vec<f64>>> {
    what.check()?;
    let bars = checked_length(columns, groups)?;
    let mut out = vec![vec![f64::NAN; bars]; columns.len()];
    let mut numbers = groups.to_vec();
    numbers.sort_unstable();
    numbers.dedup();
    let (mut members, mut values) = (Vec::new(), Vec::new());
    for group in numbers {
        for bar in 0..bars {
            let present = |at: &usize| groups[*at] == group && columns[*at][bar].is_finite();
            members.clear();
            members.extend((0..columns.len()).filter(present));
            values.clear();
            values.extend(members.iter().map(|at| columns[*at][bar]));
            what.apply(&mut values);
            for (at, value) in members.iter().zip(&values) {
                out[*at][bar] = *value;
            }
        }
    }
    Ok(out)
}

impl CrossSection {
    fn check(self) -> Result<()> {
        let fault = match self {
            Self::Winsorise(share) if !(0.0..=0.5).contains(&share) => {
                format!("the share to winsorise is {share}: give a number from 0 to 0.5")
            }
            Self::Quantile(parts) if parts < 2 => {
                format!("the number of quantiles is {parts}: give a whole number from 2")
            }
            _ => return Ok(()),
        };
        Err(Error::new(Code::InvalidParameter, fault))
    }

    fn apply(self, values: &mut [f64]) {
        match self {
            Self::Rank => rank::rank(values),
            Self::PercentRank => rank::percent_rank(values),
            Self::ZScore => z_score::z_score(values),
            Self::Demean => demean::demean(values),
            Self::Winsorise(share) => winsorise::winsorise(values, share),
            Self::Quantile(parts) => quantile::quantile(values, parts),
        }
    }
}

fn checked_length(columns: &[&[f64]], groups: &[u32]) -> Result<usize> {
    if columns.len() != groups.len() {
        let message = format!(
            "{} groups for {} columns: give one group for each",
            groups.len(),
            columns.len()
        );
        return Err(Error::new(Code::InvalidArgument, message));
    }
    let bars = columns.first().map_or(0, |column| column.len());
    match columns.iter().position(|column| column.len() != bars) {
        None => Ok(bars),
        Some(at) => {
            let message = format!(
                "column {at} has {} values where the first has {bars}: give equal lengths",
                columns[at].len()
            );
            Err(Error::new(Code::DataLengthMismatch, message).with("column", at))
        }
    }
}

/// The value at a share of the way through sorted values, on a line between its neighbours.
fn quantile_of(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let below = sorted[place as usize];
    let above = sorted[(place as usize + 1).min(sorted.len() - 1)];
    below + place.fract() * (above - below)
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}
