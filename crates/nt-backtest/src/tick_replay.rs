use nt_core::{Code, Error, QuotesView, Result, TradesView};
use nt_trading::{Command, Event, FillSource, Kernel};

use crate::check_tick_rules;
use crate::series::check_prices;
use crate::tick_columns::TickReader;

/// Replays quotes and trades that come in chunks, for streams longer than memory: a chunk is gone
/// once it is replayed, and what is kept grows with the orders alone. There is no curve of equity;
/// the caller reads the account as often as it likes, and gives commands between two chunks, which
/// can be a row long.
#[derive(Clone, Debug)]
pub struct TickReplay {
    kernel: Kernel,
    step: u32,
    time: i64,
}

impl TickReplay {
    /// A replay that has seen nothing yet.
    ///
    /// # Errors
    /// As [`check_tick_rules`]; `INVALID_ARGUMENT` for fills that a model gives and for
    /// sessions.
    pub fn new(kernel: Kernel) -> Result<Self> {
        check_tick_rules(&kernel)?;
        if kernel.config().fills == FillSource::Given {
            let message = "fillModel goes with a backtest: a replay in chunks has nobody to ask between two rows";
            return Err(Error::new(Code::InvalidArgument, message).with("field", "fillModel"));
        }
        if kernel.has_schedules() {
            let message =
                "sessions go with a backtest: a replay in chunks cannot tell the last quote of one";
            return Err(Error::new(Code::InvalidArgument, message).with("field", "sessions"));
        }
        Ok(Self {
            kernel,
            step: 0,
            time: i64::MIN,
        })
    }

    /// Replays quotes of one instrument: a step each.
    ///
    /// # Errors
    /// What [`QuotesView::validate`] finds; `OVERFLOW` for prices beyond the instrument's scale;
    /// `DATA_UNSORTED` where the chunk begins before the last one ended. Then nothing of the chunk was
    /// replayed.
    pub fn quotes(&mut self, instrument: u32, quotes: &QuotesView<'_>) -> Result<()> {
        quotes.validate()?;
        let reader = self.reader(instrument, &[quotes.bid, quotes.ask])?;
        self.follows(quotes.time[0])?;
        for (row, &time) in quotes.time.iter().enumerate() {
            self.tick(time, instrument, reader.quote(quotes, row));
        }
        Ok(())
    }

    /// Replays trades of one instrument: a step each.
    ///
    /// # Errors
    /// As [`Self::quotes`].
    pub fn trades(&mut self, instrument: u32, trades: &TradesView<'_>) -> Result<()> {
        trades.validate()?;
        let reader = self.reader(instrument, &[trades.price])?;
        self.follows(trades.time[0])?;
        for (row, &time) in trades.time.iter().enumerate() {
            self.tick(time, instrument, reader.trade(trades, row));
        }
        Ok(())
    }

    /// Gives a command after the last row.
    pub fn command(&mut self, command: Command) {
        self.kernel.apply(Event::Command(command));
    }

    /// SHA-256 of the event log.
    pub fn log_hash(&mut self) -> String {
        self.kernel.log_hash()
    }

    /// The kernel.
    #[must_use]
    pub const fn kernel(&self) -> &Kernel {
        &self.kernel
    }

    /// Rows replayed.
    #[must_use]
    pub const fn steps(&self) -> u32 {
        self.step
    }

    fn reader(&self, instrument: u32, prices: &[&[f64]]) -> Result<TickReader> {
        let instruments = self.kernel.ledger().instruments();
        let traded = instruments.get(instrument as usize).ok_or_else(|| {
            let message = format!(
                "instrument {instrument} is not one of the replay's {}: count from 0",
                instruments.len()
            );
            Error::new(Code::InvalidArgument, message)
        })?;
        for column in prices {
            check_prices(column, traded)?;
        }
        Ok(TickReader::new(instrument, traded))
    }

    fn follows(&self, time: i64) -> Result<()> {
        if time >= self.time {
            return Ok(());
        }
        let message = format!(
            "the chunk begins at {time}, before the last one ended at {}: give chunks in order of time",
            self.time
        );
        Err(Error::new(Code::DataUnsorted, message))
    }

    fn tick(&mut self, time: i64, instrument: u32, event: Event) {
        let step = self.step;
        self.kernel.apply(Event::Step { step, time });
        let held = self.kernel.ledger().position(instrument).quantity;
        self.kernel.apply(event);
        // Without a position before and after, equity is what it was, unless it hangs on a rate of
        // exchange; a call for margin runs on.
        let holds = held != 0 || self.kernel.ledger().position(instrument).quantity != 0;
        let is_foreign = !self.kernel.config().currencies.foreign.is_empty();
        if holds || is_foreign || self.kernel.looks_at_closes() {
            self.kernel.apply(Event::StepClosed);
        }
        self.step += 1;
        self.time = time;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use nt_core::{Instrument, Money, Quotes, Scale};
    use nt_trading::{Config, OrderKind, OrderRequest, Size};

    fn replay() -> TickReplay {
        let cents = Scale::new(2).unwrap();
        let instrument = Instrument::new("X.XTST", cents, Scale::new(0).unwrap());
        let config = Config::new(Money::from_f64(10_000.0).unwrap());
        let kernel = Kernel::new(config, vec![instrument]).unwrap();
        TickReplay::new(kernel).unwrap()
    }

    fn quotes(rows: &[(i64, f64)]) -> Quotes {
        Quotes {
            time: rows.iter().map(|row| row.0).collect(),
            bid: rows.iter().map(|row| row.1 - 0.01).collect(),
            ask: rows.iter().map(|row| row.1).collect(),
            bid_size: vec![0.0; rows.len()],
            ask_size: vec![0.0; rows.len()],
        }
    }

    #[test]
    fn how_a_stream_is_cut_makes_no_difference() {
        let rows: Vec<_> = (0..100).map(|at| (at, 50.0 - 0.03 * at as f64)).collect();
        let hash = |first: usize, length: usize| {
            let mut replay = replay();
            replay.quotes(0, &quotes(&rows[..first]).view()).unwrap();
            replay.command(Command::Submit(OrderRequest {
                kind: OrderKind::Limit { limit: 4_850 },
                ..OrderRequest::market(0, Size::Lots(7))
            }));
            for chunk in rows[first..].chunks(length) {
                replay.quotes(0, &quotes(chunk).view()).unwrap();
            }
            assert_eq!(replay.kernel().ledger().position(0).quantity, 7);
            replay.log_hash()
        };
        assert_eq!(hash(10, 1), hash(10, 90));
        assert_eq!(hash(10, 1), hash(10, 7));
    }

    #[test]
    fn a_chunk_that_goes_back_is_refused_whole() {
        let mut replay = replay();
        replay.quotes(0, &quotes(&[(5, 50.0)]).view()).unwrap();
        assert!(replay.quotes(0, &quotes(&[(4, 50.0)]).view()).is_err());
        assert!(replay.quotes(1, &quotes(&[(6, 50.0)]).view()).is_err());
        assert!(replay.quotes(0, &quotes(&[(6, 2e16)]).view()).is_err());
        assert_eq!(replay.steps(), 1);
    }
}
