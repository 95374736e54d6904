//! The book against a twin that keeps every level in an ordered map.

use std::collections::BTreeMap;

use nt_trading::{Depth, DepthLevel, DepthSide};
use proptest::prelude::*;

const SIDES: [DepthSide; 2] = [DepthSide::Bid, DepthSide::Ask];

#[derive(Clone, Debug)]
enum Step {
    Set(DepthSide, i64, i64),
    RemoveBest(DepthSide),
    Clear(DepthSide),
    Load(Vec<(i64, i64)>),
}

#[derive(Default)]
struct Twin {
    bids: BTreeMap<i64, i64>,
    asks: BTreeMap<i64, i64>,
}

impl Twin {
    fn side(&mut self, side: DepthSide) -> &mut BTreeMap<i64, i64> {
        match side {
            DepthSide::Bid => &mut self.bids,
            DepthSide::Ask => &mut self.asks,
        }
    }

    fn levels(&mut self, side: DepthSide) -> Vec<DepthLevel> {
        let mut levels: Vec<_> = self
            .side(side)
            .iter()
            .map(|(&price, &lots)| DepthLevel { price, lots })
            .collect();
        if side == DepthSide::Bid {
            levels.reverse();
        }
        levels
    }

    fn set(&mut self, side: DepthSide, price: i64, lots: i64) -> i64 {
        let previous = match lots {
            0 => self.side(side).remove(&price),
            _ => self.side(side).insert(price, lots),
        };
        previous.unwrap_or_default()
    }
}

fn side() -> impl Strategy<Value = DepthSide> {
    prop::sample::select(SIDES.to_vec())
}

/// Mostly near the middle, at times far from it, so that windows move.
fn price() -> impl Strategy<Value = i64> {
    prop_oneof![4 => 9_900..10_100_i64, 2 => 5_000..15_000_i64, 1 => -1_000_000..1_000_000_i64]
}

fn step() -> impl Strategy<Value = Step> {
    let set =
        (side(), price(), 0..4_i64).prop_map(|(side, price, lots)| Step::Set(side, price, lots));
    let load = prop::collection::vec((price(), 1..9_i64), 0..20).prop_map(Step::Load);
    prop_oneof![
        30 => set,
        10 => side().prop_map(Step::RemoveBest),
        1 => side().prop_map(Step::Clear),
        1 => load,
    ]
}

fn take(depth: &mut Depth, twin: &mut Twin, step: &Step) {
    match step {
        Step::Set(side, price, lots) => {
            assert_eq!(
                depth.set(*side, *price, *lots),
                twin.set(*side, *price, *lots)
            );
        }
        Step::RemoveBest(side) => {
            if let Some(best) = depth.best(*side) {
                assert_eq!(depth.set(*side, best.price, 0), best.lots);
                twin.set(*side, best.price, 0);
            }
        }
        Step::Clear(side) => {
            depth.clear(*side);
            twin.side(*side).clear();
        }
        Step::Load(levels) => {
            let level = |&(price, lots): &(i64, i64)| DepthLevel { price, lots };
            depth.load(levels.iter().map(level), []);
            twin.asks.clear();
            twin.bids = levels.iter().copied().collect();
        }
    }
}

proptest! {
    #[test]
    fn equals_its_twin_after_every_step(steps in prop::collection::vec(step(), 1..300)) {
        let (mut depth, mut twin) = (Depth::new(), Twin::default());
        for step in &steps {
            take(&mut depth, &mut twin, step);
            for side in SIDES {
                let levels = twin.levels(side);
                prop_assert_eq!(depth.best(side), levels.first().copied());
                prop_assert_eq!(depth.levels(side).collect::<Vec<_>>(), levels);
            }
            let crossed = twin.bids.last_key_value().zip(twin.asks.first_key_value());
            prop_assert_eq!(depth.is_crossed(), crossed.is_some_and(|(bid, ask)| bid.0 >= ask.0));
        }
    }
}

#[test]
fn a_price_that_wanders_keeps_every_level() {
    let mut depth = Depth::new();
    for price in 0..20_000 {
        depth.set(DepthSide::Bid, price, price + 1);
    }
    for price in (0..20_000).rev() {
        let lots = price + 1;
        assert_eq!(depth.best(DepthSide::Bid), Some(DepthLevel { price, lots }));
        assert_eq!(depth.set(DepthSide::Bid, price, 0), lots);
    }
    assert_eq!(depth.best(DepthSide::Bid), None);
}
