use nt_core::{Money, day_of};

use super::Kernel;
use crate::account::Holding;
use crate::{MarginStatus, OrderId, Record, RecordKind};

/// What looking after an account between its orders needs to know.
#[derive(Clone, Debug, Default)]
pub(super) struct Attendance {
    pub status: MarginStatus,
    /// The day, UTC, up to which interest is posted and sales have settled.
    day: Option<i64>,
    /// Orders that reduce positions by force and may still work.
    pub forced: Vec<OrderId>,
    /// Used again at every close.
    pub holdings: Vec<Holding>,
}

impl Attendance {
    /// Calendar days since the last time, 0 at the first.
    fn days_to(&mut self, today: i64) -> i64 {
        let before = self.day.unwrap_or(today);
        self.day = Some(today.max(before));
        (today - before).max(0)
    }
}

impl Kernel {
    /// When the day turns, sales settle and interest and borrow fees are posted, on the balances as
    /// they stood.
    pub(super) fn turn_day(&mut self) {
        let today = day_of(self.time);
        let attendance = self.attendance.as_mut();
        let days = attendance.map_or(0, |attendance| attendance.days_to(today));
        if days == 0 || self.is_halted() {
            return;
        }
        let settled = self.ledger.settlement().due_by(today);
        if settled > Money::ZERO {
            self.post(RecordKind::CashSettled, 0, (0, settled));
        }
        if self.config.financing.is_some() {
            self.post_interest(days);
            for instrument in 0..self.last_price.len() as u32 {
                self.post_borrow_fee(instrument, days);
            }
        }
    }

    fn post_interest(&mut self, days: i64) {
        let balance = self.interest_balance();
        let interest = match &self.config.financing {
            Some(financing) => financing.interest(balance, days),
            None => Money::ZERO,
        };
        if interest != Money::ZERO {
            self.post(RecordKind::Interest, 0, (days, interest));
        }
    }

    fn post_borrow_fee(&mut self, instrument: u32, days: i64) {
        let (Some(financing), Some(price)) =
            (&self.config.financing, self.last_price[instrument as usize])
        else {
            return;
        };
        let value = self.value_of_short(instrument, price);
        if !value.is_negative() {
            return;
        }
        let fee = financing.borrow_fee(instrument, value, days);
        if fee != Money::ZERO {
            self.post(RecordKind::BorrowFee, instrument, (days, fee));
        }
    }

    fn post(&mut self, kind: RecordKind, instrument: u32, (quantity, money): (i64, Money)) {
        let record = Record {
            instrument,
            quantity,
            money,
            ..Record::new(self.step, self.time, kind)
        };
        self.log.append(record);
        self.ledger.post(&record);
    }

    /// Cash less the market value of shorts.
    fn interest_balance(&self) -> Money {
        let borrowed = self.all_holdings().filter(|held| {
            held.value.is_negative() && !self.instrument(held.instrument).is_margined()
        });
        self.cash_in_base() + borrowed.map(|held| held.value).sum::<Money>()
    }

    /// Whether every close must be told: the account is held to a maintenance margin.
    #[must_use]
    pub const fn looks_at_closes(&self) -> bool {
        self.config.maintenance.is_some()
    }

    /// Whether the next turn of the day may post or settle something.
    #[must_use]
    pub fn waits_for_next_day(&self) -> bool {
        if self.ledger.unsettled_cash() > Money::ZERO {
            return true;
        }
        let Some(financing) = &self.config.financing else {
            return false;
        };
        let holds = self.values(None).next().is_some();
        holds || financing.interest(self.cash_in_base(), 1) != Money::ZERO
    }

    /// Where the account holds one instrument: the share of the position's value that equity must
    /// exceed for a close to pass without a look at the margin. `None` where each needs one.
    #[must_use]
    pub fn margin_line(&self, instrument: u32) -> Option<f64> {
        let (Some(maintenance), Some(attendance)) = (&self.config.maintenance, &self.attendance)
        else {
            return Some(0.0);
        };
        if attendance.status != MarginStatus::Met || self.config.hedging {
            return None;
        }
        let is_long = self.ledger.position(instrument).quantity > 0;
        let share = maintenance.model.share(instrument, is_long);
        Some(share.to_f64() * maintenance.warning.to_f64())
    }
}
