import { type BarColumn, barColumns, type Bars } from '@neural-trader/core'
import { countDecimals, type DecimalsInUse } from '../decimals.ts'
import { examplesPerFault } from '../fault.ts'
import { formatInstant } from '../instant.ts'
import { noTime } from '../raw-bars.ts'
import type { Gaps } from './gaps.ts'
import { findJumps } from './jumps.ts'
import type { Finding, FindingExample } from './report.ts'

/** Gaps as a finding; the calendar is the one they were found by. */
export function gapFinding(bars: Bars, gaps: Gaps, calendar?: string): Finding[] {
  const { longest } = gaps
  if (longest === null) return []
  const many = (count: number): string => (count === 1 ? '1 bar is' : `${count} bars are`)
  const message =
    `${many(gaps.missingBars)} missing in ${gaps.count} gaps, at most ${longest.missingBars} at a time ` +
    `(before row ${longest.row + 1}); ` +
    (calendar === undefined
      ? 'nights and weekends are not counted'
      : `times in which ${calendar} is closed are not counted`)
  const examples = gaps.first.map(({ row, missingBars }) =>
    example(bars, row, `${many(missingBars)} missing before this row`),
  )
  return [{ code: 'GAP', severity: 'warning', count: gaps.count, message, examples }]
}

/** Bars without volume: worth a warning where others have some. */
export function zeroVolumeFinding(bars: Bars): Finding[] {
  const rows: number[] = []
  let count = 0
  for (let row = 0; row < bars.volume.length; row++) {
    if (bars.volume[row] !== 0) continue
    count += 1
    if (rows.length < examplesPerFault) rows.push(row)
  }
  if (count === 0) return []
  const none = count === bars.volume.length
  const message = none
    ? 'No bar has a volume: measures that need one are not to be trusted'
    : `${count} bars have volume 0`
  const examples = none ? [] : rows.map((row) => example(bars, row, 'volume 0'))
  return [{ code: 'ZERO_VOLUME', severity: none ? 'info' : 'warning', count, message, examples }]
}

/** Prices that stand far from their neighbours. */
export function jumpFinding(bars: Bars): Finding[] {
  const { count, rows } = findJumps(bars)
  if (count === 0) return []
  const message = `${count} bars jump by more than 10 % and 20 times the usual move: look for bad ticks or splits`
  const examples = rows.map((row) => example(bars, row, jumpText(bars, row)))
  return [{ code: 'PRICE_JUMP', severity: 'warning', count, message, examples }]
}

/** Digits in use, and the values that no scale can keep. */
export function decimalsFinding(bars: Bars): {
  decimals: { price: number; volume: number }
  findings: Finding[]
} {
  const used = barColumns.map((column) => ({ column, inUse: countDecimals(bars[column]) }))
  const digits = (isVolume: boolean): number =>
    Math.max(
      ...used
        .filter(({ column }) => (column === 'volume') === isVolume)
        .map(({ inUse }) => inUse.decimals),
    )
  return { decimals: { price: digits(false), volume: digits(true) }, findings: tooFine(bars, used) }
}

type ColumnInUse = { readonly column: BarColumn; readonly inUse: DecimalsInUse }

function tooFine(bars: Bars, used: readonly ColumnInUse[]): Finding[] {
  const finer = used.filter(({ inUse }) => inUse.finer > 0)
  const count = finer.reduce((sum, { inUse }) => sum + inUse.finer, 0)
  if (count === 0) return []
  const names = finer.map(({ column }) => column).join(', ')
  const message = `${count} values in ${names} have more than 9 decimals: the engine rounds them to 9 in money and orders`
  const examples = finer
    .flatMap(({ column, inUse }) =>
      inUse.finerRows.map((row) => example(bars, row, `${column} ${bars[column][row]}`)),
    )
    .slice(0, examplesPerFault)
  return [{ code: 'TOO_FINE', severity: 'info', count, message, examples }]
}

/** A row as an example. */
export function example(bars: Bars, row: number, text: string): FindingExample {
  const time = bars.time[row]
  return {
    row: row + 1,
    time: time === undefined || time === noTime ? null : formatInstant(time),
    text,
  }
}

function jumpText({ open, high, low, close }: Bars, row: number): string {
  const before = row === 0 ? '' : `close ${close[row - 1]} before; `
  return `${before}open ${open[row]}, high ${high[row]}, low ${low[row]}, close ${close[row]}`
}
