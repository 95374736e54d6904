//! A feed of any length takes the memory of a chunk, and advancing takes none.

use allocation_counter::measure;
use nt_backtest::{DepthReplay, Progress};
use nt_trading::{DepthEvent, DepthEventKind, DepthOrderKind, DepthSide, FifoQueue, Latency};

const CHUNK: i64 = 1_000;

/// One event a nanosecond: a touch that wanders over a few ticks, sold into every tenth time.
fn event(time: i64) -> DepthEvent {
    let middle = 10_000 + (time / 50) % 40;
    let (kind, price) = match time % 10 {
        0 => (DepthEventKind::SellTrade, middle - 1),
        even if even % 2 == 0 => (DepthEventKind::BidLevel, middle - even / 2),
        odd => (DepthEventKind::AskLevel, middle + odd / 2 + 1),
    };
    let lots = 1 + time % 7;
    DepthEvent {
        time,
        kind,
        price,
        lots,
    }
}

/// Replays a chunk, requoting every hundred events; returns how many reports there were.
fn replay_chunk(replay: &mut DepthReplay<FifoQueue>, first: i64) -> usize {
    let events = (first..first + CHUNK).map(|time| Ok(event(time)));
    replay.append(events).unwrap();
    let mut reports = 0;
    for time in (first..first + CHUNK - 1).step_by(100) {
        assert_eq!(replay.advance(time), Progress::Reached);
        let price = 9_999 + (time / 50) % 40;
        let order = replay.place(DepthSide::Bid, price, 2, DepthOrderKind::PostOnly);
        replay.cancel(order - 1);
        while replay.next_report().is_some() {
            reports += 1;
        }
    }
    assert!(replay.held() as i64 <= CHUNK + 200);
    reports
}

#[test]
fn a_feed_of_many_chunks_allocates_nothing_after_the_first() {
    let latency = Latency::new(30, 20, 10).unwrap();
    let mut replay = DepthReplay::new(FifoQueue, latency, 0);
    for chunk in 0..10 {
        replay_chunk(&mut replay, chunk * CHUNK);
    }
    let mut reports = 0;
    let counted = measure(|| {
        reports = (10..500)
            .map(|chunk| replay_chunk(&mut replay, chunk * CHUNK))
            .sum();
    });
    assert!(reports > 4_900, "{reports} reports");
    assert_eq!((counted.count_total, counted.bytes_total), (0, 0));
}
