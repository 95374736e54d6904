//! The laws of accounting over quotes and trades: the flows of the bars, whose bars are read as a
//! quote each and at times a trade.

#[path = "accounting/audit.rs"]
#[allow(dead_code, reason = "some laws are of bars alone")]
mod audit;
#[path = "accounting/flow.rs"]
#[allow(dead_code, reason = "some flows are of bars alone")]
mod flow;
#[path = "quotes/given.rs"]
mod given;
#[path = "accounting/rebuilt.rs"]
#[allow(dead_code, reason = "damage is the same in every log")]
mod rebuilt;

use flow::{Flow, Step, any_flow, cash_flow};
use nt_core::{Money, Rate};
use nt_trading::{Config, Costs, Event, Kernel, Quote, RecordKind, TickBar};
use proptest::prelude::*;

fn cases() -> u32 {
    let given = std::env::var("NT_CASES").ok();
    given.and_then(|cases| cases.parse().ok()).unwrap_or(2_000)
}

/// The range of a bar is the spread; how its prices lie says how many lots are there.
const fn quote(bar: &TickBar) -> Quote {
    Quote {
        bid: Some(bar.low),
        ask: Some(bar.high),
        bid_lots: (bar.open - bar.low) * 3,
        ask_lots: (bar.high - bar.close) * 3,
    }
}

fn events(step: &Step) -> Vec<Event> {
    let bars = step.bars.iter().enumerate();
    bars.filter_map(|(instrument, bar)| Some((instrument as u32, (*bar)?)))
        .flat_map(|(instrument, bar)| {
            let quote = Event::Quote {
                instrument,
                quote: quote(&bar),
            };
            let trade = Event::Trade {
                instrument,
                price: bar.close,
                lots: bar.high - bar.open,
            };
            let has_trade = bar.close % 100 == 0;
            std::iter::once(quote).chain(has_trade.then_some(trade))
        })
        .collect()
}

/// Runs a flow and calls `check` after each event with what each position is worth a lot.
fn run(flow: &Flow, mut check: impl FnMut(&Kernel, &[Option<i64>])) -> Kernel {
    let config = Config {
        costs: Costs {
            // Sizes cut fills, as a share of the volume does: the audit has to know.
            max_volume_share: flow.config.costs.max_volume_share.or(Some(Rate::ONE)),
            ..flow.config.costs
        },
        ..flow.config.clone()
    };
    let mut kernel = Kernel::new(config, flow.instruments.clone()).unwrap();
    let mut quotes = vec![None; flow.instruments.len()];
    for (number, step) in flow.steps.iter().enumerate() {
        let begin = Event::Step {
            step: number as u32,
            time: Step::time(number),
        };
        let commands = step.commands.iter().copied().map(Event::Command);
        let all = std::iter::once(begin)
            .chain(events(step))
            .chain([Event::StepClosed])
            .chain(commands);
        for event in all {
            kernel.apply(event);
            if let Event::Quote { instrument, quote } = event {
                quotes[instrument as usize] = Some(quote);
            }
            let marks: Vec<_> = quotes
                .iter()
                .enumerate()
                .map(|(index, quote): (_, &Option<Quote>)| {
                    let held = kernel.ledger().position(index as u32).quantity;
                    quote.and_then(|quote| if held > 0 { quote.bid } else { quote.ask })
                })
                .collect();
            check(&kernel, &marks);
        }
    }
    kernel
}

/// No fill is worse than the quote of its step, or that before, allows: with nothing added for
/// slippage, what takes pays the far side and what rests its limit.
fn fills_lie_at_quotes_or_limits(kernel: &Kernel, flow: &Flow) {
    let records = audit::records(kernel);
    let limit_of = |order: u32| -> Vec<i64> {
        records
            .iter()
            .filter(|record| record.order == order && record.price != 0)
            .filter(|record| record.kind != RecordKind::OrderFilled)
            .map(|record| record.price)
            .collect()
    };
    for fill in records
        .iter()
        .filter(|record| record.kind == RecordKind::OrderFilled)
    {
        let seen = flow.steps[..=fill.step as usize].iter().rev();
        let mut bars = seen.filter_map(|step| step.bars[fill.instrument as usize]);
        let last = quote(&bars.next().expect("a fill has a quote"));
        let far = last.far(fill.quantity > 0).expect("both sides are there");
        let at_limit = limit_of(fill.order).contains(&fill.price);
        assert!(fill.price == far || at_limit, "{fill:?} at {far}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) })]

    #[test]
    fn money_is_neither_made_nor_lost(flow in any_flow()) {
        run(&flow, audit::nothing_is_created);
    }

    #[test]
    fn a_snapshot_and_the_tail_are_the_live_state(flow in any_flow()) {
        let instruments = flow.instruments.len();
        let mut follower = rebuilt::Follower::new(&flow);
        run(&flow, |kernel, _| {
            audit::the_log_is_the_state(kernel, instruments);
            follower.follow(kernel);
        });
    }

    #[test]
    fn orders_keep_their_promises(flow in any_flow()) {
        let kernel = run(&flow, |_, _| {});
        audit::fills_are_conserved(&kernel);
        audit::what_has_ended_stays(&kernel);
        audit::reducing_orders_reduce(&kernel);
        audit::one_exit_fills(&kernel);
        audit::one_of_a_group_fills(&kernel);
        audit::children_follow(&kernel);
        audit::ruin_is_the_end(&kernel);
    }

    #[test]
    fn a_fill_has_a_price_that_was_there(flow in any_flow()) {
        let costs = Costs { fees: flow.config.costs.fees, ..Costs::default() };
        let flow = Flow { config: Config { costs, ..flow.config.clone() }, ..flow };
        fills_lie_at_quotes_or_limits(&run(&flow, |_, _| {}), &flow);
    }

    #[test]
    fn a_cash_account_owes_nothing_and_is_never_short(flow in cash_flow()) {
        run(&flow, |kernel, _| {
            let ledger = kernel.ledger();
            assert!(ledger.cash() >= Money::ZERO, "cash is {}", ledger.cash());
            assert!((0..2).all(|instrument| ledger.position(instrument).quantity >= 0));
        });
    }
}
