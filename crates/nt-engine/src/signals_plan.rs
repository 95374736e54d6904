use napi::bindgen_prelude::{BigInt64Array, Float64Array};
use napi_derive::napi;
use nt_backtest::signals::{
    Accumulation, CallSequence, Cash, Conflict, Direction, InitialCash, OppositeEntry, Outcome,
    Plan, Prices, ShortSignals, SideConflict, SignalRules, SizeType, StopEntryPrice, StopExit,
    StopExitPrice, StopUpdate, Stops, Terms, Valuation, Watch, run,
};
use nt_core::Result;

use crate::signals_cells::{
    Converted, SignalChoices, SignalFlags, SignalNumbers, choices, flags, numbers,
};

/// A run of many columns as JavaScript describes it.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own"
)]
#[napi(object)]
pub struct SignalPlan {
    pub steps: u32,
    pub columns: u32,
    pub time: Option<BigInt64Array>,
    pub trades: bool,
    pub equity: bool,
    pub close: SignalNumbers,
    pub open: Option<SignalNumbers>,
    pub high: Option<SignalNumbers>,
    pub low: Option<SignalNumbers>,
    pub size: Option<SignalNumbers>,
    pub size_type: Option<SignalChoices>,
    pub direction: Option<SignalChoices>,
    pub price: Option<SignalNumbers>,
    pub value_price: Option<SignalNumbers>,
    pub fees: Option<SignalNumbers>,
    pub fixed_fees: Option<SignalNumbers>,
    pub slippage: Option<SignalNumbers>,
    pub min_size: Option<SignalNumbers>,
    pub max_size: Option<SignalNumbers>,
    pub size_granularity: Option<SignalNumbers>,
    pub lock_cash: Option<SignalFlags>,
    pub allow_partial: Option<SignalFlags>,
    /// Present in runs from signals.
    pub signals: Option<SignalRuleSpec>,
    /// An amount a group, or one; empty where `initialCash` names a mode.
    pub cash: Float64Array,
    pub automatic_cash: Option<String>,
    pub groups: Vec<u32>,
    pub call_sequence: String,
    pub seed: f64,
    pub update_value: bool,
    pub fill_value_price: bool,
}

/// Signals and their rules.
#[napi(object)]
pub struct SignalRuleSpec {
    pub entries: SignalFlags,
    pub exits: SignalFlags,
    pub short_entries: Option<SignalFlags>,
    pub short_exits: Option<SignalFlags>,
    pub accumulate: Option<SignalChoices>,
    pub upon_long_conflict: Option<SignalChoices>,
    pub upon_short_conflict: Option<SignalChoices>,
    pub upon_direction_conflict: Option<SignalChoices>,
    pub upon_opposite_entry: Option<SignalChoices>,
    pub stop_loss: Option<SignalNumbers>,
    pub trailing: Option<SignalFlags>,
    pub take_profit: Option<SignalNumbers>,
    pub stop_entry_price: Option<SignalChoices>,
    pub stop_exit_price: Option<SignalChoices>,
    pub upon_stop_exit: Option<SignalChoices>,
    pub upon_stop_update: Option<SignalChoices>,
}

impl SignalPlan {
    /// Runs the plan on all cores.
    pub fn run(&self, watch: &Watch) -> Result<Outcome> {
        let choice = |name, given| choices(name, given, SizeType::Amount, SizeType::of);
        let size_type = choice("sizeType", self.size_type.as_ref())?;
        let by_default = if self.signals.is_some() {
            Direction::LongOnly
        } else {
            Direction::Both
        };
        let given = self.direction.as_ref();
        let direction = choices("direction", given, by_default, Direction::of)?;
        let lock_cash = flags(self.lock_cash.as_ref(), false);
        let allow_partial = flags(self.allow_partial.as_ref(), true);
        let terms = Terms {
            size_type: size_type.cells(),
            direction: direction.cells(),
            lock_cash: lock_cash.cells(),
            allow_partial: allow_partial.cells(),
            ..self.numbers()
        };
        let groups: Vec<usize> = self
            .groups
            .iter()
            .map(|&columns| columns as usize)
            .collect();
        let rules = self.signals.as_ref().map(Rules::of).transpose()?;
        let plan = Plan {
            steps: self.steps as usize,
            columns: self.columns as usize,
            prices: self.prices(),
            terms,
            signals: rules.as_ref().map(Rules::view),
            cash: self.cash(&groups),
            trades: self.trades,
            equity: self.equity,
            time: self.time.as_deref(),
        };
        run(&plan, watch)
    }

    fn prices(&self) -> Prices<'_> {
        Prices {
            open: self.open.as_ref().map(SignalNumbers::cells),
            high: self.high.as_ref().map(SignalNumbers::cells),
            low: self.low.as_ref().map(SignalNumbers::cells),
            close: self.close.cells(),
        }
    }

    fn numbers(&self) -> Terms<'_> {
        let absent = Terms::DEFAULT;
        Terms {
            size: numbers(self.size.as_ref(), absent.size),
            price: numbers(self.price.as_ref(), absent.price),
            value_price: numbers(self.value_price.as_ref(), absent.value_price),
            fees: numbers(self.fees.as_ref(), absent.fees),
            fixed_fees: numbers(self.fixed_fees.as_ref(), absent.fixed_fees),
            slippage: numbers(self.slippage.as_ref(), absent.slippage),
            min_size: numbers(self.min_size.as_ref(), absent.min_size),
            max_size: numbers(self.max_size.as_ref(), absent.max_size),
            size_granularity: numbers(self.size_granularity.as_ref(), absent.size_granularity),
            ..absent
        }
    }

    fn cash<'a>(&'a self, groups: &'a [usize]) -> Cash<'a> {
        Cash {
            initial: match self.automatic_cash.as_deref() {
                Some("auto") => InitialCash::Auto,
                Some(_) => InitialCash::AutoAlign,
                None => InitialCash::Given(&self.cash),
            },
            groups,
            sequence: CallSequence::of(&self.call_sequence).unwrap_or(CallSequence::Default),
            seed: self.seed as u64,
            valuation: Valuation {
                update_value: self.update_value,
                fill_value_price: self.fill_value_price,
            },
        }
    }
}

/// The rules of signals with their choices converted.
struct Rules<'a> {
    spec: &'a SignalRuleSpec,
    unset: Converted<u8>,
    accumulation: Converted<Accumulation>,
    long_conflict: Converted<Conflict>,
    short_conflict: Converted<Conflict>,
    side_conflict: Converted<SideConflict>,
    opposite_entry: Converted<OppositeEntry>,
    trail: Converted<bool>,
    entry_price: Converted<StopEntryPrice>,
    exit_price: Converted<StopExitPrice>,
    exit: Converted<StopExit>,
    update: Converted<StopUpdate>,
}

impl<'a> Rules<'a> {
    fn of(spec: &'a SignalRuleSpec) -> Result<Self> {
        let conflict = |name, given: &Option<SignalChoices>| {
            choices(name, given.as_ref(), Conflict::Ignore, Conflict::of)
        };
        Ok(Self {
            spec,
            unset: Converted::all(0),
            accumulation: choices(
                "accumulate",
                spec.accumulate.as_ref(),
                Accumulation::Disabled,
                Accumulation::of,
            )?,
            long_conflict: conflict("uponLongConflict", &spec.upon_long_conflict)?,
            short_conflict: conflict("uponShortConflict", &spec.upon_short_conflict)?,
            side_conflict: choices(
                "uponDirectionConflict",
                spec.upon_direction_conflict.as_ref(),
                SideConflict::Ignore,
                SideConflict::of,
            )?,
            opposite_entry: choices(
                "uponOppositeEntry",
                spec.upon_opposite_entry.as_ref(),
                OppositeEntry::ReverseReduce,
                OppositeEntry::of,
            )?,
            trail: flags(spec.trailing.as_ref(), false),
            entry_price: choices(
                "stopEntryPrice",
                spec.stop_entry_price.as_ref(),
                StopEntryPrice::Close,
                StopEntryPrice::of,
            )?,
            exit_price: choices(
                "stopExitPrice",
                spec.stop_exit_price.as_ref(),
                StopExitPrice::StopLimit,
                StopExitPrice::of,
            )?,
            exit: choices(
                "uponStopExit",
                spec.upon_stop_exit.as_ref(),
                StopExit::Close,
                StopExit::of,
            )?,
            update: choices(
                "uponStopUpdate",
                spec.upon_stop_update.as_ref(),
                StopUpdate::Override,
                StopUpdate::of,
            )?,
        })
    }

    fn view(&self) -> SignalRules<'_> {
        let spec = self.spec;
        let short = |given: &'a Option<SignalFlags>| {
            given
                .as_ref()
                .map_or(self.unset.cells(), SignalFlags::cells)
        };
        let is_two_sided = spec.short_entries.is_some() || spec.short_exits.is_some();
        SignalRules {
            entries: spec.entries.cells(),
            exits: spec.exits.cells(),
            short: is_two_sided.then(|| ShortSignals {
                entries: short(&spec.short_entries),
                exits: short(&spec.short_exits),
            }),
            long_conflict: self.long_conflict.cells(),
            short_conflict: self.short_conflict.cells(),
            side_conflict: self.side_conflict.cells(),
            opposite_entry: self.opposite_entry.cells(),
            accumulation: self.accumulation.cells(),
            stops: self.stops(),
        }
    }

    fn stops(&self) -> Option<Stops<'_>> {
        let (loss, profit) = (&self.spec.stop_loss, &self.spec.take_profit);
        (loss.is_some() || profit.is_some()).then(|| Stops {
            loss: numbers(loss.as_ref(), Stops::DEFAULT.loss),
            trail: self.trail.cells(),
            profit: numbers(profit.as_ref(), Stops::DEFAULT.profit),
            entry_price: self.entry_price.cells(),
            exit_price: self.exit_price.cells(),
            exit: self.exit.cells(),
            update: self.update.cells(),
        })
    }
}
