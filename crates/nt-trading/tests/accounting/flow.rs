//! Random flows: a configuration, bars of several instruments, and what is asked for after each step.

use nt_core::{Instrument, Money, Rate, Scale};
use nt_trading::costs::{FeeLimits, VolumeShareImpact};
use nt_trading::{
    AccountKind, Bracket, Change, Command, Config, Costs, ExitMove, Fees, FillPolicy, Level,
    LimitFill, Matching, OrderId, OrderKind, OrderRequest, QueueRules, RiskLimits, Ruin, Size,
    Sizing, Slippage, StopRule, TargetSizing, TickBar, TimeInForce, Trail,
};
use proptest::prelude::*;

/// Prices lie on a grid around [`CENTRE`], so coarse that bars often just touch an order.
const GRID: i64 = 50;
const REACH: i64 = 20;
/// The price in ticks around which a flow can be mirrored.
pub const CENTRE: i64 = 10_000;
/// Orders that commands name; some of them never exist, some have ended.
const NAMED_ORDERS: u32 = 24;
/// Four steps make a day, so that orders of a day expire.
const STEP_NANOS: i64 = 6 * 3_600 * 1_000_000_000;

#[derive(Clone, Debug)]
pub struct Flow {
    pub config: Config,
    pub instruments: Vec<Instrument>,
    pub steps: Vec<Step>,
}

#[derive(Clone, Debug)]
pub struct Step {
    /// The bar of each instrument that has one.
    pub bars: Vec<Option<TickBar>>,
    /// Given at the close of the step.
    pub commands: Vec<Command>,
}

impl Step {
    pub const fn time(number: usize) -> i64 {
        number as i64 * STEP_NANOS
    }
}

/// Every account, cost, policy, order and size; three instruments whose money is exact.
pub fn any_flow() -> impl Strategy<Value = Flow> {
    let instruments = vec![
        instrument("A", 2, 0),
        instrument("B", 2, 3),
        instrument("C", 4, 5),
    ];
    (configs(), steps(3, any_order().boxed())).prop_map(move |(config, steps)| Flow {
        config,
        instruments: instruments.clone(),
        steps,
    })
}

/// Flows through the queue, whose lots pay fees in proportion to their size.
pub fn queue_flow() -> impl Strategy<Value = Flow> {
    let rules = (any::<bool>(), any::<bool>());
    (any_flow(), rules).prop_map(|(flow, (hedging, exclusive))| Flow {
        config: Config {
            matching: Matching::Queue(QueueRules { exclusive }),
            hedging: hedging && flow.config.account == AccountKind::Margin,
            costs: Costs {
                fees: Fees::plain(rate(0.000_37), Money::ZERO),
                slippage: Slippage::Share(rate(0.000_37)),
                spread: flow.config.costs.spread,
                max_volume_share: None,
            },
            fill_policy: match flow.config.fill_policy {
                FillPolicy::NextOpen => FillPolicy::NextOpen,
                FillPolicy::ThisClose | FillPolicy::Quote => FillPolicy::ThisClose,
            },
            target_sizing: TargetSizing::WithinShare,
            cash_reserve: Rate::ZERO,
            minimum_order_margin: Rate::ZERO,
            stop_rule: StopRule::Path,
            ..flow.config
        },
        ..flow
    })
}

/// Cash accounts whose least sale brings in more than its fee.
pub fn cash_flow() -> impl Strategy<Value = Flow> {
    let instruments = vec![instrument("A", 2, 0), instrument("B", 2, 0)];
    let config = configs().prop_map(|config| Config {
        account: AccountKind::Cash,
        margin: Rate::ONE,
        ..config
    });
    (config, steps(2, any_order().boxed())).prop_map(move |(config, steps)| Flow {
        config,
        instruments: instruments.clone(),
        steps,
    })
}

/// Flows whose sides can be exchanged: more cash than is ever needed, costs that do not depend on
/// the price, quantities and levels that are explicit.
pub fn symmetric_flow() -> impl Strategy<Value = Flow> {
    let config = configs().prop_map(|config| Config {
        cash: money(1e9),
        account: AccountKind::Margin,
        margin: Rate::ONE,
        costs: Costs {
            fees: Fees::plain(Rate::ZERO, money(1.23)),
            slippage: Slippage::Ticks(2),
            max_volume_share: config.costs.max_volume_share,
            ..Costs::default()
        },
        limits: RiskLimits {
            max_order_notional: None,
            ..config.limits
        },
        ..config
    });
    (config, steps(2, symmetric_order().boxed())).prop_map(|(config, steps)| Flow {
        config,
        instruments: vec![instrument("A", 2, 0), instrument("B", 2, 3)],
        steps,
    })
}

fn instrument(symbol: &str, price: u32, quantity: u32) -> Instrument {
    let scale = |decimals| Scale::new(decimals).unwrap();
    Instrument::new(format!("{symbol}.XNAS"), scale(price), scale(quantity))
}

fn money(units: f64) -> Money {
    Money::from_f64(units).unwrap()
}

fn rate(share: f64) -> Rate {
    Rate::from_f64(share).unwrap()
}

fn one_of<T: Clone + std::fmt::Debug + 'static>(values: &[T]) -> impl Strategy<Value = T> {
    prop::sample::select(values.to_vec())
}

fn configs() -> impl Strategy<Value = Config> {
    let account = (
        one_of(&[1_000.0, 20_000.0, 1e6]),
        one_of(&[1.0, 1.0, 0.5, 0.05]),
        any::<bool>(),
    );
    let policies = (
        one_of(&[
            FillPolicy::NextOpen,
            FillPolicy::ThisClose,
            FillPolicy::Quote,
        ]),
        one_of(&[Sizing::AtDecision, Sizing::AtFill]),
        one_of(&[LimitFill::Touch, LimitFill::Through, LimitFill::Cross]),
        one_of(&[Ruin::Debt, Ruin::Zero]),
    );
    let targets = (
        one_of(&[TargetSizing::WithinShare, TargetSizing::StepDown]),
        one_of(&[0.0, 0.0, 0.05]),
        one_of(&[0.0, 0.0, 0.02]),
        one_of(&[StopRule::Path, StopRule::Close]),
    );
    (account, costs(), policies, targets, limits()).prop_map(
        |((cash, margin, owns), costs, policies, targets, limits)| {
            let (target_sizing, reserve, least, stop_rule) = targets;
            let (fill_policy, sizing, limit_fill, ruin) = policies;
            let cash_account = owns && margin == 1.0;
            Config {
                account: if cash_account {
                    AccountKind::Cash
                } else {
                    AccountKind::Margin
                },
                margin: rate(margin),
                costs,
                fill_policy,
                sizing,
                limit_fill,
                ruin,
                target_sizing,
                cash_reserve: rate(reserve),
                minimum_order_margin: rate(least),
                stop_rule,
                limits,
                ..Config::new(money(cash))
            }
        },
    )
}

fn limits() -> impl Strategy<Value = RiskLimits> {
    let rarely = |most: i64| prop::option::weighted(0.1, 10..most);
    (rarely(300), rarely(300), rarely(30_000), rarely(12)).prop_map(
        |(quantity, position, notional, orders)| RiskLimits {
            max_order_quantity: quantity,
            max_position: position,
            max_order_notional: notional.map(|units| money(units as f64)),
            max_working_orders: orders.map(|most| most as usize),
        },
    )
}

fn costs() -> impl Strategy<Value = Costs> {
    let shares = || one_of(&[0.0, 0.000_37, 0.05]).prop_map(rate);
    let limits = prop::option::weighted(
        0.3,
        Just(FeeLimits {
            minimum: money(2.5),
            maximum_share: Some(rate(0.04)),
            maximum: None,
            minimum_prevails: false,
        }),
    );
    let impact = VolumeShareImpact {
        impact: rate(0.2),
        limit: rate(0.5),
    };
    let slippage = prop_oneof![
        4 => shares().prop_map(Slippage::Share),
        1 => Just(Slippage::VolumeShare(impact)),
    ];
    let volume_share = prop::option::weighted(0.3, Just(rate(0.1)));
    let fees = (shares(), one_of(&[0.0, 1.23]), limits);
    (fees, shares(), slippage, volume_share).prop_map(
        |((fee_rate, fee, limits), spread, slippage, max_volume_share)| Costs {
            fees: Fees {
                limits,
                ..Fees::plain(fee_rate, money(fee))
            },
            spread,
            slippage,
            max_volume_share,
        },
    )
}

fn steps(
    instruments: usize,
    order: BoxedStrategy<OrderRequest>,
) -> impl Strategy<Value = Vec<Step>> {
    let bars = prop::collection::vec(prop::option::weighted(0.9, bar()), instruments);
    let commands = prop::collection::vec(command(instruments as u32, order), 0..4);
    let step = (bars, commands).prop_map(|(bars, commands)| Step { bars, commands });
    prop::collection::vec(step, 1..16)
}

fn price() -> impl Strategy<Value = i64> + Clone {
    (-REACH..=REACH).prop_map(|lines| CENTRE + GRID * lines)
}

fn bar() -> impl Strategy<Value = TickBar> {
    [price(), price(), price(), price()].prop_map(|mut prices| {
        let (open, close) = (prices[0], prices[1]);
        prices.sort_unstable();
        TickBar {
            open,
            high: prices[3],
            low: prices[0],
            close,
        }
    })
}

fn command(instruments: u32, order: BoxedStrategy<OrderRequest>) -> impl Strategy<Value = Command> {
    // One number too many: an instrument that does not exist.
    let instrument = 0..=instruments;
    let named = (1..=NAMED_ORDERS).prop_map(OrderId);
    let level = || {
        prop_oneof![
            Just(ExitMove::Keep),
            Just(ExitMove::Remove),
            price().prop_map(ExitMove::To),
        ]
    };
    let submit = (order, instrument.clone()).prop_map(|(request, instrument)| {
        Command::Submit(OrderRequest {
            instrument,
            ..request
        })
    });
    let exits = (instrument.clone(), named.clone(), level(), level()).prop_map(
        |(instrument, lot, stop_loss, take_profit)| Command::SetExits {
            instrument,
            lot,
            stop_loss,
            take_profit,
        },
    );
    let portion = prop::sample::select(vec![1.0, 0.5, 0.1]).prop_map(rate);
    let lot = prop::option::of(named.clone());
    let close =
        (instrument.clone(), lot, portion).prop_map(|(instrument, lot, portion)| Command::Close {
            instrument,
            lot,
            portion,
        });
    prop_oneof![
        12 => submit,
        2 => close,
        1 => named.clone().prop_map(Command::Cancel),
        2 => modify(named),
        1 => instrument.prop_map(|instrument| Command::CancelAll { instrument }),
        3 => exits,
    ]
}

fn modify(order: impl Strategy<Value = OrderId>) -> impl Strategy<Value = Command> {
    let quantity = prop::option::weighted(0.4, 0_i64..400);
    let level = || prop::option::weighted(0.4, price());
    (order, quantity, level(), level()).prop_map(|(order, quantity, limit, stop)| {
        let change = Change {
            quantity,
            limit,
            stop,
        };
        Command::Modify { order, change }
    })
}

fn kind() -> impl Strategy<Value = OrderKind> {
    prop_oneof![
        3 => Just(OrderKind::Market),
        2 => price().prop_map(|limit| OrderKind::Limit { limit }),
        2 => price().prop_map(|stop| OrderKind::Stop { stop }),
        1 => (price(), price()).prop_map(|(stop, limit)| OrderKind::StopLimit { stop, limit }),
        1 => trail().prop_map(|trail| OrderKind::TrailingStop { trail }),
        1 => (trail(), -50_i64..300).prop_map(|(trail, offset)| OrderKind::TrailingStopLimit { trail, offset }),
        1 => price().prop_map(|touch| OrderKind::MarketIfTouched { touch }),
        1 => (price(), price()).prop_map(|(touch, limit)| OrderKind::LimitIfTouched { touch, limit }),
        1 => Just(OrderKind::MarketToLimit),
    ]
}

fn trail() -> impl Strategy<Value = Trail> {
    (0_i64..12).prop_map(|lines| Trail::Ticks(lines * GRID))
}

fn any_order() -> impl Strategy<Value = OrderRequest> {
    let share = || (-1.2..1.2_f64).prop_map(rate);
    let size = prop_oneof![
        4 => (-300_i64..300).prop_map(Size::Lots),
        1 => share().prop_map(Size::Share),
        1 => (-300_i64..300).prop_map(Size::TargetLots),
        2 => share().prop_map(Size::TargetShare),
    ];
    let level = prop_oneof![
        price().prop_map(Level::Price),
        (0.001..0.1_f64).prop_map(|share| Level::Share(rate(share))),
    ];
    order(size.boxed(), level.boxed())
}

fn symmetric_order() -> impl Strategy<Value = OrderRequest> {
    let size = prop_oneof![
        3 => (-300_i64..300).prop_map(Size::Lots),
        1 => (-300_i64..300).prop_map(Size::TargetLots),
    ];
    order(size.boxed(), price().prop_map(Level::Price).boxed())
}

fn order(
    size: BoxedStrategy<Size>,
    level: BoxedStrategy<Level>,
) -> impl Strategy<Value = OrderRequest> {
    let level = prop::option::weighted(0.4, level);
    let time_in_force = one_of(&[
        TimeInForce::GoodTilCancelled,
        TimeInForce::Day,
        TimeInForce::ImmediateOrCancel,
        TimeInForce::FillOrKill,
        TimeInForce::GoodTilTime(6 * STEP_NANOS),
        TimeInForce::AtOpen,
        TimeInForce::AtClose,
    ]);
    let lot = prop::option::weighted(0.1, (1..=NAMED_ORDERS).prop_map(OrderId));
    let reduce_only = prop::bool::weighted(0.15);
    (
        size,
        kind(),
        time_in_force,
        reduce_only,
        level.clone(),
        level,
        lot,
        links(),
    )
        .prop_map(
            |(size, kind, time_in_force, reduce_only, stop_loss, take_profit, lot, links)| {
                OrderRequest {
                    // Only market orders name a lot here: the other orders that do are then its exits.
                    kind: if lot.is_some() || size.is_target() {
                        OrderKind::Market
                    } else {
                        kind
                    },
                    time_in_force,
                    reduce_only,
                    bracket: Bracket {
                        stop_loss,
                        take_profit,
                    },
                    lot,
                    ..OrderRequest { size, ..links }
                }
            },
        )
}

/// What ties an order to others, and how it stands in the book.
fn links() -> impl Strategy<Value = OrderRequest> {
    let group = prop::option::weighted(0.25, 1_u32..6);
    let parent = prop::option::weighted(0.15, (1..=NAMED_ORDERS).prop_map(OrderId));
    let display = prop::option::weighted(0.05, 0_i64..200);
    (group, parent, display, prop::bool::weighted(0.2)).prop_map(
        |(oco, parent, display, post_only)| OrderRequest {
            oco,
            parent,
            display,
            post_only,
            ..OrderRequest::market(0, Size::Lots(1))
        },
    )
}
