//! The same laws where a fill model gives every fill, whatever it gives.

use nt_trading::{
    Command, Config, Event, FillPolicy, FillSource, Fillable, Kernel, Record, RecordKind, TickBar,
};
use proptest::prelude::*;

use crate::flow::{Flow, Step, any_flow};
use crate::{audit, cases};

/// Whether an order is given a fill, its price, and its lots in tenths of those left.
type Answer = (bool, i64, i64);

fn run(
    flow: &Flow,
    answers: &[Answer],
    mut check: impl FnMut(&Kernel, &[Option<i64>]),
) -> (Kernel, Vec<(Fillable, u32)>) {
    let config = Config {
        fills: FillSource::Given,
        fill_policy: FillPolicy::NextOpen,
        ..flow.config.clone()
    };
    let mut kernel = Kernel::new(config, flow.instruments.clone()).unwrap();
    let mut last_price = vec![None; flow.instruments.len()];
    let (mut answers, mut asked) = (answers.iter().cycle(), Vec::new());
    for (number, step) in (0..).zip(&flow.steps) {
        kernel.apply(Event::Step {
            step: number,
            time: Step::time(number as usize),
        });
        let bars: Vec<(u32, TickBar)> = (0..)
            .zip(&step.bars)
            .filter_map(|(instrument, bar)| Some((instrument, (*bar)?)))
            .collect();
        for &(instrument, bar) in &bars {
            for fillable in kernel.fillable(instrument, &bar) {
                let &(fills, price, tenths) = answers.next().unwrap();
                if fills {
                    asked.push((fillable, number));
                    kernel.apply(Event::Command(Command::Fill {
                        order: fillable.order,
                        price,
                        lots: fillable.lots.abs() * tenths / 10,
                    }));
                }
            }
        }
        for &(instrument, bar) in &bars {
            let lots = (bar.high - bar.low) * 3;
            kernel.apply(Event::Volume { instrument, lots });
            kernel.apply(Event::Bar { instrument, bar });
            last_price[instrument as usize] = Some(bar.close);
            check(&kernel, &last_price);
        }
        kernel.apply(Event::StepClosed);
        for &command in &step.commands {
            kernel.apply(Event::Command(command));
            check(&kernel, &last_price);
        }
    }
    (kernel, asked)
}

/// An order fills on a bar where it was asked about and given a fill, at a close, or by ruin.
fn only_what_was_given_fills(kernel: &Kernel, asked: &[(Fillable, u32)]) {
    let records = audit::records(kernel);
    let ruined = records
        .iter()
        .any(|record| record.kind == RecordKind::Ruined);
    let waits_for_close = |order: u32| {
        records.iter().any(|record| {
            let is_terms = record.kind == RecordKind::OrderTerms && record.order == order;
            is_terms && record.detail >> 4 & 7 == 6
        })
    };
    for fill in records
        .iter()
        .filter(|record| record.kind == RecordKind::OrderFilled)
    {
        let was_given = asked
            .iter()
            .any(|(fillable, step)| given_at(fillable, *step, fill));
        assert!(
            was_given || ruined || waits_for_close(fill.order),
            "{fill:?}"
        );
    }
}

fn given_at(fillable: &Fillable, step: u32, fill: &Record) -> bool {
    fillable.order.0 == fill.order && step == fill.step
}

/// Without costs no fill is beyond the limit of its order.
fn limits_are_kept(kernel: &Kernel, asked: &[(Fillable, u32)]) {
    for fill in audit::records(kernel) {
        let of = asked.iter().find(|(fillable, step)| {
            fill.kind == RecordKind::OrderFilled && given_at(fillable, *step, &fill)
        });
        if let Some(limit) = of.and_then(|(fillable, _)| fillable.kind.limit()) {
            let is_kept = if fill.quantity > 0 {
                fill.price <= limit
            } else {
                fill.price >= limit
            };
            assert!(is_kept, "{fill:?} beyond {limit}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) })]

    #[test]
    fn given_fills_keep_the_laws(
        flow in any_flow(),
        answers in prop::collection::vec((prop::bool::weighted(0.8), 8_000..12_000_i64, 0..15_i64), 1..40),
    ) {
        let instruments = flow.instruments.len();
        let (kernel, asked) = run(&flow, &answers, |kernel, last_price| {
            audit::nothing_is_created(kernel, last_price);
            audit::the_log_is_the_state(kernel, instruments);
        });
        audit::fills_are_conserved(&kernel);
        audit::what_has_ended_stays(&kernel);
        audit::reducing_orders_reduce(&kernel);
        audit::one_of_a_group_fills(&kernel);
        audit::children_follow(&kernel);
        audit::ruin_is_the_end(&kernel);
        only_what_was_given_fills(&kernel, &asked);
    }

    #[test]
    fn given_fills_keep_limits(
        flow in any_flow(),
        answers in prop::collection::vec((Just(true), 8_000..12_000_i64, 1..11_i64), 1..40),
    ) {
        let costs = nt_trading::Costs { spread: nt_core::Rate::ZERO, slippage: nt_trading::Slippage::default(), ..flow.config.costs };
        let config = Config { costs, ..flow.config };
        let (kernel, asked) = run(&Flow { config, ..flow }, &answers, |_, _| {});
        limits_are_kept(&kernel, &asked);
    }
}
