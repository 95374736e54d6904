import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { failure, scratchFile, scratchFolder } from '../../test/scratch.ts'
import { writeTable } from './write-table.ts'

const day = 86_400_000_000_000n
const table = {
  time: BigInt64Array.of(0n, day, 2n * day + 1n),
  columns: {
    sma: Float64Array.of(Number.NaN, 0.1 + 0.2, -0),
    'say "x", y': Float64Array.of(1, 1e300, Number.NaN),
  },
}

test('CSV has empty cells where there is no value', async () => {
  const path = join(scratchFolder(), 'table.csv')
  await writeTable(table, path)
  expect(readFileSync(path, 'utf8')).toBe(`time,sma,"say ""x"", y"
1970-01-01T00:00:00Z,,1
1970-01-02T00:00:00Z,0.30000000000000004,1e+300
1970-01-03T00:00:00.000000001Z,0,
`)
})

test('JSON has null there', async () => {
  const path = join(scratchFolder(), 'table.json')
  await writeTable(table, path)
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
    time: ['1970-01-01T00:00:00Z', '1970-01-02T00:00:00Z', '1970-01-03T00:00:00.000000001Z'],
    columns: { sma: [null, 0.1 + 0.2, 0], 'say "x", y': [1, 1e300, null] },
  })
})

test('Parquet keeps every bit, also of many rows', async () => {
  const path = join(scratchFolder(), 'table.parquet')
  const length = 5000
  const value = Float64Array.from({ length }, (_, row) => (row < 9 ? Number.NaN : Math.sin(row)))
  const time = BigInt64Array.from({ length }, (_, row) => BigInt(row) * day)
  await writeTable({ time, columns: { value } }, path)
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const result = await connection.runAndReadAll(
    `SELECT epoch_ns("time"), value FROM read_parquet('${path}')`,
  )
  connection.closeSync()
  const rows = result.getRows()
  expect(rows.map(([at]) => at)).toEqual([...time])
  expect(rows.map(([, each]) => each ?? Number.NaN)).toEqual([...value])
})

test('what cannot be written is refused and leaves nothing', async () => {
  const path = scratchFile('table.txt', '')
  expect(await failure(writeTable(table, path))).toMatchObject({ code: 'INVALID_ARGUMENT' })
  const short = { ...table, columns: { short: Float64Array.of(1) } }
  const csv = join(dirname(path), 'a.csv')
  expect(await failure(writeTable(short, csv))).toMatchObject({ code: 'DATA_LENGTH_MISMATCH' })
  const nowhere = join(dirname(path), 'none', 'a.csv')
  expect(await failure(writeTable(table, nowhere))).toMatchObject({ code: 'FILE_NOT_WRITABLE' })
  expect(readdirSync(dirname(path))).toEqual(['table.txt'])
})
