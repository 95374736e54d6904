//! The form of the table.

use nt_core::Bars;
use nt_trading::{
    Change, Command, OrderId, OrderKind, OrderRequest, Schedule, SessionColumns, Size, TimeInForce,
};
use serde::Deserialize;

const NANOS_PER_MINUTE: i64 = 60_000_000_000;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    pub name: String,
    /// The calendar that the sessions are of.
    #[serde(rename = "calendar")]
    _calendar: String,
    timeframe: String,
    #[serde(default)]
    extended_hours: bool,
    /// Open and close; of daily bars as they are stamped.
    sessions: Vec<(Moment, Moment)>,
    #[serde(default)]
    cutoffs: Cutoffs,
    /// Time of the close, open, high, low and close.
    bars: Vec<(Moment, f64, f64, f64, f64)>,
    orders: Vec<Given>,
    #[serde(default)]
    cancels: Vec<Cancel>,
    #[serde(default)]
    modifies: Vec<NewLimit>,
    pub fills: Vec<(u32, u32, i64, i64)>,
    pub ends: Vec<(u32, String)>,
    #[serde(default)]
    pub refused_changes: Vec<String>,
}

/// Minutes before an auction.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cutoffs {
    open: Option<i64>,
    close: Option<i64>,
    /// Where changes end before new orders do.
    close_change: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    pub step: usize,
    lots: Option<i64>,
    target_lots: Option<i64>,
    limit: Option<i64>,
    time_in_force: Option<String>,
    expires_at: Option<Moment>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Cancel {
    step: usize,
    order: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NewLimit {
    step: usize,
    order: u32,
    limit: i64,
}

/// `2024-11-29T14:30`, UTC, as nanoseconds since the epoch.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Moment(pub i64);

impl TryFrom<String> for Moment {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parts: Vec<i64> = text
            .split(['-', 'T', ':'])
            .filter_map(|part| part.parse().ok())
            .collect();
        let &[year, month, day, hour, minute] = &parts[..] else {
            return Err(format!("{text} is no moment"));
        };
        // Years that begin in March have the leap day at their end.
        let (year, month) = if month > 2 {
            (year, month - 3)
        } else {
            (year - 1, month + 9)
        };
        let days =
            year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 719_469;
        Ok(Self(((days * 24 + hour) * 60 + minute) * NANOS_PER_MINUTE))
    }
}

impl Cutoffs {
    /// The schedule of sessions by their opens and closes.
    pub fn schedule(
        &self,
        sessions: impl Iterator<Item = (i64, i64)>,
        bar_length: i64,
        extended_hours: bool,
    ) -> Schedule {
        let (open, close): (Vec<i64>, Vec<i64>) = sessions.unzip();
        let before = |times: &[i64], minutes: Option<i64>, none: i64| -> Vec<i64> {
            let distance = minutes.map_or(-none, |minutes| minutes * NANOS_PER_MINUTE);
            times.iter().map(|time| time - distance).collect()
        };
        let columns = SessionColumns {
            open_entry: before(&open, self.open, 1),
            open_change: before(&open, self.open, 1),
            close_entry: before(&close, self.close, 0),
            close_change: before(&close, self.close_change.or(self.close), 0),
            open,
            close,
        };
        Schedule::new(columns, bar_length, extended_hours).unwrap()
    }
}

impl Situation {
    pub fn bars(&self) -> Bars {
        let column =
            |of: fn(&(Moment, f64, f64, f64, f64)) -> f64| self.bars.iter().map(of).collect();
        Bars {
            time: self.bars.iter().map(|bar| bar.0.0).collect(),
            open: column(|bar| bar.1),
            high: column(|bar| bar.2),
            low: column(|bar| bar.3),
            close: column(|bar| bar.4),
            volume: vec![0.0; self.bars.len()],
        }
    }

    pub fn schedule(&self) -> Schedule {
        let sessions = self.sessions.iter().map(|it| (it.0.0, it.1.0));
        self.cutoffs
            .schedule(sessions, self.bar_length(), self.extended_hours)
    }

    fn bar_length(&self) -> i64 {
        let (count, unit) = self.timeframe.split_at(self.timeframe.len() - 1);
        let count: i64 = count.parse().unwrap();
        match unit {
            "m" => count * NANOS_PER_MINUTE,
            "h" => count * 60 * NANOS_PER_MINUTE,
            _ => 1,
        }
    }

    /// What is asked for at the close of a step.
    pub fn commands(&self, step: usize) -> Vec<Command> {
        let orders = self.orders.iter().filter(|it| it.step == step);
        let modifies = self.modifies.iter().filter(|it| it.step == step);
        let cancels = self.cancels.iter().filter(|it| it.step == step);
        orders
            .map(|order| Command::Submit(order.request()))
            .chain(modifies.map(|new| Command::Modify {
                order: OrderId(new.order),
                change: Change {
                    limit: Some(new.limit),
                    ..Change::default()
                },
            }))
            .chain(cancels.map(|cancel| Command::Cancel(OrderId(cancel.order))))
            .collect()
    }
}

impl Given {
    fn size(&self) -> Size {
        match (self.lots, self.target_lots) {
            (Some(lots), None) => Size::Lots(lots),
            (None, Some(lots)) => Size::TargetLots(lots),
            _ => panic!("an order has one size: {self:?}"),
        }
    }

    pub fn request(&self) -> OrderRequest {
        let until = |end: Moment| TimeInForce::GoodTilTime(end.0);
        OrderRequest {
            kind: self
                .limit
                .map_or(OrderKind::Market, |limit| OrderKind::Limit { limit }),
            time_in_force: match self.time_in_force.as_deref() {
                None => self.expires_at.map_or(TimeInForce::GoodTilCancelled, until),
                Some("day") => TimeInForce::Day,
                Some("open") => TimeInForce::AtOpen,
                Some("close") => TimeInForce::AtClose,
                Some(other) => panic!("{other} is no time in force"),
            },
            ..OrderRequest::market(0, self.size())
        }
    }
}
