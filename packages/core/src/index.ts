export { barColumns, sliceBars } from './bars.ts'
export type { BarColumn, Bars, QuoteBars, Timeframe } from './bars.ts'
export type {
  BarSource,
  Column,
  Condition,
  IndicatorColumn,
  Operand,
  Rule,
  RuleAction,
} from './column.ts'
export type {
  CashDividend,
  CorporateAction,
  Delisting,
  Split,
  SymbolChange,
} from './corporate-action.ts'
export { errorCodes } from './error-code.ts'
export type { ErrorCode } from './error-code.ts'
export { NeuralTraderError } from './error.ts'
export type { ErrorDetails, NeuralTraderErrorOptions } from './error.ts'
export { createEventBus } from './event-bus.ts'
export type { EventBus, EventHandler, EventMap, Unsubscribe } from './event-bus.ts'
export type {
  FillableOrder,
  FillBar,
  FillModel,
  FillQuote,
  ModelFill,
  OrderKindName,
  QuoteFillModel,
} from './fill-model.ts'
export type {
  Expiry,
  FundingRates,
  FutureTerms,
  InstrumentTerms,
  ListingRules,
  OptionTerms,
  PerpetualTerms,
  SpotTerms,
} from './instrument.ts'
export { nearest } from './nearest.ts'
export { nearNormal, seededRandom, uniform } from './random.ts'
export type { RandomBits } from './random.ts'
export type {
  AccountView,
  CalendarPeriod,
  CloseOptions,
  ExitOptions,
  InstrumentContext,
  OpenLot,
  OrderNumber,
  OrderChange,
  OrderOptions,
  Orders,
  ParamValue,
  PositionView,
  RebalanceOptions,
  Strategy,
  StrategyContext,
  TimeView,
  Values,
  Weights,
} from './strategy.ts'
export type { TickContext, TickInstrument } from './tick-context.ts'
export type { Quotes, Trades } from './ticks.ts'
