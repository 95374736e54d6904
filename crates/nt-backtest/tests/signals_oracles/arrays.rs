use nt_backtest::signals::{
    Accumulation, CallSequence, Cash, Cells, Conflict, Direction, InitialCash, OppositeEntry, Plan,
    Prices, ShortSignals, SideConflict, SignalRules, SizeType, StopEntryPrice, StopExit,
    StopExitPrice, StopUpdate, Stops, Terms, Valuation,
};
use serde_json::Value;

use crate::oracle::{list, number, numbers, steps};

/// Values with their strides.
struct Owned<T> {
    values: Vec<T>,
    step_stride: usize,
    column_stride: usize,
}

impl<T: Copy> Owned<T> {
    fn cells(&self) -> Cells<'_, T> {
        Cells::new(&self.values, self.step_stride, self.column_stride)
    }
}

/// An option: a scalar, a list with one a column, or a list of columns.
fn owned<T>(option: &Value, one: impl Fn(&Value) -> T) -> Owned<T> {
    let columns = list(option);
    let (values, step_stride, column_stride) = match columns.first() {
        None => (vec![one(option)], 0, 0),
        Some(Value::Array(first)) => {
            let cells = columns.iter().flat_map(list).map(&one);
            (cells.collect(), 1, first.len())
        }
        Some(_) => (columns.iter().map(&one).collect(), 0, 1),
    };
    Owned {
        values,
        step_stride,
        column_stride,
    }
}

/// A case as arrays with our names.
pub struct Arrays<'a> {
    case: &'a Value,
    pub time: Vec<i64>,
    numbers: Vec<(&'static str, Owned<f64>)>,
    flags: Vec<(&'static str, Owned<bool>)>,
    signals: Vec<(&'static str, Owned<u8>)>,
    size_type: Owned<SizeType>,
    direction: Owned<Direction>,
    long_conflict: Owned<Conflict>,
    short_conflict: Owned<Conflict>,
    side_conflict: Owned<SideConflict>,
    opposite_entry: Owned<OppositeEntry>,
    accumulation: Owned<Accumulation>,
    stop_entry_price: Owned<StopEntryPrice>,
    stop_exit_price: Owned<StopExitPrice>,
    stop_exit: Owned<StopExit>,
    stop_update: Owned<StopUpdate>,
    cash: Vec<f64>,
    groups: Vec<usize>,
}

const NUMBERS: [(&str, f64); 12] = [
    ("size", f64::INFINITY),
    ("price", f64::INFINITY),
    ("val_price", f64::INFINITY),
    ("fees", 0.0),
    ("fixed_fees", 0.0),
    ("slippage", 0.0),
    ("min_size", 1e-8),
    ("max_size", f64::INFINITY),
    ("size_granularity", f64::NAN),
    ("sl_stop", f64::NAN),
    ("tp_stop", f64::NAN),
    ("reject_prob", 0.0),
];

/// The names that differ from ours, which have hyphens.
const NAMES: [(&str, &str); 17] = [
    ("targetamount", "target-amount"),
    ("targetvalue", "target-value"),
    ("targetpercent", "target-percent"),
    ("longonly", "long-only"),
    ("shortonly", "short-only"),
    ("addonly", "add-only"),
    ("removeonly", "remove-only"),
    ("true", "both"),
    ("false", "disabled"),
    ("closereduce", "close-reduce"),
    ("reversereduce", "reverse-reduce"),
    ("valprice", "value-price"),
    ("fillprice", "fill-price"),
    ("stoplimit", "stop-limit"),
    ("stopmarket", "stop-market"),
    ("overridenan", "override-nan"),
    ("auto", "auto"),
];

fn choice<T>(case: &Value, name: &str, absent: &str, of: fn(&str) -> Option<T>) -> Owned<T> {
    let absent = Value::from(absent);
    let option = case["options"].get(name).unwrap_or(&absent);
    owned(option, |value| {
        let theirs = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        let known = NAMES.iter().find(|(name, _)| *name == theirs);
        let ours = known.map_or(theirs.as_str(), |(_, ours)| ours);
        of(ours).unwrap_or_else(|| panic!("{name} is {theirs}"))
    })
}

impl<'a> Arrays<'a> {
    pub fn of(case: &'a Value) -> Self {
        let options = &case["options"];
        let bar = if case["freq"] == "1h" {
            3_600_000_000_000
        } else {
            86_400_000_000_000
        };
        let (count, columns) = (size(case, "rows"), size(case, "cols"));
        let by_default = if is_signals(case) { "longonly" } else { "both" };
        Self {
            case,
            time: (0..count as i64)
                .map(|step| (19_723 * 24 * 3_600_000_000_000) + step * bar)
                .collect(),
            numbers: NUMBERS
                .map(|(name, absent)| (name, given(options, name, absent)))
                .into_iter()
                .chain(["open", "high", "low", "close"].map(|name| {
                    let column = &case["input"][name];
                    (name, owned(column, number))
                }))
                .collect(),
            flags: [
                ("lock_cash", false),
                ("allow_partial", true),
                ("sl_trail", false),
            ]
            .map(|(name, absent)| (name, flag(options, name, absent)))
            .into(),
            signals: ["entries", "exits", "short_entries", "short_exits"]
                .map(|name| {
                    (
                        name,
                        owned(&case["input"][name], |flag| number_or_0(flag) as u8),
                    )
                })
                .into(),
            size_type: choice(case, "size_type", "amount", SizeType::of),
            direction: choice(case, "direction", by_default, Direction::of),
            long_conflict: choice(case, "upon_long_conflict", "ignore", Conflict::of),
            short_conflict: choice(case, "upon_short_conflict", "ignore", Conflict::of),
            side_conflict: choice(case, "upon_dir_conflict", "ignore", SideConflict::of),
            opposite_entry: choice(
                case,
                "upon_opposite_entry",
                "reversereduce",
                OppositeEntry::of,
            ),
            accumulation: choice(case, "accumulate", "disabled", Accumulation::of),
            stop_entry_price: choice(case, "stop_entry_price", "close", StopEntryPrice::of),
            stop_exit_price: choice(case, "stop_exit_price", "stoplimit", StopExitPrice::of),
            stop_exit: choice(case, "upon_stop_exit", "close", StopExit::of),
            stop_update: choice(case, "upon_stop_update", "override", StopUpdate::of),
            cash: match &options["init_cash"] {
                Value::Null => vec![100.0],
                Value::Array(_) => numbers(&options["init_cash"]),
                Value::String(_) => Vec::new(),
                one => vec![number(one)],
            },
            groups: groups(case, columns),
        }
    }

    pub fn first_columns(&self) -> impl Iterator<Item = usize> {
        self.groups.iter().scan(0, |end, columns| {
            *end += columns;
            Some(*end - columns)
        })
    }

    fn number(&self, name: &str) -> Cells<'_, f64> {
        find(&self.numbers, name).cells()
    }

    fn price(&self, name: &str) -> Option<Cells<'_, f64>> {
        (!self.case["input"][name].is_null()).then(|| self.number(name))
    }

    pub fn plan(&self) -> Plan<'_> {
        let options = &self.case["options"];
        Plan {
            steps: size(self.case, "rows"),
            columns: size(self.case, "cols"),
            prices: Prices {
                open: self.price("open").filter(|_| is_signals(self.case)),
                high: self.price("high"),
                low: self.price("low"),
                close: self.number("close"),
            },
            terms: self.terms(),
            signals: is_signals(self.case).then(|| self.rules()),
            cash: Cash {
                initial: match options["init_cash"].as_str() {
                    Some("auto") => InitialCash::Auto,
                    Some("autoalign") => InitialCash::AutoAlign,
                    _ => InitialCash::Given(&self.cash),
                },
                groups: &self.groups,
                sequence: options["call_seq"]
                    .as_str()
                    .map_or(CallSequence::Default, |name| {
                        CallSequence::of(name).unwrap()
                    }),
                seed: 0,
                valuation: Valuation {
                    update_value: options["update_value"] == true,
                    fill_value_price: options["ffill_val_price"] != false,
                },
            },
            trades: true,
            equity: true,
            time: Some(&self.time),
        }
    }

    fn terms(&self) -> Terms<'_> {
        Terms {
            size: self.number("size"),
            size_type: self.size_type.cells(),
            direction: self.direction.cells(),
            price: self.number("price"),
            value_price: self.number("val_price"),
            fees: self.number("fees"),
            fixed_fees: self.number("fixed_fees"),
            slippage: self.number("slippage"),
            min_size: self.number("min_size"),
            max_size: self.number("max_size"),
            size_granularity: self.number("size_granularity"),
            lock_cash: find(&self.flags, "lock_cash").cells(),
            allow_partial: find(&self.flags, "allow_partial").cells(),
        }
    }

    fn rules(&self) -> SignalRules<'_> {
        let signals = |name| find(&self.signals, name).cells();
        let is_two_sided = !self.case["input"]["short_entries"].is_null();
        SignalRules {
            entries: signals("entries"),
            exits: signals("exits"),
            short: is_two_sided.then(|| ShortSignals {
                entries: signals("short_entries"),
                exits: signals("short_exits"),
            }),
            long_conflict: self.long_conflict.cells(),
            short_conflict: self.short_conflict.cells(),
            side_conflict: self.side_conflict.cells(),
            opposite_entry: self.opposite_entry.cells(),
            accumulation: self.accumulation.cells(),
            stops: Some(Stops {
                loss: self.number("sl_stop"),
                trail: find(&self.flags, "sl_trail").cells(),
                profit: self.number("tp_stop"),
                entry_price: self.stop_entry_price.cells(),
                exit_price: self.stop_exit_price.cells(),
                exit: self.stop_exit.cells(),
                update: self.stop_update.cells(),
            }),
        }
    }
}

fn size(case: &Value, name: &str) -> usize {
    case[name].as_u64().unwrap() as usize
}

fn is_signals(case: &Value) -> bool {
    case["method"] == "from_signals"
}

fn given(options: &Value, name: &str, absent: f64) -> Owned<f64> {
    options.get(name).map_or_else(
        || Owned {
            values: vec![absent],
            step_stride: 0,
            column_stride: 0,
        },
        |option| owned(option, number),
    )
}

fn flag(options: &Value, name: &str, absent: bool) -> Owned<bool> {
    let absent = Value::from(absent);
    owned(options.get(name).unwrap_or(&absent), |flag| {
        flag.as_bool().unwrap()
    })
}

fn number_or_0(flag: &Value) -> f64 {
    flag.as_bool().map_or_else(
        || flag.as_f64().unwrap_or(0.0),
        |set| f64::from(u8::from(set)),
    )
}

fn find<'o, T>(options: &'o [(&'static str, Owned<T>)], name: &str) -> &'o Owned<T> {
    let found = options.iter().find(|(known, _)| *known == name);
    &found.unwrap_or_else(|| panic!("no {name}")).1
}

/// How many columns each account has.
fn groups(case: &Value, columns: usize) -> Vec<usize> {
    if case["options"]["cash_sharing"] != true {
        return vec![1; columns];
    }
    match steps(&case["options"]["group_by"]) {
        labels if labels.is_empty() => vec![columns],
        labels => labels.chunk_by(|a, b| a == b).map(<[usize]>::len).collect(),
    }
}
