use std::collections::VecDeque;

use nt_core::Money;

/// The proceeds of sales on their way to the account: they count as cash, but cannot be spent.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Settlement {
    /// Business days from a sale to its settlement; 0 where sales settle at once.
    pub days: u32,
    /// In order of their day.
    pub due: VecDeque<Proceeds>,
    /// The sum of what is due.
    total: Money,
}

/// What the sales of one day bring in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Proceeds {
    /// Number of the day, UTC, on which they settle.
    pub day: i64,
    pub amount: Money,
}

impl Settlement {
    pub fn new(days: u32, due: VecDeque<Proceeds>) -> Self {
        let total = due.iter().map(|proceeds| proceeds.amount).sum();
        Self { days, due, total }
    }

    /// What cannot be spent yet.
    pub const fn unsettled(&self) -> Money {
        self.total
    }

    /// A sale on this day.
    pub fn sell(&mut self, today: i64, amount: Money) {
        let day = business_day_after(today, self.days);
        self.total += amount;
        match self.due.back_mut() {
            Some(last) if last.day == day => last.amount += amount,
            _ => self.due.push_back(Proceeds { day, amount }),
        }
    }

    /// What settles on this day and was due before it.
    pub fn due_by(&self, today: i64) -> Money {
        let due = self.due.iter().take_while(|proceeds| proceeds.day <= today);
        due.map(|proceeds| proceeds.amount).sum()
    }

    /// What is due by this day can be spent.
    pub fn settle(&mut self, today: i64) {
        while let Some(first) = self.due.front().filter(|first| first.day <= today) {
            self.total -= first.amount;
            self.due.pop_front();
        }
    }
}

/// The business day so many after a day: Monday to Friday, without holidays.
fn business_day_after(day: i64, count: u32) -> i64 {
    let is_weekend = |day: i64| matches!((day + 3).rem_euclid(7), 5 | 6);
    let mut at = day;
    for _ in 0..count {
        at += 1;
        while is_weekend(at) {
            at += 1;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2 January 2024, a Tuesday.
    const TUESDAY: i64 = 19_724;

    #[test]
    fn weekends_are_no_business_days() {
        assert_eq!(business_day_after(TUESDAY, 1), TUESDAY + 1);
        let friday = TUESDAY + 3;
        assert_eq!(business_day_after(friday, 1), friday + 3);
        assert_eq!(business_day_after(friday + 1, 1), friday + 3);
        assert_eq!(business_day_after(friday - 1, 2), friday + 3);
    }

    #[test]
    fn what_is_due_settles_once() {
        let amount = Money::from_raw(5);
        let mut settlement = Settlement::new(1, VecDeque::new());
        settlement.sell(TUESDAY, amount);
        settlement.sell(TUESDAY, amount);
        settlement.sell(TUESDAY + 1, amount);
        assert_eq!(settlement.due_by(TUESDAY), Money::ZERO);
        assert_eq!(settlement.due_by(TUESDAY + 1), amount + amount);
        settlement.settle(TUESDAY + 1);
        assert_eq!(settlement.unsettled(), amount);
        assert_eq!(settlement, Settlement::new(1, settlement.due.clone()));
    }
}
