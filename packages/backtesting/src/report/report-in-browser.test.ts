import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Bars } from '@neural-trader/core'
import { sampleBars, syntheticBars } from '@neural-trader/market-data'
import { defineStrategy, smaCross } from '@neural-trader/strategies'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { backtest } from '../backtest.ts'
import type { BacktestResult } from '../result.ts'
import { writeReport } from './write-report.ts'

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const isThere = existsSync(executablePath)
if (!isThere) {
  console.warn(`No Chromium at ${executablePath}: the report is not opened. Set CHROMIUM_PATH.`)
}

const run = await backtest({
  data: await sampleBars('aapl'),
  strategy: smaCross({ fast: 5, slow: 15 }),
})
const switcher = defineStrategy({
  name: 'switcher',
  onBar: ({ step, instruments }) => {
    for (const { orders } of instruments) orders.targetPercent(step % 40 < 20 ? 0.3 : -0.3)
  },
})
const minutes = (seed: number, bars: number, instrument = 'SYNTHETIC'): Bars =>
  syntheticBars({ seed, bars, instrument })

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

describe.skipIf(!isThere)('the report in a browser', () => {
  let browser: Browser
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'neural-trader-report-'))
    browser = await chromium.launch({ executablePath, args: flags })
  })

  afterAll(async () => {
    await browser.close()
    await rm(folder, { recursive: true })
  })

  /** Opens a report offline and returns what went wrong beside the page. */
  async function open(result: BacktestResult, look: Look = {}): Promise<Opened> {
    const path = await writeReport(result, join(folder, `${result.log.hash}.html`))
    const context = await browser.newContext({
      offline: true,
      colorScheme: look.scheme ?? 'light',
      viewport: { width: look.width ?? 1280, height: 900 },
    })
    const page = await context.newPage()
    const troubles: string[] = []
    page.on('pageerror', (error) => troubles.push(String(error)))
    page.on('console', (message) => troubles.push(message.text()))
    page.on('request', (request) => {
      if (!/^(?:file|data):/.test(request.url())) troubles.push(request.url())
    })
    await page.goto(pathToFileURL(path).href)
    await page.locator('body[data-ready]').waitFor()
    return { page, troubles }
  }

  const looks = [
    { scheme: 'light', width: 1440 },
    { scheme: 'dark', width: 1440 },
    { scheme: 'light', width: 390 },
    { scheme: 'dark', width: 390 },
  ] as const

  test.each(looks)('opens offline without a complaint: $scheme, $width px', async (look) => {
    const { page, troubles } = await open(run, look)
    expect(await coloursOfCharts(page)).toBeGreaterThan(20)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(look.width)
    expect(troubles).toEqual([])
  })

  test.each([
    ['one bar', minutes(1, 1)],
    ['no trade', minutes(1, 20)],
    ['a decimated run of 9,000 trades', minutes(1, 60_000)],
    ['several instruments', [minutes(1, 300), minutes(2, 200, 'OTHER')]],
  ])('opens %s', async (_, data) => {
    const strategy = smaCross({ fast: 4, slow: 8 })
    const several = Array.isArray(data)
    const result = await backtest({ data, strategy: several ? switcher() : strategy })
    const { page, troubles } = await open(result)
    expect(await coloursOfCharts(page)).toBeGreaterThan(5)
    expect(troubles).toEqual([])
  })

  test('sorts the trades by mouse and keyboard and turns the pages', async () => {
    const { page, troubles } = await open(run)
    const profits = Array.from(run.trades.pnl).toSorted((a, b) => a - b)
    const heading = page.getByRole('columnheader', { name: 'Profit' })
    await heading.getByRole('button').click()
    expect(await column(page, 'Profit')).toEqual(profits.slice(0, 25).map(shown))
    expect(await heading.getAttribute('aria-sort')).toBe('ascending')
    await heading.getByRole('button').press('Enter')
    expect(await column(page, 'Profit')).toEqual(profits.toReversed().slice(0, 25).map(shown))
    expect(await heading.getAttribute('aria-sort')).toBe('descending')
    await page.getByRole('button', { name: 'Last page' }).click()
    const first = Math.floor((profits.length - 1) / 25) * 25
    expect(await page.locator('#page-status').textContent()).toBe(
      `${first + 1}–${profits.length} of ${profits.length}`,
    )
    expect(await column(page, 'Profit')).toEqual(profits.toReversed().slice(first).map(shown))
    expect(troubles).toEqual([])
  })

  test('follows a change between light and dark, and shows a trade on the chart', async () => {
    const { page, troubles } = await open(run)
    const light = await canvasPixels(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(() => canvasPixels(page)).not.toBe(light)
    const dark = await canvasPixels(page)
    await page.getByRole('button', { name: 'Show trade 7 on the chart' }).click()
    await expect.poll(() => canvasPixels(page)).not.toBe(dark)
    expect(troubles).toEqual([])
  })
})

type Look = { readonly scheme?: 'light' | 'dark'; readonly width?: number }

type Opened = { readonly page: Page; readonly troubles: string[] }

/** How many colours the canvases of the charts show together; a blank one shows one at most. */
function coloursOfCharts(page: Page): Promise<number> {
  return page.evaluate<number>(`(() => {
    const colours = new Set()
    for (const canvas of document.querySelectorAll('#charts canvas')) {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
      new Uint32Array(data.buffer).forEach((colour) => colours.add(colour))
    }
    return colours.size
  })()`)
}

function canvasPixels(page: Page): Promise<string> {
  return page.evaluate<string>(
    `[...document.querySelectorAll('#charts canvas')].map((canvas) => canvas.toDataURL()).join()`,
  )
}

/** The texts of a column of the trades in view. */
async function column(page: Page, name: string): Promise<string[]> {
  const headings = await page.locator('#trades thead th').allInnerTexts()
  const at = headings.findIndex((heading) => heading.startsWith(name))
  return page.locator(`#trades tbody tr > :nth-child(${at + 1})`).allTextContents()
}

function shown(value: number): string {
  const text = Math.abs(value).toLocaleString('en-US', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  return `${value < 0 ? '−' : '+'}${text}`
}
