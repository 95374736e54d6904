import { inspect } from 'node:util'

import { expect, test } from 'vitest'

import { NeuralTraderError } from './error.ts'

const error = new NeuralTraderError('DATA_NOT_FINITE', 'close of row 3 is NaN: drop the row', {
  details: { row: 3, column: 'close' },
})

test('an error is told by its class, its name and its code', () => {
  expect(error).toBeInstanceOf(Error)
  expect(error.name).toBe('NeuralTraderError')
  expect(error.code).toBe('DATA_NOT_FINITE')
  expect(inspect(error)).toContain('close of row 3 is NaN')
})

test('as JSON it is code, message and details, and nothing of the stack or the cause', () => {
  const wrapped = new NeuralTraderError('FILE_NOT_READABLE', 'bars.csv is not there', {
    cause: new Error('ENOENT /home/someone'),
  })
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    code: 'DATA_NOT_FINITE',
    message: 'close of row 3 is NaN: drop the row',
    details: { row: 3, column: 'close' },
  })
  expect(JSON.parse(JSON.stringify(wrapped))).toEqual({
    code: 'FILE_NOT_READABLE',
    message: 'bars.csv is not there',
    details: {},
  })
})

test('the cause is kept where there is one, also when it is undefined', () => {
  const cause = new TypeError('below')
  expect(new NeuralTraderError('STRATEGY_FAILED', 'it threw', { cause }).cause).toBe(cause)
  expect(Object.hasOwn(error, 'cause')).toBe(false)
  const threwNothing = new NeuralTraderError('STRATEGY_FAILED', 'it threw', { cause: undefined })
  expect(Object.hasOwn(threwNothing, 'cause')).toBe(true)
})

test('a code that is not in the table does not compile', () => {
  // @ts-expect-error there is no such code
  expect(new NeuralTraderError('NO_SUCH_CODE', 'message').details).toEqual({})
})
