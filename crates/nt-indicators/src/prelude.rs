//! What a file of an indicator needs, in one import.

pub(crate) use crate::indicator::{Compute, Group, Indicator, Output, Stability};
pub(crate) use crate::machine::Machine;
pub(crate) use crate::param::Param;
pub(crate) use crate::state::state;
