/**
 * The stable codes of `NeuralTraderError`, with their meaning. The Rust side carries the same table
 * (`crates/nt-core/src/code.rs`); a code never changes its meaning.
 */
export const errorCodes = {
  INVALID_ARGUMENT: 'An argument is outside what the callee accepts',
  INVALID_PARAMETER:
    'A parameter of a strategy or an indicator is missing, misspelt or out of range',
  UNKNOWN_STRATEGY: 'No strategy has this name',
  UNKNOWN_INDICATOR: 'No indicator has this name',
  UNKNOWN_INSTRUMENT: 'No instrument has this identifier',
  UNKNOWN_DATASET: 'No data set has this name',
  INVALID_STRATEGY: 'A declarative strategy does not follow its schema',
  STRATEGY_FAILED: 'A strategy threw; the cause is attached',
  LOOK_AHEAD: 'A strategy asked for a bar that has not closed',
  FILL_MODEL_FAILED: 'A fill model threw; the cause is attached',
  INVALID_FILL: 'A fill model gave a fill that the bar or the order does not allow',
  FILE_NOT_READABLE: 'A file does not exist or cannot be read',
  FILE_NOT_WRITABLE: 'A file cannot be written',
  DATA_FORMAT: 'A file is not in the format it claims, or its delimiter is not the one expected',
  DATA_EMPTY: 'A series has no rows',
  DATA_MISSING_COLUMN: 'A column that is needed is not there',
  DATA_NOT_FINITE: 'A price or volume is NaN or infinite',
  DATA_NOT_POSITIVE: 'A price is zero or negative, or a volume negative',
  DATA_CROSSED_PRICES:
    'The prices of a bar contradict each other (high below low, open or close outside)',
  DATA_DUPLICATE_TIME: 'Two rows carry the same time',
  DATA_UNSORTED: 'A row is earlier than the row before it',
  DATA_TIME_ZONE: 'Rows state different time zones, or a zone is needed and absent',
  DATA_LENGTH_MISMATCH: 'Columns of one series differ in length',
  OVERFLOW: 'A number does not fit the integer scale it must be kept in',
  LOG_CORRUPT: 'An event log does not follow its schema or its chain is broken',
  CANCELLED: 'The work was cancelled by its caller',
  BROKER_NOT_CONNECTED: 'A broker was asked before it was connected',
  CLIENT_ORDER_ID_TAKEN: 'A client order id already names another order',
  UNKNOWN_ORDER: 'No order has this client order id',
  ENGINE_UNAVAILABLE: 'The native engine is missing or of another version',
  INTERNAL: 'An invariant of the engine does not hold; please report it',
} as const

/** One of the stable codes. */
export type ErrorCode = keyof typeof errorCodes
