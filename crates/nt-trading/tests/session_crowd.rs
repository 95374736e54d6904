//! Many orders whose session ends at once.

use nt_core::{Instrument, Money, Scale};
use nt_trading::{
    Command, Config, Event, Kernel, OrderId, OrderKind, OrderRequest, Schedule, SessionColumns,
    SessionPlace, Sessions, Size, TickBar, TimeInForce,
};

const CROWD: u32 = 100;

fn kernel() -> Kernel {
    let cents = Scale::new(2).unwrap();
    let instrument = Instrument::new("X.XTST", cents, Scale::new(0).unwrap());
    let config = Config::new(Money::from_f64(1e6).unwrap());
    let columns = SessionColumns {
        open: vec![0, 20],
        close: vec![10, 30],
        open_entry: vec![0, 20],
        open_change: vec![0, 20],
        close_entry: vec![10, 30],
        close_change: vec![10, 30],
    };
    let schedule = Schedule::new(columns, 1, false).unwrap();
    let kernel = Kernel::new(config, vec![instrument]).unwrap();
    kernel.with_sessions(vec![Sessions::Scheduled(schedule)])
}

fn bar(kernel: &mut Kernel, step: u32, time: i64, closes: bool) {
    kernel.apply(Event::Step { step, time });
    kernel.apply(Event::Session(SessionPlace {
        number: Some(0),
        opens: step == 0,
        closes,
        trades: true,
    }));
    let flat = TickBar {
        open: 10_000,
        high: 10_000,
        low: 10_000,
        close: 10_000,
    };
    kernel.apply(Event::Bar {
        instrument: 0,
        bar: flat,
    });
}

#[test]
fn all_day_orders_end_with_their_session() {
    let mut kernel = kernel();
    bar(&mut kernel, 0, 5, false);
    for place in 0..CROWD {
        let until = [TimeInForce::Day, TimeInForce::GoodTilCancelled];
        kernel.apply(Event::Command(Command::Submit(OrderRequest {
            kind: OrderKind::Limit { limit: 9_000 },
            time_in_force: until[place as usize % 2],
            ..OrderRequest::market(0, Size::Lots(1))
        })));
    }
    // Those that are taken back leave gaps between those that stay.
    for number in (1..=CROWD).filter(|number| number % 5 == 0) {
        kernel.apply(Event::Command(Command::Cancel(OrderId(number))));
    }
    assert_eq!(kernel.working_orders(), 80);
    bar(&mut kernel, 1, 10, true);
    assert_eq!(kernel.working_orders(), 40);
    assert!(kernel.order(OrderId(1)).is_none());
    assert!(kernel.order(OrderId(2)).is_some());
}
