import type { BrokerOrderRequest, Strategy } from '@neural-trader/core'
import { simulatedBroker } from '@neural-trader/brokers/simulated'
import { syntheticBars } from '@neural-trader/market-data'
import { expect, test } from 'vitest'

import { backtest } from '../src/backtest.ts'

const data = ['A.XTST', 'B.XTST'].map((instrument, seed) =>
  Object.assign(
    syntheticBars({ seed: seed + 1, bars: 400, timeframe: '1d', price: 100, tick: 0.01 }),
    { instrument },
  ),
)
const rules = { cash: 20_000, leverage: 2, feeRate: 0.001, slippage: 0.0005, spread: 0.0002 }

type Given = Omit<BrokerOrderRequest, 'clientOrderId'>

/** What is ordered at the close of a step, the same for both. */
function ordersAt(step: number, close: (place: number) => number): readonly Given[] {
  const place = step % 2
  const instrument = data[place]!.instrument
  const price = (factor: number) => Math.round(close(place) * factor * 100) / 100
  switch (step % 11) {
    case 2:
      return [{ instrument, side: 'buy', quantity: 20 }]
    case 4:
      return [{ instrument, side: 'sell', quantity: 12, limit: price(1.01) }]
    case 6:
      return [
        { instrument, side: 'sell', quantity: 25, stop: price(0.99), timeInForce: 'DAY' },
        { instrument, side: 'buy', quantity: 5, limit: price(0.995) },
      ]
    case 9:
      return [{ instrument, side: 'sell', quantity: 15 }]
    default:
      return []
  }
}

/** Every seventeenth step changes the last order, every twenty-third takes it back. */
const changes = (step: number) => step % 17 === 5
const cancels = (step: number) => step % 23 === 7

test.each([false, true])(
  'fed bar by bar it writes the log of a backtest: hedging %s',
  async (hedging) => {
    const strategy: Strategy = {
      name: 'both',
      params: {},
      indicators: {},
      onBar({ step, instruments, instrument }) {
        for (const { instrument: id, side, quantity, ...options } of ordersAt(
          step,
          (place) => instruments[place]!.close.value,
        )) {
          last = { number: instrument(id).orders[side](quantity, options), id }
        }
        if (last === undefined) return
        const { orders } = instrument(last.id)
        if (changes(step)) orders.modify(last.number, { quantity: 9 })
        if (cancels(step)) orders.cancel(last.number)
      },
    }
    let last: { number: number; id: string } | undefined
    const result = await backtest({ data, strategy, ...rules, hedging })

    const instruments = data.map((bars) => bars.instrument)
    const broker = simulatedBroker({ instruments, ...rules, hedging })
    await broker.connect()
    let sent = 0
    for (let row = 0; row < 400; row += 1) {
      broker.onBar(
        data.map(({ instrument, time, open, high, low, close, volume }) => ({
          instrument,
          time: time[row]!,
          open: open[row]!,
          high: high[row]!,
          low: low[row]!,
          close: close[row]!,
          volume: volume[row]!,
        })),
      )
      for (const order of ordersAt(row, (place) => data[place]!.close[row]!)) {
        sent += 1
        await broker.submit({ ...order, clientOrderId: `order-${sent}` })
      }
      if (sent > 0 && changes(row)) await broker.modify(`order-${sent}`, { quantity: 9 })
      if (sent > 0 && cancels(row)) await broker.cancel(`order-${sent}`)
    }
    expect(result.fills.step.length).toBeGreaterThan(30)
    expect(broker.logHash()).toBe(result.log.hash)
    expect((await broker.account()).equity).toBeCloseTo(result.equity.at(-1)!, 6)
  },
)
