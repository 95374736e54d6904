mod as_of;
mod columns;
mod comparisons;
mod run;
mod signal;
mod spec;

pub use columns::Columns;
pub use run::Declarative;
pub use spec::{Node, Spec};
