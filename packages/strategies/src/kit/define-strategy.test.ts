import type { StrategyContext, TickContext } from '@neural-trader/core'
import { crossedAbove, sma } from '@neural-trader/features'
import { expect, expectTypeOf, test } from 'vitest'

import { defineStrategy } from './define-strategy.ts'
import { flag, int } from './params.ts'
import { above, when } from './rules.ts'

const declared = defineStrategy({
  name: 'declared',
  description: 'Long above an average',
  params: { period: int({ default: 10, min: 2 }), shorts: flag({ default: false }) },
  check: ({ period, shorts }) =>
    shorts && period < 5 ? `period (${period}) must not be below 5 with shorts` : undefined,
  indicators: ({ close }, { period }) => ({ average: sma(close, { period }) }),
  rules: ({ average }, { shorts }) => [
    when(above(average, 100), shorts ? -1 : 1, { stopLoss: 0.1 }),
  ],
})

const written = defineStrategy({
  name: 'written',
  params: { period: int({ default: 10, min: 2 }) },
  indicators: ({ close }, { period }) => ({ average: sma(close, { period }) }),
  onBar({ close, indicators: { average }, orders }, { period }) {
    expectTypeOf(period).toBeNumber()
    if (crossedAbove(close, average)) orders.targetPercent(1)
  },
})

test('parameters reach what is called on ticks, and only what is there is called', () => {
  const seen: number[] = []
  const quoting = defineStrategy({
    name: 'quoting',
    params: { ticks: int({ default: 2, min: 1 }) },
    onQuote({ bid }, { ticks }) {
      expectTypeOf(ticks).toBeNumber()
      seen.push(bid.value - ticks)
    },
  })
  const { onQuote, onTrade, onBar, rules } = quoting({ ticks: 3 })
  onQuote?.({ bid: { value: 100 } } as TickContext)
  expect(seen).toEqual([97])
  expect([onTrade, onBar, rules]).toEqual([undefined, undefined, undefined])
  expect(quoting.form).toBe('typescript')
})

test('a factory says what it is before it is called', () => {
  expect({ ...declared }).toEqual({
    strategyName: 'declared',
    description: 'Long above an average',
    form: 'declarative',
    params: {
      period: { kind: 'int', default: 10, min: 2 },
      shorts: { kind: 'flag', default: false },
    },
  })
  expect({ ...written }).toMatchObject({ description: '', form: 'typescript' })
})

test('parameters reach indicators and rules', () => {
  const average = {
    indicator: 'sma',
    inputs: [{ column: 'close' }],
    params: { period: 7 },
    output: 'value',
  }
  expect(declared({ period: 7, shorts: true })).toEqual({
    name: 'declared',
    params: { period: 7, shorts: true },
    indicators: { average },
    rules: [
      {
        when: { op: 'above', left: average, right: 100 },
        then: { targetPercent: -1, stopLoss: 0.1 },
      },
    ],
  })
  expect(written({ period: 7 })).toMatchObject({ params: { period: 7 }, indicators: { average } })
  expect(written().rules).toBeUndefined()
})

test('two strategies of one factory share nothing', () => {
  const [one, other] = [written({ period: 3 }), written({ period: 4 })]
  expect([one.params, other.params]).toEqual([{ period: 3 }, { period: 4 }])
})

test('a contradiction between parameters is refused in the words of the strategy', () => {
  expect(() => declared({ period: 4, shorts: true })).toThrow(
    expect.objectContaining({
      code: 'INVALID_PARAMETER',
      message: 'Strategy "declared": period (4) must not be below 5 with shorts',
      details: { strategy: 'declared' },
    }),
  )
})

test('an unknown or fractional parameter is refused', () => {
  const refused = expect.objectContaining({ code: 'INVALID_PARAMETER' }) as unknown
  // @ts-expect-error a misspelt parameter does not compile
  expect(() => declared({ perod: 7 })).toThrow(refused)
  // @ts-expect-error nor does one of another type
  expect(() => declared({ period: '7' })).toThrow(refused)
  expect(() => declared({ period: 7.5 })).toThrow(refused)
})

test('types run from the parameters to what a strategy reads', () => {
  const strategy = written()
  expectTypeOf(strategy.onBar).parameter(0).toEqualTypeOf<StrategyContext<'average'>>()
  defineStrategy({
    name: 'misspelt',
    params: { period: int({ default: 10 }) },
    // @ts-expect-error a misspelt parameter does not compile
    indicators: ({ close }, { perod }) => ({ average: sma(close, { period: perod }) }),
    rules: () => [],
  })
  defineStrategy({
    name: 'misspelt',
    indicators: ({ close }) => ({ average: sma(close) }),
    // @ts-expect-error a misspelt indicator does not compile
    rules: ({ avergae }) => [when(above(avergae, 1), 1)],
  })
  defineStrategy({
    name: 'misspelt',
    indicators: ({ close }) => ({ average: sma(close) }),
    // @ts-expect-error a misspelt indicator does not compile
    onBar: ({ indicators: { avergae } }) => avergae.value,
  })
  defineStrategy({
    name: 'misspelt',
    // @ts-expect-error a misspelt column of the bars does not compile
    indicators: ({ clsoe }) => ({ average: sma(clsoe) }),
    rules: () => [],
  })
  expect(strategy.name).toBe('written')
})
