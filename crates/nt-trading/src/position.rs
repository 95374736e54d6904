use std::collections::VecDeque;

use nt_core::{Instrument, Money};

use crate::OrderId;

/// Part of a position that one order opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lot {
    /// The order that opened it.
    pub order: OrderId,
    /// Signed lots still open.
    pub quantity: i64,
    /// Entry price in ticks.
    pub price: i64,
    /// Step of the entry.
    pub step: u32,
    /// Entry fee of what is still open.
    pub fee: Money,
}

/// The net position in one instrument, as lots in order of entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// Signed lots, the sum over `lots`.
    pub quantity: i64,
    /// All of one sign, except in a hedging account.
    pub lots: VecDeque<Lot>,
    /// What each lot cost, negative for a short one, once a split has restated entry prices, which ticks
    /// then need not hold exactly; empty before.
    pub costs: VecDeque<Money>,
}

impl Position {
    /// What was not paid for the open lots at their entry: nothing, unless they are contracts on
    /// margin.
    pub(crate) fn carried(&self, instrument: &Instrument) -> Money {
        if !instrument.is_margined() {
            return Money::ZERO;
        }
        let lots = self.lots.iter();
        lots.map(|lot| instrument.notional(lot.price, lot.quantity))
            .sum()
    }

    /// The lots of one sign alone: all of them, or one side of a hedging account's.
    #[must_use]
    pub fn side(&self, sign: i64) -> Self {
        let alike = |at: &usize| self.lots[*at].quantity.signum() == sign;
        let kept: Vec<usize> = (0..self.lots.len()).filter(alike).collect();
        let lots: VecDeque<Lot> = kept.iter().map(|at| self.lots[*at]).collect();
        Self {
            quantity: lots.iter().map(|lot| lot.quantity).sum(),
            costs: kept
                .iter()
                .filter_map(|at| self.costs.get(*at).copied())
                .collect(),
            lots,
        }
    }

    /// Average entry price of the open lots, weighted by quantity; NaN when flat, and with lots of both
    /// sides, which have no one price.
    #[must_use]
    pub fn average_price(&self, instrument: &Instrument) -> f64 {
        let side = self.quantity.signum();
        if self.lots.iter().any(|lot| lot.quantity.signum() != side) {
            return f64::NAN;
        }
        if !self.costs.is_empty() {
            let cost: Money = self.costs.iter().copied().sum();
            return cost.to_f64() / instrument.quantity_scale().to_float(self.quantity);
        }
        let cost: i128 = self
            .lots
            .iter()
            .map(|lot| i128::from(lot.price) * i128::from(lot.quantity))
            .sum();
        cost as f64 / self.quantity as f64 / instrument.price_scale().per_unit()
    }
}

/// A closed part of a lot: a round trip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trade {
    /// Index of the instrument.
    pub instrument: u32,
    /// The order that opened the lot.
    pub order: OrderId,
    /// Signed lots: positive long, negative short.
    pub quantity: i64,
    /// Entry price in ticks.
    pub entry_price: i64,
    /// Exit price in ticks.
    pub exit_price: i64,
    /// Step of the entry.
    pub entry_step: u32,
    /// Step of the exit.
    pub exit_step: u32,
    /// What the entry cost, negative for a short position: entry price times quantity, to the
    /// billionth also where a split made that price no whole number of ticks.
    pub cost: Money,
    /// Fees of entry and exit.
    pub fees: Money,
    /// Profit net of fees.
    pub pnl: Money,
}
