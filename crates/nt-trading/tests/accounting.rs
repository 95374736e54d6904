//! The laws of accounting over random flows of orders: what holds after every event, whatever is
//! asked for and whatever the bars do.

#[path = "accounting/attended.rs"]
mod attended;
#[path = "accounting/audit.rs"]
mod audit;
#[path = "accounting/currencies.rs"]
mod currencies;
#[path = "accounting/flow.rs"]
mod flow;
#[path = "accounting/given.rs"]
mod given;
#[path = "accounting/hedging.rs"]
mod hedging;
#[path = "accounting/mirror.rs"]
mod mirror;
#[path = "accounting/rebalance.rs"]
mod rebalance;
#[path = "accounting/rebuilt.rs"]
mod rebuilt;
#[path = "accounting/sessions.rs"]
mod sessions;

use flow::{any_flow, cash_flow, queue_flow, symmetric_flow};
use nt_core::Money;
use proptest::prelude::*;

/// Cases of each law: 2,000, or what `NT_CASES` says for a long run.
fn cases() -> u32 {
    std::env::var("NT_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(2_000)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) })]

    #[test]
    fn money_is_neither_made_nor_lost(flow in any_flow()) {
        audit::run(&flow, audit::nothing_is_created);
    }

    #[test]
    fn the_log_folds_to_the_live_ledger(flow in any_flow()) {
        let instruments = flow.instruments.len();
        audit::run(&flow, |kernel, _| audit::the_log_is_the_state(kernel, instruments));
    }

    #[test]
    fn a_snapshot_and_the_tail_are_the_live_state(flow in any_flow()) {
        let mut follower = rebuilt::Follower::new(&flow);
        audit::run(&flow, |kernel, _| follower.follow(kernel));
    }

    #[test]
    fn a_tail_folds_like_the_whole(flow in any_flow(), at in 4_usize..60) {
        let kernel = audit::run(&flow, |_, _| {});
        rebuilt::a_tail_folds_like_the_whole(&kernel, &rebuilt::ids(&flow), at);
    }

    #[test]
    fn damage_is_found_where_it_is(flow in any_flow(), at in 0_usize..10_000, flip in 1_u8..=255) {
        let kernel = audit::run(&flow, |_, _| {});
        rebuilt::damage_is_found(&kernel, &rebuilt::ids(&flow), at, flip);
    }

    #[test]
    fn orders_keep_their_promises(flow in any_flow()) {
        let kernel = audit::run(&flow, |_, _| {});
        audit::fills_are_conserved(&kernel);
        audit::what_has_ended_stays(&kernel);
        audit::reducing_orders_reduce(&kernel);
        audit::one_exit_fills(&kernel);
        audit::one_of_a_group_fills(&kernel);
        audit::children_follow(&kernel);
        audit::post_only_never_takes(&kernel, &flow);
        audit::ruin_is_the_end(&kernel);
    }

    #[test]
    fn sessions_keep_the_same_laws(
        flow in any_flow(),
        hours in prop::collection::vec(sessions::any_sessions(), 3),
    ) {
        let mut follower = rebuilt::Follower::new(&flow);
        let (kernel, places) = sessions::run(&flow, &hours, |kernel, last_price| {
            audit::nothing_is_created(kernel, last_price);
            follower.follow(kernel);
        });
        audit::fills_are_conserved(&kernel);
        audit::what_has_ended_stays(&kernel);
        audit::one_of_a_group_fills(&kernel);
        audit::children_follow(&kernel);
        sessions::orders_keep_to_their_session(&kernel, &hours, &places);
        sessions::nothing_fills_outside(&kernel, &places);
    }

    #[test]
    fn the_queue_keeps_the_same_laws(flow in queue_flow()) {
        let instruments = flow.instruments.len();
        let kernel = audit::run(&flow, |kernel, last_price| {
            audit::nothing_is_created(kernel, last_price);
            audit::the_log_is_the_state(kernel, instruments);
        });
        audit::fills_are_conserved(&kernel);
        audit::what_has_ended_stays(&kernel);
        audit::one_exit_fills(&kernel);
    }

    #[test]
    fn a_cash_account_owes_nothing_and_is_never_short(flow in cash_flow()) {
        audit::run(&flow, |kernel, _| {
            let ledger = kernel.ledger();
            assert!(ledger.cash() >= Money::ZERO, "cash is {}", ledger.cash());
            assert!((0..2).all(|instrument| ledger.position(instrument).quantity >= 0));
        });
    }

    #[test]
    fn a_short_is_a_long_in_the_mirror(flow in symmetric_flow()) {
        let run = audit::run(&flow, |_, _| {});
        let mirrored = audit::run(&mirror::of(&flow), |_, _| {});
        mirror::assert_mirrored(&run, &mirrored);
    }
}
