//! What holds of any bars and any sessions, told from the times alone.

use nt_backtest::TickSeries;
use nt_core::{Bars, Quotes};
use nt_trading::{
    Command, OrderKind, OrderRequest, Record, RecordKind, Schedule, SessionColumns, Size,
    TimeInForce,
};
use proptest::prelude::*;

use crate::replay::{drive, instrument, kernel};

#[derive(Clone, Copy, Debug)]
enum Feed {
    Bars,
    Quotes,
}

fn feed() -> impl Strategy<Value = Feed> {
    prop::sample::select(vec![Feed::Bars, Feed::Quotes])
}

/// Bars of one unit of time, some of them missing, and the opens and closes of their sessions.
#[derive(Clone, Debug)]
struct Market {
    times: Vec<i64>,
    sessions: Vec<(i64, i64)>,
}

fn market() -> impl Strategy<Value = Market> {
    let gaps = prop::collection::vec(1_i64..4, 2..80);
    let sessions = prop::collection::vec((0_i64..6, 1_i64..9), 1..40);
    (gaps, sessions).prop_map(|(gaps, sessions)| {
        let mut clock = 0;
        let times = gaps.iter().map(|gap| {
            clock += gap;
            clock
        });
        let times = times.collect();
        let mut clock = 0;
        let sessions = sessions.iter().map(|(closed, opened)| {
            let open = clock + closed;
            clock = open + opened;
            (open, clock)
        });
        Market {
            times,
            sessions: sessions.collect(),
        }
    })
}

impl Market {
    fn bars(&self) -> Bars {
        let column = || vec![100.0; self.times.len()];
        Bars {
            time: self.times.clone(),
            open: column(),
            high: column(),
            low: column(),
            close: column(),
            volume: column(),
        }
    }

    /// Quotes without a spread in the place of the bars.
    fn quotes((instrument, market): (u32, &Self)) -> TickSeries {
        let column = |value| vec![value; market.times.len()];
        let quotes = Quotes {
            time: market.times.clone(),
            bid: column(100.0),
            ask: column(100.0),
            bid_size: column(0.0),
            ask_size: column(0.0),
        };
        TickSeries::quotes(instrument, quotes)
    }

    fn schedule(&self) -> Schedule {
        let open: Vec<i64> = self.sessions.iter().map(|session| session.0).collect();
        let close: Vec<i64> = self.sessions.iter().map(|session| session.1).collect();
        let columns = SessionColumns {
            open_entry: open.iter().map(|time| time + 1).collect(),
            open_change: open.iter().map(|time| time + 1).collect(),
            close_entry: close.clone(),
            close_change: close.clone(),
            open,
            close,
        };
        Schedule::new(columns, 1, false).unwrap()
    }

    /// The session that a bar is a part of.
    fn session_at(&self, time: i64) -> Option<usize> {
        self.sessions
            .iter()
            .position(|&(open, close)| open < time && time <= close)
    }

    /// Whether no later bar is of the same session, and the data say so.
    fn closes(&self, time: i64) -> bool {
        let own = self.session_at(time);
        let next = self.times.iter().find(|later| **later > time);
        own.is_some_and(|own| self.sessions[own].1 == time)
            || own.is_some() && next.is_some_and(|next| self.session_at(*next) != own)
    }

    fn opens(&self, time: i64) -> bool {
        let own = self.session_at(time);
        let before = self.times.iter().rfind(|earlier| **earlier < time);
        own.is_some() && before.is_none_or(|before| self.session_at(*before) != own)
    }

    /// The first session that is not over at this time.
    fn session_from(&self, time: i64) -> usize {
        self.sessions
            .iter()
            .filter(|session| session.1 <= time)
            .count()
    }
}

/// At which step each order is given, on which instrument, and for how long it is good.
type Script = Vec<(usize, u32, TimeInForce)>;

fn script() -> impl Strategy<Value = Script> {
    let good = prop::sample::select(vec![
        TimeInForce::AtOpen,
        TimeInForce::AtClose,
        TimeInForce::Day,
        TimeInForce::GoodTilCancelled,
    ]);
    prop::collection::vec((0_usize..80, 0_u32..2, good), 0..8)
}

/// Limits that the price never reaches and market orders in turn.
fn commands(script: &Script, step: usize) -> Vec<Command> {
    let given = script
        .iter()
        .enumerate()
        .filter(|(_, order)| order.0 == step);
    given
        .map(|(number, &(_, instrument, time_in_force))| {
            Command::Submit(OrderRequest {
                kind: if number % 2 == 0 {
                    OrderKind::Market
                } else {
                    OrderKind::Limit { limit: 50 }
                },
                time_in_force,
                ..OrderRequest::market(instrument, Size::Lots(1))
            })
        })
        .collect()
}

fn run(feed: Feed, markets: &[Market], script: &Script, most: usize) -> Vec<Record> {
    let instruments = ["A.XNYS", "B.XTKS"][..markets.len()]
        .iter()
        .map(|id| instrument(id));
    let schedules = markets.iter().map(Market::schedule).collect();
    let kernel = kernel(instruments.collect(), schedules);
    let script = |step| commands(script, step);
    match feed {
        Feed::Bars => {
            let series: Vec<Bars> = markets.iter().map(Market::bars).collect();
            drive(kernel, &series[..], script, most)
        }
        Feed::Quotes => {
            let series: Vec<TickSeries> = (0..).zip(markets).map(Market::quotes).collect();
            drive(kernel, &series[..], script, most)
        }
    }
}

proptest! {
    #[test]
    fn orders_fill_when_they_may(feed in feed(), markets in prop::collection::vec(market(), 2), script in script()) {
        let records = run(feed, &markets, &script, usize::MAX);
        for fill in records.iter().filter(|record| record.kind == RecordKind::OrderFilled) {
            let is_submission = |record: &&Record| {
                record.order == fill.order && record.kind == RecordKind::OrderSubmitted
            };
            let given = records.iter().find(is_submission).unwrap();
            let is_terms = |record: &&Record| {
                record.order == fill.order && record.kind == RecordKind::OrderTerms
            };
            let good = records.iter().find(is_terms).unwrap_or(given).detail >> 4 & 7;
            let market = &markets[fill.instrument as usize];
            let session = market.session_at(fill.time);
            prop_assert!(session.is_some(), "outside: {fill:?}");
            match good {
                5 => prop_assert!(market.opens(fill.time), "{fill:?}"),
                6 => prop_assert!(market.closes(fill.time), "{fill:?}"),
                1 => prop_assert_eq!(session, Some(market.session_from(given.time))),
                _ => {}
            }
        }
    }

    #[test]
    fn a_market_order_at_the_close_fills_where_its_session_has_a_bar_left(feed in feed(), market in market(), at in 0_usize..80) {
        let script = vec![(at, 0, TimeInForce::AtClose)];
        let records = run(feed, std::slice::from_ref(&market), &script, usize::MAX);
        let Some(&given) = market.times.get(at) else { return Ok(()) };
        let own = market.session_from(given);
        let is_due = |time: &&i64| {
            **time > given && market.session_at(**time) == Some(own) && market.closes(**time)
        };
        let due = market.times.iter().find(is_due).copied();
        let fill = records.iter().find(|record| record.kind == RecordKind::OrderFilled);
        prop_assert_eq!(fill.map(|fill| fill.time), due);
    }

    #[test]
    fn however_long_the_blocks_the_log_is_the_same(feed in feed(), market in market(), mut script in script(), most in 1_usize..4) {
        for order in &mut script {
            order.1 = 0;
        }
        let markets = [market];
        prop_assert_eq!(run(feed, &markets, &script, usize::MAX), run(feed, &markets, &script, most));
    }
}
