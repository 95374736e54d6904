import { join } from 'node:path'
import { expect, test } from 'vitest'
import { failure, scratchFile, scratchFolder } from '../test/scratch.ts'
import { openCatalog } from './catalog/catalog.ts'
import { formatInstant } from './instant.ts'
import { loadBars } from './load-bars.ts'
import { syntheticBars } from './synthetic-bars.ts'

const csv = 'date,open,high,low,close\n2020-01-02,1,1,1,1\n2020-01-03,2,2,2,2\n'

test('a path, a sample, a name in the catalogue', async () => {
  const catalog = openCatalog(scratchFolder())
  const bars = syntheticBars({ seed: 1, bars: 5 })
  await catalog.import(bars, 'mine')
  expect((await loadBars(scratchFile('a.csv', csv), { catalog })).close).toEqual(
    Float64Array.of(1, 2),
  )
  expect((await loadBars('aapl', { catalog })).instrument).toBe('AAPL.XNAS')
  expect(await loadBars('mine', { catalog })).toEqual(bars)
})

test('a range holds for all of them', async () => {
  const catalog = openCatalog(scratchFolder())
  const range = { from: '2017-01-03', to: '2017-01-05', catalog }
  const dates = (await loadBars('aapl', range)).time
  expect([...dates].map((time) => formatInstant(time).slice(0, 10))).toEqual([
    '2017-01-03',
    '2017-01-04',
    '2017-01-05',
  ])
  const error = await failure(loadBars('aapl', { from: '2030-01-01', catalog }))
  expect([error.code, error.message]).toEqual(['DATA_EMPTY', expect.stringContaining('2018-05-11')])
})

test('reading options reach the file', async () => {
  const bars = await loadBars(scratchFile('a.csv', csv), { instrument: 'X.Y', to: '2020-01-02' })
  expect([bars.instrument, bars.time.length]).toEqual(['X.Y', 1])
})

test('an unknown name lists what there is', async () => {
  const catalog = openCatalog(scratchFolder())
  await catalog.import(syntheticBars({ seed: 1, bars: 5 }), 'mine')
  const error = await failure(loadBars('spx', { catalog }))
  expect([error.code, error.message]).toEqual([
    'UNKNOWN_DATASET',
    expect.stringMatching(/'spx'.*sp500, aapl.*mine/),
  ])
  const path = await failure(loadBars(join(catalog.folder, 'none.csv'), { catalog }))
  expect(path.code).toBe('FILE_NOT_READABLE')
})
