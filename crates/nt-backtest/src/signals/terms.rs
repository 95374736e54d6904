use super::ask::Ask;
use super::cells::{Cells, Lane};
use super::{Direction, SizeType};

/// Prices by step and column. What is absent or NaN is filled from the close where a stop needs it.
#[derive(Clone, Copy, Debug)]
pub struct Prices<'a> {
    /// Opens.
    pub open: Option<Cells<'a, f64>>,
    /// Highs.
    pub high: Option<Cells<'a, f64>>,
    /// Lows.
    pub low: Option<Cells<'a, f64>>,
    /// Closes; NaN where a bar is missing.
    pub close: Cells<'a, f64>,
}

/// How orders are sized, priced and charged.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// Size in the unit of `size_type`; infinite is all there is, NaN is no order.
    pub size: Cells<'a, f64>,
    /// What a size counts.
    pub size_type: Cells<'a, SizeType>,
    /// Sides a position may be on.
    pub direction: Cells<'a, Direction>,
    /// Price of an order: infinite is the close, minus infinite the open or the close before.
    pub price: Cells<'a, f64>,
    /// Price that positions are valued at: infinite is that of the order, minus infinite the close
    /// before.
    pub value_price: Cells<'a, f64>,
    /// Fee as a share of what is traded.
    pub fees: Cells<'a, f64>,
    /// Fee of an order.
    pub fixed_fees: Cells<'a, f64>,
    /// Share by which a fill is worse than the price.
    pub slippage: Cells<'a, f64>,
    /// Smallest size of an order.
    pub min_size: Cells<'a, f64>,
    /// Largest size of an order.
    pub max_size: Cells<'a, f64>,
    /// Step of sizes; NaN where any will do.
    pub size_granularity: Cells<'a, f64>,
    /// Whether shorts may take no more than free cash.
    pub lock_cash: Cells<'a, bool>,
    /// Whether less than what is asked for will do.
    pub allow_partial: Cells<'a, bool>,
}

impl Terms<'static> {
    /// What holds where nothing else is said: all the cash, at the close, without costs.
    pub const DEFAULT: Self = Self {
        size: Cells::all(&f64::INFINITY),
        size_type: Cells::all(&SizeType::Amount),
        direction: Cells::all(&Direction::Both),
        price: Cells::all(&f64::INFINITY),
        value_price: Cells::all(&f64::INFINITY),
        fees: Cells::all(&0.0),
        fixed_fees: Cells::all(&0.0),
        slippage: Cells::all(&0.0),
        min_size: Cells::all(&1e-8),
        max_size: Cells::all(&f64::INFINITY),
        size_granularity: Cells::all(&f64::NAN),
        lock_cash: Cells::all(&false),
        allow_partial: Cells::all(&true),
    };
}

/// The terms of one column.
#[derive(Clone, Copy)]
pub(super) struct TermLanes<'a> {
    pub size: Lane<'a, f64>,
    pub size_type: Lane<'a, SizeType>,
    pub direction: Lane<'a, Direction>,
    pub price: Lane<'a, f64>,
    pub value_price: Lane<'a, f64>,
    fees: Lane<'a, f64>,
    fixed_fees: Lane<'a, f64>,
    pub slippage: Lane<'a, f64>,
    min_size: Lane<'a, f64>,
    max_size: Lane<'a, f64>,
    size_granularity: Lane<'a, f64>,
    lock_cash: Lane<'a, bool>,
    allow_partial: Lane<'a, bool>,
    pub open: Option<Lane<'a, f64>>,
    pub close: Lane<'a, f64>,
}

/// What a decision fixes of an order; the terms of its cell give the rest.
#[derive(Clone, Copy, Debug)]
pub(super) struct Request {
    pub size: f64,
    pub size_type: SizeType,
    pub direction: Direction,
    pub price: f64,
    pub slippage: f64,
}

impl<'a> TermLanes<'a> {
    pub(super) fn of(terms: &Terms<'a>, prices: &Prices<'a>, column: usize) -> Self {
        Self {
            size: terms.size.lane(column),
            size_type: terms.size_type.lane(column),
            direction: terms.direction.lane(column),
            price: terms.price.lane(column),
            value_price: terms.value_price.lane(column),
            fees: terms.fees.lane(column),
            fixed_fees: terms.fixed_fees.lane(column),
            slippage: terms.slippage.lane(column),
            min_size: terms.min_size.lane(column),
            max_size: terms.max_size.lane(column),
            size_granularity: terms.size_granularity.lane(column),
            lock_cash: terms.lock_cash.lane(column),
            allow_partial: terms.allow_partial.lane(column),
            open: prices.open.map(|open| open.lane(column)),
            close: prices.close.lane(column),
        }
    }

    /// The price of an order at a step, before slippage; NaN where there is none.
    #[inline]
    pub(super) fn price_at(&self, step: usize) -> f64 {
        let price = self.price.at(step);
        if !price.is_infinite() {
            return price;
        }
        if price > 0.0 {
            return self.close.at(step);
        }
        match self.open.map(|open| open.at(step)) {
            Some(open) if !open.is_nan() => open,
            _ => self.close_before(step),
        }
    }

    /// The price that units are valued at, where an order at the step would have this price.
    #[inline]
    pub(super) fn value_price_at(&self, step: usize, price: f64) -> f64 {
        match self.value_price.at(step) {
            f64::INFINITY => price,
            f64::NEG_INFINITY => self.close_before(step),
            value => value,
        }
    }

    fn close_before(&self, step: usize) -> f64 {
        step.checked_sub(1)
            .map_or(f64::NAN, |before| self.close.at(before))
    }

    #[inline]
    pub(super) fn ask(&self, step: usize, request: &Request) -> Ask {
        Ask {
            size: request.size,
            size_type: request.size_type,
            direction: request.direction,
            price: request.price,
            fees: self.fees.at(step),
            fixed_fees: self.fixed_fees.at(step),
            slippage: request.slippage,
            min_size: self.min_size.at(step),
            max_size: self.max_size.at(step),
            granularity: self.size_granularity.at(step),
            lock_cash: self.lock_cash.at(step),
            allow_partial: self.allow_partial.at(step),
        }
    }
}
