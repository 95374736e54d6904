// Bars from a CSV file of one's own, checked before anything trades on them.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { backtest } from '@neural-trader/backtesting'
import { readBars, validateFile } from '@neural-trader/market-data'
import { buyAndHold } from '@neural-trader/strategies'

const folder = await mkdtemp(join(tmpdir(), 'neural-trader-'))
try {
  const path = join(folder, 'bars.csv')
  await writeFile(
    path,
    `Date,Open,High,Low,Close,Volume
2024-01-02,10.00,10.50,9.90,10.20,1000
2024-01-03,10.25,10.80,10.10,10.75,1200
2024-01-04,10.80,11.00,10.60,10.90,900
`,
  )

  const report = await validateFile(path)
  for (const { severity, message } of report.findings) console.log(severity, message)

  const data = await readBars(path, { instrument: 'ACME.XNAS' })
  assert.equal(data.timeframe, '1d')
  // A date is a whole day: the bar closes when the day does, so that nobody sees it earlier.
  assert.equal(
    new Date(Number(data.time[0]! / 1_000_000n)).toISOString(),
    '2024-01-02T23:59:59.999Z',
  )

  const { fills, measures } = await backtest({ data, strategy: buyAndHold(), cash: 1000 })
  // Decided at the first close (10.20: 98 whole units), filled at the next open (10.25: 97 fit).
  assert.deepEqual([...fills.quantity], [97])
  assert.deepEqual([...fills.price], [10.25])
  assert.ok(Math.abs(measures.finalEquity - (1000 + 97 * (10.9 - 10.25))) < 1e-9)

  // What is wrong is refused with the row and the remedy.
  await writeFile(path, 'Date,Open,High,Low,Close\n2024-01-02,10,9,11,10\n')
  await assert.rejects(readBars(path), { code: 'DATA_CROSSED_PRICES' })
} finally {
  await rm(folder, { recursive: true })
}
