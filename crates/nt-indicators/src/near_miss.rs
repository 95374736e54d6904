/// More names than these are not spelled out.
const LISTED: usize = 20;

/// What to say after an unknown name: the nearest known one, or all of them.
pub(crate) fn near_miss(name: &str, known: &[&str]) -> String {
    let wanted = name.to_lowercase();
    let nearest = known
        .iter()
        .map(|candidate| (distance(&wanted, &candidate.to_lowercase()), candidate))
        .min_by_key(|(distance, _)| *distance);
    match nearest {
        Some((distance, candidate)) if distance <= candidate.len().div_ceil(3) => {
            format!("did you mean {candidate}?")
        }
        Some(_) if known.len() > LISTED => "the registry lists them all".to_owned(),
        Some(_) => format!("choose one of {}", known.join(", ")),
        None => "it has none".to_owned(),
    }
}

/// Insertions, deletions and replacements that turn one into the other (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (index, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (column, &to) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(from != to);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_edits() {
        assert_eq!(
            (
                distance("kitten", "sitting"),
                distance("", "abc"),
                distance("x", "x")
            ),
            (3, 3, 0)
        );
    }

    #[test]
    fn suggests_only_what_is_near() {
        assert_eq!(near_miss("perod", &["period"]), "did you mean period?");
        assert_eq!(
            near_miss("fastperiod", &["slowPeriod", "fastPeriod"]),
            "did you mean fastPeriod?"
        );
        assert_eq!(near_miss("xyz", &["sma", "ema"]), "choose one of sma, ema");
        assert_eq!(near_miss("xyz", &[]), "it has none");
    }
}
