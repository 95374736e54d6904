use nt_core::{Rate, Result};
use nt_math::{affine, next_set};
use nt_trading::{Aim, NotPlain, PlainAccount};

use super::columns::ColumnStore;
use super::rows::Row;
use super::run::Terms;
use crate::declarative::Signals;
use crate::measures::{Input, Measurer, Measures};
use crate::{CloseAtEnd, Side, TradeTable};

/// Works out combinations of plain rules without the event kernel: between two fills nothing changes
/// but the marks. What it works in is reused from one combination to the next.
#[derive(Debug)]
pub struct PlainRun<'a> {
    terms: &'a Terms,
    account: PlainAccount,
    equity: Vec<f64>,
    exposure: Vec<f64>,
    /// Steps from which so many units are held.
    holdings: Vec<(usize, f64)>,
}

/// What is held between two fills.
#[derive(Clone, Copy)]
struct Holding {
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
            equity: vec![0.0; terms.bars.time.len()],
            exposure: Vec::new(),
            holdings: Vec::new(),
            terms,
        })
    }

    /// The measures of a combination; `None` where it turns out not to be plain: two rules hold at a
    /// bar, or equity is gone.
    ///
    /// # Errors
    /// Those of the columns and rules.
    pub fn run(
        &mut self,
        columns: &ColumnStore,
        row: Row<'_>,
        shares: &[Rate],
        measurer: &Measurer<'_>,
    ) -> Result<Option<Measures>> {
        let bars = self.terms.bars.view();
        let nodes = row
            .nodes
            .iter()
            .map(|&node| columns.values(node as usize, &bars))
            .collect::<Result<Vec<_>>>()?;
        let first = row.nodes.iter().map(|&node| columns.first(node as usize));
        let warm_up = first.max().unwrap_or(0) + self.terms.settle;
        let signals = Signals::of(&row.shape.rules, nodes, bars.len())?;
        let start = warm_up.min(bars.len());
        let ran = self.trade(&signals, shares, start);
        Ok(ran.ok().map(|()| self.measure(start, measurer)))
    }

    fn trade(&mut self, signals: &Signals, shares: &[Rate], start: usize) -> Result<(), NotPlain> {
        self.account.restart();
        self.holdings.clear();
        let terms = self.terms;
        let steps = terms.bars.time.len();
        let (mut marked, mut from) = (0, start);
        let mut holding = self.holding();
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
                self.mark(marked, from, holding)?;
                holding = self.holding();
                self.holdings.push((from, holding.units));
                marked = from;
            }
        }
        self.mark(marked, steps, holding)?;
        self.close_at_end(steps - 1);
        Ok(())
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

    fn holding(&self) -> Holding {
        let ledger = self.account.ledger();
        let traded = &ledger.instruments()[0];
        let held = ledger.position(0).quantity;
        Holding {
            units: traded.quantity_scale().to_float(held) * traded.multiplier(),
            cash: ledger.balance().to_f64(),
        }
    }

    /// Marks the steps of a stretch in which nothing is traded.
    fn mark(
        &mut self,
        from: usize,
        to: usize,
        Holding { units, cash }: Holding,
    ) -> Result<(), NotPlain> {
        let marks = &mut self.equity[from..to];
        let is_gone = if units == 0.0 {
            marks.fill(cash);
            cash <= 0.0
        } else {
            affine(marks, &self.terms.bars.close[from..to], units, cash)
        };
        if is_gone { Err(NotPlain) } else { Ok(()) }
    }

    fn close_at_end(&mut self, last: usize) {
        let is_open = self.account.ledger().position(0).quantity != 0;
        if is_open && self.terms.close == CloseAtEnd::LastClose {
            self.account
                .close_at(self.terms.close_ticks[last], last as u32);
            self.equity[last] = self.account.ledger().balance().to_f64();
            self.holdings.push((last, 0.0));
        }
    }

    fn measure(&mut self, start: usize, measurer: &Measurer<'_>) -> Measures {
        let wanted = measurer.wanted();
        if wanted.needs_exposure() {
            self.expose();
        }
        let bars = &self.terms.bars;
        let ledger = self.account.ledger();
        let last_close = bars.close.last().copied().unwrap_or_default();
        let trades = if wanted.needs_trades() {
            let end = (&[last_close][..], bars.time.len() - 1);
            TradeTable::of_ledger(ledger, end, |_, _| 1.0).rows
        } else {
            Vec::new()
        };
        let mut measures = measurer.measure(&Input {
            time: &bars.time,
            equity: &self.equity,
            close: &bars.close,
            gross_exposure: &self.exposure,
            first_tradable: start.saturating_sub(self.terms.settle),
            trades: &trades,
            initial_cash: self.terms.kernel.config().cash.to_f64(),
            total_fees: ledger.fees().to_f64(),
        });
        let open = ledger.position(0).lots.len();
        measurer.count_trades(&mut measures, ledger.closed_trades(), open);
        measures
    }

    /// Gross value of the position over equity at the close of each step.
    fn expose(&mut self) {
        let close = &self.terms.bars.close;
        self.exposure.resize(close.len(), 0.0);
        let ends = self.holdings.iter().skip(1).map(|&(from, _)| from);
        let ends = ends.chain([close.len()]);
        let first = self.holdings.first().map_or(close.len(), |&(from, _)| from);
        self.exposure[..first].fill(0.0);
        for (&(from, units), to) in self.holdings.iter().zip(ends) {
            let marks = close[from..to].iter().zip(&self.equity[from..to]);
            for (exposure, (close, equity)) in self.exposure[from..to].iter_mut().zip(marks) {
                *exposure = (units * close).abs() / equity;
            }
        }
    }
}
