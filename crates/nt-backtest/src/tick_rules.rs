use nt_core::{Code, Error, Result};
use nt_trading::{Kernel, Matching};

/// Checks that a run over quotes and trades can follow the rules of a kernel: the queue of
/// backtesting.py is one of bars.
///
/// # Errors
/// `INVALID_ARGUMENT` naming the rule.
pub fn check_tick_rules(kernel: &Kernel) -> Result<()> {
    if kernel.config().matching == Matching::Path {
        return Ok(());
    }
    let message = "matching in a queue goes with bars, not with quotes and trades: give matching path, or bars";
    Err(Error::new(Code::InvalidArgument, message).with("field", "matching"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use nt_core::{Instrument, Money, Scale};
    use nt_trading::{Config, QueueRules};

    fn checked(change: impl FnOnce(&mut Config)) -> Result<()> {
        let cents = Scale::new(2).unwrap();
        let mut config = Config::new(Money::from_f64(10_000.0).unwrap());
        change(&mut config);
        let instrument = Instrument::new("X.XTST", cents, Scale::new(0).unwrap());
        let kernel = Kernel::new(config, vec![instrument]).unwrap();
        check_tick_rules(&kernel)
    }

    #[test]
    fn what_looks_at_bars_is_refused() {
        assert!(checked(|_| ()).is_ok());
        let queue = |config: &mut Config| config.matching = Matching::Queue(QueueRules::default());
        let error = checked(queue).unwrap_err();
        assert_eq!(error.code(), Code::InvalidArgument);
        assert!(error.to_string().contains("matching"));
    }
}
