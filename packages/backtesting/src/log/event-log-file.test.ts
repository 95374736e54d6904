import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { syntheticBars } from '@neural-trader/market-data'
import { defineStrategy } from '@neural-trader/strategies'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { backtest } from '../backtest.ts'
import type { BacktestResult } from '../result.ts'
import { diffEventLogs } from './diff-event-logs.ts'
import { eventsOf } from './events-of.ts'
import { openEventLog, readEventLog, type SavedEventLog } from './read-event-log.ts'
import { verifyEventLog } from './verify-event-log.ts'
import { writeEventLog } from './write-event-log.ts'

const folder = mkdtempSync(join(tmpdir(), 'neural-trader-event-log-'))
const path = join(folder, 'run.ntlog')
let result: BacktestResult
let saved: SavedEventLog
let file: Buffer

/** Brackets, limits, cancellations, refusals: most kinds of event. */
const busy = defineStrategy({
  name: 'busy',
  params: {},
  onBar({ close: { value: close }, step, orders }) {
    if (step % 7 === 0) orders.buy(3, { stopLoss: close * 0.98, takeProfit: close * 1.02 })
    if (step % 11 === 0) orders.buy(2, { limit: close * 0.9, timeInForce: 'DAY' })
    if (step % 13 === 0) orders.cancelAll()
    if (step % 17 === 0) orders.targetPercent(-0.5)
  },
})

beforeAll(async () => {
  const data = syntheticBars({ bars: 400, seed: 4, timeframe: '1h' })
  result = await backtest({ data, strategy: busy(), feeRate: 0.001 })
  await writeEventLog(result, path)
  saved = await readEventLog(path)
  file = readFileSync(path)
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('a saved event log', () => {
  test('holds the bytes and the hash of the run, and who made them', () => {
    expect(Buffer.compare(saved.bytes(), result.log.bytes())).toBe(0)
    expect(saved).toMatchObject({
      hash: result.log.hash,
      records: result.log.records,
      instruments: [result.bars[0]!.instrument],
      strategy: { name: 'busy' },
    })
    expect(readdirSync(folder)).toEqual(['run.ntlog'])
  })

  test('can be read without this library', () => {
    const [frame, header = '', digest] = file.toString('latin1').split('\n', 3)
    const { records, recordBytes, hash } = JSON.parse(header)
    const at = `${frame}\n${header}\n${digest}\n`.length
    const bytes = file.subarray(at, at + records * recordBytes)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash)
    expect(createHash('sha256').update(`${frame}\n${header}\n`).digest('hex')).toBe(digest)
    expect(file.length).toBe(at + records * (recordBytes + 4))
  })

  test('tells every fill as the table of fills has it', () => {
    const { fills, time } = result
    const told = [...eventsOf(saved, { kinds: new Set(['fill']) })]
    expect(told.length).toBeGreaterThan(50)
    expect(told.map(({ quantity }) => Number(quantity))).toEqual([...fills.quantity])
    expect(told.map(({ price }) => Number(price))).toEqual([...fills.price])
    expect(told.map(({ money }) => Number(money?.amount))).toEqual([...fills.fee])
    expect(told.map(({ order }) => order! - 1)).toEqual([...fills.order])
    expect(told.map((event) => event.time)).toEqual(Array.from(fills.step, (step) => time[step]))
  })

  test('has every order in its kinds of event', () => {
    const kinds = new Set([...eventsOf(saved)].map(({ event }) => event))
    for (const kind of ['submission', 'exits', 'fill', 'cancellation', 'expiry']) {
      expect(kinds).toContain(kind)
    }
  })

  test('verifies, and folds to the cash of the run', async () => {
    const { damage, cash, positions } = await verifyEventLog(saved)
    expect(damage).toBeNull()
    const [held = ''] = Object.values(positions)
    const close = result.bars[0]!.close.at(-1)!
    expect(Number(cash) + Number(held) * close).toBeCloseTo(result.equity.at(-1)!, 6)
  })
})

test('no changed byte goes unseen, and none in a record is misplaced', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: file.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      async (at, flip) => {
        const bytes = Buffer.from(file)
        bytes[at]! ^= flip
        writeFileSync(join(folder, 'bad.ntlog'), bytes)
        const error = await readEventLog(join(folder, 'bad.ntlog')).catch((thrown) => thrown)
        expect(['LOG_CORRUPT', 'DATA_FORMAT']).toContain(error.code)
        const record = Math.floor((at - saved.recordsAt) / 64)
        const isInRecord = record >= 0 && record < saved.records
        expect(isInRecord ? error.details.record : null).toBe(isInRecord ? record : null)
      },
    ),
    { numRuns: 200 },
  )
})

test('no cut goes unseen', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: file.length - 1 }), async (length) => {
      writeFileSync(join(folder, 'cut.ntlog'), file.subarray(0, length))
      const error = await readEventLog(join(folder, 'cut.ntlog')).catch((thrown) => thrown)
      expect(['LOG_CORRUPT', 'DATA_FORMAT']).toContain(error.code)
    }),
    { numRuns: 100 },
  )
})

test('two runs part where their rules do', async () => {
  const other = join(folder, 'other.ntlog')
  const { bars } = result
  const run = { data: bars, strategy: busy(), feeRate: 0.001 }
  await writeEventLog(await backtest(run), other)
  expect(diffEventLogs(saved, saved).same).toBe(true)
  expect(diffEventLogs(saved, await openEventLog(other)).same).toBe(true)
  await writeEventLog(await backtest({ ...run, limits: { maxWorkingOrders: 2 } }), other)
  const { same, first, onlyInA, onlyInB } = diffEventLogs(saved, await openEventLog(other))
  expect(same).toBe(false)
  expect(first?.b).toMatchObject({ event: 'denial', reason: 'MAX_WORKING_ORDERS' })
  expect(onlyInA[0]).toEqual(first?.a)
  expect(onlyInB[0]).toEqual(first?.b)
})
