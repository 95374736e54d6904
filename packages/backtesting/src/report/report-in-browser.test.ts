import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { BacktestResult } from '../result.ts'
import { syntheticResult } from './synthetic-result.ts'
import { writeReport } from './write-report.ts'

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const isThere = existsSync(executablePath)
if (!isThere) {
  console.warn(`No Chromium at ${executablePath}: the report is not opened. Set CHROMIUM_PATH.`)
}

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
    const path = await writeReport(result, join(folder, `${result.log.hash}.markup`))
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
    const { page, troubles } = await open(syntheticResult({ bars: 700, trades: 20 }), look)
    expect(await coloursOfCharts(page)).toBeGreaterThan(20)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(look.width)
    expect(troubles).toEqual([])
  })

  test.each([
    ['one bar', { bars: 1, trades: 0 }],
    ['no trade', { bars: 300, trades: 0 }],
    ['several instruments', { bars: 300, trades: 9, instruments: 3 }],
    ['a decimated run', { bars: 60_000, trades: 3000, daily: false }],
  ])('opens %s', async (_, run) => {
    const { page, troubles } = await open(syntheticResult(run))
    expect(await coloursOfCharts(page)).toBeGreaterThan(5)
    expect(troubles).toEqual([])
  })

  test('sorts the trades by mouse and keyboard and turns the pages', async () => {
    const result = syntheticResult({ bars: 900, trades: 60 })
    const { page, troubles } = await open(result)
    const profits = Array.from(result.trades.pnl).toSorted((a, b) => a - b)
    const heading = page.getByRole('columnheader', { name: 'Profit' })
    await heading.getByRole('button').click()
    expect(await column(page, 'Profit')).toEqual(profits.slice(0, 25).map(shown))
    expect(await heading.getAttribute('aria-sort')).toBe('ascending')
    await heading.getByRole('button').press('Enter')
    expect(await column(page, 'Profit')).toEqual(profits.toReversed().slice(0, 25).map(shown))
    expect(await heading.getAttribute('aria-sort')).toBe('descending')
    await page.getByRole('button', { name: 'Last page' }).click()
    expect(await page.locator('#page-status').textContent()).toBe('51–60 of 60')
    expect(await column(page, 'Profit')).toEqual(profits.toReversed().slice(50).map(shown))
    expect(troubles).toEqual([])
  })

  test('follows a change between light and dark, and shows a trade on the chart', async () => {
    const { page, troubles } = await open(syntheticResult({ bars: 900, trades: 60 }))
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
