import type { BrokerEvent } from '@neural-trader/core'
import { expect, test } from 'vitest'

import { testBrokerContract } from '../testing.ts'
import { simulatedBroker } from './simulated-broker.ts'

const instrument = 'X.XTST'
const options = { instruments: [instrument], cash: 10_000 }

testBrokerContract('the simulated venue over bars', () => {
  const broker = simulatedBroker(options)
  let time = 0n
  const trade = (price: number) => {
    time += 1n
    const prices = { open: price, high: price, low: price, close: price }
    broker.onBar({ instrument, time, ...prices, volume: 1_000 })
  }
  return { broker, instrument, price: 100, trade }
})

testBrokerContract('the simulated venue over quotes', () => {
  const broker = simulatedBroker(options)
  let time = 0n
  const trade = (price: number) => {
    time += 1n
    broker.onQuote({ instrument, time, bid: price - 0.01, ask: price })
  }
  return { broker, instrument, price: 100, trade }
})

const bar = (time: bigint, price: number, volume = 1_000) => ({
  instrument,
  time,
  open: price,
  high: price + 1,
  low: price - 1,
  close: price,
  volume,
})

test('a part of the volume at a time', async () => {
  const broker = simulatedBroker({ ...options, maxVolumeShare: 0.1, feePerOrder: 1 })
  const events: BrokerEvent[] = []
  broker.subscribe((event) => events.push(event))
  await broker.connect()
  broker.onBar(bar(1n, 100))
  await broker.submit({ clientOrderId: 'a', instrument, side: 'buy', quantity: 30 })
  broker.onBar(bar(2n, 100, 200))
  expect(await broker.order('a')).toMatchObject({ status: 'partially-filled', filled: 20 })
  broker.onBar(bar(3n, 103))
  const filled = await broker.order('a')
  expect(filled).toMatchObject({ status: 'filled', filled: 30, averagePrice: 101 })
  expect(await broker.account()).toEqual({ cash: 10_000 - 3030 - 2, equity: 10_000 + 60 - 2 })
  expect(events.map((event) => event.type)).toEqual(['order', 'fill', 'order', 'fill', 'order'])
})

test('what a ruined account holds is closed by orders of the venue', async () => {
  const broker = simulatedBroker({ ...options, leverage: 10 })
  await broker.connect()
  broker.onBar(bar(1n, 100))
  await broker.submit({ clientOrderId: 'a', instrument, side: 'buy', quantity: 900 })
  broker.onBar(bar(2n, 100))
  broker.onBar(bar(3n, 50))
  expect(await broker.positions()).toEqual([])
  expect(await broker.order('venue-2')).toMatchObject({ side: 'sell', status: 'filled' })
  const late = await broker.submit({ clientOrderId: 'b', instrument, side: 'buy', quantity: 1 })
  expect(late).toMatchObject({ status: 'rejected', reason: 'TRADING_HALTED' })
})

test('a hedging account holds both sides', async () => {
  const broker = simulatedBroker({ ...options, hedging: true })
  await broker.connect()
  broker.onBar(bar(1n, 100))
  await broker.submit({ clientOrderId: 'a', instrument, side: 'buy', quantity: 10 })
  await broker.submit({ clientOrderId: 'b', instrument, side: 'sell', quantity: 4 })
  broker.onBar(bar(2n, 100))
  await broker.submit({ clientOrderId: 'c', instrument, side: 'buy', quantity: 10 })
  broker.onBar(bar(3n, 103))
  expect(await broker.positions()).toEqual([
    { instrument, quantity: 20, averagePrice: 101.5 },
    { instrument, quantity: -4, averagePrice: 100 },
  ])
})

test.each([
  [
    'quotes after bars',
    () => open().onQuote({ instrument, time: 2n, bid: 1, ask: 2 }),
    /after bars/,
  ],
  ['a bar of the past', () => open().onBar(bar(1n, 100)), /order of time/],
  ['no bars', () => open().onBar([]), /at least one/],
  ['bars of two times', () => open().onBar([bar(2n, 1), bar(3n, 1)]), /of one time together/],
  ['an option out of range', () => simulatedBroker({ ...options, cash: 0 }), /cash/],
  ['an instrument twice', () => simulatedBroker({ ...options, instruments: ['A', 'A'] }), /once/],
])('%s: a clear error', (_, act, message) => {
  expect(act).toThrow(message)
})

function open() {
  const broker = simulatedBroker(options)
  broker.onBar(bar(1n, 100))
  return broker
}
