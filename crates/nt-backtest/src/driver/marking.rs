use nt_core::day_of;
use nt_math::affine;
use nt_trading::Kernel;

use super::Driver;
use crate::{Series, Timeline};

impl Driver {
    /// Marks the steps from `from` while nothing can change, and returns where that ends: at `to`,
    /// at once with working orders or several series, at a step where equity is gone or nears the
    /// maintenance margin, at the next day where that costs or pays something, where a contract ends or
    /// is funded, or at a step whose bar is the first after a company did something.
    pub(crate) fn mark_silence<S: Series + ?Sized>(
        &mut self,
        series: &S,
        from: usize,
        to: usize,
    ) -> usize {
        let silent = matches!(self.timeline, Timeline::Single { .. })
            && self.kernel.working_orders() == 0
            && self.exchange.is_none()
            && !self.kernel.is_halted();
        let to = to
            .min(self.schedule.next_step())
            .min(self.lifecycle.next_step);
        if !silent || from >= to {
            return from;
        }
        let Some(line) = self.kernel.margin_line(0) else {
            return from;
        };
        let to = self.end_of_quiet(series, from, to);
        let units = units(&self.kernel, 0);
        let Some(closes) = series.marks(0, units > 0.0) else {
            return from;
        };
        let closes = &closes[from..to];
        let marks = &mut self.equity[from..to];
        let cash = self.kernel.ledger().balance().to_f64();
        if let Some(account) = &self.account {
            for (mark, &close) in marks.iter_mut().zip(closes) {
                *mark = account.equity(&[close]);
            }
        } else if units == 0.0 {
            marks.fill(cash);
            return to;
        } else if !affine(marks, closes, units, cash) && line == 0.0 {
            return to;
        }
        first_low(marks, closes, line * units.abs()).map_or(to, |low| from + low)
    }

    /// The first step of another day, where the turn of the day changes the account; else `to`.
    fn end_of_quiet<S: Series + ?Sized>(&self, series: &S, from: usize, to: usize) -> usize {
        if !self.kernel.waits_for_next_day() {
            return to;
        }
        let time = series.time(0);
        let today = day_of(time[from - 1]);
        from + time[from..to].partition_point(|&time| day_of(time) == today)
    }

    pub(super) fn mark(&mut self, step: usize) {
        for (instrument, sides) in self.sides.iter().enumerate() {
            let short = units(&self.kernel, instrument as u32) < 0.0;
            self.last_close[instrument] = sides[usize::from(short)];
        }
        if let Some(exchange) = &mut self.exchange {
            exchange.note(step, &self.kernel, &self.last_close);
            self.equity[step] = exchange.equity(&self.kernel, &self.last_close, step);
            return;
        }
        let cash = self.kernel.ledger().balance().to_f64();
        let values = self
            .last_close
            .iter()
            .enumerate()
            .filter_map(|(instrument, &close)| {
                let units = units(&self.kernel, instrument as u32);
                (units != 0.0).then_some(close * units)
            });
        if self.kernel.is_halted() {
            self.equity[step] = cash;
            return;
        }
        if let Some(account) = &mut self.account {
            let followed = account.follow(&self.kernel);
            debug_assert!(followed.is_ok(), "the log of a run in hand is whole");
            self.equity[step] = account.equity(&self.last_close);
            return;
        }
        // One series: `close * units + cash`, the formula of the block, to the bit.
        self.equity[step] = values
            .fold(None, |sum: Option<f64>, value| {
                Some(sum.map_or(value, |sum| sum + value))
            })
            .map_or(cash, |value| value + cash);
    }

    pub(crate) fn fill_with_cash(&mut self, from: usize) {
        let cash = self.kernel.ledger().balance().to_f64();
        let from = from.min(self.equity.len());
        self.equity[from..].fill(cash);
    }
}

/// The first mark at which equity is gone, or not above `line` times the close.
fn first_low(marks: &[f64], closes: &[f64], line: f64) -> Option<usize> {
    if line == 0.0 {
        return marks.iter().position(|&equity| equity <= 0.0);
    }
    // A hair above the line: a step too many is looked at, never one too few.
    let line = line * (1.0 + 1e-9);
    let mut steps = marks.iter().zip(closes);
    steps.position(|(&equity, &close)| equity <= line * close)
}

/// Signed position in units of what its price is of: a contract counts its multiplier.
fn units(kernel: &Kernel, instrument: u32) -> f64 {
    let traded = &kernel.ledger().instruments()[instrument as usize];
    let held = kernel.ledger().position(instrument).quantity;
    traded.quantity_scale().to_float(held) * traded.multiplier()
}
