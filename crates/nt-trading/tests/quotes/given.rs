//! The same laws where a fill model gives every fill, whatever it gives.

use nt_core::Rate;
use nt_trading::{
    Command, Config, Costs, Event, FillPolicy, FillSource, Fillable, Kernel, LimitFill, RecordKind,
    Size, Slippage,
};
use proptest::prelude::*;

use crate::flow::{Flow, Step, any_flow};
use crate::{audit, cases, events, rebuilt};

/// An order that was asked about: its step, and the most it was given.
type Asked = (Fillable, u32, i64);

/// Price in ticks and lots that a model gives.
type Given = Option<(i64, i64)>;

/// Runs a flow whose every quote and trade is asked about first.
fn run(
    flow: &Flow,
    config: Config,
    mut answer: impl FnMut(&Fillable) -> Given,
    mut check: impl FnMut(&Kernel),
) -> (Kernel, Vec<Asked>) {
    let mut kernel = Kernel::new(config, flow.instruments.clone()).unwrap();
    let mut all = Vec::new();
    for (number, step) in (0..).zip(&flow.steps) {
        kernel.apply(Event::Step {
            step: number,
            time: Step::time(number as usize),
        });
        for event in events(step) {
            for fillable in asked(&kernel, event) {
                let given = answer(&fillable);
                all.push((fillable, number, given.map_or(0, |(_, lots)| lots)));
                if let Some((price, lots)) = given {
                    let order = fillable.order;
                    kernel.apply(Event::Command(Command::Fill { order, price, lots }));
                }
            }
            kernel.apply(event);
            check(&kernel);
        }
        kernel.apply(Event::StepClosed);
        for &command in &step.commands {
            kernel.apply(Event::Command(command));
            check(&kernel);
        }
    }
    (kernel, all)
}

fn asked(kernel: &Kernel, event: Event) -> Vec<Fillable> {
    match event {
        Event::Quote { instrument, quote } => kernel.fillable_at_quote(instrument, &quote),
        Event::Trade {
            instrument, price, ..
        } => kernel.fillable_at_trade(instrument, price),
        _ => Vec::new(),
    }
}

fn given(flow: &Flow) -> Config {
    Config {
        fills: FillSource::Given,
        fill_policy: FillPolicy::NextOpen,
        limit_fill: LimitFill::Touch,
        costs: Costs {
            max_volume_share: flow.config.costs.max_volume_share.or(Some(Rate::ONE)),
            ..flow.config.costs
        },
        ..flow.config.clone()
    }
}

/// An order fills where it was asked about, no more than it was given, or by ruin.
fn only_what_was_given_fills(kernel: &Kernel, all: &[Asked]) {
    let records = audit::records(kernel);
    let is_ruined = |step: u32| {
        let mut ruins = records.iter().filter(|it| it.kind == RecordKind::Ruined);
        ruins.any(|ruin| ruin.step == step)
    };
    for fill in records
        .iter()
        .filter(|record| record.kind == RecordKind::OrderFilled)
    {
        let most: i64 = all
            .iter()
            .filter(|(fillable, step, _)| fillable.order.0 == fill.order && *step == fill.step)
            .map(|&(.., lots)| lots)
            .sum();
        assert!(
            fill.quantity.abs() <= most || is_ruined(fill.step),
            "{fill:?} of {most}"
        );
    }
}

/// Without costs no fill is beyond the limit of its order.
fn limits_are_kept(kernel: &Kernel, all: &[Asked]) {
    for fill in audit::records(kernel) {
        let of = all.iter().find(|(fillable, step, _)| {
            let is_same = fillable.order.0 == fill.order && *step == fill.step;
            fill.kind == RecordKind::OrderFilled && is_same
        });
        if let Some(limit) = of.and_then(|(fillable, ..)| fillable.kind.limit()) {
            let is_kept = if fill.quantity > 0 {
                fill.price <= limit
            } else {
                fill.price >= limit
            };
            assert!(is_kept, "{fill:?} beyond {limit}");
        }
    }
}

/// Without orders whose quantity hangs on what others of the same tick do: a model is asked before.
fn of_stated_quantities(mut flow: Flow) -> Flow {
    for step in &mut flow.steps {
        step.commands.retain(|command| match command {
            Command::Submit(request) => matches!(request.size, Size::Lots(_)),
            Command::Close { .. } => false,
            _ => true,
        });
    }
    flow
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) })]

    #[test]
    fn given_fills_keep_the_laws(
        flow in any_flow(),
        answers in prop::collection::vec((prop::bool::weighted(0.8), 8_000..12_000_i64, 0..15_i64), 1..40),
    ) {
        let (instruments, mut answers) = (flow.instruments.len(), answers.iter().cycle());
        let mut follower = rebuilt::Follower::new(&flow);
        let answer = |fillable: &Fillable| {
            let &(fills, price, tenths) = answers.next().unwrap();
            fills.then_some((price, fillable.lots.abs() * tenths / 10))
        };
        let (kernel, all) = run(&flow, given(&flow), answer, |kernel| {
            audit::the_log_is_the_state(kernel, instruments);
            follower.follow(kernel);
        });
        audit::fills_are_conserved(&kernel);
        audit::what_has_ended_stays(&kernel);
        audit::reducing_orders_reduce(&kernel);
        audit::one_of_a_group_fills(&kernel);
        audit::children_follow(&kernel);
        audit::ruin_is_the_end(&kernel);
        only_what_was_given_fills(&kernel, &all);
    }

    #[test]
    fn given_fills_keep_limits(
        flow in any_flow(),
        prices in prop::collection::vec(8_000..12_000_i64, 1..40),
    ) {
        let config = given(&flow);
        let costs = Costs { spread: Rate::ZERO, slippage: Slippage::default(), ..config.costs };
        let mut prices = prices.iter().cycle();
        let answer = |fillable: &Fillable| Some((*prices.next().unwrap(), fillable.lots.abs()));
        let (kernel, all) = run(&flow, Config { costs, ..config }, answer, |_| {});
        limits_are_kept(&kernel, &all);
    }

    #[test]
    fn a_model_that_says_what_the_rules_say_changes_nothing(flow in any_flow()) {
        let flow = of_stated_quantities(flow);
        let answer = |fillable: &Fillable| Some((fillable.execution.ticks, i64::MAX));
        let (mut modelled, _) = run(&flow, given(&flow), answer, |_| {});
        let plain = Config { fills: FillSource::Bars, ..given(&flow) };
        let (mut ruled, all) = run(&flow, plain, |_| None, |_| {});
        prop_assert!(all.is_empty());
        prop_assert_eq!(modelled.log_hash(), ruled.log_hash());
    }
}
