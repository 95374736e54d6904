use nt_core::{Code, Error, Result};

use super::Cells;
use super::nearly::below;
use super::plan::{InitialCash, Plan};
use super::signal_arrays::SignalRules;
use super::terms::Terms;

/// Refuses a plan whose arrays do not cover it or whose values lie outside their ranges.
pub(super) fn check(plan: &Plan) -> Result<()> {
    let size = Size {
        steps: plan.steps,
        columns: plan.columns,
    };
    size.prices(plan)?;
    size.terms(&plan.terms)?;
    if let Some(signals) = &plan.signals {
        size.signals(signals)?;
        in_range("size", &plan.terms.size, "0 or more, or NaN", |size| {
            !below(size, 0.0)
        })?;
    }
    cash(plan)
}

#[derive(Clone, Copy)]
struct Size {
    steps: usize,
    columns: usize,
}

impl Size {
    fn covers<T: Copy>(self, name: &'static str, cells: &Cells<T>) -> Result<()> {
        if cells.covers(self.steps, self.columns) {
            return Ok(());
        }
        let message = format!(
            "{name} has {} values, too few for {} steps and {} columns: give one, one a column, one a step, or one for each",
            cells.values().len(),
            self.steps,
            self.columns
        );
        Err(Error::new(Code::DataLengthMismatch, message).with("option", name))
    }

    fn prices(self, plan: &Plan) -> Result<()> {
        let prices = &plan.prices;
        self.covers("close", &prices.close)?;
        for (name, cells) in [
            ("open", prices.open),
            ("high", prices.high),
            ("low", prices.low),
        ] {
            cells.map_or(Ok(()), |cells| self.covers(name, &cells))?;
        }
        match plan.time {
            Some(time) if time.len() != self.steps => {
                let message = format!("there are {} times for {} steps", time.len(), self.steps);
                Err(Error::new(Code::DataLengthMismatch, message))
            }
            _ => Ok(()),
        }
    }

    fn terms(self, terms: &Terms) -> Result<()> {
        let finite = |value: f64| value.is_finite();
        let positive = |value: f64| value.is_finite() && value >= 0.0;
        self.covers("size", &terms.size)?;
        self.covers("sizeType", &terms.size_type)?;
        self.covers("direction", &terms.direction)?;
        self.covers("price", &terms.price)?;
        self.covers("valuePrice", &terms.value_price)?;
        self.covers("lockCash", &terms.lock_cash)?;
        self.covers("allowPartial", &terms.allow_partial)?;
        self.checks("fees", &terms.fees, "finite", finite)?;
        self.checks("fixedFees", &terms.fixed_fees, "finite", finite)?;
        self.checks("slippage", &terms.slippage, "0 or more", positive)?;
        self.checks("minSize", &terms.min_size, "0 or more", positive)?;
        self.checks("maxSize", &terms.max_size, "above 0", |size| size > 0.0)?;
        let step = |step: f64| step.is_nan() || (step.is_finite() && step > 0.0);
        self.checks("sizeGranularity", &terms.size_granularity, "above 0", step)
    }

    fn checks(
        self,
        name: &'static str,
        cells: &Cells<f64>,
        range: &str,
        is_valid: impl Fn(f64) -> bool,
    ) -> Result<()> {
        self.covers(name, cells)?;
        in_range(name, cells, range, is_valid)
    }

    fn signals(self, rules: &SignalRules) -> Result<()> {
        self.covers("entries", &rules.entries)?;
        self.covers("exits", &rules.exits)?;
        if let Some(short) = &rules.short {
            self.covers("shortEntries", &short.entries)?;
            self.covers("shortExits", &short.exits)?;
        }
        self.covers("uponLongConflict", &rules.long_conflict)?;
        self.covers("uponShortConflict", &rules.short_conflict)?;
        self.covers("uponDirectionConflict", &rules.side_conflict)?;
        self.covers("uponOppositeEntry", &rules.opposite_entry)?;
        self.covers("accumulate", &rules.accumulation)?;
        let Some(stops) = &rules.stops else {
            return Ok(());
        };
        let distance = |stop: f64| stop.is_nan() || stop >= 0.0;
        self.checks("stopLoss", &stops.loss, "0 or more, or NaN", distance)?;
        self.checks("takeProfit", &stops.profit, "0 or more, or NaN", distance)?;
        self.covers("trailing", &stops.trail)?;
        self.covers("stopEntryPrice", &stops.entry_price)?;
        self.covers("stopExitPrice", &stops.exit_price)?;
        self.covers("uponStopExit", &stops.exit)?;
        self.covers("uponStopUpdate", &stops.update)
    }
}

fn in_range(
    name: &'static str,
    cells: &Cells<f64>,
    range: &str,
    is_valid: impl Fn(f64) -> bool,
) -> Result<()> {
    let wrong = cells.values().iter().find(|value| !is_valid(**value));
    wrong.map_or(Ok(()), |value| {
        let message = format!("{name} is {value}: it must be {range}");
        Err(Error::new(Code::InvalidArgument, message)
            .with("option", name)
            .with("value", value))
    })
}

fn cash(plan: &Plan) -> Result<()> {
    let grouped: usize = plan.cash.groups.iter().sum();
    if grouped != plan.columns {
        let message = format!(
            "the groups have {grouped} columns of {}: give each column its group",
            plan.columns
        );
        return Err(Error::new(Code::InvalidArgument, message));
    }
    let InitialCash::Given(amounts) = plan.cash.initial else {
        return Ok(());
    };
    let groups = plan.cash.groups.len();
    if amounts.len() != 1 && amounts.len() != groups {
        let message = format!(
            "there are {} amounts of cash for {groups} accounts: give one, or one for each",
            amounts.len()
        );
        return Err(Error::new(Code::DataLengthMismatch, message).with("option", "cash"));
    }
    let amounts = Cells::new(amounts, 0, 0);
    in_range("cash", &amounts, "finite and 0 or more", |amount| {
        amount.is_finite() && amount >= 0.0
    })
}
