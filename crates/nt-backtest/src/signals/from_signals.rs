use nt_core::Error;

use super::account::Account;
use super::decide::{Decision, Means, Sizing, approximate_value, decide};
use super::sequence::Sequencer;
use super::settle::{Settlement, Signals, settle, stopped};
use super::signal_arrays::{SignalLanes, SignalRules};
use super::stops::{Armed, Entered, StopLanes};
use super::terms::{Prices, Request};
use super::{Accumulation, Direction, SizeType, StopExitPrice};

/// A group on its way through its signals.
pub(super) struct SignalRun<'r, 'a> {
    rules: &'r SignalRules<'a>,
    account: &'r mut Account<'a>,
    sequencer: &'r mut Sequencer,
    columns: Vec<Column<'a>>,
    /// Approximate values of the orders of a step.
    values: Vec<f64>,
    steps: usize,
}

/// A column on its way.
struct Column<'a> {
    number: usize,
    signals: SignalLanes<'a>,
    stops: Option<StopLanes<'a>>,
    armed: Armed,
    /// The price of the stop that the step met; NaN if it met none.
    met: f64,
    request: Request,
}

const NOTHING: Request = Request {
    size: 0.0,
    size_type: SizeType::Amount,
    direction: Direction::Both,
    price: f64::NAN,
    slippage: 0.0,
};

impl<'r, 'a> SignalRun<'r, 'a> {
    pub(super) fn new(
        rules: &'r SignalRules<'a>,
        prices: &Prices<'a>,
        account: &'r mut Account<'a>,
        sequencer: &'r mut Sequencer,
        steps: usize,
    ) -> Self {
        let columns: Vec<Column> = account
            .columns()
            .zip(&account.holdings)
            .map(|(number, holding)| Column {
                number,
                signals: SignalLanes::of(rules, holding.lanes.direction, number, steps),
                stops: rules
                    .stops
                    .map(|stops| StopLanes::of(&stops, prices, number)),
                armed: Armed::NONE,
                met: f64::NAN,
                request: NOTHING,
            })
            .collect();
        Self {
            rules,
            values: vec![0.0; columns.len()],
            columns,
            account,
            sequencer,
            steps,
        }
    }

    /// Runs to the end. A step without a signal at which no stop is met changes nothing.
    pub(super) fn run(&mut self) -> Result<(), Error> {
        let mut step = self.next_from(0);
        while step < self.steps {
            self.decide(step)?;
            self.order(step)?;
            step = self.next_from(step + 1);
        }
        Ok(())
    }

    /// The next step with a signal or a stop that is met.
    fn next_from(&mut self, from: usize) -> usize {
        let columns = self.columns.iter_mut();
        let signal = columns
            .map(|column| column.signals.next_from(from))
            .min()
            .unwrap_or(self.steps);
        if !self.columns.iter().any(|column| column.armed.any()) {
            return signal;
        }
        (from..self.steps)
            .find(|&step| self.meet_stops(step) || step == signal)
            .unwrap_or(self.steps)
    }

    fn meet_stops(&mut self, step: usize) -> bool {
        let mut any = false;
        for (column, holding) in self.columns.iter_mut().zip(&self.account.holdings) {
            if let (Some(stops), true) = (&column.stops, column.armed.any()) {
                column.met = column.armed.meet(stops, step, holding.position);
                any |= !column.met.is_nan();
            }
        }
        any
    }

    fn decide(&mut self, step: usize) -> Result<(), Error> {
        let means = Means {
            cash: self.account.cash,
            free_cash: self.account.free_cash,
            // No target is decided from signals.
            value: f64::NAN,
        };
        for at in 0..self.columns.len() {
            let decision = self.decide_column(at, step)?;
            if self.sequencer.needs_values() {
                let holding = &self.account.holdings[at];
                let (position, price) = (holding.position, holding.value_price);
                self.values[at] = if decision.size == 0.0 {
                    0.0
                } else {
                    approximate_value(&decision, position, price, means)
                };
            }
        }
        Ok(())
    }

    fn decide_column(&mut self, at: usize, step: usize) -> Result<Decision, Error> {
        let order_price = self.account.holdings[at].lanes.price_at(step);
        self.account.value_at(at, step, order_price);
        let (signals, accumulation) = self.settled(at, step);
        let (price, slippage) = self.priced(at, step, order_price);
        let holding = &self.account.holdings[at];
        let sizing = Sizing {
            size: holding.lanes.size.at(step),
            size_type: holding.lanes.size_type.at(step),
            accumulation,
            value_price: holding.value_price,
        };
        let decision = decide(signals, holding.position, sizing)
            .map_err(|fault| self.account.error(fault, step, at))?;
        let column = &mut self.columns[at];
        column.met = f64::NAN;
        column.request = Request {
            // An order of the short side counts what it sells.
            size: if decision.direction == Direction::ShortOnly {
                -decision.size
            } else {
                decision.size
            },
            size_type: decision.size_type,
            direction: decision.direction,
            price,
            slippage,
        };
        Ok(decision)
    }

    /// The signals of a step without their contradictions; those of a stop come before all others.
    fn settled(&self, at: usize, step: usize) -> (Signals, Accumulation) {
        let (column, rules) = (&self.columns[at], self.rules);
        let position = self.account.holdings[at].position;
        let accumulation = rules.accumulation.lane(column.number).at(step);
        if let (Some(stops), false) = (&column.stops, column.met.is_nan()) {
            return stopped(stops.exit.at(step), position, accumulation);
        }
        let signals = column.signals.at(step);
        if signals.is_none() {
            return (signals, accumulation);
        }
        let settlement = Settlement {
            long_conflict: rules.long_conflict.lane(column.number).at(step),
            short_conflict: rules.short_conflict.lane(column.number).at(step),
            side_conflict: rules.side_conflict.lane(column.number).at(step),
            opposite_entry: rules.opposite_entry.lane(column.number).at(step),
        };
        settle(signals, settlement, position, accumulation)
    }

    /// Price and slippage of an order, or of the stop that was met.
    fn priced(&self, at: usize, step: usize, price: f64) -> (f64, f64) {
        let column = &self.columns[at];
        let lanes = &self.account.holdings[at].lanes;
        let slippage = lanes.slippage.at(step);
        let Some(stops) = column.stops.filter(|_| !column.met.is_nan()) else {
            return (price, slippage);
        };
        match stops.exit_price.at(step) {
            StopExitPrice::StopLimit => (column.met, 0.0),
            StopExitPrice::StopMarket => (column.met, slippage),
            StopExitPrice::Close => (lanes.close.at(step), slippage),
            StopExitPrice::Price => (price, slippage),
        }
    }

    fn order(&mut self, step: usize) -> Result<(), Error> {
        self.sequencer.arrange(step, &self.values);
        let mut value = self.account.value();
        for place in 0..self.columns.len() {
            let at = self.sequencer.column(place);
            let request = self.columns[at].request;
            if request.size != 0.0 {
                self.execute(at, step, &request, &mut value)?;
            }
        }
        Ok(())
    }

    fn execute(
        &mut self,
        at: usize,
        step: usize,
        request: &Request,
        value: &mut f64,
    ) -> Result<(), Error> {
        let before = self.account.holdings[at].position;
        let fill = self.account.execute(at, step, request, value)?;
        let column = &mut self.columns[at];
        if let (Some(fill), Some(stops)) = (fill, &column.stops) {
            let holding = &self.account.holdings[at];
            let entered = Entered {
                before,
                now: holding.position,
                value_price: holding.value_price,
                price: request.price,
                fill_price: fill.price,
            };
            column.armed.rearm(stops, step, entered);
        }
        Ok(())
    }
}
