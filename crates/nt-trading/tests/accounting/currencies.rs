//! Accounts in several currencies: what is conserved in each, and what a conversion is worth.

use std::collections::BTreeMap;

use nt_core::{Money, Rate};
use nt_trading::{
    AccountKind, Command, Config, Currencies, CurrencyCode, ForeignCurrency, Kernel, Reason,
    Record, RecordKind,
};
use proptest::prelude::*;

use crate::audit::{self, records};
use crate::flow::{Flow, any_flow};
use crate::rebuilt::Follower;

/// The instrument whose price is the rate of the euro; the one before it is quoted in euros.
const RATE: u32 = 2;
const IN_EUROS: u32 = 1;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(crate::cases()) })]

    #[test]
    fn each_currency_is_conserved(flow in currency_flow()) {
        audit::run(&flow, |kernel, _| is_conserved(kernel));
    }

    #[test]
    fn the_log_folds_to_an_account_of_several_currencies(flow in currency_flow()) {
        let mut follower = Follower::new(&flow);
        audit::run(&flow, |kernel, _| follower.follow(kernel));
    }

    #[test]
    fn conversions_cost_what_they_should(flow in currency_flow()) {
        let mut seen = 0;
        audit::run(&flow, |kernel, last_price| {
            for record in kernel.log().records_from(seen).map(Result::unwrap) {
                costs_its_cost(&record, last_price[RATE as usize], &flow.config.currencies);
            }
            seen = kernel.log().len();
        });
    }

    #[test]
    fn converted_fills_leave_no_foreign_cash(flow in currency_flow()) {
        let kernel = audit::run(&flow, |_, _| {});
        let asked = flow.steps.iter().flat_map(|step| &step.commands);
        let converts = asked.filter(|command| matches!(command, Command::Convert { .. }));
        if flow.config.currencies.convert_fills && converts.count() == 0 {
            prop_assert!(kernel.ledger().foreign_cash().all(|(_, cash)| cash == Money::ZERO));
        }
    }

    #[test]
    fn a_conversion_is_whole_or_refused_for_its_reason(flow in currency_flow()) {
        let mut seen = 0;
        let mut before = None;
        audit::run(&flow, |kernel, _| {
            for record in kernel.log().records_from(seen).map(Result::unwrap) {
                let kind = RecordKind::Converted;
                if let (Some(before), true) = (before, record.kind == kind) {
                    is_refused_rightly(&record, before, kernel);
                }
            }
            seen = kernel.log().len();
            let ledger = kernel.ledger();
            before = Some((ledger.cash_in(None), ledger.cash_in(Some(euro()))));
        });
    }

    #[test]
    fn a_cash_account_owes_nothing_in_any_currency(flow in currency_flow()) {
        let config = Config {
            account: AccountKind::Cash,
            margin: Rate::ONE,
            ..flow.config
        };
        let flow = Flow { config, ..flow };
        audit::run(&flow, |kernel, _| {
            let ledger = kernel.ledger();
            let fees_of_sales = Money::from_raw(-100_000_000_000);
            assert!(ledger.cash() >= fees_of_sales, "{}", ledger.cash());
            assert!(ledger.foreign_cash().all(|(_, cash)| cash >= fees_of_sales));
        });
    }
}

fn euro() -> CurrencyCode {
    CurrencyCode::new("EUR").unwrap()
}

/// Every account; the second instrument is in euros, and the third is their rate in one way or the
/// other.
fn currency_flow() -> impl Strategy<Value = Flow> {
    let cost = prop::sample::select(vec![0_i64, 20_000_000, 50_000_000_000]);
    let convert = prop::option::weighted(0.5, (0_u8..20, -50_i64..20_000));
    let converts = prop::collection::vec(convert, 16);
    (any_flow(), any::<bool>(), any::<bool>(), cost, converts).prop_map(
        |(mut flow, inverse, convert_fills, cost, converts)| {
            flow.config.currencies = Currencies {
                foreign: vec![ForeignCurrency {
                    code: euro(),
                    rate: RATE,
                    inverse,
                }],
                of: vec![None, Some(0)],
                convert_fills,
                cost: Rate::from_raw(cost),
            };
            for (step, convert) in flow.steps.iter_mut().zip(converts) {
                if let Some((way, units)) = convert {
                    let amount = Money::from_raw(i128::from(units) * 1_234_567_891);
                    let (from, to) = match way {
                        0 => (Some(euro()), Some(euro())),
                        1..10 => (None, Some(euro())),
                        _ => (Some(euro()), None),
                    };
                    step.commands.push(Command::Convert { from, to, amount });
                }
            }
            flow
        },
    )
}

/// Cash in each currency is what was there, less what its fills and conversions took.
fn is_conserved(kernel: &Kernel) {
    let mut cash = BTreeMap::from([(false, kernel.config().cash), (true, Money::ZERO)]);
    for record in records(kernel) {
        let mut add = |euros: bool, amount: Money| *cash.get_mut(&euros).unwrap() += amount;
        match record.kind {
            RecordKind::OrderFilled => {
                let instrument = &kernel.ledger().instruments()[record.instrument as usize];
                let value = instrument.notional(record.price, record.quantity);
                add(record.instrument == IN_EUROS, -(value + record.money));
            }
            RecordKind::Converted if record.reason == 0 => {
                add(record.quantity != 0, -record.money);
                add(record.stop != 0, got(&record));
            }
            RecordKind::DebtCancelled => add(false, record.money),
            _ => {}
        }
    }
    assert_eq!(kernel.ledger().cash(), cash[&false]);
    assert_eq!(kernel.ledger().cash_in(Some(euro())), cash[&true]);
}

/// What was refused had its reason, and left the cash of both currencies as it was.
fn is_refused_rightly(record: &Record, (base, euros): (Money, Money), kernel: &Kernel) {
    let Some(reason) = Reason::from_number(record.reason) else {
        return;
    };
    let held = if record.quantity == 0 { base } else { euros };
    match reason {
        Reason::AmountNotPositive => assert!(record.money <= Money::ZERO),
        Reason::SameCurrency => assert_eq!(record.quantity, record.stop),
        Reason::InsufficientBuyingPower => assert!(record.money > held),
        other => assert_eq!(other, Reason::NoExchangeRate),
    }
    let ledger = kernel.ledger();
    assert_eq!(ledger.cash_in(None), base);
    assert_eq!(ledger.cash_in(Some(euro())), euros);
}

/// The amount times the rate, within the rounding of a billionth.
fn got(conversion: &Record) -> Money {
    let product = conversion.money.raw() * i128::from(conversion.price);
    Money::from_raw(nt_core::div_round_half_even(product, 1_000_000_000_000))
}

/// What is got is worth less than what was given by the cost, to a billionth.
fn costs_its_cost(record: &Record, rate: Option<i64>, currencies: &Currencies) {
    if record.kind != RecordKind::Converted || record.reason != 0 {
        return;
    }
    // Fills convert at the close before, which the last price of the step may not be.
    let Some(rate) = rate.filter(|_| !currencies.convert_fills) else {
        return;
    };
    let cost = currencies.cost;
    let (rate, one) = if currencies.foreign[0].inverse {
        (10_000, i128::from(rate))
    } else {
        (i128::from(rate), 10_000)
    };
    let worth = |money: Money, number: i64| match number {
        0 => money.raw() * one,
        _ => money.raw() * rate,
    };
    let (given, taken) = (
        worth(record.money, record.quantity),
        worth(got(record), record.stop),
    );
    let paid = given.abs() * i128::from(cost.raw()) / i128::from(Rate::ONE.raw());
    let tolerance = given.abs() / 1_000_000_000 + 2 * (rate + one);
    let off = given - taken - paid;
    assert!(off.abs() <= tolerance, "{record:?} is off by {off}");
}
