import { median } from '../measure.ts'
import type { Rival } from './rival.ts'
import type { Row } from './table.ts'

/** How many times faster than the rivals we are, over the indicators that they have. */
export type Ratios = {
  /** Over the fastest npm library that has the indicator. */
  readonly npmMedian: number
  readonly npmLeast: number
  /** Over TA-Lib's C; NaN where it was not measured. */
  readonly talibMedian: number
  readonly talibLeast: number
}

/** The ratios of a table; more than 1 where we are faster. */
export function ratios(rows: readonly Row[]): Ratios {
  const npm = rows.flatMap((row) => ratio(row, (rival) => rival.npm))
  const talib = rows.flatMap((row) => ratio(row, (rival) => !rival.npm))
  return {
    npmMedian: middle(npm),
    npmLeast: Math.min(...npm),
    talibMedian: middle(talib),
    talibLeast: talib.length === 0 ? Number.NaN : Math.min(...talib),
  }
}

function ratio({ ours, rivals }: Row, wanted: (rival: Rival) => boolean): number[] {
  const values = rivals.flatMap(({ rival, value }) => (wanted(rival) ? [value] : []))
  return values.length === 0 ? [] : [Math.min(...values) / ours]
}

function middle(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : median(values)
}

/** A line for every indicator: nanoseconds per bar, and how many times those of each rival are. */
export function ratioTable(rows: readonly Row[]): string {
  return rows
    .map(({ name, ours, rivals }) => {
      const others = rivals.map(({ rival, value }) => {
        return `${rival.name} ${value.toFixed(2)} (${(value / ours).toFixed(2)}x)`
      })
      return `${name.padEnd(28)} ${ours.toFixed(2).padStart(8)}  ${others.join('  ')}`
    })
    .join('\n')
}
