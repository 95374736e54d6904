//! Operators and functions over columns.

use crate::indicator::Indicator;

mod cumulative_sum;
mod highest;
mod lowest;
mod max_index;
mod min_index;
mod min_max;
mod min_max_index;
mod operator;
mod sum;
mod transform;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[
    &cumulative_sum::INDICATOR,
    &highest::INDICATOR,
    &lowest::INDICATOR,
    &max_index::INDICATOR,
    &min_index::INDICATOR,
    &min_max::INDICATOR,
    &min_max_index::INDICATOR,
    &sum::INDICATOR,
    &operator::ADD,
    &operator::DIV,
    &operator::MULT,
    &operator::SUB,
    &transform::ACOS,
    &transform::ASIN,
    &transform::ATAN,
    &transform::CEIL,
    &transform::COS,
    &transform::COSH,
    &transform::EXP,
    &transform::FLOOR,
    &transform::LN,
    &transform::LOG10,
    &transform::SIN,
    &transform::SINH,
    &transform::SQRT,
    &transform::TAN,
    &transform::TANH,
];
