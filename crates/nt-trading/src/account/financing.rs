use nt_core::{Money, Rate, div_round_half_even};

use super::InstrumentRates;

/// What it costs to owe money and to hold shorts: simple interest for each calendar day, posted when
/// the day (UTC) turns.
///
/// The balance that bears interest is cash less the market value of shorts, as their proceeds stand
/// as collateral with the lender: below zero it is a debit, above a credit.
#[derive(Clone, Debug, PartialEq)]
pub struct Financing {
    /// Annual rate on a debit.
    pub debit: Rate,
    /// Annual rate on a credit.
    pub credit: Rate,
    /// Annual rate on the market value of each short.
    pub borrow: InstrumentRates,
    /// Days of a year: 360 as money markets in dollars and euros count, or 365.
    pub day_count: u16,
}

impl Financing {
    /// The field that is out of range and what to give, if any.
    pub(crate) fn fault(&self) -> Option<(&'static str, String)> {
        let out_of_range = |rate: &Rate| *rate < Rate::ZERO || rate.raw() > 10 * Rate::ONE.raw();
        let borrow = self.borrow.iter().find(out_of_range);
        let debit = Some(self.debit).filter(out_of_range);
        let credit = Some(self.credit).filter(out_of_range);
        let fields = [
            ("debitRate", debit),
            ("creditRate", credit),
            ("borrowRate", borrow),
        ];
        let wrong = fields.iter().find_map(|&(field, rate)| {
            let rate = rate?.to_f64();
            Some((
                field,
                format!("{field} is {rate}: give an annual rate from 0 to 10"),
            ))
        });
        let days = self.day_count;
        let unusual = !matches!(days, 360 | 365);
        wrong.or_else(|| {
            unusual.then(|| ("dayCount", format!("dayCount is {days}: give 360 or 365")))
        })
    }

    /// Interest on a balance for so many days, of its sign, rounded half to even to a billionth.
    pub(crate) fn interest(&self, balance: Money, days: i64) -> Money {
        let rate = if balance.is_negative() {
            self.debit
        } else {
            self.credit
        };
        self.accrued(rate, balance, days)
    }

    /// The fee for borrowing what is sold short for so many days; positive.
    pub(crate) fn borrow_fee(&self, instrument: u32, value: Money, days: i64) -> Money {
        self.accrued(self.borrow.of(instrument), value.abs(), days)
    }

    fn accrued(&self, annual: Rate, amount: Money, days: i64) -> Money {
        let product = annual.of(amount).raw() * i128::from(days);
        Money::from_raw(div_round_half_even(product, i128::from(self.day_count)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn financing() -> Financing {
        Financing {
            debit: Rate::from_f64(0.073).unwrap(),
            credit: Rate::ZERO,
            borrow: InstrumentRates::all(Rate::from_f64(0.0365).unwrap()),
            day_count: 365,
        }
    }

    #[test]
    fn simple_interest_by_calendar_day() {
        let owed = Money::from_f64(-10_000.0).unwrap();
        assert_eq!(financing().interest(owed, 3).to_string(), "-6");
        assert_eq!(financing().interest(-owed, 3), Money::ZERO);
        assert_eq!(financing().borrow_fee(0, owed, 1).to_string(), "1");
        let in_360 = Financing {
            day_count: 360,
            ..financing()
        };
        assert_eq!(in_360.interest(owed, 360).to_string(), "-730");
    }

    #[test]
    fn what_is_out_of_range_is_named() {
        let days = Financing {
            day_count: 252,
            ..financing()
        };
        assert_eq!(days.fault().unwrap().0, "dayCount");
        let below = Financing {
            credit: Rate::from_f64(-0.01).unwrap(),
            ..financing()
        };
        assert_eq!(below.fault().unwrap().0, "creditRate");
        assert_eq!(financing().fault(), None);
    }
}
