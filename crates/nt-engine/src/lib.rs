//! The native addon: conversions to and from JavaScript, nothing else. What it converts for stands in
//! the other crates; `packages/engine` gives it a typed, documented face.

mod columns;
mod config;
mod declarative;
mod error;
mod indicators;
mod lend;
mod outcome;
mod session;
