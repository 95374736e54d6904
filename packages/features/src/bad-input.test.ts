import { errorCodes, NeuralTraderError } from '@neural-trader/core'
import { indicatorLookback, indicatorRegistry, type IndicatorInfo } from '@neural-trader/engine'
import { describe, expect, test } from 'vitest'

import * as features from './index.ts'
import type { StreamingIndicator } from './streaming-indicator.ts'

type Columns = Readonly<Record<string, Float64Array>>
type Face = (input: unknown, options?: object) => Float64Array | Columns
type Class = new (options?: object) => StreamingIndicator<string, string>

const faces = features as unknown as Readonly<Record<string, unknown>>
const length = 200

/** Bars that go to and fro, for every input. */
function columnsOf({ inputs }: IndicatorInfo, rows: number = length): Record<string, Float64Array> {
  const spread: Readonly<Record<string, number>> = { high: 2, low: -2, open: 0.5 }
  const column = (name: string): Float64Array =>
    Float64Array.from({ length: rows }, (_, bar) => {
      if (name === 'periods' || name === 'session') return 2 + Math.floor(bar / 30)
      return 100 + 7 * Math.sin(bar / 5) + ((bar * 7919) % 101) / 37 + (spread[name] ?? 0)
    })
  return Object.fromEntries(inputs.map((name) => [name, column(name)]))
}

function camel(name: string): string {
  return name.replaceAll(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase())
}

function call(
  info: IndicatorInfo,
  columns: Readonly<Record<string, unknown>>,
  options = {},
): Columns {
  const face = faces[camel(info.name)] as Face
  const input = info.inputs.length === 1 ? columns[info.inputs[0] ?? ''] : columns
  const result = face(input, options)
  return result instanceof Float64Array ? { value: result } : result
}

/** The code of the error; anything else that is thrown fails the test. */
function codeOf(compute: () => unknown): string {
  try {
    compute()
    return 'none'
  } catch (error) {
    if (!(error instanceof NeuralTraderError)) throw error
    return error.code in errorCodes ? error.code : `no code of ours: ${error.code}`
  }
}

function changed(
  columns: Record<string, Float64Array>,
  name: string | undefined,
  to: unknown,
): Record<string, unknown> {
  return { ...columns, [name ?? '']: to }
}

describe.each(indicatorRegistry())('$name', (info) => {
  const columns = columnsOf(info)
  const [first] = info.inputs
  const Stream = faces[camel(info.name).replace(/^./u, (l) => l.toUpperCase())] as Class

  test('shorter than the look-back is NaN throughout', () => {
    const { lookback } = info
    expect(lookback).toBe(indicatorLookback({ name: info.name, params: {} }))
    for (const rows of new Set([0, 1, lookback])) {
      if (rows > lookback) continue
      for (const column of Object.values(call(info, columnsOf(info, rows)))) {
        expect([...column]).toEqual(Array.from({ length: rows }, () => Number.NaN))
      }
    }
  })

  test('nothing but NaN gives NaN throughout, in a stream too', () => {
    const empty = Object.fromEntries(
      info.inputs.map((name) => [name, new Float64Array(length).fill(Number.NaN)]),
    )
    for (const column of Object.values(call(info, empty))) {
      expect(column.every(Number.isNaN)).toBe(true)
    }
    const row = Object.fromEntries(info.inputs.map((name) => [name, Number.NaN]))
    const value = new Stream().update((info.inputs.length === 1 ? Number.NaN : row) as never)
    const values = typeof value === 'number' ? [value] : Object.values(value)
    expect(values.every(Number.isNaN)).toBe(true)
  })

  test('parameters out of range are refused, in a stream too', () => {
    for (const { name, min, max, whole } of info.params) {
      const bad = [min - 1, max + 1, Number.NaN, Infinity, -Infinity, ...(whole ? [min + 0.5] : [])]
      for (const value of bad) {
        const options = { [name]: value }
        expect([name, value, codeOf(() => call(info, columns, options))]).toEqual([
          name,
          value,
          'INVALID_PARAMETER',
        ])
        expect(codeOf(() => new Stream(options))).toBe('INVALID_PARAMETER')
      }
    }
    expect(codeOf(() => call(info, columns, { perriod: 3 }))).toBe('INVALID_PARAMETER')
  })

  test('a period longer than the series is NaN throughout', () => {
    for (const param of info.params.filter(({ name }) => name === 'period')) {
      const options = { [param.name]: Math.min(param.max, length + 50) }
      for (const column of Object.values(call(info, columns, options))) {
        const lookback = indicatorLookback({ name: info.name, params: options })
        expect(column).toHaveLength(length)
        expect(lookback < length || column.every(Number.isNaN)).toBe(true)
      }
    }
  })

  test('what is no column of numbers is refused', () => {
    const holes = [1, 2, null, 4]
    expect(codeOf(() => call(info, changed(columns, first, holes)))).toBe('INVALID_ARGUMENT')
    const face = faces[camel(info.name)] as Face
    for (const none of [undefined, null, 5]) {
      expect(codeOf(() => face(none))).toBe('INVALID_ARGUMENT')
    }
    for (const none of [undefined, null, 5, 'close', {}, new BigInt64Array(length)]) {
      expect([none, codeOf(() => call(info, changed(columns, first, none)))]).toEqual([
        none,
        'INVALID_ARGUMENT',
      ])
    }
  })

  test.runIf(info.inputs.length > 1)('columns that do not go together are refused', () => {
    const second = info.inputs[1] ?? ''
    const short = changed(columns, second, columns[second]?.slice(1))
    expect(codeOf(() => call(info, short))).toBe('DATA_LENGTH_MISMATCH')
    const declared = changed(columns, second, { column: 'close' })
    expect(codeOf(() => call(info, declared))).toBe('INVALID_ARGUMENT')
  })

  test('plain arrays and single precision give the same as typed ones', () => {
    const arrays = Object.fromEntries(Object.entries(columns).map(([name, x]) => [name, [...x]]))
    expect(call(info, arrays)).toEqual(call(info, columns))
    const single = changed(columns, first, Float32Array.from(columns[first ?? ''] ?? []))
    const widened = changed(columns, first, Float64Array.from(single[first ?? ''] as Float32Array))
    expect(call(info, single)).toEqual(call(info, widened))
  })

  test('an `out` that does not fit is refused', () => {
    const outs = (make: () => unknown): object => {
      const named = Object.fromEntries(info.outputs.map(({ name }) => [name, make()]))
      return { out: info.outputs.length === 1 ? make() : named }
    }
    const detached = (): Float64Array => {
      const column = new Float64Array(length)
      structuredClone(column, { transfer: [column.buffer] })
      return column
    }
    const bad: readonly (readonly [() => unknown, string])[] = [
      [() => new Float64Array(length - 1), 'DATA_LENGTH_MISMATCH'],
      [() => new Float64Array(length + 1), 'DATA_LENGTH_MISMATCH'],
      [detached, 'DATA_LENGTH_MISMATCH'],
      [() => Array.from({ length }, () => 0), 'INVALID_ARGUMENT'],
      [() => new Float32Array(length), 'INVALID_ARGUMENT'],
    ]
    for (const [make, code] of bad) {
      expect(codeOf(() => call(info, columns, outs(make)))).toBe(code)
    }
  })
})
