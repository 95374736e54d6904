use super::ask::{Answer, Ask, Balance, Reason};
use super::buy::buy;
use super::fault::Fault;
use super::nearly::cleaned;
use super::sell::sell;
use super::{Direction, SizeType};

/// What the account is worth when an order comes to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Worth {
    /// Price that the units are valued at.
    pub price: f64,
    /// Value of the account.
    pub total: f64,
}

/// Executes an order: the balance after it, and what became of it. Balances that are zero but for
/// rounding are zero afterwards, whatever became of it.
pub(super) fn execute(
    before: Balance,
    worth: Worth,
    ask: &Ask,
) -> Result<(Balance, Answer), Fault> {
    let balance = Balance {
        cash: cleaned(before.cash),
        free_cash: cleaned(before.free_cash),
        position: cleaned(before.position),
        debt: cleaned(before.debt),
    };
    if ask.size.is_nan() {
        return Ok((balance, Answer::None));
    }
    if ask.price.is_nan() {
        return Ok((balance, Answer::Unfilled(Reason::PriceNan)));
    }
    check(&balance, ask)?;
    match units(&balance, worth, ask)? {
        Err(reason) => Ok((balance, Answer::Unfilled(reason))),
        Ok(Units { size, share }) if size > 0.0 => buy(balance, ask, size, share),
        Ok(Units { size, share }) => sell(balance, ask, -size, share),
    }
}

fn check(balance: &Balance, ask: &Ask) -> Result<(), Fault> {
    if balance.cash.is_nan() || balance.cash < 0.0 || balance.free_cash.is_nan() {
        return Err(Fault::Balance(balance.cash));
    }
    if !ask.price.is_finite() || ask.price <= 0.0 {
        return Err(Fault::Price(ask.price));
    }
    match ask.direction {
        Direction::LongOnly if balance.position < 0.0 => Err(Fault::LongOnlyWhileShort),
        Direction::ShortOnly if balance.position > 0.0 => Err(Fault::ShortOnlyWhileLong),
        _ => Ok(()),
    }
}

/// Signed units asked for; where `share` is not NaN, as many as that share of the means allows.
struct Units {
    size: f64,
    share: f64,
}

fn units(balance: &Balance, worth: Worth, ask: &Ask) -> Result<Result<Units, Reason>, Fault> {
    let sign = if ask.direction == Direction::ShortOnly {
        -1.0
    } else {
        1.0
    };
    let mut size = sign * ask.size;
    if ask.size_type == SizeType::TargetPercent {
        let total = cleaned(worth.total);
        if total.is_nan() {
            return Ok(Err(Reason::ValueNan));
        }
        if total <= 0.0 {
            return Ok(Err(Reason::ValueZeroOrLess));
        }
        size *= total;
    }
    if is_money(ask.size_type) {
        let price = cleaned(worth.price);
        if price.is_infinite() || price <= 0.0 {
            return Err(Fault::ValuePrice(price));
        }
        if price.is_nan() {
            return Ok(Err(Reason::ValuePriceNan));
        }
        size /= price;
    }
    if is_target(ask.size_type) {
        size -= balance.position;
    }
    Ok(Ok(shared(size, ask)))
}

/// Percentages, and a short without a limit, which is all that free cash allows.
fn shared(size: f64, ask: &Ask) -> Units {
    let size = if ask.size_type == SizeType::Percent {
        size
    } else if size == f64::NEG_INFINITY && ask.direction != Direction::LongOnly {
        -1.0
    } else {
        return Units {
            size,
            share: f64::NAN,
        };
    };
    let endless = if size == 0.0 {
        f64::NAN
    } else {
        size.signum() * f64::INFINITY
    };
    Units {
        size: endless,
        share: size.abs(),
    }
}

const fn is_money(size_type: SizeType) -> bool {
    matches!(
        size_type,
        SizeType::Value | SizeType::TargetValue | SizeType::TargetPercent
    )
}

const fn is_target(size_type: SizeType) -> bool {
    matches!(
        size_type,
        SizeType::TargetAmount | SizeType::TargetValue | SizeType::TargetPercent
    )
}
