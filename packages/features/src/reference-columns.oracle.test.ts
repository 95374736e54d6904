import { existsSync, readFileSync } from 'node:fs'

import { computeIndicator, indicatorRegistry } from '@neural-trader/engine'
import { expect, test } from 'vitest'

import { columnOf, readTable, type Table } from '../test/reference-table.ts'

/** An input: a column of the file, or an indicator over some. */
type Source = string | Computed
type Computed = {
  readonly indicator: string
  readonly params?: Readonly<Record<string, number>>
  readonly inputs?: readonly Source[]
  readonly output?: string
}
/** What a column of a file has to equal, from one of its rows on, counted from 1. */
type Reference = Computed & {
  readonly file: string
  readonly column: string
  readonly from: number
  /** Of files with rows of several symbols: whose rows hold the values. */
  readonly symbol?: string
  /** Rows by which the file has a value later than we do. */
  readonly lag?: number
  readonly absolute?: number
  readonly relative?: number
}

const folder = `${process.env['NT_ORACLES'] ?? '../shared/oracles'}/indicators`
const absent = !existsSync(folder)
const cases = new URL('../../../crates/testdata/reference-columns.json', import.meta.url)
const references = JSON.parse(readFileSync(cases, 'utf8')) as readonly Reference[]
const registry = new Map(indicatorRegistry().map((info) => [info.name, info]))
const tables = new Map<string, Table>()

function table(file: string): Table {
  const known = tables.get(file) ?? readTable(`${folder}/${file}`)
  tables.set(file, known)
  return known
}

function compute(source: Source, rows: Table): Float64Array {
  if (typeof source === 'string') return columnOf(rows, source)
  const { indicator, params = {}, output = 'value' } = source
  const inputs = source.inputs ?? registry.get(indicator)?.inputs ?? []
  const columns = inputs.map((input) => compute(input === 'value' ? 'close' : input, rows))
  return computeIndicator({ name: indicator, params, output }, columns)
}

test.skipIf(absent).for(references)('$indicator is $column of $file', (reference, { task }) => {
  const { file, column, from, symbol, lag = 0, absolute = 0, relative = 0 } = reference
  const rows = table(file)
  const ours = compute(reference, rows)
  const theirs = columnOf(rows, symbol === undefined ? column : `${symbol}:${column}`)
  const expected = [...theirs.entries()].filter(
    ([row, value]) => row >= from - 1 && !Number.isNaN(value),
  )
  const error = (row: number, value: number): number =>
    Math.abs((ours[row - lag] ?? Infinity) - value)
  const faults = expected.filter(
    ([row, value]) => !(error(row, value) <= absolute + relative * Math.abs(value)),
  )
  const largestError = Math.max(...expected.map(([row, value]) => error(row, value)))
  const failures = Math.min(faults.length, 1)
  Object.assign(task.meta, { oracle: { folder: 'indicators', cases: 1, failures, largestError } })
  expect(expected.length).toBeGreaterThan(10)
  expect(faults.map(([row, value]) => [row + 1, ours[row - lag], value])).toEqual([])
})

test.skipIf(absent)('zigzag confirms the turning points of spy_zigzag.csv', () => {
  const rows = table('spy_zigzag.csv')
  const [pivot, kind, age] = ['pivot', 'kind', 'age'].map((output) =>
    compute({ indicator: 'zigzag', params: { reversal: 0.05, minBars: 10 }, output }, rows),
  )
  const found = new Map<number, string>()
  for (let bar = 1; bar < rows.length; bar++) {
    if (pivot?.[bar] !== pivot?.[bar - 1]) {
      found.set(bar - (age?.[bar] ?? 0), `${pivot?.[bar]} ${kind?.[bar] === 1 ? 'High' : 'Low'}`)
    }
  }
  const expected = [...rows.entries()]
    .filter(([, row]) => row.get('type') !== '')
    .map(([bar, row]): [number, string] => [bar, `${row.get('zigzag')} ${row.get('type')}`])
  expect(expected).toHaveLength(15)
  expect([...found]).toEqual(expected)
})

const patterns = indicatorRegistry().filter(({ talib }) => talib.startsWith('CDL'))

/** They follow the older rule, by which both ends of the inner body have to lie within the other. */
const bothEnds = new Set(['CDLENGULFING', 'CDLHARAMI', 'CDLHARAMICROSS'])
const strict = (name: string, value: number): number =>
  bothEnds.has(name) && Math.abs(value) === 80 ? 0 : value

test.skipIf(absent).each(['spy_candle_patterns.txt', 'eurusd_candle_patterns.txt'])(
  'candle patterns of %s',
  (file) => {
    const rows = table(file)
    const faults = patterns.flatMap(({ name, talib }) => {
      const ours = compute({ indicator: name }, rows)
      const theirs = columnOf(rows, talib)
      return [...theirs.entries()]
        .filter(([row, value]) => !Number.isNaN(value) && strict(talib, ours[row] ?? NaN) !== value)
        .map(([row, value]) => `${talib} row ${row + 1}: ${ours[row]} for ${value}`)
    })
    expect(patterns).toHaveLength(61)
    expect(faults).toEqual([])
  },
)
