//! What the driver promises over ticks: blocks change nothing, and the log is that of a kernel which is
//! told of every tick by hand.

use nt_backtest::{CloseAtEnd, Driver, Series, TickSeries, TimedAction};
use nt_core::{Instrument, Money, Quotes, Rate, Scale, Trades};
use nt_math::Rng;
use nt_trading::{
    Command, Config, Currencies, CurrencyCode, Event, Financing, ForeignCurrency, InstrumentRates,
    Kernel, Maintenance, MarginModel, OrderKind, OrderRequest, Quote, RecordKind, Size, SplitRatio,
};
use proptest::prelude::*;

/// What is traded: prices in whole ticks and quantities in whole lots.
fn kernel(config: &Config) -> Kernel {
    let whole = Scale::new(0).unwrap();
    let instrument = |id| Instrument::new(id, whole, whole);
    let instruments = vec![instrument("A.XTST"), instrument("B.XTST")];
    Kernel::new(config.clone(), instruments).unwrap()
}

fn plain() -> Config {
    Config::new(Money::from_f64(100_000.0).unwrap())
}

/// An account that is called for margin and pays for what it owes and borrows, so small that both
/// happen.
fn attended() -> Config {
    let rate = |share| Rate::from_f64(share).unwrap();
    let model = MarginModel::Rates {
        long: rate(0.25),
        short: rate(0.3),
    };
    Config {
        margin: rate(0.5),
        maintenance: Some(Maintenance {
            grace: 3,
            ..Maintenance::new(model)
        }),
        financing: Some(Financing {
            debit: rate(0.08),
            credit: rate(0.02),
            borrow: InstrumentRates::all(rate(0.05)),
            day_count: 365,
        }),
        ..Config::new(Money::from_f64(700.0).unwrap())
    }
}

/// An account whose first instrument is priced in a currency that the second is the rate of.
fn abroad() -> Config {
    let euro = ForeignCurrency {
        code: CurrencyCode::new("EUR").unwrap(),
        rate: 1,
        inverse: false,
    };
    let currencies = Currencies {
        foreign: vec![euro],
        of: vec![Some(0), None],
        ..Currencies::default()
    };
    Config {
        currencies,
        ..Config::new(Money::from_f64(1e7).unwrap())
    }
}

fn action(time: i64, (new, old): (i64, i64), splits: bool) -> TimedAction {
    let instrument = 0;
    let event = if splits {
        let ratio = SplitRatio::new(new, old).unwrap();
        Event::Split { instrument, ratio }
    } else {
        let amount = Money::from_f64(new as f64 / old as f64).unwrap();
        Event::Dividend { instrument, amount }
    };
    TimedAction { time, event }
}

/// The same quotes some hours apart, so that days turn between them.
fn over_days(mut quotes: Quotes) -> Quotes {
    let hours = |time: &mut i64| *time *= 5 * 3_600_000_000_000;
    quotes.time.iter_mut().for_each(hours);
    quotes
}

/// Times that often repeat, and prices that walk; at times nobody is on a side.
fn quotes(seed: u64, rows: usize) -> Quotes {
    let mut random = Rng::new(seed);
    let (mut time, mut bid) = (0, 100_i64);
    let mut quotes = Quotes::default();
    for _ in 0..rows {
        let draw = random.next_u64();
        time += (draw % 3) as i64;
        bid = (bid + (draw >> 8) as i64 % 5 - 2).max(20);
        let empty = (draw >> 16).is_multiple_of(10);
        quotes.time.push(time);
        quotes.bid.push(if empty { f64::NAN } else { bid as f64 });
        quotes.ask.push((bid + 1 + (draw >> 24) as i64 % 3) as f64);
        quotes.bid_size.push(((draw >> 32) % 4) as f64);
        quotes.ask_size.push(((draw >> 40) % 4) as f64);
    }
    quotes
}

fn trades(seed: u64, rows: usize) -> Trades {
    let of = quotes(seed, rows);
    Trades {
        time: of.time,
        price: of.ask,
        size: of.ask_size,
    }
}

/// What is asked for after a step: nothing after most.
fn commands(seed: u64, step: usize, instruments: u64) -> Vec<Command> {
    let draw = Rng::with_stream(seed, step as u64).next_u64();
    if !draw.is_multiple_of(7) {
        return Vec::new();
    }
    let lots = 1 + (draw >> 8) as i64 % 9;
    let lots = if (draw >> 16).is_multiple_of(2) {
        lots
    } else {
        -lots
    };
    let kind = match (draw >> 24) % 3 {
        0 => OrderKind::Limit {
            limit: 90 + (draw >> 32) as i64 % 20,
        },
        1 => OrderKind::Stop {
            stop: 90 + (draw >> 32) as i64 % 20,
        },
        _ => OrderKind::Market,
    };
    let instrument = ((draw >> 48) % instruments) as u32;
    vec![
        Command::CancelAll { instrument },
        Command::Submit(OrderRequest {
            kind,
            ..OrderRequest::market(instrument, Size::Lots(lots))
        }),
    ]
}

/// Runs a driver whose caller looks at whole blocks, or at one step at a time.
fn driven(
    config: &Config,
    series: &[TickSeries],
    (seed, instruments): (u64, u64),
    in_blocks: bool,
) -> Driver {
    let driver = Driver::new(kernel(config), series, &[]);
    drive(driver, series, (seed, instruments), in_blocks)
}

fn drive(
    mut driver: Driver,
    series: &[TickSeries],
    (seed, instruments): (u64, u64),
    in_blocks: bool,
) -> Driver {
    let none = None::<fn(&Kernel) -> Option<Command>>;
    let mut length = driver.next(series, 0, none);
    while length > 0 {
        let first = driver.block_start();
        let reach = if in_blocks { length } else { 1 };
        let spoken = (0..reach).find(|&at| !commands(seed, first + at, instruments).is_empty());
        length = match spoken {
            Some(at) => {
                let mut given = commands(seed, first + at, instruments).into_iter();
                driver.next(series, at + 1, Some(move |_: &Kernel| given.next()))
            }
            None => driver.next(series, reach, none),
        };
    }
    driver.finish(series, CloseAtEnd::No);
    driver
}

/// A kernel that is told of each step by hand.
fn by_hand(driver: &Driver, quotes: &[(u32, &Quotes)], (seed, instruments): (u64, u64)) -> Kernel {
    let mut kernel = kernel(driver.kernel().config());
    let timeline = driver.timeline();
    for step in 0..timeline.len() {
        let rows: Vec<_> = timeline.bars_at(step).collect();
        let time = quotes[rows[0].0 as usize].1.time[rows[0].1];
        kernel.apply(Event::Step {
            step: step as u32,
            time,
        });
        for (series, row) in rows {
            let (instrument, quotes) = quotes[series as usize];
            let price = |price: f64| (!price.is_nan()).then_some(price as i64);
            let quote = Quote {
                bid: price(quotes.bid[row]),
                ask: price(quotes.ask[row]),
                bid_lots: quotes.bid_size[row] as i64,
                ask_lots: quotes.ask_size[row] as i64,
            };
            kernel.apply(Event::Quote { instrument, quote });
        }
        kernel.apply(Event::StepClosed);
        for command in commands(seed, step, instruments) {
            kernel.apply(Event::Command(command));
        }
    }
    kernel
}

fn bits(equity: &[f64]) -> Vec<u64> {
    equity.iter().map(|value| value.to_bits()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn blocks_change_nothing_over_one_series(seed in any::<u64>(), rows in 1_usize..400, holes in any::<bool>()) {
        let mut one = quotes(seed, rows);
        if !holes {
            one.bid.clone_from(&one.ask);
        }
        let series = [TickSeries::quotes(0, one.clone())];
        let (mut blocks, mut steps) = (driven(&plain(), &series, (seed, 1), true), driven(&plain(), &series, (seed, 1), false));
        prop_assert_eq!(blocks.log_hash(), steps.log_hash());
        prop_assert_eq!(bits(blocks.equity()), bits(steps.equity()));
        let mut kernel = by_hand(&blocks, &[(0, &one)], (seed, 1));
        prop_assert_eq!(blocks.log_hash(), kernel.log_hash());
        let last = blocks.equity().last().copied().unwrap_or_default();
        prop_assert!((last - kernel.equity().to_f64()).abs() < 1e-6);
    }

    #[test]
    fn an_account_that_is_looked_after_sees_every_quote_and_day(seed in any::<u64>(), rows in 1_usize..400, both in any::<bool>()) {
        let one = over_days(quotes(seed, rows));
        let other = over_days(quotes(seed ^ 1, rows));
        let all = [TickSeries::quotes(0, one.clone()), TickSeries::quotes(1, other.clone())];
        let (series, count) = if both { (&all[..], 2) } else { (&all[..1], 1) };
        let mut blocks = driven(&attended(), series, (seed, count), true);
        let mut steps = driven(&attended(), series, (seed, count), false);
        prop_assert_eq!(blocks.log_hash(), steps.log_hash());
        prop_assert_eq!(bits(blocks.equity()), bits(steps.equity()));
        if !blocks.kernel().is_halted() {
            let told = [(0, &one), (1, &other)];
            let mut kernel = by_hand(&blocks, &told[..count as usize], (seed, count));
            prop_assert_eq!(blocks.log_hash(), kernel.log_hash());
        }
    }

    #[test]
    fn actions_and_rates_of_exchange_change_nothing_in_blocks(
        seed in any::<u64>(),
        rows in 1_usize..300,
        actions in prop::collection::vec((0_i64..400, 1_i64..4, 1_i64..4, any::<bool>()), 0..4),
        is_foreign in any::<bool>(),
    ) {
        let all = [TickSeries::quotes(0, quotes(seed, rows)), TickSeries::quotes(1, quotes(seed ^ 1, rows))];
        // One series alone is marked in blocks; the second is a rate of exchange too.
        let series = if is_foreign { &all[..] } else { &all[..1] };
        let config = if is_foreign { abroad() } else { plain() };
        let timed: Vec<_> = actions.iter().map(|&(time, new, old, splits)| action(time, (new, old), splits)).collect();
        let run = |in_blocks| {
            let driver = Driver::new(kernel(&config), series, &[]).with_actions(series, &timed).unwrap();
            drive(driver, series, (seed, 1), in_blocks)
        };
        let (mut blocks, mut steps) = (run(true), run(false));
        prop_assert_eq!(blocks.log_hash(), steps.log_hash());
        prop_assert_eq!(bits(blocks.equity()), bits(steps.equity()));
        // The kernel takes rates anew with the close of a step.
        let mut kernel = blocks.kernel().clone();
        kernel.apply(Event::StepClosed);
        let (exact, last) = (kernel.equity().to_f64(), blocks.equity().last().copied().unwrap_or_default());
        prop_assert!((last - exact).abs() < 1e-6, "{} is not {}", last, exact);
    }

    #[test]
    fn several_series_are_merged_by_time(seed in any::<u64>(), rows in 1_usize..200) {
        let (first, second) = (quotes(seed, rows), quotes(seed ^ 1, rows));
        let series = [TickSeries::quotes(0, first.clone()), TickSeries::quotes(1, second.clone())];
        let mut driver = driven(&plain(), &series, (seed, 2), true);
        let mut kernel = by_hand(&driver, &[(0, &first), (1, &second)], (seed, 2));
        prop_assert_eq!(driver.log_hash(), kernel.log_hash());
    }

    #[test]
    fn trades_go_beside_quotes_and_before_them(seed in any::<u64>(), rows in 1_usize..200) {
        // Trades come for a while before the first quote does.
        let mut later = quotes(seed, rows);
        later.time.iter_mut().for_each(|time| *time += 20);
        let series = [
            TickSeries::quotes(0, later),
            TickSeries::trades(0, trades(seed ^ 1, rows)),
        ];
        let driver = driven(&plain(), &series, (seed, 1), true);
        let met: usize = (0..driver.timeline().len()).map(|step| driver.timeline().bars_at(step).count()).sum();
        prop_assert_eq!(met, series[..].time(0).len() + series[..].time(1).len());
        let last = driver.equity().last().copied().unwrap_or_default();
        prop_assert!((last - driver.kernel().equity().to_f64()).abs() < 1e-6);
        prop_assert!(!driver.kernel().is_halted());
    }
}

#[test]
fn accounts_over_quotes_are_called_and_pay() {
    let mut met = std::collections::BTreeSet::new();
    for seed in 0..40 {
        let series = [TickSeries::quotes(0, over_days(quotes(seed, 300)))];
        let driver = driven(&attended(), &series, (seed, 1), true);
        let records = driver.kernel().log().records();
        met.extend(records.map(|record| record.unwrap().kind as u8));
    }
    for kind in [
        RecordKind::MarginWarning,
        RecordKind::MarginCall,
        RecordKind::Interest,
        RecordKind::BorrowFee,
    ] {
        assert!(met.contains(&(kind as u8)), "{kind:?}");
    }
}
