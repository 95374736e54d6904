//! Slots of a command.

pub const OPERATION: usize = 0;
pub const INSTRUMENT: usize = 1;
pub const SIZE_KIND: usize = 2;
/// Of a conversion, in the places of what it has not: places of currencies, 0 for the base.
pub const FROM: usize = 1;
pub const TO: usize = 2;
pub const SIZE: usize = 3;
/// Of a rebalance, in the places of what it has not.
pub const LEAST_TRADE: usize = 3;
pub const TOLERANCE: usize = 4;
pub const KEEPS_OTHERS: usize = 7;
pub const LIMIT: usize = 4;
pub const STOP: usize = 5;
pub const TIME_IN_FORCE: usize = 6;
pub const REDUCE_ONLY: usize = 7;
pub const STOP_LOSS: usize = 8;
pub const TAKE_PROFIT: usize = 9;
pub const STOP_LOSS_SHARE: usize = 10;
pub const TAKE_PROFIT_SHARE: usize = 11;
pub const ORDER: usize = 12;
/// 1 where the slots below were written; they are read only then.
pub const HAS_TERMS: usize = 13;
pub const TRAIL: usize = 14;
pub const TRAIL_SHARE: usize = 15;
pub const TRAIL_LIMIT: usize = 16;
pub const TOUCH: usize = 17;
pub const TO_LIMIT: usize = 18;
pub const EXPIRES_AT: usize = 19;
pub const POST_ONLY: usize = 20;
pub const DISPLAY: usize = 21;
pub const GROUP: usize = 22;
pub const PARENT: usize = 23;
