use nt_core::Error;

use super::Direction;
use super::account::Account;
use super::decide::{Decision, Means, approximate_value};
use super::sequence::Sequencer;
use super::terms::{Request, TermLanes};

/// Runs a group from its sizes: an order a step and column.
pub(super) fn run(
    account: &mut Account,
    sequencer: &mut Sequencer,
    steps: usize,
) -> Result<(), Error> {
    let columns = account.holdings.len();
    let mut values = vec![0.0; columns];
    for step in 0..steps {
        for column in 0..columns {
            let price = account.holdings[column].lanes.price_at(step);
            account.value_at(column, step, price);
        }
        let mut value = account.value();
        if sequencer.needs_values() {
            approximate(account, step, value, &mut values);
        }
        sequencer.arrange(step, &values);
        for place in 0..columns {
            let column = sequencer.column(place);
            let request = request(&account.holdings[column].lanes, step);
            account.execute(column, step, &request, &mut value)?;
        }
    }
    Ok(())
}

fn request(lanes: &TermLanes, step: usize) -> Request {
    Request {
        size: lanes.size.at(step),
        size_type: lanes.size_type.at(step),
        direction: lanes.direction.at(step),
        price: lanes.price_at(step),
        slippage: lanes.slippage.at(step),
    }
}

fn approximate(account: &Account, step: usize, value: f64, values: &mut [f64]) {
    let means = Means {
        cash: account.cash,
        free_cash: account.free_cash,
        value,
    };
    for (holding, approximated) in account.holdings.iter().zip(values) {
        let lanes = &holding.lanes;
        let (size, direction) = (lanes.size.at(step), lanes.direction.at(step));
        let decision = Decision {
            size: if direction == Direction::ShortOnly {
                -size
            } else {
                size
            },
            size_type: lanes.size_type.at(step),
            direction,
        };
        let price = holding.value_price;
        *approximated = approximate_value(&decision, holding.position, price, means);
    }
}
