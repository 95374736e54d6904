use std::collections::BTreeMap;

use nt_core::{Money, Rate};

use super::Kernel;
use crate::costs::{MonthVolume, OrderCharge, Part, Terms};
use crate::{Order, OrderId, Reason, TimeInForce, Transition};

/// What costs remember: the volume of each instrument's bar and what is left of it to fill, what the
/// account traded this month, and what orders that filled in part have paid.
#[derive(Clone, Debug)]
pub(super) struct Turnover {
    bars: Vec<BarVolume>,
    month: MonthVolume,
    charges: BTreeMap<OrderId, OrderCharge>,
}

/// In lots.
#[derive(Clone, Copy, Debug, Default)]
struct BarVolume {
    traded: i64,
    left: i64,
}

impl Turnover {
    pub fn new(instruments: usize) -> Self {
        Self {
            bars: vec![BarVolume::default(); instruments],
            month: MonthVolume::default(),
            charges: BTreeMap::new(),
        }
    }

    /// A bar of so many lots begins; a share of them can be filled.
    pub fn open_bar(&mut self, instrument: u32, traded: i64, share: Option<Rate>) {
        let left = share.map_or(i64::MAX, |share| share_of(traded, share));
        self.bars[instrument as usize] = BarVolume { traded, left };
    }

    /// Lets anything fill until the next bar: what is closed by force is closed whole.
    pub fn lift(&mut self, instrument: u32) {
        self.bars[instrument as usize].left = i64::MAX;
    }

    pub fn turn_to(&mut self, time: i64) {
        self.month.turn_to(time);
    }

    /// Forgets an order that has ended.
    pub fn forget(&mut self, order: OrderId) {
        if !self.charges.is_empty() {
            self.charges.remove(&order);
        }
    }

    pub fn volume(&self, instrument: u32) -> i64 {
        self.bars[instrument as usize].traded
    }
}

fn share_of(lots: i64, share: Rate) -> i64 {
    let part = i128::from(lots) * i128::from(share.raw()) / i128::from(Rate::ONE.raw());
    part as i64
}

impl Kernel {
    /// What the fee of an order's next part depends on.
    pub(super) fn terms(&self, order: Option<OrderId>, takes: bool) -> Terms<'_> {
        let Turnover { month, charges, .. } = &self.turnover;
        let so_far = order
            .filter(|_| !charges.is_empty())
            .and_then(|order| charges.get(&order));
        Terms {
            takes,
            month,
            so_far: so_far.unwrap_or(&OrderCharge::NONE),
        }
    }

    /// The fee of a part that fills now; remembers what later fees depend on.
    pub(super) fn charge(
        &mut self,
        order: &Order,
        quantity: i64,
        price: i64,
        (takes, completes): (bool, bool),
    ) -> Money {
        let terms = self.terms(Some(order.id), takes);
        let fees = &self.config.costs.fees;
        let instrument = self.instrument(order.request.instrument);
        let part = Part {
            instrument,
            lots: quantity,
            notional: instrument.notional(price, quantity),
        };
        let fee = fees.of(&part, terms);
        if !fees.remembers() {
            return fee;
        }
        let after = fees.after(&part, terms);
        let mut month = *terms.month;
        month.count(instrument, quantity, part.notional);
        self.turnover.month = month;
        if completes {
            self.turnover.forget(order.id);
        } else {
            self.turnover.charges.insert(order.id, after);
        }
        fee
    }

    /// The signed lots of `wanted` that the bar's volume leaves to an order. Without any, an order
    /// that must fill at once is cancelled, and any other rests, its stop touched.
    pub(super) fn within_volume(&mut self, order: &Order, wanted: i64) -> Option<i64> {
        if self.config.costs.max_volume_share.is_none() {
            return Some(wanted);
        }
        let left = self.turnover.bars[order.request.instrument as usize].left;
        if wanted.abs() <= left {
            return Some(wanted);
        }
        let left = self.instrument(order.request.instrument).whole_lots(left);
        match order.request.time_in_force {
            TimeInForce::FillOrKill => self.cancel(order.id, Reason::FillOrKill),
            TimeInForce::ImmediateOrCancel if left == 0 => {
                self.cancel(order.id, Reason::ImmediateOrCancel);
            }
            _ if left == 0 => self.trigger_stop(order),
            _ => return Some(left * wanted.signum()),
        }
        None
    }

    /// Takes what filled from the volume left to fill.
    pub(super) fn use_volume(&mut self, instrument: u32, booked: i64) {
        if self.config.costs.max_volume_share.is_some() {
            let left = &mut self.turnover.bars[instrument as usize].left;
            *left = left.saturating_sub(booked.abs());
        }
    }

    /// Keeps the rest of an order working that filled in part: a target has become a quantity, a stop
    /// stays touched. What had to fill at once is cancelled.
    pub(super) fn keep_rest(&mut self, order: &Order, wanted: i64, booked: i64) {
        self.note_part(order.id, booked);
        if order.request.time_in_force == TimeInForce::ImmediateOrCancel {
            self.cancel(order.id, Reason::ImmediateOrCancel);
            return;
        }
        self.trigger_stop(order);
        if let Some(rest) = self.book.get_mut(order.id) {
            rest.fix_quantity(order.filled + wanted);
        }
    }

    /// A part of an order filled: its state moves on before the rest of it ends or works on.
    pub(super) fn note_part(&mut self, id: OrderId, booked: i64) {
        let Some(order) = self.book.get_mut(id) else {
            return;
        };
        order.filled += booked;
        if let Ok(status) = order.status.after(Transition::FillPart) {
            order.status = status;
        }
    }

    pub(super) fn trigger_stop(&mut self, order: &Order) {
        if order.request.kind.stop().is_some() {
            self.trigger(order);
        }
    }
}
