use super::*;
use nt_core::Scale;

fn ledger() -> Ledger {
    let share = Instrument::new("X.XNAS", Scale::new(2).unwrap(), Scale::new(0).unwrap());
    Ledger::new(Money::from_f64(1_000.0).unwrap(), vec![share])
}

fn fill(order: u32, quantity: i64, price: i64, fee: f64) -> Fill {
    let fee = Money::from_f64(fee).unwrap();
    Fill {
        instrument: 0,
        order: OrderId(order),
        quantity,
        price,
        fee,
        step: order,
        lot: None,
        opens: false,
    }
}

#[test]
fn a_flip_closes_one_lot_and_opens_another() {
    let mut ledger = Ledger {
        trades: Some(Vec::new()),
        ..ledger()
    };
    ledger.book(fill(1, 3, 1_000, 3.0));
    ledger.book(fill(2, -5, 1_100, 5.0));
    let trade = ledger.trades()[0];
    assert_eq!(
        (
            trade.quantity,
            trade.fees.to_string(),
            trade.pnl.to_string()
        ),
        (3, "6".into(), "-3".into())
    );
    assert_eq!(ledger.position(0).quantity, -2);
    assert_eq!(ledger.position(0).lots[0].fee.to_string(), "2");
    assert_eq!(ledger.cash().to_string(), "1017");
}

#[test]
fn a_named_lot_closes_before_older_ones() {
    let mut ledger = Ledger {
        trades: Some(Vec::new()),
        ..ledger()
    };
    ledger.book(fill(1, 1, 1_000, 0.0));
    ledger.book(fill(2, 1, 1_050, 0.0));
    ledger.book(Fill {
        lot: Some(OrderId(2)),
        ..fill(3, -1, 1_100, 0.0)
    });
    assert_eq!(ledger.trades()[0].entry_price, 1_050);
    assert_eq!(ledger.position(0).lots[0].order, OrderId(1));
}
