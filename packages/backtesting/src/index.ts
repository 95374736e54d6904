export type { Assumptions, FillPolicy, ProfileName } from './assumptions.ts'
export { backtest } from './backtest.ts'
export type { Conventions, Measures } from './measures.ts'
export { optionsSchema } from './options.ts'
export type { BacktestOptions } from './options.ts'
export type {
  BacktestResult,
  EventLog,
  FillTable,
  OrderStatusName,
  OrderTable,
  OrderTypeName,
  StrategySummary,
  TradeTable,
} from './result.ts'
