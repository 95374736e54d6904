use std::ops::Range;

use nt_core::Error;

use super::ask::{Answer, Balance, Fill};
use super::execute::{Worth, execute};
use super::fault::Fault;
use super::records::{OrderRow, Orders, UnfilledOrders};
use super::terms::{Prices, Request, TermLanes, Terms};

/// The cash that a group of columns shares, what each of them holds, and what came of their orders.
pub(super) struct Account<'a> {
    pub cash: f64,
    pub free_cash: f64,
    pub holdings: Vec<Holding<'a>>,
    pub orders: Orders,
    pub unfilled: UnfilledOrders,
    rules: Valuation,
    first_column: usize,
}

/// How positions are valued.
#[derive(Clone, Copy, Debug)]
pub struct Valuation {
    /// Whether the price of a fill values what comes after it on the bar.
    pub update_value: bool,
    /// Whether a value price holds until there is another.
    pub fill_value_price: bool,
}

/// What a column holds.
pub(super) struct Holding<'a> {
    pub lanes: TermLanes<'a>,
    pub position: f64,
    debt: f64,
    pub value_price: f64,
    /// The value price is that of the step before this one.
    valued: usize,
}

impl<'a> Account<'a> {
    pub(super) fn new(
        terms: &Terms<'a>,
        prices: &Prices<'a>,
        columns: Range<usize>,
        cash: f64,
        rules: Valuation,
    ) -> Self {
        let holding = |column| Holding {
            lanes: TermLanes::of(terms, prices, column),
            position: 0.0,
            debt: 0.0,
            value_price: f64::NAN,
            valued: 0,
        };
        Self {
            cash,
            free_cash: cash,
            first_column: columns.start,
            holdings: columns.map(holding).collect(),
            orders: Orders::default(),
            unfilled: UnfilledOrders::default(),
            rules,
        }
    }

    /// The numbers of the columns of the group.
    pub(super) fn columns(&self) -> Range<usize> {
        self.first_column..self.first_column + self.holdings.len()
    }

    /// Cash and positions at their value prices.
    pub(super) fn value(&self) -> f64 {
        let held = self.holdings.iter().filter(|each| each.position != 0.0);
        held.fold(self.cash, |value, each| {
            value + each.position * each.value_price
        })
    }

    /// Brings the value price of a column up to a step at which an order would have this price.
    pub(super) fn value_at(&mut self, column: usize, step: usize, price: f64) {
        let fills = self.rules.fill_value_price;
        let holding = &mut self.holdings[column];
        let lanes = &holding.lanes;
        let value = lanes.value_price_at(step, price);
        if !value.is_nan() || !fills {
            holding.value_price = value;
        } else {
            let earlier = (holding.valued..step).rev();
            let known = earlier
                .map(|step| lanes.value_price_at(step, lanes.price_at(step)))
                .find(|value| !value.is_nan());
            holding.value_price = known.unwrap_or(holding.value_price);
        }
        holding.valued = step + 1;
    }

    /// Executes a request; the fill, if there was one. `value` is that of the account.
    pub(super) fn execute(
        &mut self,
        column: usize,
        step: usize,
        request: &Request,
        value: &mut f64,
    ) -> Result<Option<Fill>, Error> {
        let holding = &self.holdings[column];
        let before = self.balance(column);
        let worth = Worth {
            price: holding.value_price,
            total: *value,
        };
        let ask = holding.lanes.ask(step, request);
        let (after, answer) =
            execute(before, worth, &ask).map_err(|fault| self.error(fault, step, column))?;
        if let (Answer::Filled(fill), true) = (answer, self.rules.update_value) {
            *value = revalued(*value, &before, &after, worth.price, fill.price);
            self.holdings[column].value_price = fill.price;
        }
        self.put(column, after);
        Ok(self.record(column, step, answer))
    }

    pub(super) fn error(&self, fault: Fault, step: usize, column: usize) -> Error {
        fault.at(step, self.first_column + column)
    }

    fn balance(&self, column: usize) -> Balance {
        let holding = &self.holdings[column];
        Balance {
            cash: self.cash,
            free_cash: self.free_cash,
            position: holding.position,
            debt: holding.debt,
        }
    }

    fn put(&mut self, column: usize, balance: Balance) {
        self.cash = balance.cash;
        self.free_cash = balance.free_cash;
        let holding = &mut self.holdings[column];
        holding.position = balance.position;
        holding.debt = balance.debt;
    }

    fn record(&mut self, column: usize, step: usize, answer: Answer) -> Option<Fill> {
        let (column, step) = ((self.first_column + column) as u32, step as u32);
        match answer {
            Answer::None => None,
            Answer::Unfilled(reason) => {
                self.unfilled.push(column, step, reason);
                None
            }
            Answer::Filled(fill) => {
                self.orders.push(&OrderRow {
                    column,
                    step,
                    quantity: fill.quantity,
                    price: fill.price,
                    fees: fill.fees,
                });
                Some(fill)
            }
        }
    }
}

/// The value of an account once a column is valued at the price of its fill.
fn revalued(value: f64, before: &Balance, after: &Balance, old: f64, new: f64) -> f64 {
    let worth = |position: f64, price: f64| {
        if position == 0.0 {
            0.0
        } else {
            position * price
        }
    };
    let flow = after.cash - before.cash;
    value + flow + (worth(after.position, new) - worth(before.position, old))
}
