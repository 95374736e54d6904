import type { OrderOptions } from '@neural-trader/core'
import { commandCapacity, commandSlot as slot, commandStride } from '@neural-trader/engine'
import { describe, expect, test } from 'vitest'

import { CommandWriter, InstrumentOrders } from './command-writer.ts'
import { ColumnValues, Cursor } from './values.ts'

function writer() {
  const buffer = new Float64Array(commandCapacity * commandStride)
  const commands = new CommandWriter(buffer)
  const close = new ColumnValues(new Float64Array(), new Cursor())
  return { buffer, commands, orders: new InstrumentOrders(commands, 0, 0, close) }
}

describe('terms of an order', () => {
  test.each<[string, OrderOptions, string]>([
    ['trail', { trail: 0 }, 'trail got 0: give a number above 0'],
    ['trailPercent', { trailPercent: 1 }, 'give a fraction above 0 and below 1'],
    ['trailLimit', { trailLimit: 1 }, 'give trail or trailPercent too'],
    ['trailLimit', { trail: 2, trailLimit: -1 }, 'trailLimit got -1'],
    ['limit', { trail: 2, limit: 9 }, 'give trailLimit'],
    ['order', { trail: 2, stop: 9 }, 'one of trail, trailPercent, touch and stop'],
    ['order', { touch: 2, stop: 9 }, 'one of trail, trailPercent, touch and stop'],
    ['toLimit', { toLimit: true, limit: 9 }, 'it is a market order'],
    ['expiresAt', { timeInForce: 'GTD' }, "a time with timeInForce 'GTD'"],
    ['expiresAt', { expiresAt: 5 }, "a time with timeInForce 'GTD'"],
    ['expiresAt', { timeInForce: 'GTD', expiresAt: 5.5 }, 'a whole number from 1'],
    ['display', { limit: 9, display: 0.5 }, 'at most 0 decimals'],
    ['oco', { oco: 0 }, 'a whole number from 1'],
    ['parent', { parent: 1 }, 'the number of an order that was submitted'],
    ['parent', { parent: 0 }, 'a whole number from 1'],
  ])('%s is refused in %o', (argument, options, message) => {
    const { commands, orders } = writer()
    expect(() => orders.buy(1, options)).toThrow(
      expect.objectContaining({
        code: 'INVALID_ARGUMENT',
        message: expect.stringContaining(message),
        details: expect.objectContaining({ argument }),
      }),
    )
    expect(commands.count).toBe(0)
  })

  test('a plain order says that it has none, whatever was written there before', () => {
    const { buffer, commands, orders } = writer()
    orders.buy(1, { trail: 2, oco: 3 })
    expect(buffer[slot.hasTerms]).toBe(1)
    expect([buffer[slot.trail], buffer[slot.group]]).toEqual([2, 3])
    commands.count = 0
    orders.buy(1, { limit: 5 })
    expect(buffer[slot.hasTerms]).toBe(0)
  })

  test('a change is written for an order that was submitted, and refused for another', () => {
    const { buffer, orders } = writer()
    expect(() => orders.modify(1, { limit: 5 })).toThrow(
      'the number of an order that was submitted',
    )
    const order = orders.buy(1, { limit: 4 })
    expect(() => orders.modify(order, { quantity: 1.5 })).toThrow('at most 0 decimals')
    expect(() => orders.modify(order, { stop: Number.NaN })).toThrow('a number above 0')
    orders.modify(order, { limit: 5 })
    const at = commandStride
    expect([buffer[at + slot.operation], buffer[at + slot.limit]]).toEqual([6, 5])
    expect(buffer[at + slot.order]).toBe(order)
    expect(buffer[at + slot.size]).toBeNaN()
  })
})
