/// The most periods in a row that won, and that lost. One that broke even ends both.
///
/// Source: quantstats.
#[must_use]
pub fn longest_streaks(returns: &[f64]) -> [usize; 2] {
    let (mut longest, mut current) = ([0; 2], [0; 2]);
    for value in returns {
        let holds = [*value > 0.0, *value < 0.0];
        for side in 0..2 {
            current[side] = if holds[side] { current[side] + 1 } else { 0 };
            longest[side] = longest[side].max(current[side]);
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hand_count() {
        let returns = [0.1, 0.1, 0.0, 0.1, -0.1, -0.1, -0.1, 0.1];
        assert_eq!(longest_streaks(&returns), [2, 3]);
        assert_eq!(longest_streaks(&[]), [0, 0]);
    }
}
