import type { Bars } from '@neural-trader/core'
import type { ExchangeCalendar } from '../calendar/exchange-calendar.ts'
import { examplesPerFault, type Fault } from '../fault.ts'
import { formatInstant } from '../instant.ts'
import { noTime } from '../raw-bars.ts'
import type { ReadBarsOptions } from '../read/options.ts'
import { readUnchecked, type UncheckedBars } from '../read/read-bars.ts'
import { type BarsOrigin, describeFault, memoryCell, memoryOrigin } from './describe-fault.ts'
import { findFaults } from './find-faults.ts'
import { findCalendarGaps } from './calendar-gaps.ts'
import { findGaps } from './gaps.ts'
import {
  decimalsFinding,
  example,
  gapFinding,
  jumpFinding,
  zeroVolumeFinding,
} from './observations.ts'
import { outsideFinding } from './outside-sessions.ts'
import type { Finding, ValidationReport } from './report.ts'

/** What bars are judged by. */
export type ValidateOptions = {
  /**
   * When the venue trades, so that a bar is missing only where it did; without it, what is to be
   * expected is learnt from the series itself, and a holiday counts as a gap.
   */
  readonly calendar?: ExchangeCalendar
}

/**
 * Everything that stands out in bars in memory; nothing is thrown for bad bars.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where bars lie outside of what the calendar knows.
 */
export function validateBars(bars: Bars, { calendar }: ValidateOptions = {}): ValidationReport {
  const origin = memoryOrigin(bars)
  const faults = findFaults(bars)
  const errors = faults.map((fault) =>
    faultFinding(
      fault,
      bars,
      origin,
      fault.rows.map((row) => memoryCell(bars, row, fault.column)),
    ),
  )
  return report(bars, { source: origin.name, timeZone: 'UTC', calendar }, errors, [])
}

/**
 * Everything that stands out in a file of bars; bad rows are findings, not errors.
 *
 * @throws NeuralTraderError where the file gives no rows to look at: `FILE_NOT_READABLE`,
 * `DATA_EMPTY`, `DATA_MISSING_COLUMN`, or `DATA_FORMAT` when lines do not split into columns; and
 * `INVALID_ARGUMENT` where rows lie outside of what the calendar knows.
 */
export async function validateFile(
  path: string | URL,
  options: ReadBarsOptions & ValidateOptions = {},
): Promise<ValidationReport> {
  const unchecked = await readUnchecked(path, options)
  const { bars, faults, origin, timeZone } = unchecked
  const errors: Finding[] = []
  for (const fault of faults) {
    const cells = await Promise.all(fault.rows.map((row) => origin.cell(row, fault.column)))
    errors.push(faultFinding(fault, bars, origin, cells))
  }
  const { calendar } = options
  const context = { source: origin.name, timeZone, calendar }
  return report(bars, context, errors, zoneFinding(unchecked, options))
}

/** Where bars come from, how their times were read, and when their venue trades. */
type Context = {
  readonly source: string
  readonly timeZone: string
  readonly calendar: ExchangeCalendar | undefined
}

function report(
  bars: Bars,
  { source, timeZone, calendar }: Context,
  errors: readonly Finding[],
  notes: readonly Finding[],
): ValidationReport {
  const { instrument, timeframe, time } = bars
  const gaps =
    calendar === undefined ? findGaps(time, timeframe) : findCalendarGaps(time, timeframe, calendar)
  const { decimals, findings } = decimalsFinding(bars)
  const severe = time.length === 0 ? [...errors, emptyFinding(source)] : errors
  const all = [
    ...severe,
    ...gapFinding(bars, gaps, calendar?.id),
    ...outsideFinding(bars, calendar),
    ...jumpFinding(bars),
    ...zeroVolumeFinding(bars),
    ...findings,
    ...notes,
  ]
  return {
    source,
    instrument,
    timeframe,
    rows: time.length,
    first: timeText(time[0]),
    last: timeText(time.at(-1)),
    timeZone,
    decimals,
    missingBars: gaps.missingBars,
    closures: gaps.closures,
    ok: severe.length === 0,
    findings: all,
  }
}

function faultFinding(
  fault: Fault,
  bars: Bars,
  origin: BarsOrigin,
  cells: readonly (string | null)[],
): Finding {
  const [row = 0] = fault.rows
  const others = fault.count > 1 ? ` (and ${fault.count - 1} more like it)` : ''
  return {
    code: fault.code,
    severity: 'error',
    count: fault.count,
    message: describeFault(fault, row, bars, origin, cells[0] ?? null) + others,
    examples: fault.rows
      .slice(0, examplesPerFault)
      .map((at, index) =>
        example(bars, at, `${origin.columnName(fault.column)}: ${cells[index] ?? 'nothing'}`),
      ),
  }
}

function emptyFinding(source: string): Finding {
  return {
    code: 'DATA_EMPTY',
    severity: 'error',
    count: 0,
    message: `${source} has no rows`,
    examples: [],
  }
}

/** Times of day that state no zone were taken for UTC: worth saying. */
function zoneFinding({ timeZone, bars }: UncheckedBars, options: ReadBarsOptions): Finding[] {
  if (timeZone !== 'UTC' || options.timeZone !== undefined) return []
  const message =
    'The times state no zone and were taken for UTC: give `timeZone` if they are local times'
  return [
    { code: 'ASSUMED_TIME_ZONE', severity: 'info', count: bars.time.length, message, examples: [] },
  ]
}

function timeText(time: bigint | undefined): string | null {
  return time === undefined || time === noTime ? null : formatInstant(time)
}
