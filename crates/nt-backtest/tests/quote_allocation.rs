//! A quote that reaches no order allocates nothing, however many orders rest.

use allocation_counter::measure;
use nt_backtest::TickReplay;
use nt_core::{Instrument, Money, Quotes, Scale};
use nt_math::Rng;
use nt_trading::{Command, Config, Kernel, OrderKind, OrderRequest, Size};

const ROWS: usize = 50_000;
const RESTING: i64 = 1_000;

/// Quotes that walk between 95.00 and 105.00.
fn quotes(seed: u64) -> Quotes {
    let mut random = Rng::new(seed);
    let mut bid = 10_000_i64;
    let bids: Vec<i64> = (0..ROWS)
        .map(|_| {
            bid = (bid + (random.next_u64() % 3) as i64 - 1).clamp(9_500, 10_499);
            bid
        })
        .collect();
    Quotes {
        time: (0..ROWS as i64).collect(),
        bid: bids.iter().map(|&bid| bid as f64 / 100.0).collect(),
        ask: bids.iter().map(|&bid| (bid + 1) as f64 / 100.0).collect(),
        bid_size: vec![10.0; ROWS],
        ask_size: vec![10.0; ROWS],
    }
}

fn replay() -> TickReplay {
    let instrument = Instrument::new("X.XTST", Scale::new(2).unwrap(), Scale::new(0).unwrap());
    let config = Config::new(Money::from_f64(1e9).unwrap());
    let kernel = Kernel::new(config, vec![instrument]).unwrap();
    let mut replay = TickReplay::new(kernel).unwrap();
    replay.quotes(0, &quotes(1).view()).unwrap();
    for place in 0..RESTING {
        let (lots, limit) = if place % 2 == 0 {
            (1, 9_499 - place)
        } else {
            (-1, 10_501 + place)
        };
        replay.command(Command::Submit(OrderRequest {
            kind: OrderKind::Limit { limit },
            ..OrderRequest::market(0, Size::Lots(lots))
        }));
    }
    replay
}

#[test]
fn quotes_past_resting_orders() {
    let mut replay = replay();
    let mut chunk = quotes(2);
    chunk.time.iter_mut().for_each(|time| *time += ROWS as i64);
    replay.quotes(0, &chunk.view()).unwrap();
    chunk.time.iter_mut().for_each(|time| *time += ROWS as i64);
    let counted = measure(|| replay.quotes(0, &chunk.view()).unwrap());
    assert_eq!(counted.count_total, 0);
    assert_eq!(replay.kernel().working_orders() as i64, RESTING);
}
