import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { NeuralTraderError } from '@neural-trader/core'
import { syntheticBars } from '@neural-trader/market-data'
import { smaCross } from '@neural-trader/strategies'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { backtest } from '../backtest.ts'
import { renderReport } from './render-report.ts'
import { writeReport } from './write-report.ts'

const result = await backtest({
  data: syntheticBars({ seed: 1, bars: 200 }),
  strategy: smaCross({ fast: 3, slow: 9 }),
})
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'neural-trader-report-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

describe('writing a report', () => {
  test('makes the folders, replaces the file and leaves nothing else', async () => {
    const path = join(folder, 'a', 'b', 'report.html')
    await writeReport(result, path)
    expect(await writeReport(result, path, { title: 'Second' })).toBe(path)
    expect(await readFile(path, 'utf8')).toBe(await renderReport(result, { title: 'Second' }))
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['report.html'])
  })

  test.each([
    ['a folder', () => folder],
    ['a path through a file', () => join(folder, 'file', 'report.html')],
  ])('names %s that cannot be written', async (_, target) => {
    await writeFile(join(folder, 'file'), '')
    const error: unknown = await writeReport(result, target()).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(NeuralTraderError)
    expect(error).toMatchObject({ code: 'FILE_NOT_WRITABLE', details: { path: target() } })
    expect((error as Error).message).toContain(target())
    expect(await readdir(folder)).toEqual(['file'])
  })
})
