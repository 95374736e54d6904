use nt_backtest::measures::{Measures, max_drawdown_after_first};
use nt_backtest::signals::Outcome;
use serde_json::Value;

use crate::arrays::Arrays;
use crate::oracle::{Tally, list, number, numbers, steps};

/// Compares everything that a case expects.
pub fn compare(case: &Value, arrays: &Arrays, outcome: &Outcome, tally: &mut Tally) {
    let comparison = Comparison {
        id: case["id"].as_str().unwrap(),
        expect: &case["expect"],
        outcome,
    };
    comparison.orders(tally);
    comparison.unfilled(tally);
    comparison.trades(tally);
    comparison.accounts(tally);
    for (group, _) in arrays.first_columns().enumerate() {
        comparison.equity(group, arrays.time.len(), tally);
        comparison.measures(group, bar_seconds(&arrays.time), tally);
    }
}

fn bar_seconds(time: &[i64]) -> f64 {
    (time[1] - time[0]) as f64 / 1e9
}

struct Comparison<'a> {
    id: &'a str,
    expect: &'a Value,
    outcome: &'a Outcome,
}

impl Comparison<'_> {
    fn column(&self, tally: &mut Tally, name: &str, found: &[f64], expected: &[f64]) {
        tally.compare(
            self.id,
            &format!("rows of {name}"),
            found.len() as f64,
            expected.len() as f64,
        );
        for (row, (found, expected)) in found.iter().zip(expected).enumerate() {
            tally.compare(self.id, &format!("{name} {row}"), *found, *expected);
        }
    }

    fn orders(&self, tally: &mut Tally) {
        let (orders, expect) = (&self.outcome.orders, &self.expect["orders"]);
        let sizes = numbers(&expect["size"]);
        let signed: Vec<f64> = sizes
            .iter()
            .zip(list(&expect["side"]))
            .map(|(size, side)| if side == "buy" { *size } else { -size })
            .collect();
        self.column(
            tally,
            "order column",
            &widened(&orders.column),
            &whole(&expect["col"]),
        );
        self.column(
            tally,
            "order step",
            &widened(&orders.step),
            &whole(&expect["idx"]),
        );
        self.column(tally, "order quantity", &orders.quantity, &signed);
        self.column(
            tally,
            "order price",
            &orders.price,
            &numbers(&expect["price"]),
        );
        self.column(tally, "order fees", &orders.fees, &numbers(&expect["fees"]));
    }

    fn unfilled(&self, tally: &mut Tally) {
        let (unfilled, expect) = (&self.outcome.unfilled, &self.expect["unfilled"]);
        self.column(
            tally,
            "unfilled column",
            &widened(&unfilled.column),
            &whole(&expect["col"]),
        );
        self.column(
            tally,
            "unfilled step",
            &widened(&unfilled.step),
            &whole(&expect["idx"]),
        );
        let found = unfilled.reason.iter().map(|reason| {
            let status = if reason.is_ignored() {
                "ignored"
            } else {
                "rejected"
            };
            (status, reason.as_str().replace('_', "").to_lowercase())
        });
        let (status, reasons) = (list(&expect["status"]), list(&expect["reason"]));
        for (row, (found, expected)) in found.zip(status.iter().zip(reasons)).enumerate() {
            let name = expected
                .1
                .as_str()
                .unwrap()
                .to_lowercase()
                .replace("valprice", "valueprice");
            if expected.0 != found.0 || name.replace("zeroneg", "zeroorless") != found.1 {
                // A row that differs in words is a figure that differs.
                tally.compare(
                    self.id,
                    &format!("{row}: {found:?}, {expected:?}"),
                    1.0,
                    0.0,
                );
            }
        }
    }

    fn trades(&self, tally: &mut Tally) {
        let (trades, expect) = (&self.outcome.trades, &self.expect["trades"]);
        let signed: Vec<f64> = numbers(&expect["size"])
            .iter()
            .zip(list(&expect["direction"]))
            .map(|(size, direction)| if direction == "long" { *size } else { -size })
            .collect();
        let open: Vec<f64> = list(&expect["status"])
            .iter()
            .map(|status| f64::from(u8::from(status == "open")))
            .collect();
        let found_open: Vec<f64> = trades.open.iter().map(|&open| f64::from(open)).collect();
        self.column(tally, "trade quantity", &trades.quantity, &signed);
        self.column(tally, "trade open", &found_open, &open);
        for (name, found) in [
            ("col", &trades.column),
            ("parent_id", &trades.position),
            ("entry_idx", &trades.entry_step),
            ("exit_idx", &trades.exit_step),
        ] {
            self.column(tally, name, &widened(found), &whole(&expect[name]));
        }
        for (name, found) in [
            ("entry_price", &trades.entry_price),
            ("entry_fees", &trades.entry_fees),
            ("exit_price", &trades.exit_price),
            ("exit_fees", &trades.exit_fees),
            ("pnl", &trades.pnl),
            ("return", &trades.returns),
        ] {
            self.column(tally, name, found, &numbers(&expect[name]));
        }
    }

    fn accounts(&self, tally: &mut Tally) {
        for (name, found) in [
            ("assets", &self.outcome.held),
            ("init_cash", &self.outcome.initial_cash),
            ("cash", &self.outcome.final_cash),
        ] {
            self.column(tally, name, found, &numbers(&self.expect[name]));
        }
    }

    fn equity(&self, group: usize, steps: usize, tally: &mut Tally) {
        let equity = &self.outcome.equity[group * steps..(group + 1) * steps];
        self.column(
            tally,
            "value",
            equity,
            &numbers(&self.expect["value"][group]),
        );
        let initial = self.outcome.initial_cash[group];
        let deepest = number(&self.expect["max_drawdown"][group]);
        tally.compare(self.id, "max_drawdown", drawdown(equity, initial), deepest);
    }

    fn measures(&self, group: usize, bar: f64, tally: &mut Tally) {
        let measures = &self.outcome.measures[group];
        let total = number(&self.expect["total_return"][group]);
        tally.compare(self.id, "total_return", measures.total_return, total);
        let stats = &self.expect["stats"][group];
        for (name, value) in statistics(measures, bar) {
            tally.compare(self.id, name, value, number(&stats[name]));
        }
    }
}

/// The deepest fall of the path that returns compound to, as that library counts it.
fn drawdown(equity: &[f64], initial: f64) -> f64 {
    let mut before = initial;
    let returns: Vec<f64> = equity
        .iter()
        .map(|&value| gained(std::mem::replace(&mut before, value), value))
        .collect();
    // A return on nothing is endless, and nothing compounded by it is not a number.
    let compounded = returns
        .iter()
        .fold(1.0, |path, change| path * (1.0 + change));
    if compounded.is_nan() {
        f64::NAN
    } else {
        max_drawdown_after_first(&returns)
    }
}

/// A return; a negative base flips its sign, and from nothing it is endless.
fn gained(before: f64, value: f64) -> f64 {
    match before {
        0.0 if value == 0.0 => 0.0,
        0.0 => f64::INFINITY * value.signum(),
        _ => (value - before) / before.abs(),
    }
}

fn statistics(m: &Measures, bar: f64) -> [(&'static str, f64); 25] {
    [
        ("Start Value", m.start_equity),
        ("End Value", m.final_equity),
        ("Total Return [%]", m.total_return * 100.0),
        ("Benchmark Return [%]", m.buy_and_hold_return * 100.0),
        ("Max Gross Exposure [%]", m.max_gross_exposure * 100.0),
        ("Total Fees Paid", m.total_fees),
        ("Max Drawdown [%]", m.max_drawdown * -100.0),
        ("Max Drawdown Duration", m.max_drawdown_duration / bar),
        ("Total Trades", m.trades),
        ("Total Closed Trades", m.closed_trades),
        ("Total Open Trades", m.open_trades),
        ("Open Trade PnL", m.open_pnl),
        ("Win Rate [%]", m.win_rate * 100.0),
        ("Best Trade [%]", m.best_trade * 100.0),
        ("Worst Trade [%]", m.worst_trade * 100.0),
        ("Avg Winning Trade [%]", m.average_winning_trade * 100.0),
        ("Avg Losing Trade [%]", m.average_losing_trade * 100.0),
        (
            "Avg Winning Trade Duration",
            m.average_winning_trade_duration / bar,
        ),
        (
            "Avg Losing Trade Duration",
            m.average_losing_trade_duration / bar,
        ),
        ("Profit Factor", m.profit_factor),
        ("Expectancy", m.expectancy),
        ("Sharpe Ratio", m.sharpe_ratio),
        ("Calmar Ratio", m.calmar_ratio),
        ("Omega Ratio", m.omega_ratio),
        ("Sortino Ratio", m.sortino_ratio),
    ]
}

fn widened(values: &[u32]) -> Vec<f64> {
    values.iter().map(|&value| f64::from(value)).collect()
}

fn whole(values: &Value) -> Vec<f64> {
    steps(values).iter().map(|&value| value as f64).collect()
}
