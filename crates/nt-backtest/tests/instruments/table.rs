//! The form of the table.

use nt_backtest::{Driver, Lifecycle, Prospects};
use nt_core::{
    Bars, Instrument, InstrumentKind, InstrumentTerms, Money, Multiplier, OptionRight, Rate, Scale,
};
use nt_trading::{
    Bracket, Command, Config, Costs, Fees, Kernel, Level, OrderKind, OrderRequest, Size, Slippage,
};
use serde::Deserialize;

const NANOS_PER_HOUR: i64 = 3_600_000_000_000;

/// A midnight: steps are six hours apart from here.
const START: i64 = 10_000 * 24 * NANOS_PER_HOUR;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    pub name: String,
    #[serde(default)]
    account: Account,
    instruments: Vec<Listed>,
    orders: Vec<Given>,
    /// What is filled: settlements are trades, not fills.
    pub fills: Vec<Fill>,
    pub ends: Vec<End>,
    pub trades: Option<Vec<TradeRow>>,
    /// Cash at the end, where it tells something.
    pub cash: Option<f64>,
    /// Equity at the last step, where it tells something.
    pub equity: Option<f64>,
    /// What funding came to, where it tells something.
    pub funding: Option<f64>,
}

/// What differs from the defaults.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Account {
    cash: Option<f64>,
    margin: Option<f64>,
    fee_rate: f64,
    slippage: f64,
    slippage_ticks: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    id: String,
    /// Of prices and quantities.
    decimals: (u32, u32),
    terms: Terms,
    /// Open, high, low and close of each step.
    bars: Vec<[f64; 4]>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Terms {
    kind: String,
    multiplier: Option<f64>,
    tick_size: Option<f64>,
    lot_size: Option<f64>,
    min_quantity: Option<f64>,
    min_notional: Option<f64>,
    margin_rate: Option<f64>,
    /// In hours from the first step.
    expiry: Option<i64>,
    strike: Option<f64>,
    option_kind: Option<String>,
    underlying: Option<String>,
    settlement_price: Option<f64>,
    /// Hours from the first step, and rates.
    #[serde(default)]
    funding: Vec<(i64, f64)>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    step: usize,
    #[serde(default)]
    instrument: u32,
    quantity: Option<f64>,
    target_percent: Option<f64>,
    limit: Option<f64>,
    stop: Option<f64>,
    stop_loss: Option<f64>,
    stop_loss_percent: Option<f64>,
    take_profit_percent: Option<f64>,
}

/// A fill: its step, order, signed units and price.
#[derive(Debug, Deserialize, PartialEq)]
pub struct Fill(pub usize, pub u32, pub f64, pub f64);

/// An order and how it ended.
#[derive(Debug, Deserialize, PartialEq)]
pub struct End(pub u32, pub String);

/// Steps of entry and exit, signed units, prices of entry and exit, profit.
#[derive(Debug, Deserialize, PartialEq)]
pub struct TradeRow(pub usize, pub usize, pub f64, pub f64, pub f64, pub f64);

impl Situation {
    pub fn driver(&self) -> (Driver, Vec<Bars>) {
        let instruments: Vec<_> = self.instruments.iter().map(Listed::instrument).collect();
        let prospects: Vec<_> = self.instruments.iter().map(Listed::prospects).collect();
        let lifecycle = Lifecycle::new(&instruments, &prospects).unwrap();
        let series: Vec<_> = self.instruments.iter().map(Listed::series).collect();
        let kernel = Kernel::new(self.account.config(), instruments).unwrap();
        let driver = Driver::new(kernel, &series[..], &vec![0; series.len()]);
        (driver.with_lifecycle(&series[..], lifecycle), series)
    }

    pub fn speaks_at(&self, step: usize) -> bool {
        self.orders.iter().any(|order| order.step == step)
    }

    pub fn commands(&self, step: usize) -> Vec<Command> {
        let orders = self.orders.iter().filter(|order| order.step == step);
        orders
            .map(|order| {
                let listed = &self.instruments[order.instrument as usize];
                Command::Submit(order.request(listed.scales()))
            })
            .collect()
    }
}

impl Account {
    fn config(&self) -> Config {
        let default = Config::new(money(self.cash.unwrap_or(100_000.0)));
        let share = Slippage::Share(rate(self.slippage));
        Config {
            margin: self.margin.map_or(default.margin, rate),
            costs: Costs {
                fees: Fees::plain(rate(self.fee_rate), Money::ZERO),
                slippage: self.slippage_ticks.map_or(share, Slippage::Ticks),
                ..Costs::default()
            },
            ..default
        }
    }
}

impl Listed {
    fn scales(&self) -> (Scale, Scale) {
        let scale = |decimals| Scale::new(decimals).unwrap();
        (scale(self.decimals.0), scale(self.decimals.1))
    }

    fn instrument(&self) -> Instrument {
        let (price, quantity) = self.scales();
        let terms = &self.terms;
        let instrument = Instrument::new(self.id.as_str(), price, quantity);
        let ticks = |value| price.to_integer(value);
        let lots = |value| quantity.to_integer(value);
        let multiplier = Multiplier::from_f64(terms.multiplier.unwrap_or(1.0)).unwrap();
        let listed = InstrumentTerms {
            multiplier,
            tick_size: terms.tick_size.map_or(1, ticks),
            lot_size: terms.lot_size.map_or(1, lots),
            min_quantity: terms.min_quantity.map_or(0, lots),
            min_notional: terms.min_notional.map_or(Money::ZERO, money),
            margin: terms.margin_rate.map(rate),
            expiry: terms.expiry.map(|hours| START + hours * NANOS_PER_HOUR),
            ..InstrumentTerms::new(terms.kind(ticks))
        };
        instrument.with_terms(listed).unwrap()
    }

    fn prospects(&self) -> Prospects {
        let funding = &self.terms.funding;
        let time = |&(hours, _): &(i64, f64)| START + hours * NANOS_PER_HOUR;
        Prospects {
            settlement: self.terms.settlement_price,
            underlying: self.terms.underlying.clone(),
            funding_times: funding.iter().map(time).collect(),
            funding_rates: funding.iter().map(|(_, rate)| *rate).collect(),
        }
    }

    fn series(&self) -> Bars {
        let column = |at: usize| self.bars.iter().map(|bar| bar[at]).collect();
        let steps = 0..self.bars.len() as i64;
        Bars {
            time: steps
                .map(|step| START + step * 6 * NANOS_PER_HOUR)
                .collect(),
            open: column(0),
            high: column(1),
            low: column(2),
            close: column(3),
            volume: vec![0.0; self.bars.len()],
        }
    }
}

impl Terms {
    fn kind(&self, ticks: impl Fn(f64) -> i64) -> InstrumentKind {
        let right = match self.option_kind.as_deref() {
            Some("put") => OptionRight::Put,
            _ => OptionRight::Call,
        };
        match self.kind.as_str() {
            "etf" => InstrumentKind::Etf,
            "fx" => InstrumentKind::Fx,
            "crypto" => InstrumentKind::Crypto,
            "perpetual" => InstrumentKind::Perpetual,
            "future" => InstrumentKind::Future,
            "option" => InstrumentKind::Option {
                right,
                strike: ticks(self.strike.unwrap()),
            },
            other => panic!("{other} is no kind"),
        }
    }
}

impl Given {
    fn request(&self, (price, quantity): (Scale, Scale)) -> OrderRequest {
        let ticks = |value| price.to_integer(value);
        let size = match (self.quantity, self.target_percent) {
            (Some(units), None) => Size::Lots(quantity.to_integer(units)),
            (None, Some(share)) => Size::TargetShare(rate(share)),
            _ => panic!("an order has one size: {self:?}"),
        };
        let kind = match (self.limit.map(ticks), self.stop.map(ticks)) {
            (Some(limit), None) => OrderKind::Limit { limit },
            (None, Some(stop)) => OrderKind::Stop { stop },
            _ => OrderKind::Market,
        };
        let share = |share: Option<f64>| share.map(|share| Level::Share(rate(share)));
        let stop_loss = self.stop_loss.map(|price| Level::Price(ticks(price)));
        OrderRequest {
            kind,
            bracket: Bracket {
                stop_loss: stop_loss.or(share(self.stop_loss_percent)),
                take_profit: share(self.take_profit_percent),
            },
            ..OrderRequest::market(self.instrument, size)
        }
    }
}

fn money(units: f64) -> Money {
    Money::from_f64(units).unwrap()
}

fn rate(share: f64) -> Rate {
    Rate::from_f64(share).unwrap()
}
