//! A pull allocates nothing, however many bars it hands over.

#[path = "driver/walk.rs"]
mod walk;

use allocation_counter::measure;
use nt_backtest::Driver;
use nt_core::Bars;
use nt_trading::{Command, Event, Kernel, OrderKind, OrderRequest, Size};

const BARS: usize = 50_000;

/// Pulls until so many steps were handed over, in silence; returns how many pulls that took.
fn pull(driver: &mut Driver, series: &[Bars], consumed: &mut usize, steps: usize) -> usize {
    let (mut pulls, mut seen) = (0, 0);
    while seen < steps {
        *consumed = driver.next(series, *consumed, None::<fn(&Kernel) -> Option<Command>>);
        assert_ne!(*consumed, 0, "the data ended early");
        seen += *consumed;
        pulls += 1;
    }
    pulls
}

fn submit(driver: &mut Driver, series: &[Bars], request: OrderRequest) {
    let mut command = Some(Command::Submit(request));
    driver.next(series, 1, Some(|_: &Kernel| command.take()));
}

fn driver(series: &[Bars]) -> Driver {
    let warm_up = vec![0; series.len()];
    let mut driver = Driver::new(
        walk::kernel(series.len(), |config| config),
        series,
        &warm_up,
    );
    driver.next(series, 0, None::<fn(&Kernel) -> Option<Command>>);
    driver
}

/// Pulls after a warm-up, counted.
fn assert_no_allocation(driver: &mut Driver, series: &[Bars], steps: usize, least_pulls: usize) {
    let mut consumed = 1;
    pull(driver, series, &mut consumed, 100);
    let mut pulls = 0;
    let counted = measure(|| pulls = pull(driver, series, &mut consumed, steps));
    assert!(pulls >= least_pulls, "{pulls} pulls");
    assert_eq!(
        (counted.count_total, counted.bytes_total),
        (0, 0),
        "in {pulls} pulls"
    );
}

#[test]
fn the_counter_counts() {
    let counted = measure(|| drop(std::hint::black_box(Vec::<u8>::with_capacity(64))));
    assert_eq!((counted.count_total, counted.bytes_total), (1, 64));
}

#[test]
fn a_silent_flat_strategy() {
    let series = [walk::walk(1, BARS, 1)];
    assert_no_allocation(&mut driver(&series), &series, 40_000, 2);
}

#[test]
fn a_silent_strategy_with_a_position() {
    let series = [walk::walk(2, BARS, 1)];
    let mut driver = driver(&series);
    submit(
        &mut driver,
        &series,
        OrderRequest::market(0, Size::Lots(10)),
    );
    assert_eq!(driver.kernel().ledger().position(0).quantity, 10);
    assert_no_allocation(&mut driver, &series, 40_000, 2);
}

#[test]
fn a_resting_limit_order_makes_every_bar_a_pull() {
    let series = [walk::walk(3, BARS, 1)];
    let mut driver = driver(&series);
    let kind = OrderKind::Limit { limit: 1 };
    submit(
        &mut driver,
        &series,
        OrderRequest {
            kind,
            ..OrderRequest::market(0, Size::Lots(1))
        },
    );
    assert_no_allocation(&mut driver, &series, 40_000, 40_000);
    assert_eq!(driver.kernel().working_orders(), 1);
}

#[test]
fn several_series_with_a_position_and_its_exits() {
    let series = [walk::walk(4, BARS, 2), walk::walk(5, BARS, 3)];
    let mut driver = driver(&series);
    submit(
        &mut driver,
        &series,
        OrderRequest::market(0, Size::Lots(10)),
    );
    submit(
        &mut driver,
        &series,
        OrderRequest {
            kind: OrderKind::Limit { limit: 1 },
            ..OrderRequest::market(1, Size::Lots(1))
        },
    );
    assert_no_allocation(&mut driver, &series, 40_000, 40_000);
}

#[test]
fn the_kernel_itself_takes_a_bar_without_allocating() {
    let series = [walk::walk(6, 2, 1)];
    let driver = driver(&series);
    let mut kernel = driver.kernel().clone();
    let bar = nt_trading::TickBar {
        open: 100,
        high: 110,
        low: 90,
        close: 105,
    };
    kernel.apply(Event::Bar { instrument: 0, bar });
    let counted = measure(|| kernel.apply(Event::Bar { instrument: 0, bar }));
    assert_eq!(counted.count_total, 0);
}
