use nt_core::{Code, Error, Instrument, QuotesView, Result};
use nt_trading::{Command, Event, Kernel, TickBar};

use crate::series::check_prices;
use crate::{Lifecycle, TickReplay};

/// A bar of one instrument as it comes, in units and prices.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LiveBar {
    /// Index of the instrument.
    pub instrument: u32,
    /// Open, high, low and close.
    pub prices: [f64; 4],
    /// Units traded.
    pub volume: f64,
}

/// A venue that is fed as the market goes on: bars, all that close at one time together, or quotes.
/// Commands are taken between two feeds. The kernel hears what [`Driver`](crate::Driver) and
/// [`TickReplay`] tell it, so the same orders on the same data give the same log, byte for byte.
#[derive(Clone, Debug)]
pub struct VenueFeed {
    feed: Feed,
}

#[derive(Clone, Debug)]
enum Feed {
    /// Nothing came yet; what comes first decides.
    Waiting(Box<Kernel>),
    Bars(Box<BarFeed>),
    Quotes(Box<TickReplay>),
}

#[derive(Clone, Debug)]
struct BarFeed {
    kernel: Kernel,
    step: u32,
    time: i64,
}

impl VenueFeed {
    /// A venue that has seen nothing yet.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` where the rules need more than a feed tells: sessions, expiries, funding or
    /// bids and asks beside bars.
    pub fn new(kernel: Kernel, lifecycle: &Lifecycle) -> Result<Self> {
        let faults = [
            ("sessions", kernel.has_schedules()),
            ("expiry or funding", lifecycle.next_time() < i64::MAX),
            (
                "fillModel",
                kernel.config().fills != nt_trading::FillSource::Bars,
            ),
            (
                "matching",
                kernel.config().matching != nt_trading::Matching::Path,
            ),
        ];
        if let Some((field, _)) = faults.into_iter().find(|&(_, is_set)| is_set) {
            let message = format!("{field} does not go with a venue that is fed: leave it out");
            return Err(Error::new(Code::InvalidArgument, message).with("field", field));
        }
        let feed = Feed::Waiting(Box::new(kernel));
        Ok(Self { feed })
    }

    /// Takes the bars that closed at a time: one step.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` after quotes, or for an instrument that does not exist or comes twice;
    /// `DATA_UNSORTED` for a time that is not after the last; `DATA_...` and `OVERFLOW` for prices.
    /// Then nothing was taken.
    pub fn bars(&mut self, time: i64, bars: &[LiveBar]) -> Result<()> {
        let kernel = self.kernel();
        check_bars(bars, kernel.ledger().instruments())?;
        if let Feed::Waiting(kernel) = &self.feed {
            self.feed = Feed::Bars(Box::new(BarFeed {
                kernel: Kernel::clone(kernel),
                step: 0,
                time: i64::MIN,
            }));
        }
        match &mut self.feed {
            Feed::Bars(feed) => feed.step(time, bars),
            _ => Err(mixed("bars", "quotes")),
        }
    }

    /// Takes quotes of one instrument: a step each.
    ///
    /// # Errors
    /// As [`TickReplay::quotes`]; `INVALID_ARGUMENT` after bars, and for rules that quotes do not go
    /// with.
    pub fn quotes(&mut self, instrument: u32, quotes: &QuotesView<'_>) -> Result<()> {
        if let Feed::Waiting(kernel) = &self.feed {
            let replay = TickReplay::new(Kernel::clone(kernel))?;
            self.feed = Feed::Quotes(Box::new(replay));
        }
        match &mut self.feed {
            Feed::Quotes(replay) => replay.quotes(instrument, quotes),
            _ => Err(mixed("quotes", "bars")),
        }
    }

    /// Gives a command after what was fed last.
    pub fn command(&mut self, command: Command) {
        match &mut self.feed {
            Feed::Waiting(kernel) => kernel.apply(Event::Command(command)),
            Feed::Bars(feed) => feed.kernel.apply(Event::Command(command)),
            Feed::Quotes(replay) => replay.command(command),
        }
    }

    /// SHA-256 of the event log.
    pub fn log_hash(&mut self) -> String {
        match &mut self.feed {
            Feed::Waiting(kernel) => kernel.log_hash(),
            Feed::Bars(feed) => feed.kernel.log_hash(),
            Feed::Quotes(replay) => replay.log_hash(),
        }
    }

    /// The kernel.
    #[must_use]
    pub const fn kernel(&self) -> &Kernel {
        match &self.feed {
            Feed::Waiting(kernel) => kernel,
            Feed::Bars(feed) => &feed.kernel,
            Feed::Quotes(replay) => replay.kernel(),
        }
    }
}

impl BarFeed {
    fn step(&mut self, time: i64, bars: &[LiveBar]) -> Result<()> {
        if time <= self.time {
            let message = format!(
                "the bars close at {time}, not after the last ones at {}: give bars in order of time, all of one time together",
                self.time
            );
            return Err(Error::new(Code::DataUnsorted, message));
        }
        let step = self.step;
        self.kernel.apply(Event::Step { step, time });
        for bar in bars {
            self.bar(bar);
        }
        self.kernel.apply(Event::StepClosed);
        self.step += 1;
        self.time = time;
        Ok(())
    }

    fn bar(&mut self, bar: &LiveBar) {
        let instrument = bar.instrument;
        let traded = &self.kernel.ledger().instruments()[instrument as usize];
        let [open, high, low, close] = bar.prices.map(|it| traded.price_scale().to_integer(it));
        if self.kernel.config().costs.needs_volume() {
            let lots = traded.quantity_scale().to_integer_floor(bar.volume);
            self.kernel.apply(Event::Volume { instrument, lots });
        }
        let bar = TickBar {
            open,
            high,
            low,
            close,
        };
        self.kernel.apply(Event::Bar { instrument, bar });
    }
}

fn check_bars(bars: &[LiveBar], instruments: &[Instrument]) -> Result<()> {
    for (at, bar) in bars.iter().enumerate() {
        let Some(traded) = instruments.get(bar.instrument as usize) else {
            let message = format!(
                "instrument {} is not one of {}: count from 0",
                bar.instrument,
                instruments.len()
            );
            return Err(Error::new(Code::InvalidArgument, message));
        };
        let id = traded.id();
        if bars[..at].iter().any(|it| it.instrument == bar.instrument) {
            let message = format!("two bars of {id} close at one time: give one");
            return Err(Error::new(Code::InvalidArgument, message).with("instrument", id));
        }
        let [open, high, low, close] = bar.prices;
        let fault = if bar.prices.iter().any(|it| !it.is_finite()) || !bar.volume.is_finite() {
            Code::DataNotFinite
        } else if bar.prices.iter().any(|it| *it <= 0.0) || bar.volume < 0.0 {
            Code::DataNotPositive
        } else if low > open.min(close) || high < open.max(close) {
            Code::DataCrossedPrices
        } else {
            check_prices(&bar.prices, traded)?;
            continue;
        };
        let message = format!(
            "a bar of {id} has open {open}, high {high}, low {low}, close {close}, volume {}: check its source",
            bar.volume
        );
        return Err(Error::new(fault, message).with("instrument", id));
    }
    Ok(())
}

fn mixed(given: &str, before: &str) -> Error {
    let message = format!("{given} after {before}: feed a venue with one or the other");
    Error::new(Code::InvalidArgument, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use nt_core::{Bars, Money, Scale};
    use nt_trading::{Config, OrderKind, OrderRequest, Size};

    use crate::{CloseAtEnd, Driver};

    fn kernel() -> Kernel {
        let instrument = |id: &str| {
            let cents = Scale::new(2).unwrap();
            Instrument::new(id, cents, Scale::new(0).unwrap())
        };
        let config = Config::new(Money::from_f64(10_000.0).unwrap());
        Kernel::new(config, vec![instrument("A.XTST"), instrument("B.XTST")]).unwrap()
    }

    fn series(shift: f64) -> Bars {
        let close: Vec<f64> = (0..60).map(|at| shift + f64::from(at * 7 % 23)).collect();
        Bars {
            time: (1..=60).collect(),
            open: close.iter().map(|close| close - 0.5).collect(),
            high: close.iter().map(|close| close + 2.0).collect(),
            low: close.iter().map(|close| close - 2.0).collect(),
            volume: vec![1_000.0; 60],
            close,
        }
    }

    fn ordered(step: usize) -> Option<Command> {
        let instrument = (step % 2) as u32;
        let request = match step % 9 {
            2 => OrderRequest::market(instrument, Size::Lots(10)),
            5 => OrderRequest::market(instrument, Size::Lots(-15)),
            7 => OrderRequest {
                kind: OrderKind::Limit { limit: 10_300 },
                ..OrderRequest::market(instrument, Size::Lots(3))
            },
            _ => return None,
        };
        Some(Command::Submit(request))
    }

    #[test]
    fn a_feed_writes_the_log_of_the_driver() {
        let all = [series(100.0), series(50.0)];
        let mut driver = Driver::new(kernel(), &all[..], &[0, 0]);
        let mut consumed = 0;
        let mut given = None;
        loop {
            let length = driver.next(&all[..], consumed, given.take());
            if length == 0 {
                break;
            }
            let first = driver.block_start();
            let spoke = (first..first + length).find(|step| ordered(*step).is_some());
            consumed = spoke.map_or(length, |step| step - first + 1);
            given = spoke.map(|step| {
                let mut command = ordered(step);
                move |_: &Kernel| command.take()
            });
        }
        driver.finish(&all[..], CloseAtEnd::No);
        let mut venue = VenueFeed::new(kernel(), &Lifecycle::default()).unwrap();
        for row in 0..60 {
            let bar = |instrument: u32| {
                let bars = &all[instrument as usize];
                LiveBar {
                    instrument,
                    prices: [
                        bars.open[row],
                        bars.high[row],
                        bars.low[row],
                        bars.close[row],
                    ],
                    volume: bars.volume[row],
                }
            };
            venue.bars(all[0].time[row], &[bar(0), bar(1)]).unwrap();
            if let Some(command) = ordered(row) {
                venue.command(command);
            }
        }
        assert!(venue.kernel().ledger().closed_trades() > 5);
        assert_eq!(venue.log_hash(), driver.log_hash());
    }

    #[test]
    fn what_cannot_be_is_refused_and_leaves_the_venue_as_it_was() {
        let mut venue = VenueFeed::new(kernel(), &Lifecycle::default()).unwrap();
        let bar = LiveBar {
            instrument: 0,
            prices: [10.0, 11.0, 9.0, 10.0],
            volume: 5.0,
        };
        venue.bars(5, &[bar]).unwrap();
        let hash = venue.log_hash();
        let mut refuses = |time: i64, bars: &[LiveBar]| venue.bars(time, bars).unwrap_err().code();
        assert_eq!(refuses(5, &[bar]), Code::DataUnsorted);
        assert_eq!(refuses(6, &[bar, bar]), Code::InvalidArgument);
        let crossed = LiveBar {
            prices: [10.0, 9.0, 8.0, 9.0],
            ..bar
        };
        assert_eq!(refuses(6, &[crossed]), Code::DataCrossedPrices);
        let unknown = LiveBar {
            instrument: 2,
            ..bar
        };
        assert_eq!(refuses(6, &[unknown]), Code::InvalidArgument);
        assert_eq!(venue.log_hash(), hash);
    }
}
