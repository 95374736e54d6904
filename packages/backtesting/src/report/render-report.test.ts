import { describe, expect, test } from 'vitest'

import type { BacktestResult } from '../result.ts'
import { renderReport } from './render-report.ts'
import { syntheticResult } from './synthetic-result.ts'

const result = syntheticResult({ bars: 600, trades: 20 })
const attack = `</script><script>alert(1)</script><img src="https://example.com/x.png">`

/** The page without its scripts and styles: what a reader sees. */
function visible(page: string): string {
  return page.replaceAll(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '')
}

describe('the report', () => {
  test('loads nothing: its only address is a link to the maker of the charts', async () => {
    const page = await renderReport(result)
    const markup = visible(page)
    expect(markup.match(/https?:\/\/[^"'<\s]+/g)).toEqual([
      'https://www.tradingview.com/',
      'https://www.tradingview.com/',
    ])
    expect(markup.match(/\s(?:src|srcset|action|data)=/g)).toBeNull()
    expect(markup.match(/<link[^>]*>/g)).toEqual(['<link rel="icon" href="data:,">'])
    expect(page.match(/@import|url\(/g)).toBeNull()
    expect(page).toContain(`content="default-src &#39;none&#39;;`)
  })

  test('escapes titles and names wherever they stand', async () => {
    const hostile: BacktestResult = {
      ...result,
      strategy: { ...result.strategy, name: attack, params: { [attack]: attack } },
      bars: result.bars.map((bars) => ({ ...bars, instrument: attack })),
      refusals: { [attack]: 1 },
    }
    const page = await renderReport(hostile, { title: attack })
    expect(page).not.toContain(attack)
    expect(page.match(/<script/g)!.length).toBe(
      (await renderReport(result)).match(/<script/g)!.length,
    )
    expect(visible(page)).not.toContain('<img')
  })

  test.each([
    ['no trade', { bars: 500, trades: 0 }],
    ['one bar', { bars: 1, trades: 0 }],
    ['trades', { bars: 500, trades: 30 }],
  ])('never prints a number that is none: %s', async (_, run) => {
    const text = visible(await renderReport(syntheticResult(run)))
    expect(text).not.toMatch(/NaN|undefined|Infinity|\[object|null/)
  })

  test('says why a measure is not defined', async () => {
    const text = visible(await renderReport(syntheticResult({ bars: 500, trades: 0 })))
    expect(text).toContain('No trade was made.')
    expect(text).toContain('Not defined here: no trade was closed.')
  })

  test('prints the verdict, the assumptions, the refusals and the hash', async () => {
    const text = visible(await renderReport(result))
    expect(text).toContain('10,000.00 became ')
    expect(text).toContain('fills at the open of the next bar')
    expect(text).toContain('0.05 % of the value of each fill')
    expect(text).toContain('Prices to 2 decimals, quantities to whole units.')
    expect(text).toMatch(/Insufficient margin<\/dt><dd>3</)
    expect(text).toContain(result.log.hash)
  })

  test('carries the notice and the licence of the charting library', async () => {
    const page = await renderReport(result)
    expect(visible(page)).toContain('TradingView Lightweight Charts™')
    expect(page).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION')
  })

  test('decimates a long run, keeps its extremes and says so', async () => {
    const long = syntheticResult({ bars: 50_000, trades: 10, daily: false })
    const page = await renderReport(long)
    const json = /<script type="application\/json" id="report-data">(.*?)<\/script>/.exec(page)![1]!
    const { equity } = JSON.parse(json) as { equity: number[] }
    expect(equity.length).toBeLessThanOrEqual(20_000)
    const extremes = [Math.max(...long.equity), Math.min(...long.equity), long.equity.at(-1)!]
    expect([Math.max(...equity), Math.min(...equity), equity.at(-1)!]).toEqual(
      extremes.map((value) => Number(value.toPrecision(9))),
    )
    expect(visible(page)).toContain('This run has 50,000 bars')
    expect(visible(await renderReport(result))).not.toContain('This run has')
  })
})
