import { indicatorRegistry, type IndicatorInfo } from '@neural-trader/engine'
import { expect, test } from 'vitest'

import * as features from './index.ts'
import type { IndicatorShape } from './indicator-shape.ts'
import { StreamingIndicator } from './streaming-indicator.ts'

type Columns = Readonly<Record<string, Float64Array>>
type Face = ((input: unknown, options?: object) => Float64Array | Columns) & {
  readonly many: (
    input: unknown,
    grid: object,
  ) => readonly { readonly options: object; readonly output: Float64Array | Columns }[]
}
type Class = new (options?: object) => StreamingIndicator<string, string>

const faces = features as unknown as Readonly<Record<string, unknown>>
const registry = indicatorRegistry()
const bars = 160

/** Bars that go to and fro without ties, for every input that there is. */
function columnsOf({ inputs }: IndicatorInfo): Record<string, Float64Array> {
  const wave = (bar: number): number => 100 + 7 * Math.sin(bar / 5) + ((bar * 7919) % 101) / 37
  const column = (name: string): Float64Array =>
    Float64Array.from({ length: bars }, (_, bar) => {
      const spread = { high: 2, low: -2, open: 0.5, y: ((bar * 13) % 7) / 3 }[name] ?? 0
      if (name === 'volume') return 1000 + ((bar * 31) % 97)
      return name === 'periods' ? 2 + (bar % 9) : wave(bar) + spread
    })
  return Object.fromEntries(inputs.map((name) => [name, column(name)]))
}

function camel(name: string): string {
  return name.replaceAll(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase())
}

function pascal(name: string): string {
  return camel(name).replace(/^./u, (letter) => letter.toUpperCase())
}

/** A single input stands for itself. */
function input({ inputs }: IndicatorInfo, columns: Readonly<Record<string, unknown>>): unknown {
  return inputs.length === 1 ? columns[inputs[0] ?? ''] : columns
}

function named(result: Float64Array | Columns): Columns {
  return result instanceof Float64Array ? { value: result } : result
}

test.each(registry)('$name has a function and a class, with the same bits', (info) => {
  const columns = columnsOf(info)
  const face = faces[camel(info.name)] as Face
  const batch = named(face(input(info, columns)))
  expect(Object.keys(batch)).toEqual(info.outputs.map(({ name }) => name))
  const stream = new (faces[pascal(info.name)] as Class)()
  expect(stream).toBeInstanceOf(StreamingIndicator)
  const rows = Array.from({ length: bars }, (_, bar) => {
    const row = Object.fromEntries(info.inputs.map((name) => [name, columns[name]?.[bar]]))
    return stream.update(input(info, row) as never)
  })
  for (const [name, column] of Object.entries(batch)) {
    const streamed = rows.map((row) => (typeof row === 'number' ? row : row[name]))
    expect(streamed).toEqual([...column])
  }
})

test.each(registry)('$name writes to columns of the caller', (info) => {
  const columns = columnsOf(info)
  const face = faces[camel(info.name)] as Face
  const expected = face(input(info, columns))
  const out = Object.fromEntries(info.outputs.map(({ name }) => [name, new Float64Array(bars)]))
  const given = expected instanceof Float64Array ? out['value'] : out
  const result = face(input(info, columns), { out: given })
  expect(result).toEqual(expected)
  for (const [name, column] of Object.entries(named(result))) expect(column).toBe(out[name])
  const shared = columns[info.inputs[0] ?? ''] as Float64Array
  const first = info.outputs[0]?.name ?? ''
  const overlapping = expected instanceof Float64Array ? shared : { [first]: shared }
  expect(() => face(input(info, columns), { out: overlapping })).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
  )
})

const swept = registry.filter(({ params }) => params.some(({ choices }) => choices.length === 0))

test.each(swept)('$name sweeps its options', (info) => {
  const columns = columnsOf(info)
  const face = faces[camel(info.name)] as Face
  const param = info.params.find(({ choices }) => choices.length === 0)
  if (param === undefined) throw new Error('filtered')
  const values = [param.default, Math.min(param.max, param.default + 1)]
  const results = face.many(input(info, columns), { [param.name]: values })
  expect(results.map(({ options }) => options)).toEqual(
    values.map((value) => ({ [param.name]: value })),
  )
  for (const { options, output } of results) {
    expect(output).toEqual(face(input(info, columns), options))
  }
})

test('an indicator corrects its last bar, looks ahead, is saved and goes on', () => {
  const average = new features.Sma({ period: 2 })
  expect(() => average.replace(1)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }))
  expect(average.update(1)).toBeNaN()
  expect(average.update(3)).toBe(2)
  expect(average.peek(5)).toBe(4)
  expect(average.replace(5)).toBe(3)
  const saved = JSON.parse(JSON.stringify(average)) as features.SavedIndicator
  const restored = new features.Sma({ period: 2 }).restore(saved)
  expect([restored.replace(7), restored.update(9)]).toEqual([4, 8])
  expect(() => new features.Sma({ period: 3 }).restore(saved)).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
  )
  average.reset()
  expect(average.update(1)).toBeNaN()
})

test('a choice goes by name', () => {
  const values = [1, 5, 2, 8, 3, 9]
  expect(features.ma(values, { period: 3, average: 'ema' })).toEqual(
    features.ema(values, { period: 3 }),
  )
  expect(() => features.ma(values, { average: 'emma' as 'ema' })).toThrow(
    expect.objectContaining({ code: 'INVALID_PARAMETER' }),
  )
})

test('a plan has the values of the batch, bar by bar', () => {
  const { bollingerBands, plan, rsi, sma, bars: source } = features
  const upper = bollingerBands(source.close, { period: 5 }).upper
  const live = plan({ upper, mean: sma(upper, { period: 3 }), strength: rsi(source.open) })
  const open = Float64Array.from({ length: 60 }, (_, bar) => 50 + ((bar * 37) % 11))
  const close = open.map((value) => value * 1.01)
  const expected = {
    upper: bollingerBands(close, { period: 5 }).upper,
    mean: sma(bollingerBands(close, { period: 5 }).upper, { period: 3 }),
    strength: rsi(open),
  }
  for (let bar = 0; bar < 60; bar++) {
    live.update({ open: open[bar] ?? 0, close: close[bar] ?? 0 })
    for (const name of ['upper', 'mean', 'strength'] as const) {
      expect(live.value(name)).toEqual(expected[name][bar])
    }
  }
  live.reset()
  expect(live.value('upper')).toBeNaN()
})

test('the shape of an indicator is plain data', () => {
  const shape: IndicatorShape<'value', 'value'> = {
    name: 'sma',
    inputs: ['value'],
    outputs: ['value'],
  }
  const stream = new StreamingIndicator(shape, { period: 1 })
  expect(stream.update(4)).toBe(4)
})

const bad: readonly (readonly [string, (columns: Record<string, Float64Array>) => object])[] = [
  ['no bars', (columns) => mapped(columns, () => new Float64Array())],
  ['one bar', (columns) => mapped(columns, (column) => column.slice(0, 1))],
  ['nothing but NaN', (columns) => mapped(columns, (column) => column.slice().fill(Number.NaN))],
  ['infinities', (columns) => mapped(columns, (column) => column.slice().fill(Infinity))],
  ['zeros', (columns) => mapped(columns, (column) => column.slice().fill(0))],
  ['arrays', (columns) => mapped(columns, (column) => [...column])],
]

function mapped(
  columns: Record<string, Float64Array>,
  change: (column: Float64Array) => Float64Array | readonly number[],
): Record<string, Float64Array | readonly number[]> {
  return Object.fromEntries(Object.entries(columns).map(([name, each]) => [name, change(each)]))
}

test.each(registry)('$name takes what there is, or says what is wrong', (info) => {
  const columns = columnsOf(info)
  const face = faces[camel(info.name)] as Face
  for (const [, change] of bad) {
    const changed = change(columns) as Record<string, Float64Array | readonly number[]>
    const lengths = Object.values(changed).map((column) => column.length)
    for (const column of Object.values(named(face(input(info, changed))))) {
      expect(column).toHaveLength(lengths[0] ?? 0)
    }
  }
  const first = info.inputs[0] ?? ''
  const gone = (columns[first] as Float64Array).slice()
  structuredClone(gone, { transfer: [gone.buffer] })
  const detached = { ...columns, [first]: gone }
  const outcome = attempt(() => Object.values(named(face(input(info, detached)))))
  const expected = info.inputs.length > 1 ? 'DATA_LENGTH_MISMATCH' : info.outputs.map(() => 0)
  expect(outcome).toEqual(expected)
})

/** The lengths of columns, or the code of the error. */
function attempt(compute: () => readonly Float64Array[]): readonly number[] | string {
  try {
    return compute().map((column) => column.length)
  } catch (error) {
    return (error as { readonly code: string }).code
  }
}
