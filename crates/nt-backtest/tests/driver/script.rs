//! Strategies that are a list of commands by step, and three ways to run one.

use std::collections::BTreeMap;

use nt_backtest::{CloseAtEnd, Driver, TimedAction, Timeline};
use nt_core::{Bars, Money, Rate};
use nt_trading::{
    Bracket, Command, Config, Costs, Event, ExitMove, Fees, FillPolicy, Financing, InstrumentRates,
    Kernel, Level, Maintenance, MarginModel, OrderId, OrderKind, OrderRequest, Ruin, Size,
    SplitRatio, TickBar, TimeInForce, Trail,
};
use proptest::prelude::*;

use crate::walk::kernel;

/// What is asked for at the close of a step.
pub type Script = BTreeMap<usize, Vec<Command>>;

/// A run to repeat: how many series, the script, the rules and how it ends.
#[derive(Clone, Debug)]
pub struct Scripted {
    pub series: Vec<Bars>,
    pub script: Script,
    pub config: Config,
    pub warm_up: usize,
    pub close: CloseAtEnd,
    /// What companies do, in no order.
    pub actions: Vec<TimedAction>,
}

impl Scripted {
    pub fn kernel(&self) -> Kernel {
        kernel(self.series.len(), |_| self.config.clone())
    }

    fn driver(&self) -> Driver {
        Driver::new(
            self.kernel(),
            &self.series[..],
            &vec![self.warm_up; self.series.len()],
        )
        .with_actions(&self.series[..], &self.actions)
        .unwrap()
    }

    fn at(&self, step: usize) -> Option<Vec<Command>> {
        self.script.get(&step).cloned()
    }

    /// In the longest blocks the driver gives, speaking only where the script does.
    pub fn in_blocks(&self) -> Driver {
        let mut driver = self.driver();
        let (mut consumed, mut spoken) = (0, None);
        loop {
            let commands = spoken.take().map(given);
            let len = driver.next(&self.series[..], consumed, commands);
            if len == 0 {
                break;
            }
            let first = driver.block_start();
            let speaks = (0..len).find(|&offset| self.script.contains_key(&(first + offset)));
            consumed = speaks.map_or(len, |offset| offset + 1);
            spoken = speaks.and_then(|offset| self.at(first + offset));
        }
        driver.finish(&self.series[..], self.close);
        driver
    }

    /// One step at a time: a strategy that always speaks, if only to cancel what does not exist.
    pub fn step_by_step(&self) -> Driver {
        let mut driver = self.driver();
        let mut spoken: Option<Vec<Command>> = None;
        loop {
            let consumed = usize::from(spoken.is_some());
            let len = driver.next(&self.series[..], consumed, spoken.take().map(given));
            if len == 0 {
                break;
            }
            // Only before the first word can a block be longer.
            assert!(
                len == 1 || consumed == 0,
                "a block of {len} after a command"
            );
            let nothing = || vec![Command::Cancel(OrderId(u32::MAX))];
            spoken = Some(self.at(driver.block_start()).unwrap_or_else(nothing));
        }
        driver.finish(&self.series[..], self.close);
        driver
    }

    /// Straight through the kernel, without a driver: every event of every step in its order.
    pub fn by_hand(&self) -> Kernel {
        let mut kernel = self.kernel();
        let series = &self.series[..];
        let timeline = Timeline::of(series);
        let start = timeline.first_step_with(series, &vec![self.warm_up; series.len()]);
        for step in start..timeline.len() {
            if kernel.is_halted() {
                return kernel;
            }
            self.observe(&mut kernel, &timeline, step, |due, pays| {
                due == step && (due > start || !pays) || due < step && step == start && !pays
            });
            kernel.apply(Event::StepClosed);
            for command in self.at(step).unwrap_or_default() {
                kernel.apply(Event::Command(command));
            }
        }
        if !kernel.is_halted() {
            self.end(&mut kernel, &timeline);
        }
        kernel
    }

    /// The step before which an action comes, found bar by bar.
    fn due(&self, action: &TimedAction, timeline: &Timeline) -> Option<usize> {
        let of_any = matches!(action.event, Event::Delisted { .. });
        (0..timeline.len()).find(|&step| {
            let has_bar = |(instrument, _)| Some(instrument) == action.instrument();
            timeline.time(&self.series[..], step) > action.time
                && (of_any || timeline.bars_at(step).any(has_bar))
        })
    }

    fn observe(
        &self,
        kernel: &mut Kernel,
        timeline: &Timeline,
        step: usize,
        is_due: impl Fn(usize, bool) -> bool,
    ) {
        let time = timeline.time(&self.series[..], step);
        kernel.apply(Event::Step {
            step: step as u32,
            time,
        });
        let mut due: Vec<_> = self
            .actions
            .iter()
            .filter_map(|action| Some((self.due(action, timeline)?, action.event)))
            .filter(|&(due, event)| is_due(due, !matches!(event, Event::Delisted { .. })))
            .collect();
        due.sort_by_key(|&(step, _)| step);
        for (_, event) in due {
            kernel.apply(event);
        }
        for (instrument, row) in timeline.bars_at(step) {
            let scale = kernel.ledger().instruments()[instrument as usize].price_scale();
            let bar = TickBar::of(&self.series[instrument as usize].view(), row, scale);
            kernel.apply(Event::Bar { instrument, bar });
        }
    }

    fn end(&self, kernel: &mut Kernel, timeline: &Timeline) {
        let Some(last) = timeline.len().checked_sub(1) else {
            return;
        };
        for instrument in 0..self.series.len() as u32 {
            match self.close {
                CloseAtEnd::No => {}
                CloseAtEnd::LastClose => kernel.close_at_last_price(instrument),
                CloseAtEnd::LastOpen => kernel.close_lots(instrument),
            }
        }
        if self.close == CloseAtEnd::LastOpen {
            self.go_back(kernel, timeline, last);
            self.observe(kernel, timeline, last, |_, _| false);
            kernel.apply(Event::StepClosed);
        }
    }

    /// What the last bar's orders take for the close before it is that of the step before.
    fn go_back(&self, kernel: &mut Kernel, timeline: &Timeline, last: usize) {
        let Some(before) = last.checked_sub(1) else {
            return;
        };
        let time = timeline.time(&self.series[..], before);
        let step = before as u32;
        kernel.apply(Event::Step { step, time });
        for (instrument, row) in timeline.bars_at(before) {
            let close = self.series[instrument as usize].close[row];
            let scale = kernel.ledger().instruments()[instrument as usize].price_scale();
            let price = scale.to_integer(close);
            kernel.apply(Event::Price { instrument, price });
        }
    }
}

/// Commands as the driver asks for them.
fn given(commands: Vec<Command>) -> impl FnMut(&Kernel) -> Option<Command> {
    let mut commands = commands.into_iter();
    move |_| commands.next()
}

/// Runs over so many series of up to 120 bars each, at different times where there are several.
pub fn scripted(count: usize) -> impl Strategy<Value = Scripted> {
    let series =
        (any::<u64>(), prop::collection::vec(1_usize..120, count)).prop_map(|(seed, lengths)| {
            let walks = lengths.into_iter().enumerate();
            walks
                .map(|(at, bars)| crate::walk::walk(seed ^ at as u64, bars, 5 + at as i64))
                .collect()
        });
    let commands = prop::collection::vec(command(count as u32), 1..3);
    let script = prop::collection::btree_map(0_usize..200, commands, 0..12);
    let close = prop::sample::select(vec![
        CloseAtEnd::No,
        CloseAtEnd::LastClose,
        CloseAtEnd::LastOpen,
    ]);
    (series, script, config(), 0_usize..8, close).prop_map(
        |(series, script, config, warm_up, close)| Scripted {
            series,
            script,
            config,
            warm_up,
            close,
            actions: Vec::new(),
        },
    )
}

/// The same, while companies split their shares, pay dividends and go.
pub fn with_actions(count: usize) -> impl Strategy<Value = Scripted> {
    let instrument = || 0..count as u32;
    let split =
        (instrument(), 1_i64..6, 1_i64..6).prop_map(|(instrument, new, old)| Event::Split {
            instrument,
            ratio: SplitRatio::new(new, old).unwrap(),
        });
    let dividend = (instrument(), 0.01..2.0_f64).prop_map(|(instrument, units)| Event::Dividend {
        instrument,
        amount: Money::from_f64(units).unwrap(),
    });
    let delisting = instrument().prop_map(|instrument| Event::Delisted {
        instrument,
        payment: None,
    });
    let event = prop_oneof![5 => split, 5 => dividend, 1 => delisting];
    // Between the bars: what a delisting at the very last close does is a rule of the end of a run.
    let hours = (-5_i64..700).prop_map(|hours| hours * 3_600_000_000_000 + 1);
    let action = (hours, event).prop_map(|(time, event)| TimedAction { time, event });
    (scripted(count), prop::collection::vec(action, 0..8))
        .prop_map(|(run, actions)| Scripted { actions, ..run })
}

fn config() -> impl Strategy<Value = Config> {
    let margin = prop::sample::select(vec![1.0, 0.05]);
    let policy = prop::sample::select(vec![FillPolicy::NextOpen, FillPolicy::ThisClose]);
    let ruin = prop::sample::select(vec![Ruin::Debt, Ruin::Zero]);
    (margin, policy, ruin).prop_map(|(margin, fill_policy, ruin)| Config {
        margin: Rate::from_f64(margin).unwrap(),
        fill_policy,
        ruin,
        costs: Costs {
            fees: Fees::plain(Rate::from_f64(0.001).unwrap(), Money::ZERO),
            ..Costs::default()
        },
        ..Config::new(Money::from_f64(20_000.0).unwrap())
    })
}

/// The same run in an account that is held to a maintenance margin, charged interest, or both.
pub fn attended(count: usize) -> impl Strategy<Value = Scripted> {
    let terms = (0..=2_u32, any::<bool>(), any::<bool>(), any::<bool>());
    (scripted(count), terms).prop_map(|(run, (grace, is_held, is_financed, credits))| {
        let rate = |share| Rate::from_f64(share).unwrap();
        let margin = run.config.margin;
        let maintenance = Maintenance {
            grace,
            ..Maintenance::new(MarginModel::Rates {
                long: Rate::from_raw(margin.raw() / 10 * 9),
                short: margin,
            })
        };
        let financing = Financing {
            debit: rate(0.08),
            credit: rate(if credits { 0.02 } else { 0.0 }),
            borrow: InstrumentRates::all(rate(0.05)),
            day_count: 360,
        };
        let config = Config {
            maintenance: is_held.then_some(maintenance),
            financing: is_financed.then_some(financing),
            ..run.config
        };
        // Only the profile of backtesting.py closes at the last open.
        let close = match run.close {
            CloseAtEnd::LastOpen => CloseAtEnd::LastClose,
            close => close,
        };
        Scripted {
            config,
            close,
            ..run
        }
    })
}

fn command(instruments: u32) -> impl Strategy<Value = Command> {
    let instrument = 0..instruments;
    let submit = (order(), instrument.clone()).prop_map(|(request, instrument)| {
        Command::Submit(OrderRequest {
            instrument,
            ..request
        })
    });
    let lot = (1_u32..20).prop_map(OrderId);
    let exits = (
        instrument.clone(),
        lot.clone(),
        prop::option::of(8_000_i64..10_000),
    )
        .prop_map(|(instrument, lot, stop_loss)| Command::SetExits {
            instrument,
            lot,
            stop_loss: stop_loss.map_or(ExitMove::Keep, ExitMove::To),
            take_profit: ExitMove::Remove,
        });
    prop_oneof![
        8 => submit,
        1 => lot.prop_map(Command::Cancel),
        1 => instrument.prop_map(|instrument| Command::CancelAll { instrument }),
        1 => exits,
    ]
}

fn order() -> impl Strategy<Value = OrderRequest> {
    let share = || (-1.0..1.0_f64).prop_map(|share| Rate::from_f64(share).unwrap());
    let size = prop_oneof![
        (-50_i64..50).prop_map(Size::Lots),
        share().prop_map(Size::Share),
        share().prop_map(Size::TargetShare),
    ];
    let price = || 8_500_i64..11_500;
    let kind = prop_oneof![
        3 => Just(OrderKind::Market),
        1 => price().prop_map(|limit| OrderKind::Limit { limit }),
        1 => price().prop_map(|stop| OrderKind::Stop { stop }),
        1 => (1_i64..800).prop_map(|ticks| OrderKind::TrailingStop { trail: Trail::Ticks(ticks) }),
        1 => price().prop_map(|touch| OrderKind::MarketIfTouched { touch }),
    ];
    let away = || {
        prop::option::of(
            (0.005..0.05_f64).prop_map(|share| Level::Share(Rate::from_f64(share).unwrap())),
        )
    };
    let time_in_force = prop::sample::select(vec![
        TimeInForce::GoodTilCancelled,
        TimeInForce::Day,
        TimeInForce::FillOrKill,
        TimeInForce::AtOpen,
        TimeInForce::AtClose,
    ]);
    let oco = prop::option::weighted(0.2, 1_u32..5);
    let parent = prop::option::weighted(0.2, (1_u32..20).prop_map(OrderId));
    (size, kind, time_in_force, away(), away(), oco, parent).prop_map(
        |(size, kind, time_in_force, stop_loss, take_profit, oco, parent)| OrderRequest {
            oco,
            parent,
            kind,
            time_in_force,
            bracket: Bracket {
                stop_loss,
                take_profit,
            },
            ..OrderRequest::market(0, size)
        },
    )
}
