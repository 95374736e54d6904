import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { failure, scratchFile, scratchFolder } from '../../test/scratch.ts'
import { formatInstant } from '../instant.ts'
import { syntheticBars } from '../synthetic-bars.ts'
import { openCatalog } from './catalog.ts'
import { defaultCatalogFolder } from './default-folder.ts'

const bars = syntheticBars({ seed: 1, bars: 3000, timeframe: '1h' })

test('what is imported is listed and loaded to the last bit', async () => {
  const catalog = openCatalog(join(scratchFolder(), 'new', 'folder'))
  expect(await catalog.list()).toEqual([])
  const entry = await catalog.import(bars, 'BTC-USDT.BINANCE')
  expect(entry).toMatchObject({
    name: 'BTC-USDT.BINANCE',
    instrument: 'SYNTHETIC',
    timeframe: '1h',
    rows: 3000,
    first: '2020-01-01T01:00:00Z',
    last: '2020-05-05T00:00:00Z',
    source: null,
    sourceSha256: null,
  })
  expect(await openCatalog(catalog.folder).list()).toEqual([entry])
  expect(await catalog.load('BTC-USDT.BINANCE')).toEqual(bars)
})

test('a file is imported with its checksum and its options', async () => {
  const path = scratchFile('ACME.csv', 'time,open,high,low,close\n2020-01-02 10:00,1,1,1,1\n')
  const catalog = openCatalog(scratchFolder())
  const entry = await catalog.import(path, 'acme', {
    instrument: 'ACME.XNAS',
    timeZone: 'America/New_York',
  })
  expect(entry).toMatchObject({
    instrument: 'ACME.XNAS',
    source: path,
    sourceSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(formatInstant((await catalog.load('acme')).time[0]!)).toBe('2020-01-02T15:00:00Z')
})

test('loads a range, both ends included', async () => {
  const catalog = openCatalog(scratchFolder())
  await catalog.import(bars, 'series')
  const part = await catalog.load('series', {
    from: '2020-01-02T05:00:00Z',
    to: new Date('2020-01-02T07:00:00Z'),
  })
  expect([...part.time].map(formatInstant)).toEqual([
    '2020-01-02T05:00:00Z',
    '2020-01-02T06:00:00Z',
    '2020-01-02T07:00:00Z',
  ])
  expect((await failure(catalog.load('series', { to: '2019-01-01' }))).code).toBe('DATA_EMPTY')
})

test('a second import replaces the first and leaves no file behind', async () => {
  const catalog = openCatalog(scratchFolder())
  await catalog.import(bars, 'series')
  const other = syntheticBars({ seed: 2, bars: 10 })
  await catalog.import(other, 'series')
  expect(await catalog.load('series')).toEqual(other)
  expect(readdirSync(catalog.folder)).toHaveLength(2)
  await catalog.remove('series')
  expect(readdirSync(catalog.folder)).toEqual([])
})

test('bad bars change nothing', async () => {
  const catalog = openCatalog(scratchFolder())
  await catalog.import(bars, 'series')
  const bad = { ...bars, close: bars.close.map(() => NaN) }
  expect((await failure(catalog.import(bad, 'series'))).code).toBe('DATA_NOT_FINITE')
  expect((await failure(catalog.import(syntheticBars({ seed: 1, bars: 0 }), 'series'))).code).toBe(
    'DATA_EMPTY',
  )
  expect(await catalog.load('series')).toEqual(bars)
})

test.each(['', '../escape', 'a/b', '.hidden', 'a b', 'x'.repeat(101)])(
  "'%s' is no name",
  async (name) => {
    const catalog = openCatalog(scratchFolder())
    expect((await failure(catalog.import(bars, name))).code).toBe('INVALID_ARGUMENT')
    expect((await failure(catalog.load(name))).code).toBe('INVALID_ARGUMENT')
  },
)

test('an unknown name lists those there are', async () => {
  const catalog = openCatalog(scratchFolder())
  await catalog.import(bars, 'one')
  const error = await failure(catalog.load('two'))
  expect([error.code, error.message]).toEqual([
    'UNKNOWN_DATASET',
    expect.stringMatching(/no 'two' \(it holds one\)/),
  ])
  expect((await failure(catalog.remove('two'))).code).toBe('UNKNOWN_DATASET')
})

test('a damaged file or entry is not believed', async () => {
  const catalog = openCatalog(scratchFolder())
  const entry = await catalog.import(bars, 'series')
  const path = join(catalog.folder, entry.file)
  const bytes = readFileSync(path)
  bytes[bytes.length >> 1]! ^= 1
  writeFileSync(path, bytes)
  expect((await failure(catalog.load('series'))).message).toContain('SHA-256')
  writeFileSync(join(catalog.folder, 'series.json'), '{"version": 1}')
  expect((await failure(catalog.list())).code).toBe('DATA_FORMAT')
  expect(await catalog.import(bars, 'series')).toMatchObject({ rows: 3000 })
})

test('a process killed in the middle leaves the old series or the new one', async () => {
  const catalog = openCatalog(scratchFolder())
  const script = fileURLToPath(new URL('../../test/import-forever.ts', import.meta.url))
  for (const delay of [5, 30, 60, 90, 120, 150]) {
    const child = spawn(process.execPath, [
      '--conditions=@neural-trader/source',
      script,
      catalog.folder,
    ])
    await once(child.stdout, 'data')
    await sleep(delay)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const names = (await catalog.list()).map(({ name }) => name)
    for (const name of names) expect((await catalog.load(name)).time).toHaveLength(20_000)
  }
  await catalog.import(bars, 'series')
  expect(await catalog.load('series')).toEqual(bars)
})

test('files that a crash left behind are swept a day later', async () => {
  const catalog = openCatalog(scratchFolder())
  await catalog.import(bars, 'series')
  const orphan = `series.${'0'.repeat(16)}.parquet`
  const foreign = `other.${'0'.repeat(16)}.parquet`
  const old = ['old.unfinished', orphan, foreign, 'mine.parquet']
  for (const name of [...old, 'young.unfinished']) writeFileSync(join(catalog.folder, name), '')
  for (const name of old) utimesSync(join(catalog.folder, name), 0, 0)
  const { file } = await catalog.import(bars, 'series')
  expect(readdirSync(catalog.folder)).toEqual([
    'mine.parquet',
    foreign,
    file,
    'series.json',
    'young.unfinished',
  ])
})

test('a folder that cannot be made', async () => {
  const catalog = openCatalog(join(scratchFile('file', ''), 'below'))
  expect((await failure(catalog.import(bars, 'series'))).code).toBe('FILE_NOT_WRITABLE')
})

test('the default folder', () => {
  expect(defaultCatalogFolder({ NEURAL_TRADER_DATA: '/a', XDG_DATA_HOME: '/b' })).toBe('/a')
  expect(defaultCatalogFolder({ XDG_DATA_HOME: '/b' })).toBe(join('/b', 'neural-trader'))
  expect(defaultCatalogFolder({})).toMatch(/\.local.share.neural-trader$/)
})
