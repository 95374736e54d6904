use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use nt_core::{Code, Error, Result};
use rayon::prelude::*;

use super::account::Account;
use super::accounts::{Settled, settle_accounts};
use super::books::needed_cash;
use super::check::check;
use super::from_orders;
use super::from_signals::SignalRun;
use super::plan::{InitialCash, Plan};
use super::records::{Orders, UnfilledOrders};
use super::sequence::Sequencer;
use super::trades::Trades;
use crate::measures::Measures;

/// What came of a run: tables with a row an order or a trade, and a value a column or a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The orders that filled.
    pub orders: Orders,
    /// The orders that did not.
    pub unfilled: UnfilledOrders,
    /// The trades, column after column.
    pub trades: Trades,
    /// Cash of each group at the start.
    pub initial_cash: Vec<f64>,
    /// Cash of each group at the end.
    pub final_cash: Vec<f64>,
    /// Units that each column holds at the end, negative when short.
    pub held: Vec<f64>,
    /// Equity of each step, group after group, where it was wanted.
    pub equity: Vec<f64>,
    /// Measures of each group, where they were wanted.
    pub measures: Vec<Measures>,
}

/// Follows a run from outside, and may end it.
#[derive(Debug, Default)]
pub struct Watch {
    /// Set to end the run.
    pub cancelled: AtomicBool,
    /// Groups that were run.
    pub done: AtomicUsize,
}

/// Runs a plan on all cores; the result is the same at any number of threads.
///
/// # Errors
/// `INVALID_ARGUMENT` where an array does not cover the run, a value is outside its range, or an order
/// has no meaning, with its cell; `CANCELLED` once the watch says so.
pub fn run(plan: &Plan, watch: &Watch) -> Result<Outcome> {
    check(plan)?;
    let groups = ranges(plan.cash.groups);
    let ran: Result<Vec<Ran>> = (0..groups.len())
        .into_par_iter()
        .map(|group| run_group(plan, group, groups[group].clone(), watch))
        .collect();
    let ran = ran?;
    let initial_cash = initial_cash(plan.cash.initial, &ran);
    let wanted = if plan.equity {
        groups.len() * plan.steps
    } else {
        0
    };
    let mut equity = vec![0.0; wanted];
    let settled = settle_accounts(plan, &groups, &ran, &initial_cash, &mut equity);
    Ok(Outcome {
        initial_cash,
        equity,
        ..gathered(&ran, settled)
    })
}

/// What a group did.
pub(super) struct Ran {
    pub orders: Orders,
    pub unfilled: UnfilledOrders,
    /// Cash at the end; infinite where it had no limit.
    pub cash: f64,
    /// Units that each column holds at the end.
    pub held: Vec<f64>,
}

/// The columns of each group.
fn ranges(groups: &[usize]) -> Vec<Range<usize>> {
    let mut end = 0;
    let range = |&columns: &usize| {
        end += columns;
        end - columns..end
    };
    groups.iter().map(range).collect()
}

fn run_group(plan: &Plan, group: usize, columns: Range<usize>, watch: &Watch) -> Result<Ran> {
    if watch.cancelled.load(Ordering::Relaxed) {
        return Err(Error::new(Code::Cancelled, "the run was cancelled"));
    }
    let (count, cash) = (columns.len(), &plan.cash);
    let amount = match cash.initial {
        InitialCash::Given(amounts) => amount(amounts, group),
        InitialCash::Auto | InitialCash::AutoAlign => f64::INFINITY,
    };
    let mut account = Account::new(&plan.terms, &plan.prices, columns, amount, cash.valuation);
    let mut sequencer = Sequencer::new(cash.sequence, cash.seed, group, count);
    match &plan.signals {
        None => from_orders::run(&mut account, &mut sequencer, plan.steps)?,
        Some(rules) => {
            let (prices, steps) = (&plan.prices, plan.steps);
            SignalRun::new(rules, prices, &mut account, &mut sequencer, steps).run()?;
        }
    }
    watch.done.fetch_add(1, Ordering::Relaxed);
    Ok(Ran {
        held: account.holdings.iter().map(|each| each.position).collect(),
        cash: account.cash,
        orders: account.orders,
        unfilled: account.unfilled,
    })
}

fn amount(amounts: &[f64], group: usize) -> f64 {
    amounts[if amounts.len() == 1 { 0 } else { group }]
}

fn initial_cash(initial: InitialCash, ran: &[Ran]) -> Vec<f64> {
    let needed = || ran.iter().map(|ran| needed_cash(&ran.orders));
    match initial {
        InitialCash::Given(amounts) => (0..ran.len()).map(|group| amount(amounts, group)).collect(),
        InitialCash::Auto => needed().collect(),
        InitialCash::AutoAlign => vec![needed().fold(0.0, f64::max); ran.len()],
    }
}

fn gathered(ran: &[Ran], settled: Vec<Settled>) -> Outcome {
    let parts: Vec<&Orders> = ran.iter().map(|ran| &ran.orders).collect();
    let mut outcome = Outcome {
        orders: Orders::of_parts(&parts),
        unfilled: UnfilledOrders::default(),
        trades: Trades::default(),
        initial_cash: Vec::new(),
        final_cash: Vec::with_capacity(settled.len()),
        held: Vec::with_capacity(settled.len()),
        equity: Vec::new(),
        measures: Vec::new(),
    };
    let mut positions = 0;
    for (ran, settled) in ran.iter().zip(settled) {
        outcome.unfilled.append(&ran.unfilled);
        outcome.trades.append(&settled.trades, positions);
        positions += settled.positions;
        outcome.final_cash.push(settled.final_cash);
        outcome.held.extend(settled.held);
        outcome.measures.extend(settled.measures);
    }
    outcome
}
