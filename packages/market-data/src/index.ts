export { aggregateBars } from './aggregate/aggregate-bars.ts'
export type { AggregateBarsOptions } from './aggregate/aggregate-bars.ts'
export { aggregateTrades } from './aggregate/aggregate-trades.ts'
export { alignTimeframes } from './aggregate/align-timeframes.ts'
export type { ClosingTimes } from './aggregate/align-timeframes.ts'
export { createBarBuilder } from './aggregate/bar-builder.ts'
export type { BarBuilder } from './aggregate/bar-builder.ts'
export type { AggregateOptions, AggregateRule } from './aggregate/options.ts'
export { calendars } from './calendar/calendar-data.ts'
export type { CalendarId } from './calendar/calendar-data.ts'
export { exchangeCalendar } from './calendar/exchange-calendar.ts'
export type {
  DateRange,
  ExchangeCalendar,
  Session,
  SessionColumns,
} from './calendar/exchange-calendar.ts'
export { openCatalog } from './catalog/catalog.ts'
export type { Catalog } from './catalog/catalog.ts'
export type { CatalogEntry } from './catalog/catalog-entry.ts'
export { actionsFromFactors } from './corporate-actions/actions-from-factors.ts'
export type { FactorOptions } from './corporate-actions/actions-from-factors.ts'
export { adjustBars } from './corporate-actions/adjust-bars.ts'
export type { AdjustBarsOptions, AdjustmentMode } from './corporate-actions/adjust-bars.ts'
export { adjustByFactors } from './corporate-actions/adjust-by-factors.ts'
export { readCorporateActions } from './corporate-actions/read-corporate-actions.ts'
export type { ReadActionsOptions } from './corporate-actions/read-corporate-actions.ts'
export { readFactorFile } from './corporate-actions/read-factor-file.ts'
export type { FactorRow } from './corporate-actions/read-factor-file.ts'
export { countDecimals } from './decimals.ts'
export type { DecimalsInUse } from './decimals.ts'
export type { FaultCode } from './fault.ts'
export { formatInstant, parseInstant } from './instant.ts'
export type { Instant, TimeRange } from './instant.ts'
export type { LeanResolution, LeanSecurityType, ReadLeanOptions } from './lean/options.ts'
export { readLeanBars, readLeanQuoteBars } from './lean/read-lean-bars.ts'
export { loadBars } from './load-bars.ts'
export type { LoadBarsOptions } from './load-bars.ts'
export type { StampMeaning } from './raw-bars.ts'
export type { BarField, ColumnMapping } from './read/columns.ts'
export type { ReadBarsOptions } from './read/options.ts'
export { readBars } from './read/read-bars.ts'
export { resample } from './resample.ts'
export type { ResampleOptions } from './resample.ts'
export { sampleBars, samples } from './samples.ts'
export type { Sample, SampleName } from './samples.ts'
export { selectRange } from './select-range.ts'
export { syntheticBars } from './synthetic-bars.ts'
export type { SyntheticBarsOptions } from './synthetic-bars.ts'
export {
  addTimeframes,
  isDaysOrLonger,
  parseTimeframe,
  periodEnd,
  timeframeLength,
  timeframeParts,
} from './timeframe.ts'
export type { TimeframeParts, TimeframeUnit } from './timeframe.ts'
export type {
  Finding,
  FindingCode,
  FindingExample,
  Severity,
  ValidationReport,
} from './validate/report.ts'
export { validateBars, validateFile } from './validate/validate-bars.ts'
export type { ValidateOptions } from './validate/validate-bars.ts'
export { writeAtomically } from './write/atomic-file.ts'
export { writeCsv } from './write/write-csv.ts'
export { writeParquet } from './write/write-parquet.ts'
export { writeTable } from './write/write-table.ts'
export type { Table } from './write/write-table.ts'
