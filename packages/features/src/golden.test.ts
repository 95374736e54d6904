import { readFileSync } from 'node:fs'

import { indicatorRegistry } from '@neural-trader/engine'
import { expect, test } from 'vitest'

import * as features from './index.ts'

type Golden = {
  readonly tolerance: number
  readonly bars: Readonly<Record<string, readonly number[]>>
  readonly cases: readonly {
    readonly indicator: string
    readonly inputs: readonly string[]
    readonly params: Readonly<Record<string, number>>
    readonly outputs: Readonly<Record<string, readonly (number | null)[]>>
  }[]
}

type Columns = Readonly<Record<string, Float64Array>>
type Face = (input: unknown, params: object) => Float64Array | Columns

const file = new URL('../../../crates/testdata/indicators.json', import.meta.url)
const golden = JSON.parse(readFileSync(file, 'utf8')) as Golden

const none = new Float64Array()
const registry = indicatorRegistry()

/** What the function of an indicator gives, by output. */
function compute(indicator: string, inputs: readonly Float64Array[], params: object): Columns {
  const found = registry.find(({ name }) => name === indicator)
  if (found === undefined) throw new Error(`There is no indicator ${indicator}`)
  const face = (features as Readonly<Record<string, unknown>>)[camel(indicator)] as Face
  const named = Object.fromEntries(found.inputs.map((name, at) => [name, inputs[at] ?? none]))
  const result = face(found.inputs.length === 1 ? inputs[0] : named, params)
  return result instanceof Float64Array ? { value: result } : result
}

function camel(name: string): string {
  return name.replaceAll(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase())
}

/** The largest error over the size of what is expected; infinite where one is NaN and one is not. */
function largestError(ours: Float64Array, expected: readonly (number | null)[]): number {
  const errors = expected.map((value, bar) => {
    const computed = ours[bar] ?? Infinity
    if (value === null) return Number.isNaN(computed) ? 0 : Infinity
    return Number.isNaN(computed)
      ? Infinity
      : Math.abs(computed - value) / Math.max(1, Math.abs(value))
  })
  return Math.max(...errors)
}

test.each(golden.cases)(
  '$indicator $params equals TA-Lib',
  ({ indicator, inputs, params, outputs }) => {
    const columns = inputs.map((name) => Float64Array.from(golden.bars[name] ?? []))
    const computed = compute(indicator, columns, params)
    expect(Object.keys(computed)).toEqual(Object.keys(outputs))
    for (const [output, expected] of Object.entries(outputs)) {
      const ours = computed[output] ?? none
      expect(ours).toHaveLength(expected.length)
      expect(largestError(ours, expected)).toBeLessThanOrEqual(golden.tolerance)
    }
  },
)

test.each(registry)('$name has the defaults that the engine has', (described) => {
  const { name, inputs, params } = described
  const columns = inputs.map((column) =>
    Float64Array.from(golden.bars[column] ?? golden.bars['close'] ?? []),
  )
  const defaults = Object.fromEntries(params.map((param) => [param.name, param.default]))
  expect(compute(name, columns, {})).toEqual(compute(name, columns, defaults))
})

const ranged = registry.flatMap(({ name, inputs, params }) =>
  params.map(({ name: param, min, max, whole }) => ({ name, inputs, param, min, max, whole })),
)

test.each(ranged)(
  '$param of $name is refused outside its range',
  ({ name, inputs, param, min, max, whole }) => {
    const columns = inputs.map(() => new Float64Array(5))
    const wrong = [min - 1, max + 1, Number.NaN, Infinity, ...(whole ? [min + 0.5] : [])]
    for (const value of wrong) {
      expect(() => compute(name, columns, { [param]: value })).toThrow(
        expect.objectContaining({
          code: 'INVALID_PARAMETER',
          message: expect.stringContaining(`${param} of ${name} is`) as unknown,
          details: {
            indicator: name,
            parameter: param,
            value: Number.isFinite(value) ? value : inRust(value),
          },
        }),
      )
    }
  },
)

/** A number as the engine writes it. */
function inRust(value: number): string {
  return value === Infinity ? 'inf' : String(value)
}
