// Indicators without a backtest: columns in, columns out.
import assert from 'node:assert/strict'

import { atr, bollingerBands, rsi, sma } from '@neural-trader/features'
import { sampleBars } from '@neural-trader/market-data'

// Over numbers an indicator is computed at once: as long as its input, NaN before the first value.
assert.deepEqual([...sma([1, 2, 3, 4], { period: 3 })], [NaN, NaN, 2, 3])

const { high, low, close } = await sampleBars('aapl')
const strength = rsi(close, { period: 14 })
const range = atr({ high, low, close }, { period: 14 })
const { upper, middle, lower } = bollingerBands(close, { period: 20, deviations: 2 })
console.log(`RSI ${strength.at(-1)?.toFixed(1)}, ATR ${range.at(-1)?.toFixed(2)}`)

assert.equal(strength.length, close.length)
assert.equal(strength.findIndex(Number.isFinite), 14)
assert.ok(strength.slice(14).every((value) => value >= 0 && value <= 100))
assert.ok(range.slice(14).every((value) => value > 0))
assert.ok(
  middle.slice(19).every((value, row) => lower[row + 19]! <= value && value <= upper[row + 19]!),
)

// Over a declared column the same call is a declaration that a strategy hands to the engine.
assert.deepEqual(sma({ column: 'close' }, { period: 3 }), {
  indicator: 'sma',
  inputs: [{ column: 'close' }],
  params: { period: 3 },
  output: 'value',
})

// A parameter out of range is refused with its name and what is allowed.
assert.throws(() => sma(close, { period: 0 }), { code: 'INVALID_PARAMETER' })
