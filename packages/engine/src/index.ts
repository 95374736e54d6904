export { crossSection } from './cross-section.ts'
export type { CrossSectionCall, CrossSectionMethod } from './cross-section.ts'
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
export { openPlan } from './indicator-plan.ts'
export type { IndicatorPlan } from './indicator-plan.ts'
export { openIndicator } from './indicator-stream.ts'
export type { IndicatorStream } from './indicator-stream.ts'
export {
  computeColumns,
  computeIndicator,
  fillIndicator,
  indicatorLookback,
  indicatorRegistry,
  splitFactors,
} from './indicators.ts'
export type {
  ComputedColumns,
  IndicatorCall,
  IndicatorInfo,
  IndicatorSetting,
  OutputInfo,
  ParamInfo,
} from './indicators.ts'
export { inspectBars } from './inspect-bars.ts'
export { inspectTicks } from './inspect-ticks.ts'
export { forwardReturn, tripleBarrier } from './labels.ts'
export type { BarrierColumns, BarrierLabels, Barriers } from './labels.ts'
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
  ActionSpec,
  BarQuotes,
  FeeSpec,
  RiskLimits,
  RunConfig,
  RunSeries,
  RunSessions,
  CurrenciesSpec,
  FinancingSpec,
  MaintenanceSpec,
  RatesSpec,
  SlippageSpec,
  TermsSpec,
  TickSeries,
} from './run-config.ts'
export {
  askedSlot,
  askedStride,
  commandCapacity,
  commandSlot,
  commandStride,
  lotStride,
  instrumentStride,
  notAwaited,
  openSession,
  openTickSession,
  orderKinds,
  viewSlot,
} from './session.ts'
export type { Session } from './session.ts'
export { openVenue, venueBarStride } from './venue.ts'
export type { Venue, VenueAccount, VenuePosition } from './venue.ts'
export {
  fallsOf,
  independentTrials,
  measureReturns,
  rollReturns,
  runIntervals,
  runMonteCarlo,
  runOverfitting,
  runRealityCheck,
  sharpeConfidence,
  sharpeGate,
  trackRecord,
} from './statistics.ts'
export type {
  FallRow,
  ReturnColumns,
  SharpeGate,
  StatisticsControl,
  TrialRows,
} from './statistics.ts'
export { SweepGraph } from './sweep-graph.ts'
export type { SweepRows } from './sweep-graph.ts'
export { openSweep } from './sweep-session.ts'
export type { SweepFailure, SweepPart, SweepSession, SweepSpec } from './sweep-session.ts'
export { openTickReplay, tickSlot } from './tick-replay.ts'
export type { TickInstrument, TickReplay } from './tick-replay.ts'
export { runSignals } from './signal-run.ts'
export type {
  SignalChoices,
  SignalFlags,
  SignalNumbers,
  SignalPlan,
  SignalRuleSpec,
  SignalRunControl,
  SignalTables,
} from './signal-run.ts'
