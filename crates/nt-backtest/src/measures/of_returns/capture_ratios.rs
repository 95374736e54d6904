use super::defined;
use super::expected_returns::compounded_mean;

/// Up and down capture: the geometric mean return in the periods in which the benchmark rose (fell)
/// over the benchmark's own in them. 1 goes along, more up and less down is better. NaN without such
/// a period.
///
/// Source: Morningstar, *Upside and Downside Capture Ratio*.
#[must_use]
pub fn capture_ratios(returns: &[f64], benchmark: &[f64]) -> [f64; 2] {
    [1.0, -1.0].map(|side| {
        let pairs = returns.iter().zip(benchmark);
        let (mut own, mut market) = (Vec::new(), Vec::new());
        for (r, b) in pairs.filter(|(_, b)| **b * side > 0.0) {
            own.push(*r);
            market.push(*b);
        }
        defined(compounded_mean(&own), compounded_mean(&market))
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::assert_close;
    use super::*;

    #[test]
    fn a_hand_count() {
        // Up in two periods of 0.21 each, half taken; down in one, all taken.
        let [up, down] = capture_ratios(&[0.105, -0.1, 0.105], &[0.21, -0.1, 0.21]);
        assert_close(up, 0.5);
        assert_close(down, 1.0);
        // 1.44 in two periods is 0.2 in each, against 0.1.
        assert_close(capture_ratios(&[0.44, 0.0], &[0.1, 0.1])[0], 2.0);
        assert!(capture_ratios(&[0.1], &[0.0])[0].is_nan());
    }
}
