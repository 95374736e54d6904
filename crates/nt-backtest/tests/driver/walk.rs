//! A reproducible random walk, so that tests need no files.

use nt_core::{Bars, Instrument, Money, Scale};
use nt_trading::{Config, Kernel};

const NANOS_PER_HOUR: i64 = 3_600_000_000_000;

/// Bars of two decimals around 100 at multiples of so many hours.
pub fn walk(seed: u64, bars: usize, hours: i64) -> Bars {
    let mut state = seed;
    let mut draw = |most: i64| {
        // Knuth's MMIX generator; its high bits are good enough here.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as i64 % (most + 1)
    };
    let mut walk = Bars::default();
    let mut close = 10_000;
    for row in 0..bars as i64 {
        let open = close + draw(100) - 50;
        close = (open + draw(400) - 200).clamp(5_000, 20_000);
        let (high, low) = (open.max(close) + draw(100), open.min(close) - draw(100));
        walk.time.push((row + 1) * hours * NANOS_PER_HOUR);
        for (column, ticks) in [
            (&mut walk.open, open),
            (&mut walk.high, high),
            (&mut walk.low, low),
            (&mut walk.close, close),
        ] {
            column.push(ticks as f64 / 100.0);
        }
        walk.volume.push(1_000.0);
    }
    walk
}

/// A kernel for so many instruments of two decimals, with fees.
pub fn kernel(instruments: usize, config: impl FnOnce(Config) -> Config) -> Kernel {
    let scale = |decimals| Scale::new(decimals).unwrap();
    let instrument = |index| Instrument::new(format!("X{index}.XNAS"), scale(2), scale(0));
    let config = config(Config::new(Money::from_f64(20_000.0).unwrap()));
    Kernel::new(config, (0..instruments).map(instrument).collect()).unwrap()
}
