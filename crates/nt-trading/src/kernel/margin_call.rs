use nt_core::{Money, Rate};

use super::Kernel;
use super::attendance::Attendance;
use crate::account::Holding;
use crate::{MarginStatus, Order, OrderId, OrderRequest, Reason, Record, RecordKind, Size};

/// Equity and what it is held against at a close.
#[derive(Clone, Copy, Debug)]
struct Standing {
    equity: Money,
    requirement: Money,
    /// Whether equity is below the level of the warning.
    is_low: bool,
}

impl Standing {
    fn is_met(&self) -> bool {
        self.equity >= self.requirement
    }

    /// The record of what has changed since the status before, if anything has.
    fn event(&self, before: MarginStatus) -> Option<(RecordKind, u8)> {
        match (before, self.is_met()) {
            (MarginStatus::Called { .. }, true) => {
                let detail = u8::from(self.is_low) * MarginStatus::STILL_WARNED;
                Some((RecordKind::MarginRestored, detail))
            }
            (MarginStatus::Warned, true) if !self.is_low => Some((RecordKind::MarginRestored, 0)),
            (MarginStatus::Met, true) if self.is_low => Some((RecordKind::MarginWarning, 0)),
            (MarginStatus::Met | MarginStatus::Warned, false) => Some((RecordKind::MarginCall, 0)),
            _ => None,
        }
    }

    /// Equity over the requirement in trillionths; 0 without a requirement.
    fn share(&self) -> i64 {
        let requirement = self.requirement.raw();
        if requirement == 0 {
            return 0;
        }
        let product = self.equity.raw().checked_mul(Rate::ONE.raw().into());
        product.map_or(i64::MAX, |product| {
            i64::try_from(product / requirement).unwrap_or(i64::MAX)
        })
    }
}

impl Kernel {
    /// Holds equity at the close of a step against the maintenance requirement: warns, calls, and
    /// liquidates when the grace of a call is over.
    pub(super) fn look_at_margin(&mut self) {
        if self.is_halted() || !self.looks_at_closes() {
            return;
        }
        let mut holdings = std::mem::take(&mut self.attendance_mut().holdings);
        self.list_holdings(&mut holdings);
        if let Some(standing) = self.standing(&holdings) {
            self.note_margin(standing);
            self.liquidate(&holdings, standing.equity);
        }
        self.attendance_mut().holdings = holdings;
    }

    fn standing(&self, holdings: &[Holding]) -> Option<Standing> {
        let maintenance = self.config.maintenance.as_ref()?;
        let (equity, requirement) = (self.equity(), maintenance.requirement(holdings));
        Some(Standing {
            equity,
            requirement,
            is_low: equity < maintenance.warning.of(requirement),
        })
    }

    /// Reduces positions where the grace of a call is over.
    fn liquidate(&mut self, holdings: &[Holding], equity: Money) {
        let (Some(maintenance), MarginStatus::Called { step }) =
            (&self.config.maintenance, self.margin_status())
        else {
            return;
        };
        if self.step.saturating_sub(step) < maintenance.grace {
            return;
        }
        let reductions = maintenance.reductions(holdings, equity);
        self.clear_the_way();
        for (instrument, lots) in reductions {
            self.force(instrument, lots);
        }
    }

    fn note_margin(&mut self, standing: Standing) {
        let before = self.margin_status();
        let Some((kind, detail)) = standing.event(before) else {
            return;
        };
        let record = Record {
            detail,
            quantity: standing.share(),
            money: standing.equity,
            ..Record::new(self.step, self.time, kind)
        };
        self.log.append(record);
        self.attendance_mut().status = before.after(&record);
        if kind == RecordKind::MarginRestored {
            self.take_back_liquidation();
        }
    }

    /// Takes back what would open, and what is left of an earlier liquidation, which is sized anew.
    fn clear_the_way(&mut self) {
        let opens = |order: &&Order| !order.is_exit() && !order.request.reduce_only;
        let entries: Vec<OrderId> = self
            .book
            .all()
            .filter(opens)
            .map(|order| order.id)
            .collect();
        for id in entries {
            self.cancel(id, Reason::MarginCall);
        }
        self.take_back_liquidation();
    }

    fn take_back_liquidation(&mut self) {
        for id in std::mem::take(&mut self.attendance_mut().forced) {
            self.cancel(id, Reason::Liquidation);
        }
    }

    /// Reduces a position by signed lots; in a hedging account the oldest lots that they oppose.
    fn force(&mut self, instrument: u32, lots: i64) {
        if !self.config.hedging {
            self.force_one(instrument, lots, None);
            return;
        }
        let mut left = lots;
        for lot in self.open_lots(instrument) {
            if left != 0 && lot.quantity.signum() == -left.signum() {
                let part = left.signum() * left.abs().min(lot.quantity.abs());
                left -= part;
                self.force_one(instrument, part, Some(lot.order));
            }
        }
    }

    /// An ordinary reduce-only market order that the strategy did not ask for and cannot take back.
    fn force_one(&mut self, instrument: u32, lots: i64, lot: Option<OrderId>) {
        let request = OrderRequest {
            reduce_only: true,
            lot,
            ..OrderRequest::market(instrument, Size::Lots(lots))
        };
        if let Ok(approved) = self.examine_again(&request, false) {
            let id = self.accept(approved, (false, false), Some(Reason::Liquidation));
            self.attendance_mut().forced.push(id);
            self.fill_at_this_close(id, instrument);
        }
    }

    /// Whether an order reduces a position by force.
    pub(super) fn is_forced(&self, id: OrderId) -> bool {
        let attendance = self.attendance.as_ref();
        attendance.is_some_and(|attendance| attendance.forced.contains(&id))
    }

    /// Lets orders that reduce by force be taken back.
    pub(super) fn release_forced(&mut self) {
        if let Some(attendance) = &mut self.attendance {
            attendance.forced.clear();
        }
    }

    /// How the account stands against its maintenance margin.
    #[must_use]
    pub fn margin_status(&self) -> MarginStatus {
        let attendance = self.attendance.as_ref();
        attendance.map_or(MarginStatus::Met, |attendance| attendance.status)
    }

    fn attendance_mut(&mut self) -> &mut Attendance {
        self.attendance.get_or_insert_default()
    }

    fn list_holdings(&self, holdings: &mut Vec<Holding>) {
        holdings.clear();
        holdings.extend(self.all_holdings());
    }
}
