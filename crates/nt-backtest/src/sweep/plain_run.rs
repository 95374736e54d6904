use nt_core::{Rate, Result};
use nt_math::{HeldCurve, affine, next_set};
use nt_trading::{Aim, NotPlain, PlainAccount};

use super::columns::ColumnStore;
use super::rows::Row;
use super::run::Terms;
use crate::declarative::{Comparisons, Signals};
use crate::measures::{CurveSummary, Input, Measurer, Measures};
use crate::{CloseAtEnd, Side, TradeTable};

/// Bars over which combinations are compared at a time.
const STRETCH: usize = 2_048;

/// Works out combinations of plain rules without the event kernel: between two fills nothing changes
/// but the marks. What it works in is reused from one combination to the next.
#[derive(Debug)]
pub struct PlainRun<'a> {
    terms: &'a Terms,
    account: PlainAccount,
    equity: Vec<f64>,
    exposure: Vec<f64>,
    holdings: Vec<Holding>,
}

/// What is held from a step up to the next fill.
#[derive(Clone, Copy, Debug)]
struct Holding {
    from: usize,
    units: f64,
    cash: f64,
}

impl<'a> PlainRun<'a> {
    /// `None` where the terms of the sweep are not plain.
    pub fn new(terms: &'a Terms, measurer: &Measurer<'_>) -> Option<Self> {
        let is_plain = terms.quotes.is_none()
            && terms.actions.is_empty()
            && terms.close != CloseAtEnd::LastOpen
            && !terms.bars.time.is_empty();
        let account = PlainAccount::of(&terms.kernel, measurer.wanted().needs_trades())?;
        is_plain.then(|| Self {
            account,
            equity: Vec::new(),
            exposure: Vec::new(),
            holdings: Vec::new(),
            terms,
        })
    }

    /// Makes the comparisons of combinations ahead: all over a stretch of bars, then all over the next,
    /// so that a column which several read is still in the cache.
    ///
    /// # Errors
    /// Those of the columns, by combination.
    pub fn compare<'c>(
        &self,
        columns: &'c ColumnStore,
        rows: impl Iterator<Item = Row<'c>>,
    ) -> Vec<Result<Comparisons<'c>>>
    where
        'a: 'c,
    {
        let bars = self.terms.bars.view();
        let noted = rows.map(|row| {
            let nodes = row.nodes.iter();
            let nodes = nodes.map(|&node| columns.values(node as usize, &bars));
            let mut comparisons = Comparisons::new(nodes.collect::<Result<_>>()?, bars.len());
            if row.shape.plain.is_some() {
                for rule in &row.shape.rules {
                    comparisons.note(&rule.when);
                }
            }
            Ok(comparisons)
        });
        let mut all: Vec<_> = noted.collect();
        for from in (0..bars.len()).step_by(STRETCH) {
            for comparisons in all.iter_mut().flatten() {
                comparisons.extend(from..bars.len().min(from + STRETCH));
            }
        }
        all
    }

    /// The measures of a combination; `None` where it turns out not to be plain: two rules hold at a
    /// bar, or equity is gone.
    ///
    /// # Errors
    /// Those of the columns and rules.
    pub fn run(
        &mut self,
        columns: &ColumnStore,
        (row, comparisons): (Row<'_>, Comparisons<'_>),
        shares: &[Rate],
        measurer: &Measurer<'_>,
    ) -> Result<Option<Measures>> {
        let first = row.nodes.iter().map(|&node| columns.first(node as usize));
        let warm_up = first.max().unwrap_or(0) + self.terms.settle;
        let signals = Signals::by(&row.shape.rules, comparisons)?;
        let start = warm_up.min(self.terms.bars.time.len());
        let ran = self.trade(&signals, shares, start);
        Ok(ran.and_then(|()| self.measure(start, measurer)).ok())
    }

    fn trade(&mut self, signals: &Signals, shares: &[Rate], start: usize) -> Result<(), NotPlain> {
        self.account.restart();
        self.holdings.clear();
        self.hold(0);
        let terms = self.terms;
        let steps = terms.bars.time.len();
        let mut from = start;
        while let Some(step) = next_set(signals.candidates(), from)
            && step + 1 < steps
        {
            from = step + 1;
            let Some(share) = self.share_at(signals, shares, step)? else {
                continue;
            };
            let traded = self.account.aim(Aim {
                share,
                close: terms.close_ticks[step],
                open: terms.open_ticks[from],
                step: from as u32,
            })?;
            if traded {
                self.hold(from);
            }
        }
        self.close_at_end(steps - 1)
    }

    /// The share of equity that the one rule which holds at a step asks for.
    fn share_at(
        &self,
        signals: &Signals,
        shares: &[Rate],
        step: usize,
    ) -> Result<Option<Rate>, NotPlain> {
        let side = Side::of(self.account.ledger().position(0).quantity);
        let mut holding = signals.holding(step, side);
        let first = holding.next();
        if holding.next().is_some() {
            return Err(NotPlain);
        }
        Ok(first.map(|rule| shares[rule]))
    }

    /// Notes what is held from a step on.
    fn hold(&mut self, from: usize) {
        let ledger = self.account.ledger();
        let traded = &ledger.instruments()[0];
        let held = ledger.position(0).quantity;
        self.holdings.push(Holding {
            from,
            units: traded.quantity_scale().to_float(held) * traded.multiplier(),
            cash: ledger.balance().to_f64(),
        });
    }

    fn close_at_end(&mut self, last: usize) -> Result<(), NotPlain> {
        let is_open = self.account.ledger().position(0).quantity != 0;
        if !is_open || self.terms.close != CloseAtEnd::LastClose {
            return Ok(());
        }
        let Holding { units, cash, .. } = self.holdings[self.holdings.len() - 1];
        if self.terms.bars.close[last] * units + cash <= 0.0 {
            return Err(NotPlain);
        }
        self.account
            .close_at(self.terms.close_ticks[last], last as u32);
        self.hold(last);
        Ok(())
    }

    /// The holdings, each with the step at which it ends.
    fn stretches(&self) -> impl Iterator<Item = (Holding, usize)> {
        let ends = self.holdings.iter().skip(1).map(|holding| holding.from);
        let ends = ends.chain([self.terms.bars.time.len()]);
        self.holdings.iter().copied().zip(ends)
    }

    fn measure(&mut self, start: usize, measurer: &Measurer<'_>) -> Result<Measures, NotPlain> {
        if measurer.can_sum_up()
            && let Some(summary) = self.sum_up(start, measurer)?
        {
            return Ok(self.measure_by(start, measurer, Some(&summary)));
        }
        self.mark()?;
        if measurer.wanted().needs_exposure() {
            self.expose();
        }
        Ok(self.measure_by(start, measurer, None))
    }

    /// What the measures need of the equity, which is not kept; `None` where that is not enough.
    fn sum_up(
        &self,
        start: usize,
        measurer: &Measurer<'_>,
    ) -> Result<Option<CurveSummary>, NotPlain> {
        let close = &self.terms.bars.close;
        let first = self.first_tradable(start).min(close.len() - 1) + 1;
        let mut curve = HeldCurve::new(self.initial_cash());
        for (Holding { from, units, cash }, to) in self.stretches() {
            let from = from.max(first);
            if units == 0.0 {
                curve.rest(cash, to.saturating_sub(from));
            } else {
                curve.hold(&close[from..to], units, cash);
            }
        }
        if curve.is_ruined() {
            return Err(NotPlain);
        }
        Ok(measurer.sum_up(&curve, close.len() - first))
    }

    /// Writes the equity at every step.
    fn mark(&mut self) -> Result<(), NotPlain> {
        let close = &self.terms.bars.close;
        let mut equity = std::mem::take(&mut self.equity);
        equity.resize(close.len(), 0.0);
        let mut is_gone = false;
        for (Holding { from, units, cash }, to) in self.stretches() {
            let marks = &mut equity[from..to];
            is_gone |= if units == 0.0 {
                marks.fill(cash);
                cash <= 0.0
            } else {
                affine(marks, &close[from..to], units, cash)
            };
        }
        self.equity = equity;
        if is_gone { Err(NotPlain) } else { Ok(()) }
    }

    fn first_tradable(&self, start: usize) -> usize {
        start.saturating_sub(self.terms.settle)
    }

    fn initial_cash(&self) -> f64 {
        self.terms.kernel.config().cash.to_f64()
    }

    fn measure_by(
        &self,
        start: usize,
        measurer: &Measurer<'_>,
        summary: Option<&CurveSummary>,
    ) -> Measures {
        let bars = &self.terms.bars;
        let ledger = self.account.ledger();
        let last_close = bars.close.last().copied().unwrap_or_default();
        let trades = if measurer.wanted().needs_trades() {
            let end = (&[last_close][..], bars.time.len() - 1);
            TradeTable::of_ledger(ledger, end, |_, _| 1.0).rows
        } else {
            Vec::new()
        };
        let input = Input {
            time: &bars.time,
            equity: &self.equity,
            close: &bars.close,
            gross_exposure: &self.exposure,
            first_tradable: self.first_tradable(start),
            trades: &trades,
            initial_cash: self.initial_cash(),
            total_fees: ledger.fees().to_f64(),
        };
        let mut measures = match summary {
            Some(summary) => measurer.measure_summed(&input, summary),
            None => measurer.measure(&input),
        };
        let open = ledger.position(0).lots.len();
        measurer.count_trades(&mut measures, ledger.closed_trades(), open);
        measures
    }

    /// Gross value of the position over equity at the close of each step.
    fn expose(&mut self) {
        let close = &self.terms.bars.close;
        let mut exposure = std::mem::take(&mut self.exposure);
        exposure.resize(close.len(), 0.0);
        for (Holding { from, units, .. }, to) in self.stretches() {
            let marks = close[from..to].iter().zip(&self.equity[from..to]);
            for (exposure, (close, equity)) in exposure[from..to].iter_mut().zip(marks) {
                *exposure = (units * close).abs() / equity;
            }
        }
        self.exposure = exposure;
    }
}
