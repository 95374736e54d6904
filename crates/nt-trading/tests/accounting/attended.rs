//! Accounts that are looked after between their orders: margin calls, financing, settlement.

use nt_core::{Money, Rate};
use nt_trading::{
    AccountKind, Command, Config, Costs, Event, FillPolicy, Financing, InstrumentRates, Kernel,
    Maintenance, MarginModel, MarginStatus, Matching, OrderRequest, Record, RecordKind, RiskLimits,
    Size, TickBar,
};
use proptest::prelude::*;

use crate::audit;
use crate::flow::{Flow, Step, any_flow, cash_flow};
use crate::rebuilt::Follower;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(crate::cases()) })]

    #[test]
    fn interest_and_borrow_fees_explain_the_rest_of_the_cash(flow in attended_flow()) {
        audit::run(&flow, audit::nothing_is_created);
    }

    #[test]
    fn the_log_folds_to_an_attended_account(flow in attended_flow()) {
        let mut follower = Follower::new(&flow);
        audit::run(&flow, |kernel, _| follower.follow(kernel));
    }

    #[test]
    fn what_is_posted_follows_from_the_balances_before(flow in attended_flow()) {
        let mut before = Balances::default();
        audit::run(&flow, |kernel, last_price| {
            for record in kernel.log().records_from(before.records).map(Result::unwrap) {
                before.explain(kernel.config(), &record);
            }
            before = Balances::of(kernel, last_price);
        });
    }

    #[test]
    fn a_called_account_is_in_order_or_flat_once_it_could_trade(flow in margin_flow()) {
        let mut prices = Vec::new();
        let mut kernel = audit::run(&flow, |_, last_price| prices = last_price.to_vec());
        let grace = flow.config.maintenance.as_ref().map_or(0, |terms| terms.grace);
        // The call, the grace, and the bar on which the liquidation fills.
        for step in 0..grace as usize + 3 {
            pass(&mut kernel, flow.steps.len() + step, &prices);
        }
        let called = matches!(kernel.margin_status(), MarginStatus::Called { .. });
        prop_assert!(!called || kernel.is_halted(), "{:?}", kernel.margin_status());
    }

    #[test]
    fn liquidations_only_reduce(flow in margin_flow()) {
        let kernel = audit::run(&flow, |_, _| {});
        audit::reducing_orders_reduce(&kernel);
        audit::fills_are_conserved(&kernel);
        audit::what_has_ended_stays(&kernel);
        audit::ruin_is_the_end(&kernel);
    }

    #[test]
    fn unsettled_cash_is_never_spent((flow, days) in (cash_flow(), 1_u32..4)) {
        let config = Config { settlement_days: days, ..flow.config };
        let flow = Flow { config, ..flow };
        let mut follower = Follower::new(&flow);
        audit::run(&flow, |kernel, _| {
            let ledger = kernel.ledger();
            assert!(ledger.cash() >= ledger.unsettled_cash());
            follower.follow(kernel);
        });
    }
}

/// Every account, held to a maintenance margin and charged interest where it can be.
fn attended_flow() -> impl Strategy<Value = Flow> {
    (any_flow(), maintenance(), financing(), 0_u32..3).prop_map(
        |(flow, maintenance, financing, days)| {
            let owns = flow.config.account == AccountKind::Cash;
            let config = Config {
                maintenance: (!owns).then(|| within(maintenance, flow.config.margin)),
                financing: Some(financing),
                settlement_days: if owns { days } else { 0 },
                matching: Matching::Path,
                ..flow.config
            };
            Flow { config, ..flow }
        },
    )
}

/// Margin accounts without costs, so that a liquidation at unchanged prices restores the margin; they
/// borrow what they can from the start, so that calls are common.
fn margin_flow() -> impl Strategy<Value = Flow> {
    let shares = [-7_i64, -3, 3, 7];
    let entries = prop::collection::vec(prop::sample::select(shares.to_vec()), 3);
    let margin = prop::sample::select(vec![5_i64, 10, 20]);
    (any_flow(), maintenance(), entries, margin).prop_map(|(flow, maintenance, entries, margin)| {
        let margin = Rate::from_raw(Rate::ONE.raw() / 100 * margin);
        let config = Config {
            account: AccountKind::Margin,
            margin,
            maintenance: Some(within(maintenance, margin)),
            costs: Costs::default(),
            limits: RiskLimits::default(),
            fill_policy: match flow.config.fill_policy {
                FillPolicy::Quote => FillPolicy::ThisClose, // a spread is a cost too
                other => other,
            },
            ..flow.config
        };
        let mut steps = flow.steps;
        let entries = entries.into_iter().enumerate().map(|(instrument, tenths)| {
            let share = Size::Share(Rate::from_raw(Rate::ONE.raw() / 10 * tenths));
            Command::Submit(OrderRequest::market(instrument as u32, share))
        });
        steps[0].commands = entries.collect();
        Flow {
            config,
            steps,
            ..flow
        }
    })
}

fn maintenance() -> impl Strategy<Value = Maintenance> {
    let share = || (1_i64..=100).prop_map(|hundredths| Rate::from_raw(hundredths * 10_000_000_000));
    let model = prop_oneof![
        (share(), share()).prop_map(|(long, short)| MarginModel::Rates { long, short }),
        (share(), share(), any::<bool>()).prop_map(|(standard, own, netting)| {
            let range = InstrumentRates {
                standard,
                own: [(1, own)].into(),
            };
            MarginModel::Scan { range, netting }
        }),
    ];
    (model, share(), 0_u32..3).prop_map(|(model, buffer, grace)| Maintenance {
        buffer,
        grace,
        ..Maintenance::new(model)
    })
}

/// The same terms in proportion to the initial margin.
fn within(maintenance: Maintenance, initial: Rate) -> Maintenance {
    let of = |rate: Rate| {
        let raw = i128::from(rate.raw()) * i128::from(initial.raw());
        Rate::from_raw((raw / i128::from(Rate::ONE.raw())) as i64)
    };
    let model = match maintenance.model {
        MarginModel::Rates { long, short } => MarginModel::Rates {
            long: of(long),
            short: of(short),
        },
        MarginModel::Scan { range, netting } => MarginModel::Scan {
            range: InstrumentRates {
                standard: of(range.standard),
                own: range
                    .own
                    .into_iter()
                    .map(|(at, own)| (at, of(own)))
                    .collect(),
            },
            netting,
        },
    };
    Maintenance {
        model,
        ..maintenance
    }
}

fn financing() -> impl Strategy<Value = Financing> {
    let rate = || (0_i64..=300).prop_map(|thousandths| Rate::from_raw(thousandths * 1_000_000_000));
    let day_count = prop::sample::select(vec![360, 365]);
    (rate(), rate(), rate(), day_count).prop_map(|(debit, credit, borrow, day_count)| Financing {
        debit,
        credit,
        borrow: InstrumentRates::all(borrow),
        day_count,
    })
}

/// Cash and the values of positions as they stood after an event.
#[derive(Default)]
struct Balances {
    records: usize,
    cash: Money,
    /// Of each instrument, signed.
    values: Vec<Money>,
}

impl Balances {
    fn of(kernel: &Kernel, last_price: &[Option<i64>]) -> Self {
        let values = last_price
            .iter()
            .enumerate()
            .map(|(index, price)| kernel.ledger().value_at(index as u32, price.unwrap_or(0)));
        Self {
            records: kernel.log().len(),
            cash: kernel.ledger().cash(),
            values: values.collect(),
        }
    }

    /// What a record says of the account follows from these balances.
    fn explain(&self, config: &Config, record: &Record) {
        let maintenance = config.maintenance.as_ref();
        match (record.kind, &config.financing, maintenance) {
            (RecordKind::Interest, Some(terms), _) => {
                let shorts = self.values.iter().filter(|value| value.is_negative());
                let balance = self.cash + shorts.copied().sum::<Money>();
                let debit = balance.is_negative();
                let rate = if debit { terms.debit } else { terms.credit };
                is_simple_interest(record, (rate, balance), terms.day_count);
            }
            (RecordKind::BorrowFee, Some(terms), _) => {
                let rate = terms.borrow.of(record.instrument);
                let value = self.values[record.instrument as usize];
                is_simple_interest(record, (rate, -value), terms.day_count);
            }
            (
                RecordKind::MarginWarning | RecordKind::MarginCall | RecordKind::MarginRestored,
                _,
                Some(terms),
            ) => self.explain_margin(terms, record),
            _ => {}
        }
    }

    fn explain_margin(&self, terms: &Maintenance, record: &Record) {
        let equity = self.cash + self.values.iter().copied().sum::<Money>();
        let required = self.requirement(terms);
        let is_low = equity < terms.warning.of(required);
        assert_eq!(record.money, equity);
        match record.kind {
            RecordKind::MarginCall => assert!(equity < required),
            RecordKind::MarginWarning => assert!(equity >= required && is_low),
            _ => {
                assert!(equity >= required);
                assert_eq!(record.detail == 1, is_low);
            }
        }
    }

    fn requirement(&self, terms: &Maintenance) -> Money {
        let demands = self.values.iter().enumerate().map(|(index, &value)| {
            let short = value.is_negative();
            match &terms.model {
                MarginModel::Rates { short: rate, .. } if short => -rate.of(value.abs()),
                MarginModel::Rates { long: rate, .. } => rate.of(value),
                MarginModel::Scan { range, .. } if short => -range.of(index as u32).of(value.abs()),
                MarginModel::Scan { range, .. } => range.of(index as u32).of(value),
            }
        });
        match terms.model {
            MarginModel::Scan { netting: true, .. } => demands.sum::<Money>().abs(),
            _ => demands.map(Money::abs).sum(),
        }
    }
}

/// A posting is the annual rate on the amount for its days, to within the rounding of two products.
fn is_simple_interest(record: &Record, (rate, amount): (Rate, Money), day_count: u16) {
    assert!(record.quantity > 0 && record.money != Money::ZERO);
    let product = amount.raw() * i128::from(rate.raw()) * i128::from(record.quantity);
    let year = i128::from(Rate::ONE.raw()) * i128::from(day_count);
    let off = record.money.raw() * year - product;
    assert!(off.abs() <= 2 * year, "{record:?} on {amount}");
}

/// A step in which every price stays as it is and nothing is asked for.
fn pass(kernel: &mut Kernel, number: usize, prices: &[Option<i64>]) {
    kernel.apply(Event::Step {
        step: number as u32,
        time: Step::time(number),
    });
    for (instrument, price) in prices.iter().enumerate() {
        if let Some(price) = *price {
            let instrument = instrument as u32;
            let bar = TickBar {
                open: price,
                high: price,
                low: price,
                close: price,
            };
            kernel.apply(Event::Bar { instrument, bar });
        }
    }
    kernel.apply(Event::StepClosed);
}
