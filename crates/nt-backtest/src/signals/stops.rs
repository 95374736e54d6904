use super::cells::{Cells, Lane};
use super::terms::Prices;
use super::{StopEntryPrice, StopExit, StopExitPrice, StopUpdate};

/// Stops by step and column. Distances are shares of the price that stops are measured from; NaN is
/// no stop.
#[derive(Clone, Copy, Debug)]
pub struct Stops<'a> {
    /// Distance of the stop loss.
    pub loss: Cells<'a, f64>,
    /// Whether the stop loss trails the best price since the entry.
    pub trail: Cells<'a, bool>,
    /// Distance of the take profit.
    pub profit: Cells<'a, f64>,
    /// What distances are measured from.
    pub entry_price: Cells<'a, StopEntryPrice>,
    /// Where a stop goes out.
    pub exit_price: Cells<'a, StopExitPrice>,
    /// What a stop does.
    pub exit: Cells<'a, StopExit>,
    /// What adding to a position does to its stops.
    pub update: Cells<'a, StopUpdate>,
}

impl Stops<'static> {
    /// No stops, and how those are treated that are given.
    pub const DEFAULT: Self = Self {
        loss: Cells::all(&f64::NAN),
        trail: Cells::all(&false),
        profit: Cells::all(&f64::NAN),
        entry_price: Cells::all(&StopEntryPrice::Close),
        exit_price: Cells::all(&StopExitPrice::StopLimit),
        exit: Cells::all(&StopExit::Close),
        update: Cells::all(&StopUpdate::Override),
    };
}

/// The stops of one column and the prices they are held against.
#[derive(Clone, Copy)]
pub(super) struct StopLanes<'a> {
    loss: Lane<'a, f64>,
    trail: Lane<'a, bool>,
    profit: Lane<'a, f64>,
    entry_price: Lane<'a, StopEntryPrice>,
    pub exit_price: Lane<'a, StopExitPrice>,
    pub exit: Lane<'a, StopExit>,
    update: Lane<'a, StopUpdate>,
    open: Option<Lane<'a, f64>>,
    high: Option<Lane<'a, f64>>,
    low: Option<Lane<'a, f64>>,
    close: Lane<'a, f64>,
}

impl<'a> StopLanes<'a> {
    pub(super) fn of(stops: &Stops<'a>, prices: &Prices<'a>, column: usize) -> Self {
        let lane = |cells: Option<Cells<'a, f64>>| cells.map(|cells| cells.lane(column));
        Self {
            loss: stops.loss.lane(column),
            trail: stops.trail.lane(column),
            profit: stops.profit.lane(column),
            entry_price: stops.entry_price.lane(column),
            exit_price: stops.exit_price.lane(column),
            exit: stops.exit.lane(column),
            update: stops.update.lane(column),
            open: lane(prices.open),
            high: lane(prices.high),
            low: lane(prices.low),
            close: prices.close.lane(column),
        }
    }

    /// The bar, whole: what is missing comes from the close.
    #[inline]
    fn bar(&self, step: usize) -> Bar {
        let given = |lane: Option<Lane<'a, f64>>| lane.map_or(f64::NAN, |lane| lane.at(step));
        let close = self.close.at(step);
        let or = |value: f64, other: f64| if value.is_nan() { other } else { value };
        let open = or(given(self.open), close);
        Bar {
            open,
            high: or(given(self.high), open.max(close)),
            low: or(given(self.low), open.min(close)),
        }
    }
}

#[derive(Clone, Copy)]
struct Bar {
    open: f64,
    high: f64,
    low: f64,
}

/// The stops of the position held in a column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Armed {
    loss: f64,
    /// What the stop loss is measured from: moves with the best price where it trails.
    loss_from: f64,
    trails: bool,
    profit: f64,
    profit_from: f64,
}

/// A fill as the stops see it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entered {
    pub before: f64,
    pub now: f64,
    pub value_price: f64,
    pub price: f64,
    pub fill_price: f64,
}

impl Armed {
    pub(super) const NONE: Self = Self {
        loss: f64::NAN,
        loss_from: f64::NAN,
        trails: false,
        profit: f64::NAN,
        profit_from: f64::NAN,
    };

    #[inline]
    pub(super) fn any(&self) -> bool {
        !(self.loss.is_nan() && self.profit.is_nan())
    }

    /// The price at which the bar meets a stop, the loss first; NaN where it does not. A trailing
    /// stop moves afterwards.
    #[inline]
    pub(super) fn meet(&mut self, lanes: &StopLanes, step: usize, position: f64) -> f64 {
        let bar = lanes.bar(step);
        let is_long = position > 0.0;
        let mut met = f64::NAN;
        if !self.loss.is_nan() {
            met = touched(bar, self.loss_from, self.loss, is_long);
        }
        if met.is_nan() && !self.profit.is_nan() {
            met = touched(bar, self.profit_from, self.profit, !is_long);
        }
        if self.trails && !self.loss.is_nan() {
            let (best, is_better) = if is_long {
                (bar.high, bar.high > self.loss_from)
            } else {
                (bar.low, bar.low < self.loss_from)
            };
            self.loss_from = if is_better { best } else { self.loss_from };
        }
        met
    }

    /// After a fill: none when flat, new ones after an entry, and the rule where a position grew.
    pub(super) fn rearm(&mut self, lanes: &StopLanes, step: usize, entered: Entered) {
        if entered.now == 0.0 {
            *self = Self::NONE;
            return;
        }
        let is_new = entered.before == 0.0 || (entered.before > 0.0) != (entered.now > 0.0);
        let grew = entered.now.abs() > entered.before.abs();
        if !(is_new || grew) {
            return;
        }
        let from = match lanes.entry_price.at(step) {
            StopEntryPrice::ValuePrice => entered.value_price,
            StopEntryPrice::Price => entered.price,
            StopEntryPrice::FillPrice => entered.fill_price,
            StopEntryPrice::Close => lanes.close.at(step),
        };
        let rule = lanes.update.at(step);
        let replaces = |distance: f64| match rule {
            _ if is_new => true,
            StopUpdate::Keep => false,
            StopUpdate::Override => !distance.is_nan(),
            StopUpdate::OverrideNan => true,
        };
        let (loss, profit) = (lanes.loss.at(step), lanes.profit.at(step));
        if replaces(loss) {
            (self.loss, self.loss_from) = (loss, from);
            self.trails = lanes.trail.at(step);
        }
        if replaces(profit) {
            (self.profit, self.profit_from) = (profit, from);
        }
    }
}

/// Where a bar meets a level: at the open if that is beyond it, at the level if the bar spans it.
#[inline]
fn touched(bar: Bar, from: f64, distance: f64, is_below: bool) -> f64 {
    let level = if is_below {
        from * (1.0 - distance)
    } else {
        from * (1.0 + distance)
    };
    let gapped = if is_below {
        bar.open <= level
    } else {
        level <= bar.open
    };
    if gapped {
        bar.open
    } else if bar.low <= level && level <= bar.high {
        level
    } else {
        f64::NAN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLOSE: [f64; 4] = [10.0, 12.0, 11.0, 9.0];
    const HIGH: [f64; 4] = [10.0, 13.0, 12.5, 10.5];
    const LOW: [f64; 4] = [10.0, 11.5, 10.5, 8.5];

    fn prices() -> Prices<'static> {
        Prices {
            open: None,
            high: Some(Cells::new(&HIGH, 1, 0)),
            low: Some(Cells::new(&LOW, 1, 0)),
            close: Cells::new(&CLOSE, 1, 0),
        }
    }

    fn entered() -> Entered {
        Entered {
            before: 0.0,
            now: 1.0,
            value_price: 10.0,
            price: 10.0,
            fill_price: 10.0,
        }
    }

    #[test]
    fn a_trailing_stop_moves_after_it_was_looked_at() {
        let stops = Stops {
            loss: Cells::all(&0.125),
            trail: Cells::all(&true),
            ..Stops::DEFAULT
        };
        let lanes = StopLanes::of(&stops, &prices(), 0);
        let mut armed = Armed::NONE;
        armed.rearm(&lanes, 0, entered());
        assert!(armed.meet(&lanes, 1, 1.0).is_nan());
        // 13 less an eighth; the bar opens, where no open is given, at its close of 11.
        assert_eq!(armed.meet(&lanes, 2, 1.0), 11.0);
    }

    #[test]
    fn the_loss_is_met_before_the_profit() {
        let stops = Stops {
            loss: Cells::all(&0.5),
            profit: Cells::all(&0.25),
            ..Stops::DEFAULT
        };
        let lanes = StopLanes::of(&stops, &prices(), 0);
        let mut armed = Armed::NONE;
        armed.rearm(&lanes, 0, entered());
        assert_eq!(armed.meet(&lanes, 1, 1.0), 12.5);
        assert!(armed.any());
        armed.rearm(
            &lanes,
            1,
            Entered {
                before: 1.0,
                now: 0.0,
                ..entered()
            },
        );
        assert!(!armed.any());
    }
}
