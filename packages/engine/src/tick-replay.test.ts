import { NeuralTraderError } from '@neural-trader/core'
import { describe, expect, it } from 'vitest'

import type { RunConfig } from './run-config.ts'
import { commandSlot } from './session.ts'
import { openTickReplay, tickSlot, type TickReplay } from './tick-replay.ts'

const config: RunConfig = {
  cash: 10_000,
  account: 'margin',
  margin: 1,
  feeRate: 0,
  feePerOrder: 0,
  spread: 0,
  slippage: 0,
  fillPolicy: 'next-quote',
  sizing: 'at-decision',
  targetSizing: 'within-share',
  cashReserve: 0,
  minimumOrderMargin: 0,
  matching: 'path',
  hedging: false,
  exclusiveOrders: false,
  limitFill: 'through',
  stopRule: 'path',
  ruin: 'debt',
  closeAtEnd: 'no',
  limits: {},
}

function open(): TickReplay {
  return openTickReplay(config, [{ id: 'X.XTST', priceDecimals: 2, quantityDecimals: 0 }])
}

function quotes(start: number, rows: readonly (readonly [number, number])[]) {
  return {
    time: BigInt64Array.from(rows, (_, row) => BigInt(start + row)),
    bid: Float64Array.from(rows, ([bid]) => bid),
    ask: Float64Array.from(rows, ([, ask]) => ask),
    bidSize: new Float64Array(rows.length),
    askSize: new Float64Array(rows.length),
  }
}

function buy({ view, commands }: TickReplay, units: number): void {
  commands.fill(Number.NaN)
  commands[commandSlot.operation] = 1
  commands[commandSlot.instrument] = 0
  commands[commandSlot.sizeKind] = 0
  commands[commandSlot.size] = units
  commands[commandSlot.timeInForce] = 0
  commands[commandSlot.reduceOnly] = 0
  commands[commandSlot.order] = 0
  view[tickSlot.commands] = 1
}

describe('openTickReplay', () => {
  it('takes orders between chunks and shows the account after each', () => {
    const replay = open()
    replay.quotes(0, quotes(0, [[99, 101]]))
    buy(replay, 10)
    replay.quotes(
      0,
      quotes(1, [
        [100, 102],
        [101, 103],
      ]),
    )
    const { view } = replay
    expect(view[tickSlot.positions]).toBe(10)
    expect(view[tickSlot.cash]).toBe(10_000 - 1020)
    expect(view[tickSlot.equity]).toBe(10_000 - 1020 + 1010)
    expect(view[tickSlot.commands]).toBe(0)
    replay.trades(0, {
      time: BigInt64Array.of(5n),
      price: Float64Array.of(90),
      size: Float64Array.of(1),
    })
    expect(view[tickSlot.equity]).toBe(10_000 - 1020 + 1010)
    expect(replay.logBytes().length).toBe(64 * replay.logRecords())
    expect(replay.logHash()).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each([
    ['a chunk that goes back', 0, quotes(-1, [[99, 101]]), 'DATA_UNSORTED'],
    ['an unknown instrument', 1, quotes(9, [[99, 101]]), 'INVALID_ARGUMENT'],
    ['a price of zero', 0, quotes(9, [[0, 101]]), 'DATA_NOT_POSITIVE'],
  ])('refuses %s', (_, instrument, chunk, code) => {
    const replay = open()
    replay.quotes(0, quotes(0, [[99, 101]]))
    const failed = (() => {
      try {
        return replay.quotes(instrument, chunk)
      } catch (error) {
        return error
      }
    })()
    expect(failed).toBeInstanceOf(NeuralTraderError)
    expect((failed as NeuralTraderError).code).toBe(code)
  })
})
