import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readBars } from './read-bars.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const folder = resolve(root, process.env['NT_ORACLES'] ?? '../shared/oracles', 'bars')
const absent = !existsSync(folder)
if (absent)
  console.warn(
    `Skipped: no reference bars in ${folder}; set NT_ORACLES to the folder that holds bars/.`,
  )

/** A reader of its own: no quotes, no zones, commas and line feeds only. */
function parsePlainly(path: string): { stamps: string[]; columns: Float64Array[] } {
  const rows = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
  return {
    stamps: rows.map(([stamp]) => stamp!),
    columns: [1, 2, 3, 4, 5].map((index) => Float64Array.from(rows, (row) => Number(row[index]))),
  }
}

test.skipIf(absent)('GOOG, daily: every value', async () => {
  const bars = await readBars(resolve(folder, 'GOOG.csv'))
  const { stamps, columns } = parsePlainly(resolve(folder, 'GOOG.csv'))
  expect([bars.instrument, bars.timeframe, bars.time.length]).toEqual(['GOOG', '1d', 2148])
  expect([bars.open, bars.high, bars.low, bars.close, bars.volume]).toEqual(columns)
  expect([...bars.time]).toEqual(
    stamps.map((date) => BigInt(Date.parse(`${date}T23:59:59.999Z`)) * 1_000_000n),
  )
  expect([bars.open[0], bars.close[0], bars.close.at(-1), bars.volume.at(-1)]).toEqual([
    100, 100.34, 806.19, 2_175_400,
  ])
})

test.skipIf(absent)('EURUSD, hourly: every value', async () => {
  const bars = await readBars(resolve(folder, 'EURUSD.csv'))
  const { stamps, columns } = parsePlainly(resolve(folder, 'EURUSD.csv'))
  expect([bars.instrument, bars.timeframe, bars.time.length]).toEqual(['EURUSD', '1h', 5000])
  expect([bars.open, bars.high, bars.low, bars.close, bars.volume]).toEqual(columns)
  expect([...bars.time]).toEqual(
    stamps.map((stamp) => BigInt(Date.parse(`${stamp.replace(' ', 'T')}Z`)) * 1_000_000n),
  )
  expect([bars.open[0], bars.close.at(-1), bars.volume.at(-1)]).toEqual([1.0716, 1.22904, 6143])
})
