import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

import { fillIndicator, indicatorLookback, indicatorRegistry } from '@neural-trader/engine'
import { expect, test } from 'vitest'

type Bars = Readonly<Record<string, readonly number[]>>
type Values = readonly (number | null)[]
type Case = {
  readonly fn: string
  readonly params: Readonly<Record<string, number>>
  readonly inputs?: Readonly<Record<string, string | readonly string[]>>
  readonly lookback: number
  readonly outputs?: Readonly<Record<string, Values>>
  readonly at?: readonly number[]
  readonly value?: readonly number[]
}
type Oracle = {
  readonly sets: readonly {
    readonly shape: string
    readonly bars: Bars
    readonly cases: readonly Case[]
  }[]
}

const folder = process.env['NT_ORACLES'] ?? '../shared/oracles'
const file = `${folder}/talib/cases.json.gz`
const oracle = existsSync(file)
  ? (JSON.parse(gunzipSync(readFileSync(file)).toString()) as Oracle)
  : undefined
const registry = new Map(
  indicatorRegistry()
    .filter(({ talib }) => talib !== '')
    .map((info) => [info.talib, info]),
)

test.skipIf(oracle === undefined)('every function of TA-Lib', ({ task }) => {
  let largestError = 0
  const faults: string[] = []
  let cases = 0
  for (const { shape, bars, cases: all } of oracle?.sets ?? []) {
    for (const wanted of all) {
      cases++
      try {
        largestError = Math.max(largestError, errorOf(wanted, bars))
      } catch (error) {
        faults.push(`${wanted.fn} ${JSON.stringify(wanted.params)}, ${shape}: ${String(error)}`)
      }
    }
  }
  const failures = faults.length
  Object.assign(task.meta, { oracle: { folder: 'talib', cases, failures, largestError } })
  expect(cases).toBeGreaterThan(0)
  expect(faults).toEqual([])
})

/** The largest error over what is expected and the size of prices; throws where one is too great. */
function errorOf(wanted: Case, bars: Bars): number {
  const info = registry.get(wanted.fn)
  if (info === undefined) throw new Error(`no indicator is ${wanted.fn}`)
  const params = Object.fromEntries(
    Object.entries(wanted.params).map(([theirs, value]) => {
      const param = info.params.find(({ talib }) => talib === theirs)
      if (param === undefined) throw new Error(`${info.name} has no parameter for ${theirs}`)
      return [param.name, value]
    }),
  )
  const setting = { name: info.name, params }
  const lookback = indicatorLookback(setting)
  if (lookback !== wanted.lookback) {
    throw new Error(`look-back ${lookback}, not ${wanted.lookback}`)
  }
  const inputs = inputNames(wanted).map((name) => Float64Array.from(bars[name] ?? []))
  const length = inputs[0]?.length ?? 0
  const outputs = info.outputs.map(() => new Float64Array(length))
  fillIndicator(setting, inputs, outputs)
  const scale = (bars['high'] ?? []).reduce((most, price) => Math.max(most, price), 0)
  const errors = info.outputs.map(({ talib, whole }, index) => {
    const expected = expectedValues(wanted, talib, length)
    const ours = outputs[index] ?? new Float64Array()
    return columnError(ours, expected, { lookback: wanted.lookback, whole, scale })
  })
  return Math.max(...errors)
}

type Limits = { readonly lookback: number; readonly whole: boolean; readonly scale: number }

/** Whole numbers have zeros before the first value in TA-Lib, and NaN here. */
function columnError(ours: Float64Array, expected: Values, limits: Limits): number {
  const { lookback, whole, scale } = limits
  let worst = 0
  for (const [bar, value] of expected.entries()) {
    const computed = ours[bar] ?? Infinity
    if (value === null || bar < lookback) {
      if (!Number.isNaN(computed)) throw new Error(`bar ${bar} is ${computed}, not NaN`)
    } else {
      const error = Math.abs(computed - value) / (Math.abs(value) + scale)
      if (!(error <= (whole ? 0 : 1e-9))) throw new Error(`bar ${bar} is ${computed}, not ${value}`)
      worst = Math.max(worst, error)
    }
  }
  return worst
}

/** In the order of TA-Lib: price, price0, price1, prices, periods; candles read the whole bar. */
function inputNames({ inputs }: Case): readonly string[] {
  if (inputs === undefined) return ['open', 'high', 'low', 'close']
  return ['price', 'price0', 'price1', 'prices', 'periods'].flatMap((key) => inputs[key] ?? [])
}

/** Whole columns, or zeros but for the bars that are listed. */
function expectedValues({ outputs, at, value }: Case, name: string, length: number): Values {
  if (outputs !== undefined) return outputs[name] ?? []
  const values = Array.from({ length }, () => 0)
  for (const [index, bar] of (at ?? []).entries()) values[bar] = value?.[index] ?? 0
  return values
}
