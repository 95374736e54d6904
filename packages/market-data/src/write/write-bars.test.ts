import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { barColumns, type Bars } from '@neural-trader/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { failure, scratchFile, scratchFolder } from '../../test/scratch.ts'
import { readBars } from '../read/read-bars.ts'
import { syntheticBars } from '../synthetic-bars.ts'
import { writeCsv } from './write-csv.ts'
import { writeParquet } from './write-parquet.ts'

const writers = [
  ['CSV', writeCsv, 'csv'],
  ['Parquet', writeParquet, 'parquet'],
] as const

/** Bars with any time to the nanosecond and any positive double for a price. */
const anyBars = fc
  .uniqueArray(fc.bigInt({ min: -9_000_000_000_000_000_000n, max: 9_000_000_000_000_000_000n }), {
    minLength: 1,
    maxLength: 40,
  })
  .chain((times) => {
    const price = fc.double({ min: Number.MIN_VALUE, noDefaultInfinity: true, noNaN: true })
    const bar = fc.tuple(
      price,
      price,
      price,
      price,
      fc.double({ min: 0, noDefaultInfinity: true, noNaN: true }),
    )
    return fc
      .array(bar, { minLength: times.length, maxLength: times.length })
      .map((rows) => toBars(times, rows))
  })

function toBars(
  times: readonly bigint[],
  rows: readonly (readonly [number, number, number, number, number])[],
): Bars {
  const column = (pick: (row: readonly number[]) => number): Float64Array =>
    Float64Array.from(rows, pick)
  return {
    instrument: "O'NEIL.XNYS",
    timeframe: '7m',
    time: BigInt64Array.from(times).toSorted(),
    open: column(([open, , , close]) => Math.min(open!, close!)),
    high: column((row) => Math.max(...row.slice(0, 4))),
    low: column((row) => Math.min(...row.slice(0, 4))),
    close: column(([open, , , close]) => Math.max(open!, close!)),
    volume: column((row) => row[4]! + 0),
  }
}

test.each(writers)('%s keeps every bit', async (_, write, ending) => {
  await fc.assert(
    fc.asyncProperty(anyBars, async (bars) => {
      const path = join(scratchFolder(), `bars.${ending}`)
      await write(bars, path)
      expect(
        await readBars(path, { instrument: bars.instrument, timeframe: bars.timeframe }),
      ).toEqual(bars)
    }),
    { numRuns: 30 },
  )
})

test('Parquet states its instrument and timeframe, and a midnight is a midnight', async () => {
  const bars = {
    ...syntheticBars({ seed: 1, bars: 3000, timeframe: '1h' }),
    instrument: "A'B.XNYS",
  }
  const daily = {
    ...bars,
    timeframe: '1d' as const,
    time: bars.time.map((_, i) => BigInt(i) * 86_400_000_000_000n),
  }
  const path = join(scratchFolder(), "it's.parquet")
  await writeParquet(daily, path)
  expect(await readBars(path)).toEqual(daily)
})

test.each(writers)('%s: empty bars can be written', async (_, write, ending) => {
  const path = join(scratchFolder(), `none.${ending}`)
  await write(syntheticBars({ seed: 1, bars: 0 }), path)
  expect((await failure(readBars(path))).code).toBe('DATA_EMPTY')
})

test.each(writers)(
  '%s: what cannot be written is said, and nothing is left behind',
  async (_, write, ending) => {
    const bars = syntheticBars({ seed: 1, bars: 10 })
    const folder = scratchFolder()
    writeFileSync(join(folder, 'file'), '')
    mkdirSync(join(folder, `taken.${ending}`))
    for (const path of [
      join(folder, 'none', `a.${ending}`),
      join(folder, 'file', `a.${ending}`),
      join(folder, `taken.${ending}`),
    ]) {
      const error = await failure(write(bars, path))
      expect([error.code, error.message]).toEqual([
        'FILE_NOT_WRITABLE',
        expect.stringContaining(path),
      ])
    }
    expect(readdirSync(folder).toSorted()).toEqual(['file', `taken.${ending}`])
  },
)

test.each(writers)('%s: a failure half way leaves the old file', async (_, write, ending) => {
  const path = scratchFile(`old.${ending}`, 'precious')
  const bars = syntheticBars({ seed: 1, bars: 20_000 })
  const broken = { ...bars, time: new Proxy(bars.time, { get: failAfter(15_000) }) }
  expect((await failure(write(broken, path))).code).toBe('FILE_NOT_WRITABLE')
  expect(readFileSync(path, 'utf8')).toBe('precious')
  expect(readdirSync(dirname(path))).toEqual([`old.${ending}`])
})

/** Fails at an index, as a disk that is full would in the middle of a file. */
function failAfter(limit: number) {
  return (target: BigInt64Array, key: string | symbol): unknown => {
    if (Number(key.toString()) > limit) throw new Error('no space left on device')
    return Reflect.get(target, key, target)
  }
}

test('Parquet written by others: dates, integers, decimals, zones and text', async () => {
  const { withConnection } = await import('../duckdb.ts')
  const path = join(scratchFolder(), 'other.parquet')
  const write = (select: string) =>
    withConnection((connection) => connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`))
  const prices = `10::INTEGER AS Open, 12.5::DECIMAL(10, 2) AS High, 9::FLOAT AS Low, '11' AS Close`
  const read = async (time: string) => {
    await write(`SELECT ${time} AS "Date", ${prices}`)
    const bars = await readBars(path)
    return [bars.time[0], ...barColumns.map((column) => bars[column][0])]
  }
  const ofDay = 1_577_923_200_000_000_000n + 86_399_999_000_000n
  expect(await read(`DATE '2020-01-02'`)).toEqual([ofDay, 10, 12.5, 9, 11, 0])
  const noon = [1_577_966_400_000_000_000n, 10, 12.5, 9, 11, 0]
  expect(await read(`TIMESTAMP '2020-01-02 12:00'`)).toEqual(noon)
  expect(await read(`TIMESTAMP_NS '2020-01-02 12:00'`)).toEqual(noon)
  expect(await read(`TIMESTAMPTZ '2020-01-02 12:00:00+00'`)).toEqual(noon)
  expect(await read(`1577966400000::BIGINT`)).toEqual(noon)
  expect(await read(`'2020-01-02T13:00+01:00'`)).toEqual(noon)
})

test('Parquet with a gap or a column of another type names row and column', async () => {
  const { withConnection } = await import('../duckdb.ts')
  const path = join(scratchFolder(), 'other.parquet')
  const write = (select: string) =>
    withConnection((connection) => connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`))
  await write(
    `SELECT * FROM (VALUES (DATE '2020-01-02', 1.0, 1.0, 1.0, 1.0), (DATE '2020-01-03', 1, 1, NULL, 1)) AS t(date, open, high, low, close)`,
  )
  const gap = await failure(readBars(path))
  expect([gap.code, gap.message]).toEqual([
    'DATA_NOT_FINITE',
    expect.stringMatching(/row 2: column 'low' holds nothing/),
  ])
  await write(`SELECT DATE '2020-01-02' AS date, 1.0 AS open, [1] AS high, 1 AS low, 1 AS close`)
  const list = await failure(readBars(path))
  expect([list.code, list.message]).toEqual([
    'DATA_FORMAT',
    expect.stringMatching(/Column 'high' .* not a number/),
  ])
})
