use nt_backtest::measures::{Conventions, Input, Trade, measure};

use crate::backtesting_py::STATISTICS;
use crate::bars::{Bars, read};
use crate::oracle::{Tally, blank, find};

const CASH: f64 = 10_000.0;
const DAY: f64 = 86_400.0;

/// What backtesting.py 0.6 prints for the reversal at each cross of averages of 10 and 30 closes.
const PRINTED: [(&str, f64); 29] = [
    ("Duration", 3_116.0 * DAY),
    ("Exposure Time [%]", 96.741_154_562_383_61),
    ("Equity Final [$]", 51_422.99),
    ("Equity Peak [$]", 75_787.44),
    ("Return [%]", 414.229_9),
    ("Buy & Hold Return [%]", 522.060_185_185_185_2),
    ("Return (Ann.) [%]", 21.191_099_249_053_224),
    ("Volatility (Ann.) [%]", 36.497_160_907_023_89),
    ("CAGR [%]", 21.160_245_705_962_623),
    ("Sharpe Ratio", 0.580_623_224_448_534_9),
    ("Sortino Ratio", 1.085_343_435_248_866_2),
    ("Calmar Ratio", 0.441_664_092_029_946_05),
    ("Alpha [%]", 394.373_911_420_274_6),
    ("Beta", 0.038_033_907_091_92),
    ("Max. Drawdown [%]", -47.980_127_050_075_89),
    ("Avg. Drawdown [%]", -5.925_851_581_948_801),
    ("Max. Drawdown Duration", 584.0 * DAY),
    ("Avg. Drawdown Duration", 41.0 * DAY),
    ("# Trades", 66.0),
    ("Win Rate [%]", 46.969_696_969_696_97),
    ("Best Trade [%]", 53.595_952_294_904_24),
    ("Worst Trade [%]", -18.398_873_538_354_81),
    ("Avg. Trade [%]", 2.531_715_975_158_555),
    ("Max. Trade Duration", 183.0 * DAY),
    ("Avg. Trade Duration", 46.0 * DAY),
    ("Profit Factor", 2.167_945_974_262_033),
    ("Expectancy [%]", 3.274_807_806_674_883_4),
    ("SQN", 1.076_618_735_669_770_5),
    ("Kelly Criterion", 0.151_870_512_702_971_7),
];

#[test]
fn the_table_of_the_moving_average_reversal() {
    let Some(path) = find("bars/GOOG.csv") else {
        return;
    };
    let bars = read(&path);
    let (equity, trades) = reverse_at_crosses(&bars);
    let input = Input {
        time: &bars.time,
        equity: &equity,
        close: &bars.close,
        gross_exposure: &[],
        first_tradable: 29,
        trades: &trades,
        initial_cash: CASH,
        total_fees: 0.0,
    };
    let measures = measure(&input, &Conventions::backtesting_py(&bars.time));
    let mut tally = Tally::default();
    for (name, expected) in PRINTED {
        let (_, factor, figure) = STATISTICS.into_iter().find(|row| row.0 == name).unwrap();
        tally.compare("GOOG", name, figure(&measures) * factor, expected);
    }
    tally.finish("GOOG");
}

/// Equity a bar and trades of a position in whole units, reversed at the open after each cross and
/// closed at the open of the last bar, as the library does.
fn reverse_at_crosses(bars: &Bars) -> (Vec<f64>, Vec<Trade>) {
    let (mut cash, mut held, mut direction) = (CASH, blank(0), 0.0);
    let (mut equity, mut trades) = (Vec::new(), Vec::new());
    let last = bars.close.len() - 1;
    for step in 0..=last {
        if direction != 0.0 {
            cash += close(&mut held, step, bars.open[step], &mut trades);
            let quantity = direction * (cash / bars.open[step]).floor();
            held = Trade {
                quantity,
                entry_step: step,
                entry_price: bars.open[step],
                ..blank(0)
            };
        }
        if step == last {
            cash += close(&mut held, step, bars.open[step], &mut trades);
        }
        equity.push(cash + held.quantity * (bars.close[step] - held.entry_price));
        direction = cross(&bars.close[..=step]);
    }
    (equity, trades)
}

fn close(held: &mut Trade, step: usize, price: f64, trades: &mut Vec<Trade>) -> f64 {
    if held.quantity == 0.0 {
        return 0.0;
    }
    let pnl = held.quantity * (price - held.entry_price);
    let returns = pnl / (held.quantity * held.entry_price).abs();
    trades.push(Trade {
        exit_step: step,
        exit_price: price,
        pnl,
        returns,
        ..*held
    });
    *held = blank(0);
    pnl
}

/// 1 where the fast average crosses above the slow one, -1 where it crosses below, otherwise 0.
fn cross(close: &[f64]) -> f64 {
    let average =
        |end: usize, count: usize| close[end - count..end].iter().sum::<f64>() / count as f64;
    let end = close.len();
    if end < 31 {
        return 0.0;
    }
    let (before, now) = (
        average(end - 1, 10) - average(end - 1, 30),
        average(end, 10) - average(end, 30),
    );
    f64::from(i8::from(before < 0.0 && now > 0.0) - i8::from(before > 0.0 && now < 0.0))
}
