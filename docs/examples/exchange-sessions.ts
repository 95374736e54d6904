// Orders at the open and the close of a venue's sessions, on bars that run around the clock.
import assert from 'node:assert/strict'

import { backtest } from '@neural-trader/backtesting'
import { exchangeCalendar, syntheticBars } from '@neural-trader/market-data'
import { defineStrategy } from '@neural-trader/strategies'

const newYork = exchangeCalendar('XNYS')

/** In at the open, out at the close: the orders of a session are given at the midnight before. */
const dayOnly = defineStrategy({
  name: 'day-only',
  onBar({ time, orders }) {
    const isMidnight = time.milliseconds % 86_400_000 === 0
    const date = new Date(time.milliseconds).toISOString().slice(0, 10)
    if (!isMidnight || newYork.session(date) === null) return
    orders.buy(10, { timeInForce: 'OPEN' })
    orders.sell(10, { timeInForce: 'CLOSE' })
  },
})

const data = syntheticBars({
  seed: 7,
  instrument: 'SYN.XNYS',
  timeframe: '30m',
  start: '2024-11-24',
  bars: 48 * 7,
})
const { fills, time, assumptions } = await backtest({
  data,
  strategy: dayOnly(),
  calendar: 'auto',
})

const moments = Array.from(fills.step, (step) => time[step]!)
for (const [row, at] of moments.entries()) {
  console.log(
    new Date(Number(at / 1_000_000n)).toISOString(),
    fills.quantity[row],
    fills.price[row],
  )
}

// Four sessions: Thursday is Thanksgiving, and on Friday trading ends at 13:00.
const { open, close } = newYork.sessions({ from: '2024-11-25', to: '2024-12-01' })
const halfAnHour = 1_800_000_000_000n
const expected = [...open].flatMap((opens, session) => [opens + halfAnHour, close[session]!])
assert.deepEqual(moments, expected)
assert.equal(newYork.isHalfDay('2024-11-29'), true)

// The report says the same: the calendar, the cutoffs of the venue, and how many bars lie outside.
const [hours] = assumptions.hours
assert.deepEqual(hours?.cutoffs, { atClose: 10 })
assert.equal(hours.barsOutside, data.time.length - (3 * 13 + 7))
