import { NeuralTraderError } from '@neural-trader/core'
import { expect, test } from 'vitest'

import { failure, plainBars, plainConfig } from '../test/plain-bars.ts'
import { runDeclarative } from './declarative-session.ts'
import { computeIndicator } from './indicators.ts'
import { native } from './native-error.ts'
import { openSession } from './session.ts'

const closes = Float64Array.from([1, 2, 3])
const sma = (name: string, params: Readonly<Record<string, number>>): Float64Array =>
  computeIndicator({ name, params, output: 'value' }, [closes])

test('an error of the engine keeps its code, its sentence, its details and its cause', () => {
  const error = failure(() => sma('sma', { period: 2.5 }))
  expect(error.code).toBe('INVALID_PARAMETER')
  expect(error.message).toMatch(/^period of sma is 2\.5: give a whole number from \d+ to 100000$/)
  expect(error.details).toEqual({ indicator: 'sma', parameter: 'period', value: 2.5 })
  expect(error.cause).toBeInstanceOf(Error)
  expect(error.cause).toHaveProperty('code', 'INVALID_PARAMETER')
})

test('a near miss is suggested', () => {
  expect(failure(() => sma('smaa', {}))).toMatchObject({ code: 'UNKNOWN_INDICATOR' })
  expect(failure(() => sma('smaa', {})).message).toContain('did you mean sma?')
  expect(failure(() => sma('sma', { perod: 2 })).message).toContain('did you mean period?')
})

test('constructors of the engine fail the same way', () => {
  const series = { bars: plainBars(3), priceDecimals: 2, quantityDecimals: 0 }
  const cash = failure(() => openSession({ ...plainConfig, cash: -1 }, [series], [0]))
  expect(cash).toMatchObject({ code: 'INVALID_ARGUMENT', details: { field: 'cash' } })
  const scale = failure(() => openSession(plainConfig, [{ ...series, priceDecimals: 30 }], [0]))
  expect(scale.code).toBe('INVALID_ARGUMENT')
  expect(scale.message).toContain('30 decimals')
})

test('an asynchronous call rejects with the same error', async () => {
  const series = { bars: plainBars(3), priceDecimals: 2, quantityDecimals: 0 }
  const columns = { wrong: { indicator: 'smaa', inputs: [], params: {}, output: 'value' } }
  const running = runDeclarative(plainConfig, series, { columns, rules: [], settle: 0 })
  const error: unknown = await running.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(NeuralTraderError)
  expect(error).toMatchObject({ code: 'UNKNOWN_INDICATOR', details: { indicator: 'smaa' } })
  expect((error as NeuralTraderError).cause).toHaveProperty('code', 'UNKNOWN_INDICATOR')
})

test('a value of the wrong type is an argument at fault, with the place', () => {
  const series = { bars: plainBars(3), priceDecimals: 2, quantityDecimals: 0 }
  const cash = '10000' as unknown as number
  const error = failure(() => openSession({ ...plainConfig, cash }, [series], [0]))
  expect(error.code).toBe('INVALID_ARGUMENT')
  expect(error.message).toContain('RunConfig.cash')
})

test('what has no code is internal, with the failure as its cause', () => {
  for (const cause of [
    new TypeError('broken'),
    Object.assign(new Error('x'), { code: 'toString' }),
  ]) {
    const error = failure(() =>
      native(() => {
        throw cause
      }),
    )
    expect(error).toMatchObject({ code: 'INTERNAL', cause })
    expect(error.message).toContain(String(cause))
  }
})
