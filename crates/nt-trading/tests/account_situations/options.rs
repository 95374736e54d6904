//! The options of a backtest that the table uses, as the rules of the kernel.

use std::collections::BTreeMap;

use nt_core::{Money, Rate};
use nt_trading::{
    AccountKind, Config, Costs, Currencies, CurrencyCode, Fees, FillPolicy, Financing,
    ForeignCurrency, InstrumentRates, Maintenance, MarginModel, Slippage,
};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Options {
    #[serde(default = "ten_thousand")]
    cash: f64,
    account: Option<String>,
    leverage: Option<f64>,
    #[serde(default)]
    fee_per_order: f64,
    #[serde(default)]
    slippage: f64,
    fill_policy: Option<String>,
    margin: Option<Margin>,
    financing: Option<Rates>,
    #[serde(default)]
    settlement_days: u32,
    currencies: Option<Abroad>,
    #[serde(default)]
    pub hedging: bool,
}

const fn ten_thousand() -> f64 {
    10_000.0
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Abroad {
    of: BTreeMap<String, String>,
    rates: BTreeMap<String, RateSource>,
    convert: Option<String>,
    #[serde(default)]
    conversion_cost: f64,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum RateSource {
    Direct(String),
    Inverse { inverse: String },
}

impl Abroad {
    fn currencies(&self, ids: &[String]) -> Currencies {
        let foreign = self.rates.iter().map(|(code, source)| {
            let (id, inverse) = match source {
                RateSource::Direct(id) => (id, false),
                RateSource::Inverse { inverse } => (inverse, true),
            };
            let rate = ids.iter().position(|it| it == id).unwrap() as u32;
            let code = CurrencyCode::new(code).unwrap();
            ForeignCurrency {
                code,
                rate,
                inverse,
            }
        });
        let place = |id| {
            let code = self.of.get(id)?;
            let place = self.rates.keys().position(|it| it == code);
            Some(place.unwrap() as u8)
        };
        Currencies {
            foreign: foreign.collect(),
            of: ids.iter().map(place).collect(),
            convert_fills: self.convert.as_deref() != Some("never"),
            cost: rate(self.conversion_cost),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Margin {
    model: String,
    maintenance: Option<f64>,
    scan: Option<RateByInstrument>,
    netting: Option<bool>,
    warning: Option<f64>,
    buffer: Option<f64>,
    grace: Option<u32>,
}

#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
struct Rates {
    debit_rate: f64,
    credit_rate: f64,
    borrow_rate: RateByInstrument,
    day_count: u16,
}

impl Default for Rates {
    fn default() -> Self {
        Self {
            debit_rate: 0.0,
            credit_rate: 0.0,
            borrow_rate: RateByInstrument::All(0.0),
            day_count: 365,
        }
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum RateByInstrument {
    All(f64),
    Own(BTreeMap<String, f64>),
}

impl RateByInstrument {
    fn rates(&self, standard: f64, ids: &[String]) -> InstrumentRates {
        match self {
            Self::All(every) => InstrumentRates::all(rate(*every)),
            Self::Own(own) => InstrumentRates {
                standard: rate(standard),
                own: own
                    .iter()
                    .map(|(id, own)| {
                        let index = ids.iter().position(|it| it == id).unwrap();
                        (index as u32, rate(*own))
                    })
                    .collect(),
            },
        }
    }
}

impl Options {
    pub fn config(&self, ids: &[String]) -> Config {
        let preset = match self.margin.as_ref().map(|margin| margin.model.as_str()) {
            Some("reg-t") => 0.5,
            Some("portfolio") => 0.15,
            _ => 1.0,
        };
        Config {
            account: match self.account.as_deref() {
                Some("cash") => AccountKind::Cash,
                _ => AccountKind::Margin,
            },
            margin: rate(self.leverage.map_or(preset, |leverage| 1.0 / leverage)),
            costs: Costs {
                fees: Fees::plain(Rate::ZERO, money(self.fee_per_order)),
                slippage: Slippage::Share(rate(self.slippage)),
                ..Costs::default()
            },
            fill_policy: match self.fill_policy.as_deref() {
                Some("this-close") => FillPolicy::ThisClose,
                _ => FillPolicy::NextOpen,
            },
            maintenance: self.margin.as_ref().map(|margin| margin.maintenance(ids)),
            financing: self.financing.as_ref().map(|rates| rates.financing(ids)),
            hedging: self.hedging,
            settlement_days: self.settlement_days,
            currencies: self
                .currencies
                .as_ref()
                .map_or_else(Currencies::default, |abroad| abroad.currencies(ids)),
            ..Config::new(money(self.cash))
        }
    }
}

impl Margin {
    fn maintenance(&self, ids: &[String]) -> Maintenance {
        let fixed = rate(self.maintenance.unwrap_or_default());
        let model = match self.model.as_str() {
            "fixed" => MarginModel::Rates {
                long: fixed,
                short: fixed,
            },
            "reg-t" => MarginModel::Rates {
                long: rate(0.25),
                short: rate(0.3),
            },
            _ => MarginModel::Scan {
                range: self
                    .scan
                    .clone()
                    .unwrap_or(RateByInstrument::All(0.15))
                    .rates(0.15, ids),
                netting: self.netting.unwrap_or(true),
            },
        };
        let usual = Maintenance::new(model);
        Maintenance {
            warning: self.warning.map_or(usual.warning, rate),
            buffer: self.buffer.map_or(usual.buffer, rate),
            grace: self.grace.unwrap_or(usual.grace),
            ..usual
        }
    }
}

impl Rates {
    fn financing(&self, ids: &[String]) -> Financing {
        Financing {
            debit: rate(self.debit_rate),
            credit: rate(self.credit_rate),
            borrow: self.borrow_rate.rates(0.0, ids),
            day_count: self.day_count,
        }
    }
}

fn rate(share: f64) -> Rate {
    Rate::from_f64(share).unwrap()
}

fn money(units: f64) -> Money {
    Money::from_f64(units).unwrap()
}
