//! The measures against tables that backtesting.py and vectorbt printed for the same equity and
//! trades. The cases lie outside the repository: `NT_ORACLES` names their folder.

#[path = "measures_oracles/backtesting_py.rs"]
mod backtesting_py;
#[path = "measures_oracles/bars.rs"]
mod bars;
#[path = "measures_oracles/goog.rs"]
mod goog;
#[path = "measures_oracles/oracle.rs"]
mod oracle;
#[path = "measures_oracles/vectorbt.rs"]
mod vectorbt;
