//! The flow seen in a mirror: prices around a constant, buys as sells.

use nt_core::{Money, Rate};
use nt_trading::{
    Bracket, Change, Command, ExitMove, Kernel, Level, OrderKind, OrderRequest, Record, RecordKind,
    Size, TickBar,
};

use crate::audit::{fold, records};
use crate::flow::{CENTRE, Flow, Step};

pub fn of(flow: &Flow) -> Flow {
    let steps = flow.steps.iter().map(|step| Step {
        bars: step.bars.iter().map(|bar| bar.map(bar_of)).collect(),
        commands: step
            .commands
            .iter()
            .map(|command| command_of(*command))
            .collect(),
    });
    Flow {
        steps: steps.collect(),
        ..flow.clone()
    }
}

pub const fn price_of(ticks: i64) -> i64 {
    2 * CENTRE - ticks
}

fn bar_of(bar: TickBar) -> TickBar {
    TickBar {
        open: price_of(bar.open),
        high: price_of(bar.low),
        low: price_of(bar.high),
        close: price_of(bar.close),
    }
}

fn command_of(command: Command) -> Command {
    match command {
        Command::Submit(request) => Command::Submit(request_of(request)),
        Command::SetExits {
            instrument,
            lot,
            stop_loss,
            take_profit,
        } => Command::SetExits {
            instrument,
            lot,
            stop_loss: exit_of(stop_loss),
            take_profit: exit_of(take_profit),
        },
        Command::Modify { order, change } => Command::Modify {
            order,
            change: Change {
                limit: change.limit.map(price_of),
                stop: change.stop.map(price_of),
                ..change
            },
        },
        Command::Cancel(_)
        | Command::CancelAll { .. }
        | Command::Close { .. }
        | Command::Convert { .. }
        | Command::Rebalance(_) => command,
        Command::Fill { order, price, lots } => Command::Fill {
            order,
            price: price_of(price),
            lots,
        },
        Command::Weigh { instrument, share } => Command::Weigh {
            instrument,
            share: Rate::from_raw(-share.raw()),
        },
    }
}

const fn exit_of(exit: ExitMove) -> ExitMove {
    match exit {
        ExitMove::To(ticks) => ExitMove::To(price_of(ticks)),
        ExitMove::Keep | ExitMove::Remove => exit,
    }
}

fn request_of(request: OrderRequest) -> OrderRequest {
    let level = |level: Option<Level>| {
        level.map(|level| match level {
            Level::Price(ticks) => Level::Price(price_of(ticks)),
            Level::Share(_) => unreachable!("a share of a price has no mirror"),
        })
    };
    let Bracket {
        stop_loss,
        take_profit,
    } = request.bracket;
    OrderRequest {
        size: match request.size {
            Size::Lots(lots) => Size::Lots(-lots),
            Size::TargetLots(lots) => Size::TargetLots(-lots),
            Size::Share(_) | Size::TargetShare(_) => unreachable!("a share has no mirror"),
        },
        kind: match request.kind {
            OrderKind::Market
            | OrderKind::MarketToLimit
            | OrderKind::TrailingStop { .. }
            | OrderKind::TrailingStopLimit { .. } => request.kind,
            OrderKind::MarketIfTouched { touch } => OrderKind::MarketIfTouched {
                touch: price_of(touch),
            },
            OrderKind::LimitIfTouched { touch, limit } => OrderKind::LimitIfTouched {
                touch: price_of(touch),
                limit: price_of(limit),
            },
            OrderKind::Limit { limit } => OrderKind::Limit {
                limit: price_of(limit),
            },
            OrderKind::Stop { stop } => OrderKind::Stop {
                stop: price_of(stop),
            },
            OrderKind::StopLimit { stop, limit } => OrderKind::StopLimit {
                stop: price_of(stop),
                limit: price_of(limit),
            },
        },
        bracket: Bracket {
            stop_loss: level(stop_loss),
            take_profit: level(take_profit),
        },
        ..request
    }
}

fn record_of(record: &Record) -> Record {
    let price = |ticks: i64| if ticks == 0 { 0 } else { price_of(ticks) };
    match record.kind {
        // Terms are offsets, sizes, times and numbers of other orders: alike on both sides.
        RecordKind::Opened
        | RecordKind::Instrument
        | RecordKind::InstrumentRules
        | RecordKind::InstrumentContract
        | RecordKind::OrderTerms => *record,
        _ => Record {
            quantity: -record.quantity,
            price: price(record.price),
            stop: price(record.stop),
            ..*record
        },
    }
}

/// The same orders fill at mirrored prices, and a short earns what the long in the mirror earns.
pub fn assert_mirrored(run: &Kernel, mirrored: &Kernel) {
    let expected: Vec<_> = records(run).iter().map(record_of).collect();
    assert_eq!(records(mirrored), expected);
    let pnl = |kernel: &Kernel| -> Vec<Money> {
        fold(kernel)
            .trades()
            .iter()
            .map(|trade| trade.pnl)
            .collect()
    };
    assert_eq!(pnl(mirrored), pnl(run));
    assert_eq!(mirrored.equity(), run.equity());
}
