use nt_backtest::measures::{Conventions, Input, Trade, measure};
use serde_json::Value;

use crate::bars;
use crate::oracle::{Statistic, Tally, blank, cases, find, list, number, numbers, steps};

/// The table of the library.
pub const STATISTICS: [Statistic; 30] = [
    ("Duration", 1.0, |m| m.duration),
    ("Exposure Time [%]", 100.0, |m| m.exposure_time),
    ("Equity Final [$]", 1.0, |m| m.final_equity),
    ("Equity Peak [$]", 1.0, |m| m.peak_equity),
    ("Commissions [$]", 1.0, |m| m.total_fees),
    ("Return [%]", 100.0, |m| m.total_return),
    ("Buy & Hold Return [%]", 100.0, |m| m.buy_and_hold_return),
    ("Return (Ann.) [%]", 100.0, |m| m.annual_return),
    ("Volatility (Ann.) [%]", 100.0, |m| m.annual_volatility),
    ("CAGR [%]", 100.0, |m| m.cagr),
    ("Sharpe Ratio", 1.0, |m| m.sharpe_ratio),
    ("Sortino Ratio", 1.0, |m| m.sortino_ratio),
    ("Calmar Ratio", 1.0, |m| m.calmar_ratio),
    ("Alpha [%]", 100.0, |m| m.alpha),
    ("Beta", 1.0, |m| m.beta),
    ("Max. Drawdown [%]", 100.0, |m| m.max_drawdown),
    ("Avg. Drawdown [%]", 100.0, |m| m.average_drawdown),
    ("Max. Drawdown Duration", 1.0, |m| m.max_drawdown_duration),
    ("Avg. Drawdown Duration", 1.0, |m| {
        m.average_drawdown_duration
    }),
    ("# Trades", 1.0, |m| m.trades),
    ("Win Rate [%]", 100.0, |m| m.win_rate),
    ("Best Trade [%]", 100.0, |m| m.best_trade),
    ("Worst Trade [%]", 100.0, |m| m.worst_trade),
    ("Avg. Trade [%]", 100.0, |m| m.average_trade),
    ("Max. Trade Duration", 1.0, |m| m.max_trade_duration),
    ("Avg. Trade Duration", 1.0, |m| m.average_trade_duration),
    ("Profit Factor", 1.0, |m| m.profit_factor),
    ("Expectancy [%]", 100.0, |m| m.expectancy),
    ("SQN", 1.0, |m| m.sqn),
    ("Kelly Criterion", 1.0, |m| m.kelly),
];

#[test]
fn every_statistic_of_every_case() {
    let Some(cases) = cases("backtesting-py/cases.json") else {
        return;
    };
    let mut tally = Tally::default();
    for case in &cases {
        compare(case, &mut tally);
    }
    tally.finish("backtesting-py");
}

fn compare(case: &Value, tally: &mut Tally) {
    let Some((time, close)) = bars_of(&case["data"]) else {
        return;
    };
    let expect = &case["expect"];
    let input = Input {
        time: &time,
        equity: &numbers(&expect["equity"]),
        close: &close,
        gross_exposure: &[],
        first_tradable: 0,
        trades: &trades(expect, time.len() - 1),
        initial_cash: number(&case["options"]["cash"]),
        total_fees: f64::NAN,
    };
    let measures = measure(&input, &Conventions::backtesting_py(&time));
    for (name, factor, figure) in STATISTICS {
        if let Some(expected) = expect["stats"].get(name) {
            let id = case["id"].as_str().unwrap();
            tally.compare(id, name, figure(&measures) * factor, number(expected));
        }
    }
}

fn bars_of(data: &Value) -> Option<(Vec<i64>, Vec<f64>)> {
    let Some(file) = data["file"].as_str() else {
        let time = list(&data["time"])
            .iter()
            .map(|at| at.as_i64().unwrap() * 1_000_000);
        return Some((time.collect(), numbers(&data["close"])));
    };
    let bars = bars::read(&find(&format!("bars/{file}"))?);
    let rows = data["from"].as_u64().unwrap() as usize..data["to"].as_u64().unwrap() as usize;
    Some((bars.time[rows.clone()].to_vec(), bars.close[rows].to_vec()))
}

fn trades(expect: &Value, last: usize) -> Vec<Trade> {
    let mut trades = closed_trades(&expect["trades"]);
    let open = &expect["open_trades"];
    for (step, quantity) in steps(&open["entry_bar"])
        .into_iter()
        .zip(numbers(&open["size"]))
    {
        let entry = Trade {
            quantity,
            entry_step: step,
            exit_step: last,
            ..blank(0)
        };
        trades.push(Trade {
            open: true,
            ..entry
        });
    }
    trades
}

fn closed_trades(columns: &Value) -> Vec<Trade> {
    let column = |name: &str| numbers(&columns[name]);
    let (quantity, fees, pnl, returns) = (
        column("size"),
        column("commission"),
        column("pnl"),
        column("return_pct"),
    );
    let (entry_price, exit_price) = (column("entry_price"), column("exit_price"));
    let (entry_step, exit_step) = (steps(&columns["entry_bar"]), steps(&columns["exit_bar"]));
    let trade = |at: usize| Trade {
        quantity: quantity[at],
        entry_step: entry_step[at],
        exit_step: exit_step[at],
        entry_price: entry_price[at],
        exit_price: exit_price[at],
        fees: fees[at],
        pnl: pnl[at],
        returns: returns[at],
        ..blank(0)
    };
    (0..quantity.len()).map(trade).collect()
}
