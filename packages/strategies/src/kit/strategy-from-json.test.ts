import { NeuralTraderError, type Strategy } from '@neural-trader/core'
import { expect, test } from 'vitest'
import { z } from 'zod'

import { bollingerBreakout } from '../ready/bollinger-breakout.ts'
import { smaCross } from '../ready/sma-cross.ts'
import { declarativeSchema, type DeclarativeJson } from './declarative-schema.ts'
import { strategyFromJson } from './strategy-from-json.ts'

const cross: DeclarativeJson = {
  name: 'my-cross',
  description: 'Long while the fast average is above the slow one, short below',
  indicators: {
    fast: { indicator: 'sma', inputs: ['close'], params: { period: 10 } },
    slow: { indicator: 'sma', inputs: ['close'], params: { period: 30 } },
  },
  rules: [
    { when: { op: 'crossedAbove', left: 'fast', right: 'slow' }, targetPercent: 1 },
    { when: { op: 'crossedBelow', left: 'fast', right: 'slow' }, targetPercent: -1 },
  ],
}

/** A copy of the document with one value replaced, by its path. */
function withValue(path: readonly (string | number)[], value: unknown): unknown {
  const document = JSON.parse(JSON.stringify(cross)) as Record<string | number, unknown>
  const last = path.at(-1) ?? ''
  const parent = path
    .slice(0, -1)
    .reduce((inner, key) => inner[key] as Record<string | number, unknown>, document)
  parent[last] = value
  return document
}

function refusal(document: unknown): NeuralTraderError {
  try {
    strategyFromJson(document)
  } catch (error) {
    if (error instanceof NeuralTraderError) return error
    throw error
  }
  throw new Error('expected the document to be refused')
}

test('the document of a ready strategy is that strategy', () => {
  const { rules, indicators } = smaCross({ fast: 10, slow: 30 })
  const expected: Strategy = { name: 'my-cross', params: {}, indicators, rules: rules ?? [] }
  expect(strategyFromJson(cross)).toEqual(expected)
})

test('outputs, conditions of conditions and the position are read', () => {
  const bands = {
    indicator: 'bollinger-bands',
    inputs: ['close'],
    params: { period: 20, deviations: 2 },
  }
  const both = (...conditions: object[]): object => ({ op: 'and', conditions })
  const read = strategyFromJson({
    name: 'bands',
    indicators: { upper: { ...bands, output: 'upper' }, middle: { ...bands, output: 'middle' } },
    rules: [
      {
        when: both(
          { op: 'position', is: 'flat' },
          { op: 'crossedAbove', left: 'close', right: 'upper' },
        ),
        targetPercent: 1,
      },
      {
        when: both(
          { op: 'position', is: 'long' },
          { op: 'crossedBelow', left: 'close', right: 'middle' },
        ),
        targetPercent: 0,
      },
    ],
  })
  const { rules, indicators } = bollingerBreakout()
  expect(read).toMatchObject({ rules, indicators })
})

test('an indicator reads an indicator before it, levels and exits are numbers', () => {
  const { indicators, rules } = strategyFromJson({
    name: 'smooth',
    indicators: {
      rsi: { indicator: 'rsi', inputs: ['close'] },
      smooth: { indicator: 'ema', inputs: ['rsi'], params: { period: 5 } },
    },
    rules: [
      {
        when: { op: 'not', condition: { op: 'below', left: 'smooth', right: 55.5 } },
        targetPercent: 0.5,
        stopLoss: 0.05,
        takeProfit: 1.5,
      },
    ],
  })
  const rsi = { indicator: 'rsi', inputs: [{ column: 'close' }], params: {}, output: 'value' }
  const smooth = { indicator: 'ema', inputs: [rsi], params: { period: 5 }, output: 'value' }
  expect(indicators).toEqual({ rsi, smooth })
  expect(rules).toEqual([
    {
      when: { op: 'not', condition: { op: 'below', left: smooth, right: 55.5 } },
      then: { targetPercent: 0.5, stopLoss: 0.05, takeProfit: 1.5 },
    },
  ])
})

test('a strategy without indicators reads the bars', () => {
  const { indicators, rules } = strategyFromJson({
    name: 'up',
    rules: [{ when: { op: 'above', left: 'close', right: 'open' }, targetPercent: 1 }],
  })
  expect(indicators).toEqual({})
  expect(rules?.[0]?.when).toEqual({
    op: 'above',
    left: { column: 'close' },
    right: { column: 'open' },
  })
})

const faults: readonly [string, readonly (string | number)[], unknown, RegExp][] = [
  ['name', ['name'], undefined, /missing/],
  ['name', ['name'], '', /it is ""/],
  ['nmae', ['nmae'], 'x', /no such field/],
  ['rules', ['rules'], [], /it is \[\]/],
  ['rules', ['rules'], undefined, /missing/],
  ['rules[0].targetPercent', ['rules', 0, 'targetPercent'], '1', /it is "1"/],
  ['rules[0].targetPercent', ['rules', 0, 'targetPercent'], Number.NaN, /number/],
  ['rules[0].stopLoss', ['rules', 0, 'stopLoss'], -0.1, /it is -0.1/],
  ['rules[1].stopLoss', ['rules', 1, 'stopLoss'], 1, /it is 1/],
  ['rules[1].takeProfit', ['rules', 1, 'takeProfit'], 0, /it is 0/],
  ['rules[1].size', ['rules', 1, 'size'], 5, /no such field/],
  ['rules[0].when.op', ['rules', 0, 'when', 'op'], 'sometimes', /it is "sometimes"/],
  ['rules[0].when.left', ['rules', 0, 'when', 'left'], 'fats', /did you mean "fast"\?/],
  ['rules[0].when.right', ['rules', 0, 'when', 'right'], true, /name of a column or a number/],
  ['rules[0].when.conditions', ['rules', 0, 'when'], { op: 'and', conditions: [] }, /it is \[\]/],
  [
    'rules[0].when.conditions[1].condition.left',
    ['rules', 0, 'when'],
    {
      op: 'or',
      conditions: [
        { op: 'position', is: 'flat' },
        { op: 'not', condition: { op: 'above', left: 'signal', right: 0 } },
      ],
    },
    /there are open, high, low, close, volume, fast, slow/,
  ],
  [
    'indicators.fast.inputs[0]',
    ['indicators', 'fast', 'inputs', 0],
    'slow',
    /no column.*"slow" here/,
  ],
  ['indicators.fast.inputs', ['indicators', 'fast', 'inputs'], [], /it is \[\]/],
  ['indicators.fast.params.period', ['indicators', 'fast', 'params', 'period'], '10', /it is "10"/],
  ['indicators.fast', ['indicators', 'fast', 'indicator'], 'smaa', /did you mean sma\?/],
  ['indicators.slow', ['indicators', 'slow', 'params', 'period'], 2.5, /period of sma is 2.5/],
  ['indicators.slow', ['indicators', 'slow', 'params', 'perod'], 5, /did you mean period\?/],
  ['indicators.slow', ['indicators', 'slow', 'output'], 'upper', /no output upper/],
  ['indicators.slow', ['indicators', 'slow', 'inputs'], ['high', 'low'], /sma reads 1 column/],
  ['indicators.close', ['indicators', 'close'], cross.indicators?.['fast'], /another name/],
]

test.each(faults)('what is wrong at %s is said there', (place, path, value, sentence) => {
  const { code, message, details } = refusal(withValue(path, value))
  expect([code, details['path']]).toEqual(['INVALID_STRATEGY', place])
  expect(message).toContain(` at ${place}: `)
  expect(message).toMatch(sentence)
})

test.each([null, 5, 'text', [], undefined])('%s is no strategy', (document) => {
  expect(refusal(document)).toMatchObject({
    code: 'INVALID_STRATEGY',
    details: { path: 'its top' },
  })
})

test('what the engine says of an indicator is the cause', () => {
  const { cause } = refusal(withValue(['indicators', 'slow', 'params', 'period'], -1))
  expect(cause).toMatchObject({ code: 'INVALID_PARAMETER', details: { parameter: 'period' } })
})

test('the schema can be given to other tools as JSON schema', () => {
  const schema = z.toJSONSchema(declarativeSchema)
  expect(schema).toMatchObject({ type: 'object', required: ['name', 'rules'] })
})
