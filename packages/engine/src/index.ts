export { runDeclarative } from './declarative-session.ts'
export type { DeclarativeOutcome, DeclarativeStrategy } from './declarative-session.ts'
export { computeColumns, computeIndicator, indicatorRegistry } from './indicators.ts'
export type { ComputedColumns, IndicatorCall, IndicatorInfo } from './indicators.ts'
export { inspectBars } from './inspect-bars.ts'
export type { Measured, MeasureOptions, Outcome } from './outcome.ts'
export { pause } from './pause.ts'
export type { RunControl } from './pause.ts'
export type { FeeSpec, RiskLimits, RunConfig, RunSeries, SlippageSpec } from './run-config.ts'
export {
  commandCapacity,
  commandSlot,
  commandStride,
  instrumentStride,
  openSession,
  viewSlot,
} from './session.ts'
export type { Session } from './session.ts'
