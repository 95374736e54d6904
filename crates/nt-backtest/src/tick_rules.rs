use nt_core::{Code, Error, Result};
use nt_trading::{Kernel, Matching};

/// Checks that a run over quotes and trades can follow the rules of a kernel. What looks at bars or at
/// the sessions of a calendar goes with bars alone.
///
/// # Errors
/// `INVALID_ARGUMENT` naming the rule.
pub fn check_tick_rules(kernel: &Kernel) -> Result<()> {
    let config = kernel.config();
    let faults = [
        ("currencies", !config.currencies.foreign.is_empty()),
        ("matching", config.matching != Matching::Path),
        ("sessions", kernel.has_schedules()),
    ];
    let Some((field, _)) = faults.into_iter().find(|&(_, is_set)| is_set) else {
        return Ok(());
    };
    let message =
        format!("{field} goes with bars, not with quotes and trades: leave it out, or give bars");
    Err(Error::new(Code::InvalidArgument, message).with("field", field))
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
