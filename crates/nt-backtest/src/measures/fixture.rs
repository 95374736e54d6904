//! Small runs and trades from which the expected measures are derived by hand.

use nt_core::NANOS_PER_DAY;

use super::{
    Annualisation, Conventions, Input, Profile, ReturnsPer, Spans, Trade, TradeStatistics,
    TradeTotals,
};

/// A run of daily steps from 100 in cash, its columns owned.
pub(super) struct Run {
    pub time: Vec<i64>,
    pub equity: Vec<f64>,
    pub close: Vec<f64>,
    pub gross_exposure: Vec<f64>,
    pub first_tradable: usize,
    pub trades: Vec<Trade>,
}

pub(super) fn run(equity: &[f64]) -> Run {
    Run {
        time: (0..equity.len() as i64)
            .map(|day| day * NANOS_PER_DAY)
            .collect(),
        equity: equity.to_vec(),
        close: Vec::new(),
        gross_exposure: Vec::new(),
        first_tradable: 0,
        trades: Vec::new(),
    }
}

impl Run {
    pub(super) fn input(&self) -> Input<'_> {
        Input {
            time: &self.time,
            equity: &self.equity,
            close: &self.close,
            gross_exposure: &self.gross_exposure,
            first_tradable: self.first_tradable,
            trades: &self.trades,
            initial_cash: 100.0,
            total_fees: 0.0,
        }
    }
}

/// Our conventions over bars, four of them in a year so that its root is 2.
pub(super) fn arithmetic() -> Conventions {
    Conventions {
        profile: Profile::NeuralTrader,
        returns_per: ReturnsPer::Bar,
        periods_per_year: 4.0,
        ddof: 1,
        risk_free_rate: 0.0,
        days_per_year: 365.25,
        annualisation: Annualisation::Arithmetic,
        trade_statistics: TradeStatistics::Pnl,
    }
}

/// The conventions of backtesting.py over bars, two of them in a year.
pub(super) fn geometric() -> Conventions {
    Conventions {
        profile: Profile::BacktestingPy,
        periods_per_year: 2.0,
        annualisation: Annualisation::Geometric,
        trade_statistics: TradeStatistics::Return,
        ..arithmetic()
    }
}

/// The conventions of vectorbt over bars, four of them in a year.
pub(super) fn vectorbt() -> Conventions {
    Conventions {
        profile: Profile::Vectorbt,
        days_per_year: 365.0,
        ..arithmetic()
    }
}

/// A closed trade of 1 unit bought at 100 with this profit: a profit of 10 is a return of 0.1.
pub(super) fn closed(pnl: f64) -> Trade {
    Trade {
        instrument: 0,
        quantity: 1.0,
        entry_step: 0,
        exit_step: 1,
        entry_price: 100.0,
        exit_price: 100.0 + pnl,
        fees: 0.0,
        pnl,
        returns: pnl / 100.0,
        open: false,
    }
}

/// The same, still open.
pub(super) fn open(pnl: f64) -> Trade {
    Trade {
        open: true,
        ..closed(pnl)
    }
}

/// A closed trade with this profit that lasted so many days.
pub(super) fn lasting(pnl: f64, days: usize) -> Trade {
    Trade {
        exit_step: days,
        ..closed(pnl)
    }
}

/// Totals of trades over 32 daily steps under our conventions.
pub(super) fn totals(trades: &[Trade]) -> TradeTotals {
    let time: Vec<i64> = (0..32).map(|day| day * NANOS_PER_DAY).collect();
    TradeTotals::of(trades, &Spans::new(&time, &arithmetic()))
}

/// Asserts equality to twelve digits.
#[track_caller]
pub(super) fn assert_close(value: f64, expected: f64) {
    assert!(
        (value - expected).abs() <= 1e-12 * expected.abs().max(1.0),
        "{value} is not {expected}"
    );
}
