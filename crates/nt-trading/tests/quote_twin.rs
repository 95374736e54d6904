//! The kernel finds by price what a quote concerns; a naive market looks at every order on every
//! tick. Both must fill the same orders at the same prices.

#[path = "quotes/naive.rs"]
mod naive;

use naive::{NaiveFill, NaiveMarket};
use nt_core::{Instrument, Money, Scale};
use nt_trading::{
    Change, Command, Config, Event, Kernel, OrderId, OrderKind, OrderRequest, Quote, RecordKind,
    Size, TimeInForce, Trail,
};
use proptest::prelude::*;

const STEP_NANOS: i64 = 6 * 3_600 * 1_000_000_000;

#[derive(Clone, Copy, Debug)]
enum Tick {
    Quote(Quote),
    Trade(i64, i64),
}

#[derive(Clone, Copy, Debug)]
enum Ask {
    Submit(i64, OrderKind, TimeInForce, bool),
    Cancel(u32),
    MoveLimit(u32, i64),
}

type Step = (Tick, Vec<Ask>);

fn quote() -> impl Strategy<Value = Quote> {
    let side = |price: i64| prop_oneof![9 => Just(Some(price)), 1 => Just(None)];
    (90_i64..110, 0_i64..4, 0_i64..8, 0_i64..8).prop_flat_map(
        move |(bid, spread, bid_lots, ask_lots)| {
            (side(bid), side(bid + spread)).prop_map(move |(bid, ask)| Quote {
                bid,
                ask,
                bid_lots,
                ask_lots,
            })
        },
    )
}

fn tick() -> impl Strategy<Value = Tick> {
    prop_oneof![
        4 => quote().prop_map(Tick::Quote),
        1 => (88_i64..114, 0_i64..10).prop_map(|(price, lots)| Tick::Trade(price, lots)),
    ]
}

fn kind() -> impl Strategy<Value = OrderKind> {
    let price = || 88_i64..114;
    prop_oneof![
        Just(OrderKind::Market),
        price().prop_map(|limit| OrderKind::Limit { limit }),
        price().prop_map(|limit| OrderKind::Limit { limit }),
        price().prop_map(|stop| OrderKind::Stop { stop }),
        (price(), price()).prop_map(|(stop, limit)| OrderKind::StopLimit { stop, limit }),
        price().prop_map(|touch| OrderKind::MarketIfTouched { touch }),
        (price(), price()).prop_map(|(touch, limit)| OrderKind::LimitIfTouched { touch, limit }),
        (1_i64..6).prop_map(|ticks| OrderKind::TrailingStop {
            trail: Trail::Ticks(ticks)
        }),
    ]
}

/// What goes with the kind: IOC and FOK with what waits for no trigger, post-only with limits.
fn order() -> impl Strategy<Value = Ask> {
    let lots = prop_oneof![-9_i64..0, 1_i64..10];
    (lots, kind(), 0_u8..8, any::<bool>()).prop_map(|(lots, kind, life, post_only)| {
        let waits = kind.stop().is_some() || kind.trail().is_some();
        let time_in_force = match life {
            0 if !waits => TimeInForce::ImmediateOrCancel,
            1 if !waits => TimeInForce::FillOrKill,
            2 => TimeInForce::Day,
            3 => TimeInForce::GoodTilTime(30 * STEP_NANOS),
            _ => TimeInForce::GoodTilCancelled,
        };
        let is_limit = matches!(kind, OrderKind::Limit { .. });
        let post_only = post_only && is_limit && !time_in_force.is_at_once();
        Ask::Submit(lots, kind, time_in_force, post_only)
    })
}

fn ask() -> impl Strategy<Value = Ask> {
    prop_oneof![
        4 => order(),
        1 => (1_u32..60).prop_map(Ask::Cancel),
        1 => (1_u32..60, 88_i64..114).prop_map(|(id, limit)| Ask::MoveLimit(id, limit)),
    ]
}

fn path() -> impl Strategy<Value = Vec<Step>> {
    let first = quote().prop_map(|quote| (Tick::Quote(quote), Vec::new()));
    let rest = prop::collection::vec((tick(), prop::collection::vec(ask(), 0..3)), 1..60);
    (first, rest).prop_map(|(first, rest)| std::iter::once(first).chain(rest).collect())
}

fn kernel() -> Kernel {
    let whole = Scale::new(0).unwrap();
    let rich = Config::new(Money::from_f64(1e12).unwrap());
    Kernel::new(rich, vec![Instrument::new("X.XTST", whole, whole)]).unwrap()
}

/// Runs both, and returns the kernel and the naive market.
fn run(path: &[Step]) -> (Kernel, NaiveMarket) {
    let (mut kernel, mut naive) = (kernel(), NaiveMarket::default());
    for (number, (tick, asks)) in path.iter().enumerate() {
        let time = number as i64 * STEP_NANOS;
        let step = number as u32;
        kernel.apply(Event::Step { step, time });
        match *tick {
            Tick::Quote(quote) => {
                kernel.apply(Event::Quote {
                    instrument: 0,
                    quote,
                });
                naive.quote(number, time, quote);
            }
            Tick::Trade(price, lots) => {
                let instrument = 0;
                kernel.apply(Event::Trade {
                    instrument,
                    price,
                    lots,
                });
                naive.trade(number, time, price, lots);
            }
        }
        for &ask in asks {
            give(ask, time, &mut kernel, &mut naive);
        }
    }
    (kernel, naive)
}

fn give(ask: Ask, time: i64, kernel: &mut Kernel, naive: &mut NaiveMarket) {
    let command = match ask {
        Ask::Submit(lots, kind, time_in_force, post_only) => {
            let late = matches!(time_in_force, TimeInForce::GoodTilTime(end) if end <= time);
            let id = kernel.next_order().0;
            if !late {
                naive.submit(id, lots, kind, time_in_force, post_only);
            }
            Command::Submit(OrderRequest {
                kind,
                time_in_force,
                post_only,
                ..OrderRequest::market(0, Size::Lots(lots))
            })
        }
        Ask::Cancel(id) => {
            naive.cancel(id);
            Command::Cancel(OrderId(id))
        }
        Ask::MoveLimit(id, limit) => {
            let is_limit =
                |order: &nt_trading::Order| matches!(order.request.kind, OrderKind::Limit { .. });
            // An order whose time is over and that no tick has met yet refuses the change.
            let over = |order: &nt_trading::Order| matches!(order.request.time_in_force, TimeInForce::GoodTilTime(end) if end <= time);
            let order = kernel.order(OrderId(id));
            if !order.is_some_and(|order| is_limit(order) && !over(order)) {
                return;
            }
            naive.move_limit(id, limit);
            let change = Change {
                limit: Some(limit),
                ..Change::default()
            };
            Command::Modify {
                order: OrderId(id),
                change,
            }
        }
    };
    kernel.apply(Event::Command(command));
}

fn fills(kernel: &Kernel) -> Vec<NaiveFill> {
    let records = kernel.log().records().map(Result::unwrap);
    records
        .filter(|record| record.kind == RecordKind::OrderFilled)
        .map(|fill| (fill.step as usize, fill.order, fill.quantity, fill.price))
        .collect()
}

fn cases() -> u32 {
    let given = std::env::var("NT_CASES").ok();
    given.and_then(|cases| cases.parse().ok()).unwrap_or(2_000)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) })]

    #[test]
    fn looking_at_what_is_near_finds_what_looking_at_all_finds(path in path()) {
        let (kernel, naive) = run(&path);
        prop_assert_eq!(fills(&kernel), naive.fills.clone());
        for id in naive.working() {
            prop_assert!(kernel.order(OrderId(id)).is_some(), "order {} works", id);
        }
        prop_assert_eq!(kernel.working_orders(), naive.working().len());
    }
}
