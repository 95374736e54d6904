use nt_core::Result;

use super::columns::ColumnStore;
use super::finished::measure_finished;
use super::rows::Row;
use super::run::Terms;
use crate::Declarative;
use crate::declarative::Signals;
use crate::measures::{Measurer, Measures, Wanted};

/// Runs a combination in the event kernel and measures it.
///
/// # Errors
/// As [`Declarative::with_actions`].
pub fn kernel_run(
    terms: &Terms,
    columns: &ColumnStore,
    row: Row<'_>,
    measurer: &Measurer<'_>,
) -> Result<Measures> {
    let bars = terms.bars.view();
    let nodes = row
        .nodes
        .iter()
        .map(|&node| columns.values(node as usize, &bars))
        .collect::<Result<Vec<_>>>()?;
    let first = row.nodes.iter().map(|&node| columns.first(node as usize));
    let warm_up = first.max().unwrap_or(0) + terms.settle;
    let signals = Signals::of(&row.shape.rules, nodes, bars.len())?;
    let mut run = Declarative::over(terms.kernel.clone(), signals, bars, warm_up, &terms.actions)?
        .with_bid_ask(terms.quotes.clone())
        .with_lifecycle(bars, terms.lifecycle.clone());
    let start = run.start();
    run.advance(bars, bars.len());
    let mut driver = run.finish(bars, terms.close);
    let equity = driver.take_equity();
    let first_tradable = start.saturating_sub(terms.settle);
    let steps = (bars.time, equity.as_slice());
    let mut measures = measure_finished(&driver, &[bars], steps, first_tradable, measurer)?;
    if measurer.wanted() != Wanted::ALL {
        let ledger = driver.kernel().ledger();
        let open = ledger.position(0).lots.len();
        measurer.count_trades(&mut measures, ledger.closed_trades(), open);
    }
    Ok(measures)
}
