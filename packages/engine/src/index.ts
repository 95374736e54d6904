export { runDeclarative } from './declarative-session.ts'
export type { DeclarativeOutcome, DeclarativeStrategy } from './declarative-session.ts'
export type { DepthOutcome, DepthReport } from './depth-report.ts'
export { depthKind, DepthSession, depthSlot } from './depth-session.ts'
export type {
  DepthChunk,
  DepthOptions,
  DepthOrder,
  DepthProgress,
  DepthQueue,
} from './depth-session.ts'
export { computeColumns, computeIndicator, indicatorRegistry } from './indicators.ts'
export type { ComputedColumns, IndicatorCall, IndicatorInfo } from './indicators.ts'
export { inspectBars } from './inspect-bars.ts'
export { inspectTicks } from './inspect-ticks.ts'
export {
  checkBytes,
  logChecks,
  logEvents,
  logSchema,
  openLogReader,
  recordBytes,
  verifyLog,
} from './log.ts'
export type { LogReader, LogTable, LogVerdict, StatedLog } from './log.ts'
export type { Measured, MeasureOptions, Outcome } from './outcome.ts'
export { pause } from './pause.ts'
export type { RunControl } from './pause.ts'
export type {
  FeeSpec,
  RiskLimits,
  RunConfig,
  RunSeries,
  SlippageSpec,
  TickSeries,
} from './run-config.ts'
export {
  commandCapacity,
  commandSlot,
  commandStride,
  lotStride,
  instrumentStride,
  openSession,
  openTickSession,
  viewSlot,
} from './session.ts'
export type { Session } from './session.ts'
export { openTickReplay, tickSlot } from './tick-replay.ts'
export type { TickInstrument, TickReplay } from './tick-replay.ts'
