use nt_core::{Code, Error, Result};

/// Refuses returns that no statistic can be taken of.
///
/// # Errors
/// `DATA_EMPTY` without a return, `DATA_NOT_FINITE` where one is not a number.
pub fn check_returns(returns: &[f64]) -> Result<()> {
    if returns.is_empty() {
        let message = "there is no return: give a return for each period";
        return Err(Error::new(Code::DataEmpty, message));
    }
    match returns.iter().position(|value| !value.is_finite()) {
        None => Ok(()),
        Some(at) => {
            let message = format!(
                "return {at} is {}: leave out periods without a price, or give 0 where nothing was held",
                returns[at]
            );
            Err(Error::new(Code::DataNotFinite, message).with("row", at))
        }
    }
}
