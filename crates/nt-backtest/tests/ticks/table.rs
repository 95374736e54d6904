//! The form of the table.

use nt_backtest::{Lifecycle, Prospects, TickSeries, TimedAction};
use nt_core::{
    Instrument, InstrumentKind, InstrumentTerms, Money, Multiplier, Quotes, Rate, Scale, Trades,
};
use nt_trading::{Command, Event, Sessions, SplitRatio};
use serde::Deserialize;

use crate::sessions::{Cutoffs, Given, Moment};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    pub name: String,
    /// The calendar that the sessions are of.
    #[serde(rename = "calendar")]
    _calendar: Option<String>,
    #[serde(default)]
    extended_hours: bool,
    sessions: Option<Vec<(Moment, Moment)>>,
    #[serde(default)]
    cutoffs: Cutoffs,
    terms: Option<Terms>,
    ticks: Vec<(Moment, Tick)>,
    #[serde(default)]
    actions: Vec<Action>,
    orders: Vec<Given>,
    /// Step, order, signed lots and price.
    pub fills: Vec<(u32, u32, i64, i64)>,
    pub ends: Vec<(u32, String)>,
    pub cash: Option<String>,
    /// After the last step.
    pub equity: Option<f64>,
}

#[derive(Debug, Deserialize)]
enum Tick {
    #[serde(rename = "q")]
    Quote(QuoteRow),
    /// Price and size.
    #[serde(rename = "t")]
    Trade(f64, f64),
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
enum QuoteRow {
    Sized(Option<f64>, Option<f64>, f64, f64),
    Bare(Option<f64>, Option<f64>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Action {
    at: Moment,
    split: Option<(i64, i64)>,
    dividend: Option<f64>,
    delisting: Option<f64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Terms {
    kind: String,
    multiplier: Option<f64>,
    margin_rate: Option<f64>,
    tick_size: Option<i64>,
    lot_size: Option<i64>,
    expiry: Option<Moment>,
    #[serde(default)]
    funding: Vec<(Moment, f64)>,
}

impl Situation {
    pub fn instrument(&self) -> Instrument {
        let whole = Scale::new(0).unwrap();
        let instrument = Instrument::new("X.XNYS", whole, whole);
        match &self.terms {
            None => instrument,
            Some(terms) => instrument.with_terms(terms.terms()).unwrap(),
        }
    }

    pub fn lifecycle(&self, instrument: &Instrument) -> Lifecycle {
        let funding = self.terms.as_ref().map_or(&[][..], |terms| &terms.funding);
        let prospects = Prospects {
            funding_times: funding.iter().map(|it| it.0.0).collect(),
            funding_rates: funding.iter().map(|it| it.1).collect(),
            ..Prospects::default()
        };
        Lifecycle::new(std::slice::from_ref(instrument), &[prospects]).unwrap()
    }

    /// A quote at the very open is of its session: it opens a nanosecond earlier.
    pub fn sessions(&self) -> Vec<Sessions> {
        let Some(sessions) = &self.sessions else {
            return Vec::new();
        };
        let times = sessions.iter().map(|it| (it.0.0 - 1, it.1.0));
        let schedule = self.cutoffs.schedule(times, 1, self.extended_hours);
        vec![Sessions::Scheduled(schedule)]
    }

    /// Its quotes, and its trades, where it has some.
    pub fn series(&self) -> Vec<TickSeries> {
        let (mut quotes, mut trades) = (Quotes::default(), Trades::default());
        for (at, tick) in &self.ticks {
            match *tick {
                Tick::Quote(row) => {
                    let (bid, ask, bid_size, ask_size) = match row {
                        QuoteRow::Sized(bid, ask, bid_size, ask_size) => {
                            (bid, ask, bid_size, ask_size)
                        }
                        QuoteRow::Bare(bid, ask) => (bid, ask, 0.0, 0.0),
                    };
                    quotes.time.push(at.0);
                    quotes.bid.push(bid.unwrap_or(f64::NAN));
                    quotes.ask.push(ask.unwrap_or(f64::NAN));
                    quotes.bid_size.push(bid_size);
                    quotes.ask_size.push(ask_size);
                }
                Tick::Trade(price, size) => {
                    trades.time.push(at.0);
                    trades.price.push(price);
                    trades.size.push(size);
                }
            }
        }
        let mut series = Vec::new();
        if !quotes.time.is_empty() {
            series.push(TickSeries::quotes(0, quotes));
        }
        if !trades.time.is_empty() {
            series.push(TickSeries::trades(0, trades));
        }
        series
    }

    pub fn actions(&self) -> Vec<TimedAction> {
        self.actions.iter().map(Action::timed).collect()
    }

    pub fn commands(&self, step: usize) -> Vec<Command> {
        let orders = self.orders.iter().filter(|order| order.step == step);
        orders
            .map(|order| Command::Submit(order.request()))
            .collect()
    }
}

impl Action {
    fn timed(&self) -> TimedAction {
        let money = |units| Money::from_f64(units).unwrap();
        let instrument = 0;
        let event = match (self.split, self.dividend, self.delisting) {
            (Some((new, old)), ..) => Event::Split {
                instrument,
                ratio: SplitRatio::new(new, old).unwrap(),
            },
            (_, Some(amount), _) => Event::Dividend {
                instrument,
                amount: money(amount),
            },
            (.., payment) => Event::Delisted {
                instrument,
                payment: payment.map(money),
            },
        };
        TimedAction {
            time: self.at.0,
            event,
        }
    }
}

impl Terms {
    fn terms(&self) -> InstrumentTerms {
        let kind = match self.kind.as_str() {
            "future" => InstrumentKind::Future,
            "perpetual" => InstrumentKind::Perpetual,
            "equity" => InstrumentKind::Equity,
            other => panic!("{other} is no kind of the table"),
        };
        InstrumentTerms {
            multiplier: Multiplier::from_f64(self.multiplier.unwrap_or(1.0)).unwrap(),
            margin: self.margin_rate.map(|rate| Rate::from_f64(rate).unwrap()),
            tick_size: self.tick_size.unwrap_or(1),
            lot_size: self.lot_size.unwrap_or(1),
            expiry: self.expiry.map(|at| at.0),
            ..InstrumentTerms::new(kind)
        }
    }
}
