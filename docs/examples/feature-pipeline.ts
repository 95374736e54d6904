// Features for learning: columns in, a matrix out, and nothing learnt from the rows kept for testing.
import assert from 'node:assert/strict'

import {
  checkCausal,
  checkLeaks,
  computeSpec,
  pipeline,
  restorePipeline,
  type SavedPipeline,
} from '@neural-trader/features'
import { sampleBars } from '@neural-trader/market-data'

const bars = await sampleBars('aapl')
const indicators = computeSpec([{ name: 'RSI', params: { period: 14 }, as: 'rsi' }], bars)
const columns = { close: bars.close, volume: bars.volume, rsi: indicators['rsi']! }

const features = pipeline({
  columns: ['close', 'volume', 'rsi'],
  steps: [
    { step: 'log-return', of: ['close'], bars: [1, 5] },
    { step: 'rolling', of: ['volume'], statistic: 'z-score', window: 20 },
    { step: 'drop', of: ['close', 'volume'] },
    { step: 'winsorise', lower: 0.01, upper: 0.99 },
    { step: 'standardise' },
  ],
})

// Scales are learnt from the first 1,000 days alone, and applied to the rest.
const train = { to: 1000 }
const fitted = features.fit(columns, train)
const { values, names, rows } = fitted.transform(columns, { from: 1000 })
console.log(`${rows.length} rows of ${names.join(', ')}`)
assert.deepEqual(names, [
  'close_log_return_1',
  'close_log_return_5',
  'volume_rolling_z_score_20',
  'rsi',
])
assert.equal(values.length, rows.length * names.length)
assert.equal(rows[0], 1000)

// What was learnt is plain data, and gives the same bits when it is read back.
const saved = JSON.parse(JSON.stringify(fitted)) as SavedPipeline<'close' | 'volume' | 'rsi'>
assert.deepEqual(restorePipeline(saved).transform(columns, { from: 1000 }).values, values)

// Nothing outside of training reaches it; a scale over all rows would.
assert.deepEqual(checkLeaks(features, columns, train), [])
const careless = { ...features, fit: (given: typeof columns) => features.fit(given) }
assert.equal(checkLeaks(careless, columns, train)[0]?.what, 'state')

// A feature of one's own that looks ahead is found out, with the first bar at fault.
const { faults } = await checkCausal(
  ({ close }) => close.map((price, bar) => (close[bar + 1] ?? price) / price - 1),
  bars,
)
assert.equal(faults[0]?.bar, 0)
