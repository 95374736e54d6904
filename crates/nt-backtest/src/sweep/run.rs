use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use nt_core::{Bars, Code, Error, Result};
use nt_trading::Kernel;

use super::columns::ColumnStore;
use super::kernel_run::kernel_run;
use super::parallel::parallel;
use super::plain_run::PlainRun;
use super::rows::{Row, Rows};
use crate::declarative::Comparisons;
use crate::measures::{Conventions, Measurer, Measures, Wanted};
use crate::{BarQuotes, CloseAtEnd, Lifecycle, Node, Rule, TimedAction, check_scales};

/// The most bytes of columns that are kept at once, where a combination does not need more.
const MOST_COLUMN_BYTES: usize = 64 << 20;

/// The most combinations that a thread takes at a time.
const MOST_AT_A_TIME: usize = 64;

/// Combinations of so many columns by so many stand together, where columns are long: a thread then
/// reads each several times in a row.
const BESIDE: u32 = 8;

/// What all combinations of a sweep have in common.
#[derive(Clone, Debug)]
pub struct Terms {
    /// A kernel that has not begun.
    pub kernel: Kernel,
    /// What is done with open positions when the data end.
    pub close: CloseAtEnd,
    /// Expiries and funding.
    pub lifecycle: Lifecycle,
    /// Bid and ask at the closes, where the run has some.
    pub quotes: Option<BarQuotes>,
    /// What companies do.
    pub actions: Vec<TimedAction>,
    /// Bars between the end of the warm-up and the first decision.
    pub settle: usize,
    /// The series.
    pub bars: Bars,
    /// How the measures are computed.
    pub conventions: Conventions,
    /// Closes in ticks.
    pub close_ticks: Vec<i64>,
    /// Opens in ticks.
    pub open_ticks: Vec<i64>,
}

impl Terms {
    /// Terms without contracts that end, quotes or actions of companies.
    ///
    /// # Errors
    /// As [`check_scales`].
    pub fn new(
        kernel: Kernel,
        close: CloseAtEnd,
        bars: Bars,
        conventions: Conventions,
    ) -> Result<Self> {
        check_scales(&[bars.view()][..], kernel.ledger().instruments())?;
        let scale = kernel.ledger().instruments()[0].price_scale();
        let ticks = |prices: &[f64]| {
            prices
                .iter()
                .map(|&price| scale.to_integer(price))
                .collect()
        };
        Ok(Self {
            close_ticks: ticks(&bars.close),
            open_ticks: ticks(&bars.open),
            lifecycle: Lifecycle::default(),
            quotes: None,
            actions: Vec::new(),
            settle: 0,
            kernel,
            close,
            bars,
            conventions,
        })
    }
}

/// How far a sweep is, and whether it is to stop; both sides look at it while it runs.
#[derive(Debug, Default)]
pub struct Control {
    /// Combinations that are done.
    pub done: AtomicUsize,
    /// Of those, the ones that ran in the event kernel.
    pub in_kernel: AtomicUsize,
    /// Set to stop.
    pub cancelled: AtomicBool,
}

/// Measures of combinations, a column a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct SweepTable {
    /// The measures that were asked for, in their order, a value a combination; NaN where it failed.
    pub columns: Vec<Vec<f64>>,
    /// What kept combinations from running, by row.
    pub failures: Vec<(usize, Error)>,
}

/// Combinations of a strategy's parameters over one series, added bit by bit and run in ranges.
#[derive(Debug)]
pub struct Sweep {
    terms: Terms,
    measures: Vec<usize>,
    wanted: Wanted,
    columns: ColumnStore,
    rows: Rows,
    most_column_bytes: usize,
}

impl Sweep {
    /// A sweep without combinations that measures what these names say, as TypeScript writes them.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` for a name that no measure has.
    pub fn new<'a>(
        terms: Terms,
        names: impl IntoIterator<Item = &'a str, IntoIter: Clone>,
    ) -> Result<Self> {
        let names = names.into_iter();
        let wanted = Wanted::of(names.clone())?;
        let place = |name| Measures::NAMES.iter().position(|known| *known == name);
        Ok(Self {
            measures: names.filter_map(place).collect(),
            terms,
            wanted,
            columns: ColumnStore::default(),
            rows: Rows::default(),
            most_column_bytes: MOST_COLUMN_BYTES,
        })
    }

    /// The same sweep, which keeps no more bytes of columns at once than these, where a combination
    /// does not need more.
    #[must_use]
    pub fn keeping(self, most_column_bytes: usize) -> Self {
        Self {
            most_column_bytes,
            ..self
        }
    }

    /// Adds columns that combinations read; an indicator reads columns before it.
    ///
    /// # Errors
    /// `INVALID_STRATEGY` for a column that bars do not have.
    pub fn add_columns(&mut self, nodes: Vec<Node>) -> Result<()> {
        self.columns.add(nodes)
    }

    /// Adds lists of rules, over the columns of a combination by their place in it.
    pub fn add_rules(&mut self, lists: impl IntoIterator<Item = Vec<Rule>>) {
        self.rows.add_shapes(lists);
    }

    /// Adds combinations: of each its list of rules, how many columns it has, and these in order.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` where the three do not fit together, or name what is not there.
    pub fn add_rows(&mut self, rules: &[u32], counts: &[u32], columns: &[u32]) -> Result<()> {
        self.rows.add((rules, counts, columns), self.columns.len())
    }

    /// How many combinations there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Runs some combinations on so many threads. The table is the same at any number of them.
    ///
    /// # Errors
    /// `CANCELLED` where the control says so; as [`Columns::compute_as_of`](crate::Columns::compute_as_of)
    /// where companies split their shares.
    pub fn run(
        &mut self,
        rows: Range<usize>,
        threads: usize,
        control: &Control,
    ) -> Result<SweepTable> {
        let first = rows.start;
        let mut values = vec![f64::NAN; rows.len() * self.measures.len()];
        let mut failures = Vec::new();
        let is_as_of = self
            .columns
            .compute_as_of(&self.terms.bars.view(), &self.terms.actions)?;
        let (order, batches) = self.batches(rows, is_as_of);
        for batch in batches {
            let rows = &order[batch];
            if !is_as_of {
                self.prepare(rows, threads);
            }
            let (found, failed) = self.run_batch(rows, threads, control);
            if control.cancelled.load(Ordering::Relaxed) {
                let message = "The sweep was cancelled by its caller";
                return Err(Error::new(Code::Cancelled, message));
            }
            let found = found.chunks_exact(self.measures.len().max(1));
            for (&row, found) in rows.iter().zip(found) {
                let at = (row - first) * self.measures.len();
                values[at..at + self.measures.len()].copy_from_slice(found);
            }
            let failed = rows.iter().zip(failed);
            failures.extend(failed.filter_map(|(&row, error)| Some((row, error?))));
        }
        failures.sort_by_key(|(row, _)| *row);
        let count = self.measures.len();
        let columns = (0..count)
            .map(|measure| {
                values
                    .iter()
                    .skip(measure)
                    .step_by(count)
                    .copied()
                    .collect()
            })
            .collect();
        Ok(SweepTable { columns, failures })
    }

    /// The rows in an order in which no more columns than there is room for are needed at once, and the
    /// stretches of it for which the columns are the same.
    fn batches(&self, rows: Range<usize>, is_as_of: bool) -> (Vec<usize>, Vec<Range<usize>>) {
        let mut order: Vec<usize> = rows.collect();
        let mut needed = vec![false; self.columns.len()];
        for &row in &order {
            for &node in self.rows.get(row).nodes {
                needed[node as usize] = true;
            }
        }
        let bytes = self.terms.bars.time.len() * size_of::<f64>();
        let room = (self.most_column_bytes / bytes.max(1)).max(2);
        let count = needed.iter().filter(|&&needed| needed).count();
        if is_as_of || count <= room {
            let all = 0..order.len();
            return (order, vec![all]);
        }
        let mut groups = vec![0; needed.len()];
        let needed = (0..needed.len()).filter(|&node| needed[node]);
        for (place, node) in needed.enumerate() {
            groups[node] = place / (room / 2);
        }
        let key = |row: usize| {
            let nodes = self.rows.get(row).nodes.iter();
            let mut key: Vec<usize> = nodes.map(|&node| groups[node as usize]).collect();
            key.sort_unstable();
            key.dedup();
            key
        };
        let block = |row: usize| -> Vec<u32> {
            let nodes = self.rows.get(row).nodes.iter();
            nodes.map(|&node| node / BESIDE).collect()
        };
        order.sort_by_cached_key(|&row| (key(row), block(row)));
        let mut batches = Vec::new();
        let mut from = 0;
        while from < order.len() {
            let own = key(order[from]);
            let same = order[from..].partition_point(|&row| key(row) <= own);
            batches.push(from..from + same);
            from += same;
        }
        (order, batches)
    }

    /// Computes what these rows read, and gives up what they do not.
    fn prepare(&mut self, rows: &[usize], threads: usize) {
        let mut wanted = vec![false; self.columns.len()];
        for &row in rows {
            for &node in self.rows.get(row).nodes {
                wanted[node as usize] = true;
            }
        }
        self.columns.keep(&wanted);
        let bars = self.terms.bars.view();
        self.columns.compute(&wanted, &bars, threads);
    }

    /// The measures of these rows, row by row, and what failed.
    fn run_batch(
        &self,
        rows: &[usize],
        threads: usize,
        control: &Control,
    ) -> (Vec<f64>, Vec<Option<Error>>) {
        let count = self.measures.len().max(1);
        let mut values = vec![f64::NAN; rows.len() * count];
        let mut failures = vec![None; rows.len()];
        let at_a_time = (rows.len() / (threads * 8)).clamp(1, MOST_AT_A_TIME);
        let measurer = Measurer::new(&self.terms.bars.time, self.terms.conventions, self.wanted);
        let jobs = rows
            .chunks(at_a_time)
            .zip(values.chunks_mut(at_a_time * count))
            .zip(failures.chunks_mut(at_a_time));
        parallel(
            threads,
            jobs,
            || PlainRun::new(&self.terms, &measurer),
            |plain, ((rows, values), failures)| {
                if control.cancelled.load(Ordering::Relaxed) {
                    return;
                }
                let given = rows.iter().map(|&row| self.rows.get(row));
                let compared = plain
                    .as_ref()
                    .map(|plain| plain.compare(&self.columns, given));
                let mut compared = compared.into_iter().flatten();
                let cells = values.chunks_exact_mut(count).zip(failures);
                for (&row, (values, failure)) in rows.iter().zip(cells) {
                    let row = (self.rows.get(row), compared.next());
                    match self.run_row(row, plain, (&measurer, control)) {
                        Ok(measures) => self.pick(&measures, values),
                        Err(error) => *failure = Some(error),
                    }
                }
                control.done.fetch_add(rows.len(), Ordering::Relaxed);
            },
        );
        (values, failures)
    }

    fn run_row(
        &self,
        (row, compared): (Row<'_>, Option<Result<Comparisons<'_>>>),
        plain: &mut Option<PlainRun<'_>>,
        (measurer, control): (&Measurer<'_>, &Control),
    ) -> Result<Measures> {
        if let (Some(plain), Some(shares), Some(compared)) = (plain, &row.shape.plain, compared)
            && let Some(measures) = plain.run(&self.columns, (row, compared?), shares, measurer)?
        {
            return Ok(measures);
        }
        control.in_kernel.fetch_add(1, Ordering::Relaxed);
        kernel_run(&self.terms, &self.columns, row, measurer)
    }

    fn pick(&self, measures: &Measures, values: &mut [f64]) {
        let all = measures.values();
        for (value, &measure) in values.iter_mut().zip(&self.measures) {
            *value = all[measure];
        }
    }
}
