import type { Column, Condition, Operand, Strategy } from '@neural-trader/core'
import { expect, test } from 'vitest'

import { paramsSchema } from '../kit/params.ts'
import { createStrategy, findStrategy, readyStrategies } from './ready-strategies.ts'

/** The indicators that a condition reads; columns of the bars are always there. */
function indicatorsIn(condition: Condition): readonly Column[] {
  const read = (...operands: readonly Operand[]): readonly Column[] =>
    operands
      .filter((operand) => typeof operand === 'object')
      .filter((column) => 'indicator' in column)
  switch (condition.op) {
    case 'position':
      return []
    case 'not':
      return indicatorsIn(condition.condition)
    case 'and':
    case 'or':
      return condition.conditions.flatMap(indicatorsIn)
    default:
      return read(condition.left, condition.right)
  }
}

test('they are those that are promised, each under a name of its own', () => {
  expect(readyStrategies.map(({ strategyName }) => strategyName)).toEqual([
    'sma-cross',
    'rsi-mean-reversion',
    'macd-trend',
    'bollinger-breakout',
    'donchian-breakout',
    'buy-and-hold',
  ])
})

test.each(readyStrategies)(
  '$strategyName says what it does and what its parameters mean',
  (factory) => {
    expect(factory.description.length).toBeGreaterThan(20)
    expect(factory.strategyName).toMatch(/^[a-z]+(-[a-z]+)*$/)
    for (const spec of Object.values(factory.params))
      expect(spec.description?.length).toBeGreaterThan(3)
    const defaults = Object.entries(factory.params).map(([name, spec]) => [name, spec.default])
    expect(factory().params).toEqual(Object.fromEntries(defaults))
    expect(paramsSchema(factory.params).parse({})).toEqual(factory().params)
  },
)

test.each(readyStrategies)('the rules of $strategyName read what it declares', (factory) => {
  const { indicators, rules = [], name } = factory()
  expect([name, factory.form]).toEqual([factory.strategyName, 'declarative'])
  expect(rules.length).toBeGreaterThan(0)
  const declared = Object.values<Column>(indicators)
  const read = rules.flatMap(({ when }) => indicatorsIn(when))
  for (const column of read) expect(declared).toContainEqual(column)
  for (const column of declared) expect(read).toContainEqual(column)
})

test.each(readyStrategies)('$strategyName is plain data, also through JSON', (factory) => {
  const strategy: Strategy = factory()
  expect(JSON.parse(JSON.stringify(strategy))).toEqual(strategy)
})

test.each([
  ['sma-cross', { fast: 30, slow: 10 }, 'fast (30) must be below slow (10)'],
  ['sma-cross', { fast: 30, slow: 30 }, 'fast (30) must be below slow (30)'],
  ['macd-trend', { fast: 30 }, 'fast (30) must be below slow (26)'],
  ['rsi-mean-reversion', { oversold: 60 }, 'oversold (60) must be below exit (55)'],
  ['donchian-breakout', { exit: 21 }, 'exit (21) must not be above entry (20)'],
])('%s refuses %j', (name, params, complaint) => {
  expect(() => createStrategy(name, params)).toThrow(
    expect.objectContaining({
      code: 'INVALID_PARAMETER',
      message: `Strategy "${name}": ${complaint}`,
    }),
  )
})

test('a strategy is made by its name', () => {
  expect(findStrategy('macd-trend').strategyName).toBe('macd-trend')
  expect(createStrategy('macd-trend', { fast: 5 }).params).toEqual({ fast: 5, slow: 26, signal: 9 })
})

test('an unknown name is refused with the nearest and all that there are', () => {
  expect(() => findStrategy('sma-corss')).toThrow(
    expect.objectContaining({
      code: 'UNKNOWN_STRATEGY',
      message: expect.stringMatching(
        /^No strategy is called "sma-corss": did you mean "sma-cross"\? there are sma-cross, .*buy-and-hold$/,
      ) as unknown,
      details: { strategy: 'sma-corss', suggestion: 'sma-cross' },
    }),
  )
  expect(() => createStrategy('turtles')).toThrow('"turtles": there are sma-cross')
})
