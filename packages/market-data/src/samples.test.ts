import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { formatInstant } from './instant.ts'
import { sampleBars, samples } from './samples.ts'

const require = createRequire(import.meta.url)
const bundled = (file: string): Buffer => readFileSync(new URL(`../data/${file}`, import.meta.url))

test.each(samples)('$name is what it says', async (sample) => {
  const bars = await sampleBars(sample.name)
  expect([bars.instrument, bars.timeframe, bars.time.length]).toEqual([
    sample.instrument,
    '1d',
    sample.rows,
  ])
  expect(
    [bars.time[0]!, bars.time.at(-1)!].map((time) => formatInstant(time).slice(0, 10)),
  ).toEqual([sample.first, sample.last])
})

test('their first and last prices', async () => {
  const [sp500, aapl] = [await sampleBars('sp500'), await sampleBars('aapl')]
  expect([sp500.open[0], sp500.close.at(-1), sp500.volume.at(-1)]).toEqual([
    1469.25, 2874.560059, 5_792_140_000,
  ])
  expect([aapl.open[0], aapl.close.at(-1), aapl.volume.at(-1)]).toEqual([
    64.501427, 188.589996, 25_806_600,
  ])
})

test('they are the files of the packages they come from', () => {
  const origins = {
    'sp500-2000.csv': require.resolve('vega-datasets').replace(/build\/.*/, 'data/sp500-2000.csv'),
    'aapl.csv': require.resolve('@observablehq/sample-datasets/aapl.csv'),
  }
  for (const [file, origin] of Object.entries(origins))
    expect(bundled(file).equals(readFileSync(origin))).toBe(true)
})

test('their checksums are those of the provenance note', () => {
  const note = bundled('README.md').toString()
  for (const { file } of samples)
    expect(note).toContain(createHash('sha256').update(bundled(file)).digest('hex'))
})

test('an unknown name lists those that exist', async () => {
  await expect(sampleBars('dow' as 'aapl')).rejects.toMatchObject({
    code: 'UNKNOWN_DATASET',
    message: expect.stringContaining('sp500, aapl'),
  })
})
