// The event log: what it is, how to check it, and how to read it without this library.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { backtest, eventsOf, readEventLog, writeEventLog } from '@neural-trader/backtesting'
import { sampleBars } from '@neural-trader/market-data'
import { macdTrend } from '@neural-trader/strategies'

const data = await sampleBars('aapl')
const run = { data, strategy: macdTrend(), feeRate: 0.001 }
const { log, fills } = await backtest(run)

// The hash is the SHA-256 of the bytes: `sha256sum` over a saved log prints the same.
const bytes = log.bytes()
assert.equal(log.hash, createHash('sha256').update(bytes).digest('hex'))
assert.equal(bytes.length, log.records * 64)

// The same inputs give the same log.
assert.equal((await backtest(run)).log.hash, log.hash)

// A record is 64 bytes, little-endian: kind at 8, instrument at 12, order at 16, step at 20,
// quantity in lots at 24, price in ticks at 32. Kind 2 tells the decimals of an instrument, kind 7
// is a fill.
const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const records = Array.from({ length: log.records }, (_, index) => index * 64)
const ofKind = (kind: number): number[] => records.filter((at) => view.getUint8(at + 8) === kind)
const [instrument] = ofKind(2)
assert.ok(instrument !== undefined)
const lotsPerUnit = 10 ** Number(view.getBigInt64(instrument + 24, true))
const ticksPerUnit = 10 ** Number(view.getBigInt64(instrument + 32, true))

const filled = ofKind(7)
console.log(`${log.records} records, ${filled.length} fills, SHA-256 ${log.hash}`)
assert.ok(filled.length > 0)
for (const [row, at] of filled.entries()) {
  assert.equal(view.getUint32(at + 20, true), fills.step[row])
  assert.equal(Number(view.getBigInt64(at + 24, true)) / lotsPerUnit, fills.quantity[row])
  assert.equal(Number(view.getBigInt64(at + 32, true)) / ticksPerUnit, fills.price[row])
}

// Saved to a file, it is what `neural-trader log show | verify | diff` read.
const folder = mkdtempSync(join(tmpdir(), 'event-log-'))
const path = await writeEventLog(await backtest(run), join(folder, 'run.ntlog'))
const saved = await readEventLog(path) // checks every record
const [fill] = eventsOf(saved, { kinds: new Set(['fill']) })
console.log(fill?.text)
assert.equal(Number(fill?.price), fills.price[0])
rmSync(folder, { recursive: true })
