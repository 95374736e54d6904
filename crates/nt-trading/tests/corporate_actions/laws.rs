//! What holds of every run in which companies act.

use nt_core::Money;
use nt_trading::{
    Event, Kernel, Level, OrderKind, Quote, RecordKind, Size, SplitRatio, State, TickBar, Trail,
};

use crate::Actions;
use crate::audit::{events, fold, records};
use crate::flow::Flow;

/// What tells of the prices of a flow.
#[derive(Clone, Copy, Debug)]
pub enum Feed {
    Bars,
    /// Bid and ask at the close of each bar.
    Quotes,
}

impl Feed {
    const fn tells(self, event: Event) -> Event {
        match (self, event) {
            (Self::Quotes, Event::Bar { instrument, bar }) => Event::Quote {
                instrument,
                quote: Quote {
                    bid: Some(bar.close),
                    ask: Some(bar.close),
                    bid_lots: 0,
                    ask_lots: 0,
                },
            },
            _ => event,
        }
    }
}

/// Runs a flow in which companies act before the bars of a step, and calls `check` after each event
/// with the last price of every instrument. Each split is held to its own law.
pub fn run(
    flow: &Flow,
    (actions, feed): (&Actions, Feed),
    mut check: impl FnMut(&Kernel, &[Option<i64>]),
) -> Kernel {
    let mut kernel = Kernel::new(flow.config.clone(), flow.instruments.clone()).unwrap();
    let mut last_price = vec![None; flow.instruments.len()];
    for (number, step) in flow.steps.iter().enumerate() {
        let told = events(number, step).into_iter();
        let mut all: Vec<Event> = told.map(|event| feed.tells(event)).collect();
        all.splice(1..1, actions[number].iter().copied());
        for event in all {
            if let Event::Split { instrument, ratio } = event {
                apply_split(
                    &mut kernel,
                    instrument,
                    ratio,
                    last_price[instrument as usize],
                );
            } else {
                kernel.apply(event);
            }
            follow(&mut last_price, event, kernel.is_halted());
            check(&kernel, &last_price);
        }
    }
    kernel
}

fn follow(last_price: &mut [Option<i64>], event: Event, is_halted: bool) {
    match event {
        Event::Bar {
            instrument,
            bar: TickBar { close, .. },
        } => last_price[instrument as usize] = Some(close),
        Event::Quote { instrument, quote } => last_price[instrument as usize] = quote.bid,
        Event::Split { instrument, ratio } if !is_halted => {
            let last = &mut last_price[instrument as usize];
            *last = last.map(|price| ratio.price(price));
        }
        _ => {}
    }
}

/// What is held is worth the same before and after at the exact price of the split, cash in lieu
/// included; a billionth of rounding a lot is all that may be lost.
fn apply_split(kernel: &mut Kernel, instrument: u32, ratio: SplitRatio, last: Option<i64>) {
    let at = |kernel: &Kernel| {
        let position = kernel.ledger().position(instrument);
        (
            kernel.ledger().cash(),
            position.quantity,
            position.lots.len(),
        )
    };
    let (cash, quantity, lots) = at(kernel);
    kernel.apply(Event::Split { instrument, ratio });
    let (cash_after, quantity_after, _) = at(kernel);
    if kernel.is_halted() {
        assert_eq!((cash, quantity), (cash_after, quantity_after));
        return;
    }
    let terms = kernel.ledger().instruments()[instrument as usize].clone();
    let worth = |lots: i64, times: i64| terms.notional(last.unwrap_or(0), lots * times).raw();
    let before = worth(quantity, ratio.new_shares());
    let after = worth(quantity_after, ratio.old_shares());
    let paid = (cash_after - cash).raw() * i128::from(ratio.new_shares());
    let tolerance = i128::from(ratio.new_shares()) * lots as i128;
    assert!(
        (before - after - paid).abs() <= tolerance,
        "{before} became {after} and {paid}"
    );
    assert_eq!(quantity_after, ratio.lots(quantity));
}

/// Cash and marked positions are the starting cash, what closed trades earned, dividends, and what
/// open lots have earned so far over their cost less the fee of their entry.
pub fn nothing_is_created(kernel: &Kernel, last_price: &[Option<i64>]) {
    let folded = fold(kernel);
    let paid: Money = records(kernel)
        .iter()
        .filter(|record| {
            matches!(
                record.kind,
                RecordKind::DebtCancelled | RecordKind::Dividend
            )
        })
        .map(|record| record.money)
        .sum();
    let realised: Money = folded.trades().iter().map(|trade| trade.pnl).sum();
    let (mut marked, mut unrealised) = (Money::ZERO, Money::ZERO);
    for (instrument, price) in last_price.iter().enumerate() {
        let terms = &folded.instruments()[instrument];
        let position = folded.position(instrument as u32);
        assert_eq!(
            position.quantity,
            position.lots.iter().map(|lot| lot.quantity).sum::<i64>()
        );
        for (at, lot) in position.lots.iter().enumerate() {
            let value = terms.notional(price.expect("a position has a price"), lot.quantity);
            let plain = || terms.notional(lot.price, lot.quantity);
            marked += value;
            unrealised += value - position.costs.get(at).copied().unwrap_or_else(plain) - lot.fee;
        }
    }
    let explained = kernel.config().cash + paid + realised + unrealised;
    assert_eq!(folded.cash() + marked, explained);
    assert_eq!(kernel.equity(), explained);
}

/// The terms of every working order, restated or not, are those that the log comes to.
pub fn orders_are_as_the_log_tells(kernel: &Kernel) {
    let ids = kernel.ledger().instruments().iter();
    let state = State::of(kernel.log(), ids.map(|it| it.id().to_owned()).collect()).unwrap();
    for (&number, open) in state.open_orders() {
        let order = kernel.order(nt_trading::OrderId(number)).unwrap();
        let request = &order.request;
        if let Size::Lots(lots) | Size::TargetLots(lots) = request.size
            && open.submission.is_sized_in_lots()
        {
            assert_eq!(open.submission.quantity, lots, "order {number}");
        }
        if !order.triggered {
            assert_eq!(open.submission.price, request.kind.limit().unwrap_or(0));
            assert_eq!(open.submission.stop, request.kind.stop().unwrap_or(0));
        }
        if let OrderKind::TrailingStop {
            trail: Trail::Ticks(ticks),
        } = request.kind
        {
            assert_eq!(open.terms.map(|terms| terms.stop), Some(ticks));
        }
        if let Some(Level::Price(ticks)) = request.bracket.stop_loss {
            assert_eq!(open.exits.1, ticks);
        }
        if let Some(Level::Price(ticks)) = request.bracket.take_profit {
            assert_eq!(open.exits.0, ticks);
        }
    }
}
