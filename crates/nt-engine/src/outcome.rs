use napi::Env;
use napi::bindgen_prelude::{BigInt64Array, Float64Array, Int32Array, ObjectFinalize, Uint8Array};
use napi_derive::napi;
use nt_backtest::measures::{Conventions, Measurer, Profile, Wanted};
use nt_backtest::{
    AccountSummary, ActionTable, Driver, FillTable, OrderTable, TradeTable, holding_factors,
    measure_finished, total_funding,
};
use nt_core::{BarsView, Code};
use serde_json::Value;

use crate::columns::BarColumns;
use crate::error::{Error, Result, thrown};

/// What a finished run leaves behind; tables are made when they are asked for.
#[napi(custom_finalize)]
pub struct Outcome {
    driver: Driver,
    /// Bytes that JavaScript's garbage collector was told of.
    external_bytes: i64,
}

/// Fills as columns.
#[napi(object, object_from_js = false)]
pub struct Fills {
    pub instrument: Int32Array,
    pub order: Int32Array,
    pub step: Int32Array,
    pub quantity: Float64Array,
    pub price: Float64Array,
    pub fee: Float64Array,
}

/// Trades as columns.
#[napi(object, object_from_js = false)]
pub struct Trades {
    pub instrument: Int32Array,
    pub quantity: Float64Array,
    pub entry_step: Int32Array,
    pub exit_step: Int32Array,
    pub entry_price: Float64Array,
    pub exit_price: Float64Array,
    pub fees: Float64Array,
    pub pnl: Float64Array,
    pub returns: Float64Array,
    pub open: Uint8Array,
}

/// Orders as columns.
#[napi(object, object_from_js = false)]
pub struct Orders {
    pub instrument: Int32Array,
    pub step: Int32Array,
    #[napi(js_name = "type")]
    pub kind: Vec<String>,
    pub status: Vec<String>,
    pub reason: Vec<String>,
    pub quantity: Float64Array,
    pub filled: Float64Array,
}

/// What happened to the account beside its orders.
#[napi(object, object_from_js = false)]
pub struct AccountEvents {
    pub interest: f64,
    pub borrow_fees: f64,
    pub margin_warnings: u32,
    pub margin_calls: u32,
    pub liquidations: u32,
}

/// What companies did, as columns.
#[napi(object, object_from_js = false)]
pub struct Actions {
    pub instrument: Int32Array,
    pub step: Int32Array,
    #[napi(js_name = "type")]
    pub kind: Vec<String>,
    pub quantity: Float64Array,
    pub cash: Float64Array,
}

/// How often a reason ended an order.
#[napi(object, object_from_js = false)]
pub struct Refusal {
    pub reason: String,
    pub count: u32,
}

/// Measures by name, and the conventions (JSON) they follow.
#[napi(object, object_from_js = false)]
pub struct Measured {
    pub names: Vec<String>,
    pub values: Float64Array,
    pub conventions: String,
}

impl Outcome {
    /// Tells the garbage collector what the event log weighs, so that runs dropped by JavaScript are
    /// collected in time.
    pub fn new(env: Env, driver: Driver) -> Self {
        let log_bytes = driver.kernel().log().size() as i64;
        let external_bytes = env
            .adjust_external_memory(log_bytes)
            .map_or(0, |_| log_bytes);
        Self {
            driver,
            external_bytes,
        }
    }
}

impl ObjectFinalize for Outcome {
    fn finalize(self, env: Env) -> napi::Result<()> {
        env.adjust_external_memory(-self.external_bytes).map(|_| ())
    }
}

#[napi]
impl Outcome {
    /// Equity at the close of every step. It is handed over: the second call returns an empty column.
    #[napi]
    pub fn take_equity(&mut self) -> Float64Array {
        Float64Array::new(self.driver.take_equity())
    }

    /// SHA-256 of the event log.
    #[napi]
    pub fn log_hash(&mut self) -> String {
        self.driver.log_hash()
    }

    /// Number of records in the event log.
    #[napi]
    pub fn log_records(&self) -> u32 {
        self.driver.kernel().log().len() as u32
    }

    /// The event log.
    #[napi]
    pub fn log_bytes(&self) -> Uint8Array {
        Uint8Array::new(self.driver.kernel().log().to_bytes())
    }

    /// The fills, in order of execution.
    #[napi]
    pub fn fills(&self) -> Result<Fills> {
        let table = FillTable::of(&self.driver).map_err(thrown)?;
        Ok(Fills {
            instrument: Int32Array::new(table.instrument),
            order: Int32Array::new(table.order),
            step: Int32Array::new(table.step),
            quantity: Float64Array::new(table.quantity),
            price: Float64Array::new(table.price),
            fee: Float64Array::new(table.fee),
        })
    }

    /// The trades, in order of entry.
    #[napi]
    pub fn trades(&self) -> Result<Trades> {
        let rows = TradeTable::of(&self.driver).map_err(thrown)?.rows;
        let floats = |of: fn(&nt_backtest::measures::Trade) -> f64| {
            Float64Array::new(rows.iter().map(of).collect())
        };
        let integers = |of: fn(&nt_backtest::measures::Trade) -> i32| {
            Int32Array::new(rows.iter().map(of).collect())
        };
        Ok(Trades {
            instrument: integers(|trade| trade.instrument as i32),
            quantity: floats(|trade| trade.quantity),
            entry_step: integers(|trade| trade.entry_step as i32),
            exit_step: integers(|trade| trade.exit_step as i32),
            entry_price: floats(|trade| trade.entry_price),
            exit_price: floats(|trade| trade.exit_price),
            fees: floats(|trade| trade.fees),
            pnl: floats(|trade| trade.pnl),
            returns: floats(|trade| trade.returns),
            open: Uint8Array::new(rows.iter().map(|trade| u8::from(trade.open)).collect()),
        })
    }

    /// The orders, in order of submission.
    #[napi]
    pub fn orders(&self) -> Result<Orders> {
        let table = OrderTable::of(self.driver.kernel()).map_err(thrown)?;
        Ok(Orders {
            instrument: Int32Array::new(table.instrument),
            step: Int32Array::new(table.step),
            kind: owned(table.kind),
            status: owned(table.status),
            reason: owned(table.reason),
            quantity: Float64Array::new(table.quantity),
            filled: Float64Array::new(table.filled),
        })
    }

    /// What happened to the account beside its orders.
    #[napi]
    pub fn account(&self) -> Result<AccountEvents> {
        let summary = AccountSummary::of(self.driver.kernel()).map_err(thrown)?;
        Ok(AccountEvents {
            interest: summary.interest,
            borrow_fees: summary.borrow_fees,
            margin_warnings: summary.margin_warnings,
            margin_calls: summary.margin_calls,
            liquidations: summary.liquidations,
        })
    }

    /// What companies did, in order of time.
    #[napi]
    pub fn actions(&self) -> Result<Actions> {
        let table = ActionTable::of(self.driver.kernel()).map_err(thrown)?;
        Ok(Actions {
            instrument: Int32Array::new(table.instrument),
            step: Int32Array::new(table.step),
            kind: owned(table.kind),
            quantity: Float64Array::new(table.quantity),
            cash: Float64Array::new(table.cash),
        })
    }

    /// What one share at the beginning has become at each row of a series, dividends bought in; null
    /// where it is one share throughout.
    #[napi]
    pub fn holding_factors(&self, instrument: u32, bars: BarColumns) -> Option<Float64Array> {
        holding_factors(self.driver.actions(), instrument, &bars.view()).map(Float64Array::new)
    }

    /// What positions got for their funding, less what they paid.
    #[napi]
    pub fn total_funding(&self) -> Result<f64> {
        let total = total_funding(self.driver.kernel()).map_err(thrown)?;
        Ok(total.to_f64())
    }

    /// Reasons that ended orders without a full fill.
    #[napi]
    pub fn refusals(&self) -> Result<Vec<Refusal>> {
        let counts = OrderTable::of(self.driver.kernel())
            .map_err(thrown)?
            .refusals();
        Ok(counts
            .into_iter()
            .map(|(reason, count)| Refusal {
                reason: reason.to_owned(),
                count,
            })
            .collect())
    }

    /// The measures of the run. `time` and `equity` have a value a step; the benchmark is who holds the
    /// only instrument, none where there are several. `overrides` (JSON) replaces fields of
    /// the profile's conventions.
    #[napi]
    pub fn measures(
        &self,
        series: Vec<BarColumns>,
        time: BigInt64Array,
        equity: Float64Array,
        first_tradable: u32,
        profile: String,
        overrides: String,
    ) -> Result<Measured> {
        let views: Vec<BarsView<'_>> = series.iter().map(BarColumns::view).collect();
        let conventions = conventions(&profile, &overrides, &time)?;
        let measurer = Measurer::new(&time, conventions, Wanted::ALL);
        let steps = (&*time, &*equity);
        let first_tradable = first_tradable as usize;
        let measures = measure_finished(&self.driver, &views, steps, first_tradable, &measurer)
            .map_err(thrown)?;
        let (names, values) = measures.entries().into_iter().unzip::<_, _, Vec<_>, _>();
        let names = owned(names);
        let conventions = serde_json::to_string(&conventions).unwrap_or_default();
        Ok(Measured {
            names,
            values: Float64Array::new(values),
            conventions,
        })
    }
}

fn owned(names: Vec<&str>) -> Vec<String> {
    names.into_iter().map(str::to_owned).collect()
}

/// The conventions of a profile with what replaces them (JSON).
pub fn conventions(profile: &str, overrides: &str, time: &[i64]) -> Result<Conventions> {
    let profile: Profile =
        serde_json::from_value(profile.into()).map_err(|error| invalid(&error))?;
    let preset =
        serde_json::to_value(Conventions::of(profile, time)).map_err(|error| invalid(&error))?;
    let overrides: Value = serde_json::from_str(overrides).map_err(|error| invalid(&error))?;
    let (Value::Object(mut fields), Value::Object(overrides)) = (preset, overrides) else {
        return Err(invalid(&"conventions are an object"));
    };
    fields.extend(overrides);
    serde_json::from_value(Value::Object(fields)).map_err(|error| invalid(&error))
}

fn invalid(error: &dyn std::fmt::Display) -> Error {
    let message = format!("the conventions are not valid: {error}");
    thrown(nt_core::Error::new(Code::InvalidArgument, message))
}
