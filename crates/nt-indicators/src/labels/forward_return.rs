use nt_core::{Code, Error, Result};

/// The return from each bar to the one `bars` after it, `x[t+bars] / x[t] - 1`: it looks ahead.
/// NaN where there is no such bar, where one of both values is not finite and where the first is 0.
///
/// # Errors
/// `INVALID_PARAMETER` for 0 bars.
///
/// ```
/// let labels = nt_indicators::forward_return(&[10.0, 11.0, 22.0], 1)?;
/// assert!((labels[0] - 0.1).abs() < 1e-15 && labels[1] == 1.0 && labels[2].is_nan());
/// # Ok::<(), nt_core::Error>(())
/// ```
pub fn forward_return(prices: &[f64], bars: usize) -> Result<Vec<f64>> {
    if bars == 0 {
        let message = "a forward return over 0 bars says nothing: give a whole number from 1";
        return Err(Error::new(Code::InvalidParameter, message).with("parameter", "bars"));
    }
    let mut labels = vec![f64::NAN; prices.len()];
    for (label, pair) in labels
        .iter_mut()
        .zip(prices.windows(bars.saturating_add(1)))
    {
        let (now, then) = (pair[0], pair[bars]);
        if now.is_finite() && then.is_finite() && now != 0.0 {
            *label = (then - now) / now;
        }
    }
    Ok(labels)
}
