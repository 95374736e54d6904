use nt_backtest::measures::{Conventions, Input, Trade, measure};
use nt_core::NANOS_PER_DAY;
use serde_json::Value;

use crate::oracle::{Statistic, Tally, blank, cases, list, number, numbers, steps};

/// 2024-01-01, where all cases begin.
const BEGIN: i64 = 19_723 * NANOS_PER_DAY;

/// The figures that only differ in name and unit.
const STATISTICS: [Statistic; 20] = [
    ("Start Value", 1.0, |m| m.start_equity),
    ("End Value", 1.0, |m| m.final_equity),
    ("Total Return [%]", 100.0, |m| m.total_return),
    ("Benchmark Return [%]", 100.0, |m| m.buy_and_hold_return),
    ("Total Fees Paid", 1.0, |m| m.total_fees),
    ("Max Drawdown [%]", -100.0, |m| m.max_drawdown),
    ("Total Trades", 1.0, |m| m.trades),
    ("Total Closed Trades", 1.0, |m| m.closed_trades),
    ("Total Open Trades", 1.0, |m| m.open_trades),
    ("Open Trade PnL", 1.0, |m| m.open_pnl),
    ("Win Rate [%]", 100.0, |m| m.win_rate),
    ("Best Trade [%]", 100.0, |m| m.best_trade),
    ("Worst Trade [%]", 100.0, |m| m.worst_trade),
    ("Avg Winning Trade [%]", 100.0, |m| m.average_winning_trade),
    ("Avg Losing Trade [%]", 100.0, |m| m.average_losing_trade),
    ("Profit Factor", 1.0, |m| m.profit_factor),
    ("Expectancy", 1.0, |m| m.expectancy),
    ("Sharpe Ratio", 1.0, |m| m.sharpe_ratio),
    ("Omega Ratio", 1.0, |m| m.omega_ratio),
    ("Sortino Ratio", 1.0, |m| m.sortino_ratio),
];

#[test]
fn every_statistic_of_every_case() {
    let Some(cases) = cases("vectorbt/cases.json") else {
        return;
    };
    let mut tally = Tally::default();
    for case in &cases {
        for group in 0..list(&case["expect"]["stats"]).len() {
            compare(case, group, &mut tally);
        }
    }
    tally.finish("vectorbt");
}

fn compare(case: &Value, group: usize, tally: &mut Tally) {
    let expect = &case["expect"];
    let bar = if case["freq"] == "1h" {
        NANOS_PER_DAY / 24
    } else {
        NANOS_PER_DAY
    };
    let equity = numbers(&expect["value"][group]);
    let time: Vec<i64> = (0..equity.len() as i64)
        .map(|step| BEGIN + step * bar)
        .collect();
    let columns = columns(case, group);
    let input = Input {
        time: &time,
        equity: &equity,
        close: &benchmark(case, &columns),
        gross_exposure: &gross_exposure(case, &columns, &equity),
        first_tradable: 0,
        trades: &trades(&expect["trades"], &columns),
        initial_cash: number(&expect["init_cash"][group]),
        total_fees: total_fees(&expect["orders"], &columns),
    };
    let measures = measure(&input, &Conventions::vectorbt(&time));
    let bars = bar as f64 / 1e9;
    let more = [
        (
            "Max Drawdown Duration",
            measures.max_drawdown_duration / bars,
        ),
        (
            "Avg Winning Trade Duration",
            measures.average_winning_trade_duration / bars,
        ),
        (
            "Avg Losing Trade Duration",
            measures.average_losing_trade_duration / bars,
        ),
        ("Calmar Ratio", measures.calmar_ratio),
        (
            "Max Gross Exposure [%]",
            measures.max_gross_exposure * 100.0,
        ),
    ];
    let figures = STATISTICS.map(|(name, factor, figure)| (name, figure(&measures) * factor));
    let known = figures.into_iter().chain(more).filter(|(name, value)| {
        // Shorts bind cash in a way that equity and trades do not tell: no column, no comparison.
        *name != "Max Gross Exposure [%]" || !value.is_nan()
    });
    for (name, value) in known {
        let id = format!("{} {group}", case["id"]);
        tally.compare(&id, name, value, number(&expect["stats"][group][name]));
    }
}

/// The columns of a group; without cash sharing each column is its own.
fn columns(case: &Value, group: usize) -> Vec<usize> {
    let count = case["cols"].as_u64().unwrap() as usize;
    if case["options"]["cash_sharing"] != true {
        return vec![group];
    }
    match steps(&case["options"]["group_by"]) {
        groups if groups.is_empty() => (0..count).collect(),
        groups => (0..count)
            .filter(|&column| groups[column] == group)
            .collect(),
    }
}

/// What equal parts of cash in every column would have become.
fn benchmark(case: &Value, columns: &[usize]) -> Vec<f64> {
    let closes: Vec<Vec<f64>> = columns.iter().map(|&column| closes(case, column)).collect();
    let value = |step| closes.iter().map(|close| close[step] / close[0]).sum();
    (0..closes[0].len()).map(value).collect()
}

/// Closes with gaps filled from before, and those at the beginning from after.
fn closes(case: &Value, column: usize) -> Vec<f64> {
    let mut closes = numbers(&case["input"]["close"][column]);
    let mut known = closes
        .iter()
        .copied()
        .find(|close| !close.is_nan())
        .unwrap();
    for close in &mut closes {
        known = if close.is_nan() { known } else { *close };
        *close = known;
    }
    closes
}

fn total_fees(orders: &Value, columns: &[usize]) -> f64 {
    let of_columns = steps(&orders["col"])
        .into_iter()
        .zip(numbers(&orders["fees"]));
    of_columns
        .filter(|(column, _)| columns.contains(column))
        .map(|(_, fees)| fees)
        .sum()
}

/// Gross exposure of a group that never was short; nothing otherwise.
fn gross_exposure(case: &Value, columns: &[usize], equity: &[f64]) -> Vec<f64> {
    let trades = &case["expect"]["trades"];
    let of_columns = steps(&trades["col"])
        .into_iter()
        .zip(list(&trades["direction"]));
    if of_columns
        .into_iter()
        .any(|(column, side)| columns.contains(&column) && side == "short")
    {
        return Vec::new();
    }
    let values: Vec<Vec<f64>> = columns.iter().map(|&column| values(case, column)).collect();
    let exposure =
        |step: usize| values.iter().map(|value| value[step].abs()).sum::<f64>() / equity[step];
    (0..equity.len()).map(exposure).collect()
}

/// Value of the position in a column at each step, replayed from the orders.
fn values(case: &Value, column: usize) -> Vec<f64> {
    let orders = &case["expect"]["orders"];
    let closes = closes(case, column);
    let mut held = vec![0.0; closes.len()];
    let (columns, at, size) = (
        steps(&orders["col"]),
        steps(&orders["idx"]),
        numbers(&orders["size"]),
    );
    for order in (0..size.len()).filter(|&order| columns[order] == column) {
        let sign = if orders["side"][order] == "buy" {
            1.0
        } else {
            -1.0
        };
        held[at[order]..]
            .iter_mut()
            .for_each(|units| *units += sign * size[order]);
    }
    held.iter()
        .zip(&closes)
        .map(|(units, close)| units * close)
        .collect()
}

fn trades(records: &Value, columns: &[usize]) -> Vec<Trade> {
    let of = |name: &str| numbers(&records[name]);
    let (size, entry_price, exit_price) = (of("size"), of("entry_price"), of("exit_price"));
    let (entry_fees, exit_fees, pnl, returns) =
        (of("entry_fees"), of("exit_fees"), of("pnl"), of("return"));
    let (column, entry, exit) = (
        steps(&records["col"]),
        steps(&records["entry_idx"]),
        steps(&records["exit_idx"]),
    );
    let trade = |at: usize| Trade {
        quantity: if records["direction"][at] == "short" {
            -size[at]
        } else {
            size[at]
        },
        entry_step: entry[at],
        exit_step: exit[at],
        entry_price: entry_price[at],
        exit_price: exit_price[at],
        fees: entry_fees[at] + exit_fees[at],
        pnl: pnl[at],
        returns: returns[at],
        open: records["status"][at] == "open",
        ..blank(column[at] as u32)
    };
    (0..size.len())
        .filter(|&at| columns.contains(&column[at]))
        .map(trade)
        .collect()
}
