import { NeuralTraderError } from '@neural-trader/core'
import { z } from 'zod'

import type { ArrayOptions } from './array-options.ts'

/** Choices of each option that has some. */
const choices = {
  sizeType: ['amount', 'value', 'percent', 'target-amount', 'target-value', 'target-percent'],
  direction: ['long-only', 'short-only', 'both'],
  accumulate: ['disabled', 'both', 'add-only', 'remove-only'],
  uponLongConflict: ['ignore', 'entry', 'exit', 'adjacent', 'opposite'],
  uponShortConflict: ['ignore', 'entry', 'exit', 'adjacent', 'opposite'],
  uponDirectionConflict: ['ignore', 'long', 'short', 'adjacent', 'opposite'],
  uponOppositeEntry: ['ignore', 'close', 'close-reduce', 'reverse', 'reverse-reduce'],
  stopEntryPrice: ['value-price', 'price', 'fill-price', 'close'],
  stopExitPrice: ['stop-limit', 'stop-market', 'price', 'close'],
  uponStopExit: ['close', 'close-reduce', 'reverse', 'reverse-reduce'],
  uponStopUpdate: ['keep', 'override', 'override-nan'],
} as const

const isNumber = (value: unknown): boolean => typeof value === 'number'
const listOf = (value: unknown, is: (each: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(is)

const numbers = cells(
  'a number, a list with one a column, or Float64Array columns',
  (value) =>
    isNumber(value) ||
    value instanceof Float64Array ||
    listOf(value, isNumber) ||
    listOf(value, (each) => each instanceof Float64Array),
)
const flags = cells(
  'true or false, a list with one a column, or Uint8Array columns of 0 and 1',
  (value) =>
    typeof value === 'boolean' ||
    value instanceof Uint8Array ||
    listOf(value, (each) => typeof each === 'boolean') ||
    listOf(value, (each) => each instanceof Uint8Array),
)
const signals = cells(
  'a Uint8Array of 0 and 1, or a list with one a column',
  (value) => value instanceof Uint8Array || listOf(value, (each) => each instanceof Uint8Array),
)

function cells(what: string, is: (value: unknown) => boolean): z.ZodType {
  return z.custom(is, `give ${what}`).optional()
}

function choice(names: readonly string[]): z.ZodType {
  const isName = (value: unknown): boolean => names.includes(value as string)
  return cells(
    `${names.join(', ')}, or a list of them with one a column`,
    (value) => isName(value) || listOf(value, (each) => isName(each) || listOf(each, isName)),
  )
}

const shared = {
  profile: z.literal('vectorbt', 'give vectorbt'),
  size: numbers,
  sizeType: choice(choices.sizeType),
  direction: choice(choices.direction),
  price: numbers,
  valuePrice: numbers,
  fees: numbers,
  fixedFees: numbers,
  slippage: numbers,
  minSize: numbers,
  maxSize: numbers,
  sizeGranularity: numbers,
  lockCash: flags,
  allowPartial: flags,
  cash: z
    .union(
      [z.number().nonnegative(), z.array(z.number().nonnegative()), z.enum(['auto', 'auto-align'])],
      'give an amount from 0, one an account, auto or auto-align',
    )
    .optional(),
  cashSharing: z
    .union([z.boolean(), z.array(z.int())], 'give true, false or the number of an account a column')
    .optional(),
  callSequence: z.enum(['default', 'reversed', 'random', 'auto']).optional(),
  seed: z.int().nonnegative().optional(),
  updateValue: z.boolean().optional(),
  fillValuePrice: z.boolean().optional(),
  keep: z
    .strictObject({
      trades: z.boolean().optional(),
      equity: z.boolean().optional(),
      measures: z.boolean().optional(),
    })
    .optional(),
}

const orderSchema = z.strictObject(shared)

const signalSchema = z.strictObject({
  ...shared,
  entries: signals,
  exits: signals,
  shortEntries: signals,
  shortExits: signals,
  accumulate: choice(choices.accumulate),
  uponLongConflict: choice(choices.uponLongConflict),
  uponShortConflict: choice(choices.uponShortConflict),
  uponDirectionConflict: choice(choices.uponDirectionConflict),
  uponOppositeEntry: choice(choices.uponOppositeEntry),
  stopLoss: numbers,
  trailing: flags,
  takeProfit: numbers,
  stopEntryPrice: choice(choices.stopEntryPrice),
  stopExitPrice: choice(choices.stopExitPrice),
  uponStopExit: choice(choices.uponStopExit),
  uponStopUpdate: choice(choices.uponStopUpdate),
})

/**
 * Checks the shapes of options; the engine checks ranges, where it reads every value anyway.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` with the option, its value and what to give.
 */
export function checkArrayOptions(options: ArrayOptions, method: 'signals' | 'orders'): void {
  const { data, signal: _signal, onProgress: _onProgress, ...given } = options
  checkData(data)
  if (method === 'signals' && !('entries' in given)) {
    throw invalid('entries', 'undefined', 'give the bars at which positions are opened')
  }
  const schema = method === 'signals' ? signalSchema : orderSchema
  const issue = schema.safeParse(given).error?.issues[0]
  if (issue === undefined) return
  if (issue.code === 'unrecognized_keys') {
    const names = Object.keys(schema.shape).join(', ')
    throw invalid(issue.keys.join(', '), 'unknown', `the options are ${names}`)
  }
  const field = issue.path.join('.')
  const value = (given as Readonly<Record<string, unknown>>)[String(issue.path[0])]
  throw invalid(field, shown(value), issue.message)
}

function checkData(data: ArrayOptions['data']): void {
  const list: readonly unknown[] = Array.isArray(data) ? data : [data]
  const isBars = (each: unknown): boolean =>
    typeof each === 'object' &&
    each !== null &&
    'close' in each &&
    each.close instanceof Float64Array
  if (list.length > 0 && list.every(isBars)) return
  throw invalid('data', shown(data), 'give bars, or columns of which close is a Float64Array')
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 60)}...` : text
}

function invalid(field: string, value: string, remedy: string): NeuralTraderError {
  const message = `Option ${field} is ${value}: ${remedy}`
  return new NeuralTraderError('INVALID_ARGUMENT', message, { details: { field, value } })
}
