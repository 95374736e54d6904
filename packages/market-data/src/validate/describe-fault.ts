import { type Bars, type BarColumn, NeuralTraderError } from '@neural-trader/core'
import type { Fault } from '../fault.ts'
import { formatInstant } from '../instant.ts'
import { noTime } from '../raw-bars.ts'
import type { BarColumns } from './find-faults.ts'

/** Where bars came from, for messages. */
export type BarsOrigin = {
  /** A path, or the instrument of bars in memory. */
  readonly name: string
  readonly columnName: (column: BarColumn | 'time') => string
  /** Text of a cell as written; null where there is none. The row counts from 0. */
  readonly cell: (row: number, column: BarColumn | 'time') => Promise<string | null>
}

/** Bars in memory have no text of their own: their numbers are shown. */
export function memoryOrigin(bars: Bars): BarsOrigin {
  return {
    name: bars.instrument,
    columnName: (column) => column,
    cell: (row, column) => Promise.resolve(memoryCell(bars, row, column)),
  }
}

/** The value of a cell as text. */
export function memoryCell(bars: BarColumns, row: number, column: BarColumn | 'time'): string {
  const time = bars.time[row]
  if (column !== 'time') return String(bars[column][row])
  return time === undefined || time === noTime ? 'none' : formatInstant(time)
}

/** The error for the fault whose row comes first. */
export async function faultError(
  faults: readonly Fault[],
  bars: BarColumns,
  origin: BarsOrigin,
): Promise<NeuralTraderError | null> {
  const [first] = faults.toSorted((a, b) => (a.rows[0] ?? -1) - (b.rows[0] ?? -1))
  if (first === undefined) return null
  const row = first.rows[0] ?? 0
  const cell = await origin.cell(row, first.column)
  return new NeuralTraderError(first.code, describeFault(first, row, bars, origin, cell), {
    details: {
      source: origin.name,
      row: row + 1,
      column: origin.columnName(first.column),
      value: cell,
    },
  })
}

/** One sentence: the row and column at fault, what stands there, and the remedy. */
export function describeFault(
  fault: Fault,
  row: number,
  bars: BarColumns,
  origin: BarsOrigin,
  cell: string | null,
): string {
  const column = `column '${origin.columnName(fault.column)}'`
  const where = `${origin.name}, row ${row + 1}`
  const shown = cell === null || cell === '' ? 'nothing' : `'${cell}'`
  switch (fault.code) {
    case 'DATA_LENGTH_MISMATCH':
      return `${origin.name}: ${column} has ${lengthOf(bars, fault.column)} values, time has ${bars.time.length}: give columns of equal length`
    case 'DATA_FORMAT':
      return fault.column === 'time'
        ? `${where}: ${column} holds ${shown}, which is not a time between 1678 and 2261: write ISO 8601, or give \`timestampFormat\``
        : `${where}: ${column} holds ${shown}, which is not a number: ${numberRemedy(cell ?? '')}`
    case 'DATA_NOT_FINITE':
      return `${where}: ${column} holds ${shown}: give a finite number or remove the row`
    case 'DATA_NOT_POSITIVE':
      return `${where}: ${column} holds ${shown}, but ${fault.column === 'volume' ? 'a volume is at least 0' : 'a price is above 0'}: correct or remove the row`
    case 'DATA_CROSSED_PRICES':
      return `${where}: ${crossing(bars, row)}: correct or remove the row`
    case 'DATA_DUPLICATE_TIME':
      return `${where}: its time ${memoryCell(bars, row, 'time')} was given before: keep one row for each time`
    case 'DATA_UNSORTED':
      return `${where}: its time ${memoryCell(bars, row, 'time')} is before that of row ${row}, ${memoryCell(bars, row - 1, 'time')}: sort the rows by time, oldest first`
    case 'DATA_TIME_ZONE':
      return fault.zone === undefined
        ? `${where}: ${shown} ${mixture(cell ?? '')}: state an offset in every row or in none`
        : `${where}: ${shown} does not exist in ${fault.zone}, whose clocks skip it: correct the time, or give another \`timeZone\``
  }
}

function lengthOf(bars: BarColumns, column: BarColumn | 'time'): number {
  return bars[column].length
}

function numberRemedy(text: string): string {
  if (/^-?\d+,\d+$/.test(text.trim())) return "write decimals with a point, or give `decimal: ','`"
  if (/^-?\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?$/.test(text.trim()))
    return 'remove the thousands separators'
  return 'write it with digits and a point'
}

function crossing({ open, high, low, close }: BarColumns, row: number): string {
  if (high[row]! < low[row]!) return `high ${high[row]} is below low ${low[row]}`
  const isInside = (price: number): boolean => price <= high[row]! && price >= low[row]!
  const [name, price] = isInside(open[row]!) ? ['close', close[row]] : ['open', open[row]]
  return `${name} ${price} lies outside low ${low[row]} to high ${high[row]}`
}

function mixture(text: string): string {
  return /(?:Z|UTC|GMT|[+-]\d{2}:?\d{0,2})\s*$/i.test(text) && text.includes(':')
    ? 'states a time zone, earlier rows do not'
    : 'states no time zone, earlier rows do'
}
