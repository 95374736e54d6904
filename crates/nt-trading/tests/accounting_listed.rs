//! The laws of accounting over random flows of instruments with terms: multipliers, ticks, lots,
//! margin, funding, expiry.

#[path = "accounting/audit.rs"]
#[expect(dead_code, reason = "shared with the laws of plain instruments")]
mod audit;
#[path = "accounting/flow.rs"]
#[expect(dead_code, reason = "shared with the laws of plain instruments")]
mod flow;
#[path = "accounting/listed.rs"]
mod listed;
#[path = "accounting/mirror.rs"]
mod mirror;
#[path = "accounting/rebuilt.rs"]
mod rebuilt;

use listed::{listed_flow, symmetric_listed_flow};
use nt_core::{Instrument, InstrumentKind, InstrumentTerms, Money, Rate, Scale};
use nt_trading::{Command, Config, Event, Kernel, OrderRequest, RecordKind, Size, TickBar};
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
    fn money_is_neither_made_nor_lost(listed in listed_flow()) {
        listed::run(&listed, listed::nothing_is_created);
    }

    #[test]
    fn a_snapshot_and_the_tail_are_the_live_state(listed in listed_flow()) {
        let mut follower = rebuilt::Follower::new(&listed.flow);
        let instruments = listed.flow.instruments.len();
        listed::run(&listed, |kernel, _| {
            follower.follow(kernel);
            audit::the_log_is_the_state(kernel, instruments);
        });
    }

    #[test]
    fn a_tail_folds_like_the_whole(listed in listed_flow(), at in 10_usize..60) {
        let kernel = listed::run(&listed, |_, _| {});
        rebuilt::a_tail_folds_like_the_whole(&kernel, &rebuilt::ids(&listed.flow), at);
    }

    #[test]
    fn damage_is_found_where_it_is(listed in listed_flow(), at in 0_usize..10_000, flip in 1_u8..=255) {
        let kernel = listed::run(&listed, |_, _| {});
        rebuilt::damage_is_found(&kernel, &rebuilt::ids(&listed.flow), at, flip);
    }

    #[test]
    fn listings_are_kept(listed in listed_flow()) {
        let kernel = listed::run(&listed, |_, _| {});
        listed::listings_are_kept(&kernel);
        audit::what_has_ended_stays(&kernel);
        audit::ruin_is_the_end(&kernel);
    }

    #[test]
    fn a_short_is_a_long_in_the_mirror(listed in symmetric_listed_flow()) {
        let run = listed::run(&listed, |_, _| {});
        let mirrored = listed::run(&listed::mirrored(&listed), |_, _| {});
        mirror::assert_mirrored(&run, &mirrored);
    }

    #[test]
    fn what_a_long_pays_its_twin_gets(
        lots in 1_i64..1_000, marks in prop::collection::vec((1_i64..1_000_000, -1_000_000_000_i64..1_000_000_000), 1..20),
    ) {
        let kernel = twins(lots, &marks);
        let funding: Vec<Money> = kernel.log().records().map(Result::unwrap)
            .filter(|record| record.kind == RecordKind::FundingPaid).map(|record| record.money).collect();
        prop_assert_eq!(funding.len(), 2 * marks.len());
        prop_assert_eq!(funding.into_iter().sum::<Money>(), Money::ZERO);
    }
}

/// A long and a short of the same size in two perpetuals of the same prices and rates.
fn twins(lots: i64, marks: &[(i64, i64)]) -> Kernel {
    let scale = |decimals| Scale::new(decimals).unwrap();
    let perpetual = |id: &str| {
        let terms = InstrumentTerms::new(InstrumentKind::Perpetual);
        let instrument = Instrument::new(id, scale(7), scale(4));
        instrument.with_terms(terms).unwrap()
    };
    let config = Config::new(Money::from_f64(1e12).unwrap());
    let twins = vec![perpetual("LONG.XTST"), perpetual("SHORT.XTST")];
    let mut kernel = Kernel::new(config, twins).unwrap();
    let open_all = |kernel: &mut Kernel, price: i64| {
        for instrument in 0..2 {
            let bar = TickBar {
                open: price,
                high: price,
                low: price,
                close: price,
            };
            kernel.apply(Event::Bar { instrument, bar });
        }
    };
    open_all(&mut kernel, 1_000);
    for (instrument, lots) in [(0, lots), (1, -lots)] {
        let request = OrderRequest::market(instrument, Size::Lots(lots));
        kernel.apply(Event::Command(Command::Submit(request)));
    }
    for &(price, rate) in marks {
        open_all(&mut kernel, price);
        for instrument in 0..2 {
            let rate = Rate::from_raw(rate);
            kernel.apply(Event::Funding { instrument, rate });
        }
    }
    kernel
}
