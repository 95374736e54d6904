use super::Direction;
use super::ask::{Answer, Ask, Balance, Fill, Reason};
use super::fault::Fault;
use super::nearly::{below, nothing, sum, whole_steps};

type Sold = Result<(Balance, Answer), Fault>;

/// Sells so many units, short where the direction allows it. Where `share` is not NaN, that share of
/// what can be sold.
pub(super) fn sell(balance: Balance, ask: &Ask, units: f64, share: f64) -> Sold {
    let price = ask.price * (1.0 - ask.slippage);
    let unfilled = |reason| Ok((balance, Answer::Unfilled(reason)));
    let size = match limited(&balance, ask, price, Asked { units, share }) {
        Ok(size) => size,
        Err(reason) => return unfilled(reason),
    };
    if size > ask.max_size && !ask.allow_partial {
        return unfilled(Reason::MaxSizeExceeded);
    }
    let size = if size > ask.max_size {
        ask.max_size
    } else {
        size
    };
    if ask.direction != Direction::LongOnly && size.is_infinite() {
        return Err(Fault::EndlessShort);
    }
    let size = granular(ask, size);
    if let Some(reason) = refusal(&balance, ask, units, size) {
        return unfilled(reason);
    }
    let fees = size * price * ask.fees + ask.fixed_fees;
    let brought = sum(size * price, -fees);
    if brought < 0.0 {
        return unfilled(Reason::CantCoverFees);
    }
    let fill = Fill {
        quantity: -size,
        price,
        fees,
    };
    Ok((received(balance, &fill, brought), Answer::Filled(fill)))
}

#[derive(Clone, Copy)]
struct Asked {
    units: f64,
    share: f64,
}

impl Asked {
    fn is_endless(self) -> bool {
        self.units.is_infinite() && !self.share.is_nan()
    }

    fn of(self, size: f64) -> f64 {
        if self.share.is_nan() {
            size
        } else {
            self.share * size
        }
    }
}

/// Units that may be sold of those asked for.
fn limited(balance: &Balance, ask: &Ask, price: f64, asked: Asked) -> Result<f64, Reason> {
    if ask.direction == Direction::LongOnly {
        return Ok(asked.of(balance.position.min(asked.units)));
    }
    if !(ask.lock_cash || asked.is_endless()) {
        return Ok(asked.of(asked.units));
    }
    let most = sellable(balance, ask, price)?;
    if !ask.lock_cash {
        return Ok(asked.of(most));
    }
    let wanted = if asked.is_endless() {
        asked.of(most)
    } else {
        asked.of(asked.units)
    };
    Ok(wanted.min(most))
}

/// The units held and those that free cash lets be sold short.
fn sellable(balance: &Balance, ask: &Ask, price: f64) -> Result<f64, Reason> {
    let long = balance.position.max(0.0);
    let free = sum(balance.free_cash, long * price * (1.0 - ask.fees));
    if free <= 0.0 {
        return if balance.position <= 0.0 {
            Err(Reason::NoCashShort)
        } else {
            Ok(long)
        };
    }
    let short = sum(free, -ask.fixed_fees) / (price * (1.0 + ask.fees));
    let most = sum(long, short);
    if most <= 0.0 {
        Err(Reason::CantCoverFees)
    } else {
        Ok(most)
    }
}

fn granular(ask: &Ask, size: f64) -> f64 {
    if ask.granularity.is_nan() {
        size
    } else {
        whole_steps(size, ask.granularity)
    }
}

fn refusal(balance: &Balance, ask: &Ask, units: f64, size: f64) -> Option<Reason> {
    if ask.direction == Direction::LongOnly && balance.position == 0.0 {
        Some(Reason::NoOpenPosition)
    } else if nothing(size) {
        Some(Reason::SizeZero)
    } else if below(size, ask.min_size) {
        Some(Reason::MinSizeNotReached)
    } else if units.is_finite() && below(size, units) && !ask.allow_partial {
        Some(Reason::PartialFill)
    } else {
        None
    }
}

/// The balance after the sale; what is sold short binds twice its value of the free cash.
fn received(balance: Balance, fill: &Fill, brought: f64) -> Balance {
    let position = sum(balance.position, fill.quantity);
    let cash = balance.cash + brought;
    if position >= 0.0 {
        return Balance {
            cash,
            free_cash: balance.free_cash + brought,
            position,
            debt: balance.debt,
        };
    }
    let short = if balance.position < 0.0 {
        -fill.quantity
    } else {
        position.abs()
    };
    let value = short * fill.price;
    Balance {
        cash,
        free_cash: sum(balance.free_cash, sum(brought, -2.0 * value)),
        position,
        debt: balance.debt + value,
    }
}

#[cfg(test)]
mod tests {
    use super::super::SizeType;
    use super::super::nearly::same;
    use super::*;

    const ASK: Ask = Ask {
        size: 1.0,
        size_type: SizeType::Amount,
        direction: Direction::Both,
        price: 10.0,
        fees: 0.0,
        fixed_fees: 0.0,
        slippage: 0.0,
        min_size: 0.0,
        max_size: f64::INFINITY,
        granularity: f64::NAN,
        lock_cash: false,
        allow_partial: true,
    };
    const CASH: Balance = Balance {
        cash: 100.0,
        free_cash: 100.0,
        position: 0.0,
        debt: 0.0,
    };

    #[test]
    fn a_short_binds_twice_its_value() {
        let (after, answer) = sell(CASH, &ASK, 4.0, f64::NAN).unwrap();
        assert!(matches!(answer, Answer::Filled(fill) if same(fill.quantity, -4.0)));
        assert_eq!(
            (after.cash, after.free_cash, after.debt),
            (140.0, 60.0, 40.0)
        );
    }

    #[test]
    fn locked_cash_limits_a_short() {
        let locked = Ask {
            lock_cash: true,
            ..ASK
        };
        let (after, _) = sell(CASH, &locked, 40.0, f64::NAN).unwrap();
        assert_eq!((after.position, after.free_cash), (-10.0, 0.0));
        let (_, answer) = sell(after, &locked, 1.0, f64::NAN).unwrap();
        assert_eq!(answer, Answer::Unfilled(Reason::NoCashShort));
    }

    #[test]
    fn long_only_sells_what_is_there() {
        let long_only = Ask {
            direction: Direction::LongOnly,
            ..ASK
        };
        let (_, answer) = sell(CASH, &long_only, 1.0, f64::NAN).unwrap();
        assert_eq!(answer, Answer::Unfilled(Reason::NoOpenPosition));
        let long = Balance {
            position: 3.0,
            ..CASH
        };
        let (after, _) = sell(long, &long_only, 5.0, f64::NAN).unwrap();
        assert_eq!((after.position, after.cash), (0.0, 130.0));
    }

    #[test]
    fn selling_without_end_is_a_fault() {
        assert_eq!(
            sell(CASH, &ASK, f64::INFINITY, f64::NAN).unwrap_err(),
            Fault::EndlessShort
        );
    }
}
