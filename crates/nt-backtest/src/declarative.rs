mod as_of;
mod columns;
mod comparisons;
mod run;
mod signal;
mod signals;
mod spec;

pub use columns::Columns;
pub(crate) use columns::{BarColumn, first_value};
pub(crate) use comparisons::Comparisons;
pub use run::Declarative;
pub(crate) use signals::{Signals, request};
pub use spec::{Action, Condition, Node, Operand, Rule, Side, Spec};
