import { NeuralTraderError } from '@neural-trader/core'
import fc from 'fast-check'
import { expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'

import { allowed, flag, float, int, paramsSchema, parseParams } from './params.ts'

const specs = {
  period: int({ default: 14, min: 2, max: 200, description: 'Bars' }),
  level: float({ default: 30, min: 0 }),
  free: float({ default: -1 }),
  shorts: flag({ default: true, description: 'Whether to sell short' }),
}

const parse = (given: Readonly<Record<string, unknown>>) => parseParams('test', specs, given)

function refusal(given: Readonly<Record<string, unknown>>): NeuralTraderError {
  try {
    parse(given)
  } catch (error) {
    if (error instanceof NeuralTraderError) return error
    throw error
  }
  throw new Error('expected the parameters to be refused')
}

test('what is not given takes its default, also when it is given as undefined', () => {
  const defaults = { period: 14, level: 30, free: -1, shorts: true }
  expect(parse({})).toEqual(defaults)
  expect(parse({ period: undefined })).toEqual(defaults)
  expect(parse({ shorts: false, period: 2 })).toEqual({ ...defaults, shorts: false, period: 2 })
})

test('every whole number of the range is taken, and no other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 200 }), (period) => {
      expect(parse({ period }).period).toBe(period)
    }),
  )
  const outside = fc.oneof(fc.integer({ max: 1 }), fc.integer({ min: 201 }))
  fc.assert(
    fc.property(outside, (period) => {
      expect(refusal({ period }).details).toMatchObject({
        parameter: 'period',
        value: String(period),
      })
    }),
  )
})

test.each([
  [{ period: 2.5 }, 'period', 'is 2.5: give a whole number from 2 to 200'],
  [{ period: '14' }, 'period', 'is 14: give a whole number from 2 to 200'],
  [{ period: Number.NaN }, 'period', 'is NaN: give a whole number from 2 to 200'],
  [{ level: -0.5 }, 'level', 'is -0.5: give a number from 0'],
  [{ level: Infinity }, 'level', 'is Infinity: give a number from 0'],
  [{ free: null }, 'free', 'is null: give a number'],
  [{ shorts: 1 }, 'shorts', 'is 1: give true or false'],
])('%j is refused, naming %s', (given, parameter, sentence) => {
  const error = refusal(given)
  expect(error.code).toBe('INVALID_PARAMETER')
  expect(error.message).toBe(`Parameter "${parameter}" of strategy "test" ${sentence}`)
  expect(error.details).toMatchObject({ strategy: 'test', parameter })
})

test('an unknown parameter is refused with the nearest and all that there are', () => {
  const error = refusal({ perod: 10 })
  expect(error.code).toBe('INVALID_PARAMETER')
  expect(error.message).toBe(
    'Strategy "test" has no parameter "perod": did you mean "period"? its parameters are period, level, free, shorts',
  )
  expect(error.details).toEqual({ strategy: 'test', parameter: 'perod', suggestion: 'period' })
  expect(() => parseParams('bare', {}, { period: 1 })).toThrow('"period": it has none')
})

test('what is allowed is said in words', () => {
  expect(Object.values(specs).map(allowed)).toEqual([
    'a whole number from 2 to 200',
    'a number from 0',
    'a number',
    'true or false',
  ])
  expect(allowed(float({ default: 1, max: 2 }))).toBe('a number up to 2')
})

test('the schema carries defaults and descriptions', () => {
  expect(z.toJSONSchema(paramsSchema(specs))).toMatchObject({
    properties: {
      period: { type: 'integer', default: 14, minimum: 2, maximum: 200, description: 'Bars' },
      shorts: { type: 'boolean', default: true, description: 'Whether to sell short' },
    },
  })
  expect(paramsSchema(specs).parse({})).toEqual(parse({}))
})

test('the values are typed by their specs', () => {
  expectTypeOf(parse({}).period).toBeNumber()
  expectTypeOf(parse({}).shorts).toBeBoolean()
  // @ts-expect-error there is no such parameter
  expect(parse({}).perod).toBeUndefined()
})
