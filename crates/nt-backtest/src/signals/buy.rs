use super::Direction;
use super::ask::{Answer, Ask, Balance, Fill, Reason};
use super::fault::Fault;
use super::nearly::{below, nothing, sum, whole_steps, within};

type Bought = Result<(Balance, Answer), Fault>;

/// Buys, or covers, so many units: as many as the cash pays for. Where `share` is not NaN, that share
/// of the cash is all there is.
pub(super) fn buy(balance: Balance, ask: &Ask, units: f64, share: f64) -> Bought {
    let price = ask.price * (1.0 + ask.slippage);
    let budget = shared_budget(&balance, ask, price, share);
    let unfilled = |reason| Ok((balance, Answer::Unfilled(reason)));
    if ask.direction == Direction::ShortOnly {
        if balance.position == 0.0 {
            return unfilled(Reason::NoOpenPosition);
        }
    } else if budget == 0.0 {
        return unfilled(Reason::NoCashLong);
    } else if units.is_infinite() && budget.is_infinite() {
        return Err(Fault::EndlessLong);
    }
    let wanted = match wanted(&balance, ask, units) {
        Ok(wanted) => wanted,
        Err(reason) => return unfilled(reason),
    };
    let Some(cost) = affordable(ask, wanted, price, budget) else {
        return unfilled(Reason::CantCoverFees);
    };
    if let Some(reason) = refusal(ask, units, wanted, cost.size) {
        return unfilled(reason);
    }
    Ok((paid(balance, &cost), Answer::Filled(cost.fill(price))))
}

struct Cost {
    size: f64,
    fees: f64,
    /// With fees.
    cash: f64,
}

impl Cost {
    const fn fill(&self, price: f64) -> Fill {
        Fill {
            quantity: self.size,
            price,
            fees: self.fees,
        }
    }
}

fn shared_budget(balance: &Balance, ask: &Ask, price: f64, share: f64) -> f64 {
    let free = if ask.lock_cash {
        unlocked(balance, ask, price)
    } else {
        balance.cash
    };
    let budget = free.min(balance.cash);
    if share.is_nan() {
        budget
    } else {
        budget.min(share * budget)
    }
}

/// Cash that no short of another column holds.
fn unlocked(balance: &Balance, ask: &Ask, price: f64) -> f64 {
    if balance.position >= 0.0 {
        return balance.free_cash;
    }
    let units = balance.position.abs();
    let released = balance.free_cash + 2.0 * balance.debt;
    let cover = units * price * (1.0 + ask.fees) + ask.fixed_fees;
    let left = sum(released, -cover);
    if left > 0.0 {
        return released;
    }
    if left == 0.0 {
        return balance.cash;
    }
    let entry = balance.debt / units;
    let most = (balance.free_cash - ask.fixed_fees) / (price * (1.0 + ask.fees) - 2.0 * entry);
    most * price * (1.0 + ask.fees) + ask.fixed_fees
}

fn wanted(balance: &Balance, ask: &Ask, units: f64) -> Result<f64, Reason> {
    let wanted = if ask.direction == Direction::ShortOnly {
        (-balance.position).min(units)
    } else {
        units
    };
    if wanted == 0.0 {
        return Err(Reason::SizeZero);
    }
    if wanted > ask.max_size && !ask.allow_partial {
        return Err(Reason::MaxSizeExceeded);
    }
    let capped = if wanted > ask.max_size {
        ask.max_size
    } else {
        wanted
    };
    Ok(granular(ask, capped))
}

fn granular(ask: &Ask, size: f64) -> f64 {
    if ask.granularity.is_nan() {
        size
    } else {
        whole_steps(size, ask.granularity)
    }
}

/// What the budget pays for; nothing where it does not cover the fees.
fn affordable(ask: &Ask, wanted: f64, price: f64, budget: f64) -> Option<Cost> {
    let cash = wanted * price;
    let fees = cash * ask.fees + ask.fixed_fees;
    if within(cash + fees, budget) {
        return Some(Cost {
            size: wanted,
            fees,
            cash: cash + fees,
        });
    }
    let most = sum(budget, -ask.fixed_fees) / (1.0 + ask.fees);
    if most <= 0.0 {
        return None;
    }
    if ask.granularity.is_nan() {
        return Some(Cost {
            size: most / price,
            fees: budget - most,
            cash: budget,
        });
    }
    let size = granular(ask, most / price);
    let fees = size * price * ask.fees + ask.fixed_fees;
    Some(Cost {
        size,
        fees,
        cash: size * price + fees,
    })
}

fn refusal(ask: &Ask, units: f64, wanted: f64, size: f64) -> Option<Reason> {
    if nothing(wanted) {
        Some(Reason::SizeZero)
    } else if below(size, ask.min_size) {
        Some(Reason::MinSizeNotReached)
    } else if units.is_finite() && below(size, units) && !ask.allow_partial {
        Some(Reason::PartialFill)
    } else {
        None
    }
}

/// The balance after paying; what covers a short gives back what it had bound.
fn paid(balance: Balance, cost: &Cost) -> Balance {
    let position = sum(balance.position, cost.size);
    let cash = sum(balance.cash, -cost.cash);
    if balance.position >= 0.0 {
        let free_cash = sum(balance.free_cash, -cost.cash);
        return Balance {
            cash,
            free_cash,
            position,
            debt: balance.debt,
        };
    }
    let short = balance.position.abs();
    let covered = if position < 0.0 { cost.size } else { short };
    let repaid = covered * (balance.debt / short);
    Balance {
        cash,
        free_cash: sum(balance.free_cash + 2.0 * repaid, -cost.cash),
        position,
        debt: sum(balance.debt, -repaid),
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
        fees: 0.1,
        fixed_fees: 1.0,
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

    fn answer(ask: &Ask, units: f64) -> Answer {
        buy(CASH, ask, units, f64::NAN).unwrap().1
    }

    #[test]
    fn fees_come_out_of_the_cash() {
        // 99 left of a fee of 1, of which 90 buy nine units and 9 are the share.
        let Answer::Filled(fill) = answer(&ASK, f64::INFINITY) else {
            panic!("all the cash buys something");
        };
        assert!(same(fill.quantity, 9.0) && same(fill.fees, 10.0));
    }

    #[test]
    fn limits_of_size_refuse() {
        let refused = |ask: Ask, units| answer(&ask, units);
        let no_part = Ask {
            allow_partial: false,
            ..ASK
        };
        assert_eq!(
            refused(no_part, 50.0),
            Answer::Unfilled(Reason::PartialFill)
        );
        assert_eq!(
            refused(
                Ask {
                    max_size: 2.0,
                    ..no_part
                },
                3.0
            ),
            Answer::Unfilled(Reason::MaxSizeExceeded)
        );
        assert_eq!(
            refused(
                Ask {
                    min_size: 2.0,
                    ..ASK
                },
                1.0
            ),
            Answer::Unfilled(Reason::MinSizeNotReached)
        );
        assert_eq!(
            refused(
                Ask {
                    fixed_fees: 100.0,
                    ..ASK
                },
                1.0
            ),
            Answer::Unfilled(Reason::CantCoverFees)
        );
        assert_eq!(
            refused(
                Ask {
                    granularity: 5.0,
                    ..ASK
                },
                3.0
            ),
            Answer::Unfilled(Reason::SizeZero)
        );
    }

    #[test]
    fn buying_without_end_is_a_fault() {
        let endless = Balance {
            cash: f64::INFINITY,
            ..CASH
        };
        assert_eq!(
            buy(endless, &ASK, f64::INFINITY, f64::NAN).unwrap_err(),
            Fault::EndlessLong
        );
    }
}
