//! The laws of accounting over random flows of orders in which companies split their shares, pay
//! dividends, change their symbols and leave the exchange.

#[path = "accounting/audit.rs"]
#[allow(dead_code, reason = "shared with the flows without actions")]
mod audit;
#[path = "accounting/flow.rs"]
#[allow(dead_code, reason = "shared with the flows without actions")]
mod flow;
#[path = "corporate_actions/laws.rs"]
mod laws;
#[path = "accounting/rebuilt.rs"]
#[allow(dead_code, reason = "shared with the flows without actions")]
mod rebuilt;

use flow::{Flow, any_flow};
use laws::Feed;
use nt_core::Money;
use nt_trading::{Event, SplitRatio, Symbol};
use proptest::prelude::*;

/// Cases of each law: 1,000, or what `NT_CASES` says for a long run.
fn cases() -> u32 {
    std::env::var("NT_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(1_000)
}

/// What companies do before the bars of each step.
pub type Actions = Vec<Vec<Event>>;

fn action() -> impl Strategy<Value = Event> {
    let instrument = || 0_u32..3;
    let ratio = prop_oneof![
        3 => (1_i64..9, 1_i64..9),
        1 => (Just(1_i64), 10_i64..60),
        1 => (2_i64..60, Just(1_i64)),
    ]
    .prop_map(|(new, old)| SplitRatio::new(new, old).unwrap());
    let amount = (0.0001..4.0_f64).prop_map(|units| Money::from_f64(units).unwrap());
    let payment =
        prop::option::of((0_i64..200_000_000_000).prop_map(|raw| Money::from_raw(raw.into())));
    prop_oneof![
        6 => (instrument(), ratio).prop_map(|(instrument, ratio)| Event::Split { instrument, ratio }),
        6 => (instrument(), amount).prop_map(|(instrument, amount)| Event::Dividend { instrument, amount }),
        1 => (instrument(), payment).prop_map(|(instrument, payment)| Event::Delisted { instrument, payment }),
        1 => (instrument(), "[A-Z]{1,4}").prop_map(|(instrument, text)| {
            let symbol = Symbol::new(&text).unwrap();
            Event::Renamed { instrument, symbol }
        }),
    ]
}

fn with_actions(flow: impl Strategy<Value = Flow>) -> impl Strategy<Value = (Flow, Actions)> {
    let at_step = prop_oneof![
        2 => Just(Vec::new()),
        1 => prop::collection::vec(action(), 1..3),
    ];
    let lowers = any::<bool>();
    (flow, prop::collection::vec(at_step, 16), lowers).prop_map(|(mut flow, actions, lowers)| {
        flow.config.adjust_orders_for_dividends = lowers;
        (flow, actions)
    })
}

fn feed() -> impl Strategy<Value = Feed> {
    prop::sample::select(vec![Feed::Bars, Feed::Quotes])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) })]

    #[test]
    fn money_is_neither_made_nor_lost((flow, actions) in with_actions(any_flow()), feed in feed()) {
        laws::run(&flow, (&actions, feed), laws::nothing_is_created);
    }

    #[test]
    fn a_split_changes_no_value((flow, actions) in with_actions(any_flow()), feed in feed()) {
        laws::run(&flow, (&actions, feed), |_, _| {});
    }

    #[test]
    fn a_snapshot_and_the_tail_are_the_live_state((flow, actions) in with_actions(any_flow()), feed in feed()) {
        let mut follower = rebuilt::Follower::new(&flow);
        let kernel = laws::run(&flow, (&actions, feed), |kernel, _| {
            follower.follow(kernel);
            laws::orders_are_as_the_log_tells(kernel);
        });
        audit::what_has_ended_stays(&kernel);
        audit::children_follow(&kernel);
    }

    #[test]
    fn damage_is_found_where_it_is((flow, actions) in with_actions(any_flow()), feed in feed(), at in 0_usize..10_000, flip in 1_u8..=255) {
        let kernel = laws::run(&flow, (&actions, feed), |_, _| {});
        rebuilt::damage_is_found(&kernel, &rebuilt::ids(&flow), at, flip);
    }
}
