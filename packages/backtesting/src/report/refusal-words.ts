/** Why orders were refused or ended unfilled, in words; a reason unknown here is read out. */
export function refusalWords(reason: string): string {
  return reasonWords[reason] ?? readOut(reason)
}

/** The reasons of the engine (`crates/nt-trading/src/reason.rs`) in words. */
export const reasonWords: Readonly<Record<string, string>> = {
  QUANTITY_ZERO: 'Quantity zero, or already held',
  PRICE_NOT_POSITIVE: 'Price not positive',
  UNKNOWN_INSTRUMENT: 'Unknown instrument',
  TARGET_NEEDS_MARKET: 'Target without a market order',
  TIME_IN_FORCE_NEEDS_NO_STOP: 'Time in force not for stops',
  EXIT_ON_WRONG_SIDE: 'Exit on the wrong side',
  REDUCE_ONLY: 'Would not reduce',
  MAX_ORDER_QUANTITY: 'Over the limit of quantity',
  MAX_ORDER_NOTIONAL: 'Over the limit of value',
  MAX_POSITION: 'Over the limit of position',
  MAX_WORKING_ORDERS: 'Too many working orders',
  TRADING_HALTED: 'Trading halted: no equity left',
  SHORT_NOT_ALLOWED: 'Short in a cash account',
  INSUFFICIENT_BUYING_POWER: 'Not enough buying power',
  IMMEDIATE_OR_CANCEL: 'Immediate or cancel',
  FILL_OR_KILL: 'Fill or kill',
  END_OF_DAY: 'End of the day',
  REQUESTED: 'Cancelled by the strategy',
  LOT_CLOSED: 'Position already closed',
  OUT_OF_RANGE: 'Number out of range',
  NO_PRICE: 'No price yet',
  CUT_TO_BUYING_POWER: 'Cut to the buying power',
  POST_ONLY_WOULD_TAKE: 'Post-only, but would take',
  ORDER_NOT_WORKING: 'Order no longer working',
  GROUP_FILLED: 'Another of its group filled',
  PARENT_ENDED: 'Its parent ended unfilled',
  ORDER_ENDED: 'Change of an ended order',
  NOT_ITS_TERMS: 'Change of terms it has not',
  BELOW_FILLED: 'Change below what is filled',
  TIME_OVER: 'Its time is over',
  NEEDS_RESTING_LIMIT: 'Not a limit that may rest',
  AUCTION_MISSED: 'Missed the open or close',
  DISPLAY_OUT_OF_RANGE: 'Display beyond its quantity',
  MISSED_CUTOFF: 'Too late for the open or close',
  SESSION_UNKNOWN: 'Open or close without a calendar',
  SUPERSEDED: 'A later target came first',
  PRICE_OFF_TICK: 'Price off the tick',
  QUANTITY_OFF_LOT: 'Quantity off the lot',
  BELOW_MIN_QUANTITY: 'Below the least quantity',
  BELOW_MIN_NOTIONAL: 'Below the least value',
  INSTRUMENT_EXPIRED: 'Instrument has expired',
  INSTRUMENT_DELISTED: 'Instrument is delisted',
  SPLIT_LEFT_NOTHING: 'Less than a lot left by a split',
  LIQUIDATION: 'Liquidation taken back',
  MARGIN_CALL: 'Taken back at a margin call',
  UNSETTLED_CASH: 'Cash not settled yet',
  NO_EXCHANGE_RATE: 'No exchange rate yet',
  WEIGHTS_EXCEED_LEVERAGE: 'Weights beyond the leverage',
  REBALANCED: 'A later rebalance took its place',
  NEEDS_PATH_MATCHING: 'Rebalance not in this profile',
  SAME_CURRENCY: 'Conversion into the same currency',
  AMOUNT_NOT_POSITIVE: 'Conversion of nothing',
  NEEDS_NETTING: 'Not in a hedging account',
}

function readOut(code: string): string {
  const text = code.replaceAll(/[_-]+/g, ' ').trim().toLowerCase()
  return text.charAt(0).toUpperCase() + text.slice(1)
}
