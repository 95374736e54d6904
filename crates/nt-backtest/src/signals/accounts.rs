use std::ops::Range;

use rayon::prelude::*;

use super::books::{Standing, add_worth, each_stretch};
use super::closes::Closes;
use super::plan::Plan;
use super::records::Orders;
use super::run::Ran;
use super::trades::{LastMark, TradeRow, trades_of};
use crate::measures::{Conventions, Input, Measures, Trade, measure};

/// What a group came to.
pub(super) struct Settled {
    pub trades: Vec<TradeRow>,
    /// How many positions the trades tell of.
    pub positions: u32,
    pub final_cash: f64,
    /// Units that each column holds at the end.
    pub held: Vec<f64>,
    pub measures: Option<Measures>,
}

/// Settles the accounts of all groups; the equity of each is written to its part of `equity`, which
/// may be empty.
pub(super) fn settle_accounts(
    plan: &Plan,
    groups: &[Range<usize>],
    ran: &[Ran],
    initial_cash: &[f64],
    equity: &mut [f64],
) -> Vec<Settled> {
    let closes = Closes::new(plan.prices.close, plan.steps);
    let settle = |group: usize, equity: &mut [f64]| {
        let account = GroupAccount {
            plan,
            closes: &closes,
            columns: groups[group].clone(),
            ran: &ran[group],
            orders: &ran[group].orders,
            initial_cash: initial_cash[group],
        };
        account.settle(equity)
    };
    if plan.steps == 0 || equity.is_empty() {
        let scratch = || vec![0.0; if plan.time.is_some() { plan.steps } else { 0 }];
        let settled = (0..groups.len()).into_par_iter();
        return settled
            .map_init(scratch, |scratch, group| settle(group, scratch))
            .collect();
    }
    let parts = equity.par_chunks_mut(plan.steps).enumerate();
    parts.map(|(group, part)| settle(group, part)).collect()
}

struct GroupAccount<'a> {
    plan: &'a Plan<'a>,
    closes: &'a Closes<'a>,
    columns: Range<usize>,
    ran: &'a Ran,
    orders: &'a Orders,
    initial_cash: f64,
}

impl GroupAccount<'_> {
    fn settle(&self, equity: &mut [f64]) -> Settled {
        let (mut trades, positions) = if self.plan.trades || self.plan.time.is_some() {
            self.trades()
        } else {
            (Vec::new(), 0)
        };
        let (final_cash, held) = if self.plan.equity || self.plan.time.is_some() {
            let last = self.mark(equity);
            (last.cash, last.positions)
        } else {
            self.closing()
        };
        let measures = self
            .plan
            .time
            .map(|time| self.measures(time, equity, &trades));
        if !self.plan.trades {
            trades = Vec::new();
        }
        Settled {
            trades,
            positions,
            final_cash,
            held,
            measures,
        }
    }

    /// Cash and positions at the end, without going through the orders where the run tells them.
    fn closing(&self) -> (f64, Vec<f64>) {
        if self.ran.cash.is_finite() {
            return (self.ran.cash, self.ran.held.clone());
        }
        let last = self.each_stretch(|_, _| {});
        (last.cash, last.positions)
    }

    fn each_stretch(&self, visit: impl FnMut(Range<usize>, &Standing)) -> Standing {
        let standing = Standing::new(self.initial_cash, self.columns.len());
        let (first, steps) = (self.columns.start, self.plan.steps);
        each_stretch(self.orders, first, standing, steps, visit)
    }

    fn trades(&self) -> (Vec<TradeRow>, u32) {
        let (mut trades, mut positions) = (Vec::with_capacity(self.orders.len()), 0);
        let Some(step) = self.plan.steps.checked_sub(1) else {
            return (trades, positions);
        };
        for column in self.columns.clone() {
            let last = LastMark {
                step: step as u32,
                price: self.plan.prices.close.lane(column).at(step),
            };
            let own = self
                .orders
                .rows()
                .filter(|row| row.column as usize == column);
            trades_of(own, last, &mut positions, &mut trades);
        }
        (trades, positions)
    }

    /// Writes the equity at each step; the standing at the end comes back.
    fn mark(&self, equity: &mut [f64]) -> Standing {
        if self.columns.len() == 1 {
            let closes = self.closes.column(self.columns.start);
            return self.each_stretch(|steps, standing| {
                let (values, closes) = (&mut equity[steps.clone()], &closes[steps]);
                single_equity(values, closes, standing.cash, standing.positions[0]);
            });
        }
        equity.fill(0.0);
        self.each_stretch(|steps, standing| {
            for (column, &position) in self.columns.clone().zip(&standing.positions) {
                let closes = &self.closes.column(column)[steps.clone()];
                add_worth(&mut equity[steps.clone()], closes, position);
            }
            for value in &mut equity[steps] {
                *value += standing.cash;
            }
        })
    }

    fn measures(&self, time: &[i64], equity: &[f64], trades: &[TradeRow]) -> Measures {
        let trades: Vec<Trade> = trades.iter().map(measured).collect();
        let input = Input {
            time,
            equity,
            close: &self.benchmark(),
            gross_exposure: &self.gross_exposure(),
            first_tradable: 0,
            trades: &trades,
            initial_cash: self.initial_cash,
            total_fees: self.orders.fees.iter().sum(),
        };
        measure(&input, &Conventions::vectorbt(time))
    }

    /// What equal parts of cash in every column would have become, in multiples of a part.
    fn benchmark(&self) -> Vec<f64> {
        let mut benchmark = vec![0.0; self.plan.steps];
        for column in self.columns.clone() {
            let closes = self.closes.column(column);
            for (value, close) in benchmark.iter_mut().zip(&*closes) {
                *value += close / closes[0];
            }
        }
        benchmark
    }

    /// Gross value over itself and the cash that shorts do not bind, which is what that library
    /// divides by.
    fn gross_exposure(&self) -> Vec<f64> {
        let mut exposure = vec![0.0; self.plan.steps];
        self.each_stretch(|steps, standing| {
            for (column, &position) in self.columns.clone().zip(&standing.positions) {
                let closes = &self.closes.column(column)[steps.clone()];
                add_worth(&mut exposure[steps.clone()], closes, position.abs());
            }
            for value in &mut exposure[steps] {
                *value = share(*value, standing.free_cash);
            }
        });
        exposure
    }
}

/// A trade as the measures see it; what is open at a missing close counts, without a profit.
fn measured(row: &TradeRow) -> Trade {
    let trade = Trade::from(row);
    Trade {
        pnl: if trade.open && trade.pnl.is_nan() {
            0.0
        } else {
            trade.pnl
        },
        ..trade
    }
}

fn share(gross: f64, free_cash: f64) -> f64 {
    let whole = super::nearly::sum(gross, free_cash);
    if whole == 0.0 { 0.0 } else { gross / whole }
}

fn single_equity(values: &mut [f64], closes: &[f64], cash: f64, position: f64) {
    if position == 0.0 {
        values.fill(cash);
        return;
    }
    for (value, close) in values.iter_mut().zip(closes) {
        *value = cash + close * position;
    }
}
