/// A fall of a path that returns compound to. Periods count from 1: 0 is the start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fall {
    /// Period at whose end the peak stood; 0 where that was the start.
    pub peak: usize,
    /// Period at whose end it was deepest.
    pub trough: usize,
    /// Period at whose end the peak was reached again, or the last one.
    pub end: usize,
    /// A negative fraction of the peak.
    pub depth: f64,
    /// Whether the peak was reached again.
    pub recovered: bool,
}

/// The falls of a path, the deepest first, at most so many; of equal ones the earlier first. The
/// start is the first peak, so that a loss in the first period is one.
///
/// Source: pyfolio's `gen_drawdown_table`.
#[must_use]
pub fn drawdown_table(returns: &[f64], most: usize) -> Vec<Fall> {
    let mut falls = falls(returns);
    falls.sort_by(|a, b| a.depth.total_cmp(&b.depth));
    falls.truncate(most);
    falls
}

/// The falls of a path in order of time.
#[must_use]
pub fn falls(returns: &[f64]) -> Vec<Fall> {
    let mut found = Vec::new();
    let (mut value, mut peak, mut at) = (1.0, 1.0, 0);
    let mut current: Option<Fall> = None;
    for (period, change) in (1..).zip(returns) {
        value *= 1.0 + change;
        if value >= peak {
            if let Some(fall) = current.take() {
                found.push(Fall {
                    end: period,
                    recovered: true,
                    ..fall
                });
            }
            (peak, at) = (value, period);
            continue;
        }
        let depth = value / peak - 1.0;
        let fall = current.get_or_insert(Fall {
            peak: at,
            trough: period,
            end: period,
            depth,
            recovered: false,
        });
        fall.end = period;
        if depth < fall.depth {
            (fall.trough, fall.depth) = (period, depth);
        }
    }
    found.extend(current);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hand_count() {
        // 1, 0.5, 1, 2, 1.5, 1, 1.5: a half to period 2, a half from 3 on that never comes back.
        let returns = [-0.5, 1.0, 1.0, -0.25, -1.0 / 3.0, 0.5];
        let first = Fall {
            peak: 0,
            trough: 1,
            end: 2,
            depth: -0.5,
            recovered: true,
        };
        let found = falls(&returns);
        assert_eq!(found[0], first);
        assert_eq!((found[1].peak, found[1].trough, found[1].end), (3, 5, 6));
        assert!((found[1].depth + 0.5).abs() < 1e-12 && !found[1].recovered);
        assert_eq!(drawdown_table(&returns, 1).len(), 1);
    }

    #[test]
    fn the_deepest_comes_first() {
        let depths = drawdown_table(&[-0.1, 0.2, -0.3, 0.5, -0.2], 9);
        let depths: Vec<i32> = depths
            .iter()
            .map(|fall| (fall.depth * 10.0).round() as i32)
            .collect();
        assert_eq!(depths, [-3, -2, -1]);
        assert_eq!(drawdown_table(&[0.1], 5), []);
    }

    #[test]
    fn ruin_is_the_end() {
        let ruin = falls(&[0.5, -1.0]);
        assert_eq!((ruin[0].depth, ruin[0].recovered), (-1.0, false));
    }
}
