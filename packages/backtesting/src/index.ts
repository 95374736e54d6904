export type { Assumptions, FillPolicy, ProfileName } from './assumptions.ts'
export { backtest } from './backtest.ts'
export type { CorporateActions } from './corporate-actions.ts'
export type {
  FeeLimits,
  FeeModel,
  FeeTier,
  MakerTakerFee,
  PercentFee,
  PerOrderFee,
  PerShareFee,
  SaleCharges,
  TieredFee,
} from './fee-model.ts'
export type { Currencies } from './currencies.ts'
export type { Financing } from './financing.ts'
export type {
  FixedMargin,
  MarginExtras,
  MarginPresetName,
  MarginTerms,
  PortfolioMargin,
  RateByInstrument,
  RegulationTMargin,
} from './margin-terms.ts'
export { feePresetNames, feePresets } from './fee-presets.ts'
export type { FeePresetName } from './fee-presets.ts'
export type { CalendarName, CalendarOption } from './sessions/calendar-option.ts'
export type { Cutoff, CutoffOption, Cutoffs } from './sessions/cutoffs.ts'
export type { TradingHours } from './sessions/trading-hours.ts'
export type { InstrumentSummary } from './instrument-terms.ts'
export type { SlippageModel, SquareRootSlippage, VolumeShareSlippage } from './slippage-model.ts'
export { checkLookAhead } from './look-ahead/check-look-ahead.ts'
export type { CheckLookAheadOptions } from './look-ahead/check-options.ts'
export type { CallSite } from './look-ahead/call-site.ts'
export { futureOfBars } from './look-ahead/futures.ts'
export type { Future } from './look-ahead/futures.ts'
export type { LookAheadFinding, LookAheadKind, LookAheadReport } from './look-ahead/report.ts'
export { remedies as lookAheadRemedies } from './look-ahead/sentences.ts'
export { diffEventLogs } from './log/diff-event-logs.ts'
export type { EventLogDifference } from './log/diff-event-logs.ts'
export { eventKinds, eventsOf } from './log/events-of.ts'
export type { EventFilter, LoggedEvent } from './log/events-of.ts'
export { openEventLog, readEventLog } from './log/read-event-log.ts'
export type { SavedEventLog } from './log/read-event-log.ts'
export { verifyEventLog } from './log/verify-event-log.ts'
export type { EventLogVerdict } from './log/verify-event-log.ts'
export { writeEventLog } from './log/write-event-log.ts'
export type { Conventions, Measures } from './measures.ts'
export { renderReport } from './report/render-report.ts'
export type { ReportOptions } from './report/render-report.ts'
export { renderSummary } from './report/summary/render-summary.ts'
export type { SummaryOptions } from './report/summary/render-summary.ts'
export { combinatorialPurged } from './walk-forward/combinatorial-purged.ts'
export type {
  CombinatorialOptions,
  CombinatorialPath,
  CombinatorialResult,
  CombinatorialSplit,
} from './walk-forward/combinatorial-purged.ts'
export type { DataSlice } from './walk-forward/data-slice.ts'
export { backtestEvaluator } from './walk-forward/evaluation.ts'
export type { Evaluate, Evaluation, EvaluationRules, Objective } from './walk-forward/evaluation.ts'
export type { GrowthMeasures } from './walk-forward/growth-measures.ts'
export { writtenParams } from './walk-forward/param-space.ts'
export type { Params, ParamSpace } from './walk-forward/param-space.ts'
export { parameterMap } from './walk-forward/parameter-map.ts'
export type { MapPlace, ParameterMap, ParameterMapOptions } from './walk-forward/parameter-map.ts'
export { combinatorialSplits, purgedKFold } from './walk-forward/purged-splits.ts'
export type {
  CombinatorialSplits,
  PurgedSplit,
  PurgeOptions,
} from './walk-forward/purged-splits.ts'
export { anchoredSplits, rollingSplits } from './walk-forward/rolling-splits.ts'
export type { ForwardOptions, Split } from './walk-forward/rolling-splits.ts'
export type { TrialOptions } from './walk-forward/trial-runner.ts'
export { walkForward } from './walk-forward/walk-forward.ts'
export type {
  WalkForwardOptions,
  WalkForwardResult,
  WalkForwardWindow,
} from './walk-forward/walk-forward.ts'
export type { StepRange, Steps, WindowLength } from './walk-forward/windows.ts'
export { writeReport } from './report/write-report.ts'
export { optionsSchema } from './options.ts'
export type { BacktestOptions } from './options.ts'
export { runConfig } from './profiles.ts'
export { openReplay } from './ticks/open-replay.ts'
export type { Replay, ReplayAccount, ReplayOptions } from './ticks/open-replay.ts'
export type {
  AccountEvents,
  ActionTable,
  BacktestResult,
  EventLog,
  FillTable,
  OrderStatusName,
  OrderTable,
  OrderTypeName,
  StrategySummary,
  TradeTable,
} from './result.ts'
export type {
  ArrayOptions,
  CallSequence,
  Conflict,
  Direction,
  PriceColumns,
  SignalOptions,
  SizeType,
} from './signals/array-options.ts'
export type {
  ArrayOrders,
  ArrayResult,
  ArrayTrades,
  UnfilledOrders,
  UnfilledReason,
} from './signals/array-result.ts'
export type { ChoiceCells, FlagCells, NumberCells, SignalColumns } from './signals/cells.ts'
export type {
  KernelOptions,
  KernelOrderOptions,
  KernelResult,
  KernelSignalOptions,
  KernelSizeType,
  OrderLayer,
} from './signals/kernel-options.ts'
export { fromOrders } from './signals/from-orders.ts'
export { fromSignals } from './signals/from-signals.ts'
export { grid, zip } from './sweep/sweep-space.ts'
export type { Axes, SweepSpace, SweptValue } from './sweep/sweep-space.ts'
export { range } from './sweep/range.ts'
export { random, sobol } from './sweep/sampled-space.ts'
export type { Interval, SampledAxes, SampledAxis } from './sweep/sampled-space.ts'
export { sweep } from './sweep/sweep.ts'
export type { StrategyMaker, StrategyModule, SweepOptions } from './sweep/sweep-options.ts'
export type { BestRow, SweepRow, SweepTable } from './sweep/sweep-table.ts'
export { search } from './search/search.ts'
export type { SearchOptions } from './search/search.ts'
export type { SearchMethod } from './search/method.ts'
export type { SearchObjective } from './search/objective.ts'
export type { SearchResult, Trial } from './search/search-table.ts'
export { choice, integer, real } from './search/space.ts'
export type { Combination, Dimension, SearchParams, SearchValue, Space } from './search/space.ts'
export { compareRuns } from './compare/compare-runs.ts'
export type { CompareOptions, Comparison } from './compare/compare-runs.ts'
export { comparisonRows } from './compare/comparison-rows.ts'
export { renderComparison } from './compare/render-comparison.ts'
export type { ComparisonPageOptions } from './compare/render-comparison.ts'
export { writeComparison } from './compare/write-comparison.ts'
export { renderSweep } from './sweep-page/render-sweep.ts'
export type { SweepPageOptions } from './sweep-page/render-sweep.ts'
export { topRows } from './sweep-page/top-rows.ts'
export type { TopRows } from './sweep-page/top-rows.ts'
export { writeSweep } from './sweep-page/write-sweep.ts'
