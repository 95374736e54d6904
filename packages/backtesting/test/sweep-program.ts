import { writeFileSync } from 'node:fs'

import { syntheticBars } from '@neural-trader/market-data'
import { smaCross } from '@neural-trader/strategies'

import { grid, range, sweep } from '../src/index.ts'

/** Runs a sweep with a checkpoint, says when it is under way, and writes the digest of its table. */
const [checkpoint = '', result = '', bars = '240000'] = process.argv.slice(2)
const table = await sweep({
  data: syntheticBars({ seed: 2, bars: Number(bars), timeframe: '1h', price: 100, tick: 0.01 }),
  strategy: smaCross,
  params: grid({ fast: range(2, 61), slow: range(62, 161) }),
  feeRate: 0.001,
  checkpoint,
  onProgress: (done) => console.log(`done ${done}`),
})
const columns = Object.entries(table.measures).map(([name, column]) => [
  name,
  Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString('base64'),
])
writeFileSync(result, JSON.stringify([table.trials, table.failures, columns]))
