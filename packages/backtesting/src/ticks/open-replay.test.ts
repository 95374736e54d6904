import type { Quotes } from '@neural-trader/core'
import { expect, it } from 'vitest'

import { backtest, openReplay } from '../index.ts'

/** Quotes whose mid goes up and down by ten. */
function wave(rows: number): Quotes {
  const mid = (row: number): number => 100 + Math.round(Math.sin(row / 40) * 10)
  const column = (of: (row: number) => number): Float64Array =>
    Float64Array.from({ length: rows }, (_, row) => of(row))
  return {
    instrument: 'X.XTST',
    time: BigInt64Array.from({ length: rows }, (_, row) => BigInt(row) * 1_000_000n),
    bid: column((row) => mid(row) - 1),
    ask: column((row) => mid(row) + 1),
    bidSize: column((row) => 1 + (row % 5)),
    askSize: column((row) => 1 + (row % 7)),
  }
}

function part({ instrument, ...columns }: Quotes, from: number, to: number): Quotes {
  return {
    instrument,
    time: columns.time.subarray(from, to),
    bid: columns.bid.subarray(from, to),
    ask: columns.ask.subarray(from, to),
    bidSize: columns.bidSize.subarray(from, to),
    askSize: columns.askSize.subarray(from, to),
  }
}

const rows = 5000

it('a stream in chunks gives the log of a backtest over the whole', async () => {
  const quotes = wave(rows)
  const whole = await backtest({
    data: quotes,
    strategy: {
      name: 'every-hundredth',
      params: {},
      indicators: {},
      onQuote({ step, orders }) {
        if (step % 100 === 99) orders.buy(20, { limit: 95 })
        if (step % 500 === 499) orders.close()
      },
    },
  })
  const replay = openReplay({ instruments: ['X.XTST'], priceDecimals: 0 })
  for (let from = 0; from < rows; from += 100) {
    replay.feed(part(quotes, from, from + 100))
    const orders = replay.orders('X.XTST')
    if (from + 100 === rows) break
    orders.buy(20, { limit: 95 })
    if ((from + 100) % 500 === 0) orders.close()
  }
  expect(whole.measures.closedTrades).toBeGreaterThan(5)
  expect(replay.account.closedTrades).toBe(whole.measures.closedTrades)
  expect(replay.account.equity).toBeCloseTo(whole.equity.at(-1) ?? 0, 6)
  expect(Number.isFinite(replay.position('X.XTST'))).toBe(true)
  // The backtest gives its last orders too, after the last quote.
  const same = Math.min(replay.log.records, whole.log.records) * 64
  expect(whole.log.bytes().slice(0, same)).toEqual(replay.log.bytes().slice(0, same))
})

it('so does one whose account is called for margin and pays interest', async () => {
  const hour = 3_600_000_000_000n
  const { time, ...columns } = wave(rows)
  const quotes = { ...columns, time: time.map((_, row) => BigInt(row) * hour) }
  const rules = {
    cash: 2_000,
    margin: { model: 'reg-t', grace: 2 },
    financing: { debitRate: 0.08, borrowRate: 0.05 },
  } as const
  const whole = await backtest({
    ...rules,
    data: quotes,
    strategy: {
      name: 'in-and-out',
      params: {},
      indicators: {},
      onQuote({ step, orders }) {
        if (step % 200 === 99) orders.targetPercent(step % 400 === 99 ? 1.9 : -1.9)
      },
    },
  })
  const replay = openReplay({ ...rules, instruments: ['X.XTST'], priceDecimals: 0 })
  for (let from = 0; from < rows; from += 100) {
    replay.feed(part(quotes, from, from + 100))
    if (from % 200 === 0) {
      replay.orders('X.XTST').targetPercent(from % 400 === 0 ? 1.9 : -1.9)
    }
  }
  expect(whole.account.marginCalls).toBeGreaterThan(0)
  expect(whole.account.borrowFees).toBeGreaterThan(0)
  const same = Math.min(replay.log.records, whole.log.records) * 64
  expect(whole.log.bytes().slice(0, same)).toEqual(replay.log.bytes().slice(0, same))
})

it('names the instruments it has', () => {
  const replay = openReplay({ instruments: ['X.XTST'], priceDecimals: 2 })
  expect(() => replay.orders('Y.XTST')).toThrow(/no instrument "Y.XTST": it has X.XTST/)
  expect(() => openReplay({ instruments: [], priceDecimals: 20 })).toThrow(/priceDecimals/)
})

it('trades to a value at the middle of the last quote', () => {
  const replay = openReplay({ instruments: ['X.XTST'], priceDecimals: 0 })
  const orders = replay.orders('X.XTST')
  expect(() => orders.targetValue(300)).toThrow(/once the instrument has a price/)
  replay.feed(part(wave(1), 0, 1))
  orders.targetValue(300)
  replay.feed({ ...wave(1), time: BigInt64Array.of(1n), askSize: new Float64Array(1) })
  expect(replay.position('X.XTST')).toBe(3)
})

it('refuses what needs the whole of the data', () => {
  const options = { instruments: ['X.XTST'], priceDecimals: 0, calendar: 'XNYS' } as const
  expect(() => openReplay(options)).toThrow(/Option calendar needs all of the data/)
})
