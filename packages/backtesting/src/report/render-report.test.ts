import { sampleBars, syntheticBars } from '@neural-trader/market-data'
import { defineStrategy, smaCross } from '@neural-trader/strategies'
import { describe, expect, test } from 'vitest'

import { backtest } from '../backtest.ts'
import type { BacktestResult } from '../result.ts'
import { renderReport } from './render-report.ts'

const result = await backtest({
  data: await sampleBars('aapl'),
  strategy: smaCross({ fast: 10, slow: 30 }),
  feeRate: 0.0005,
})
const idle = defineStrategy({ name: 'idle', rules: () => [] })
const attack = `</script><script>alert(1)</script><img src="https://example.com/x.png">`

/** A result with its computed parts as plain properties, to be changed one by one. */
function known(result: BacktestResult): BacktestResult {
  const { fills, trades, orders, refusals, measures, conventions, log } = result
  return { ...result, fills, trades, orders, refusals, measures, conventions, log }
}

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
    expect(/<style>.*?<\/style>/s.exec(page)![0]).not.toMatch(/@import|url\(/)
    expect(page).toContain(`content="default-src &#39;none&#39;;`)
  })

  test('escapes titles and names wherever they stand', async () => {
    const hostile: BacktestResult = {
      ...known(result),
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
    ['no trade', 500],
    ['one bar', 1],
  ])(
    'says why a measure is not defined, and prints no number that is none: %s',
    async (_, bars) => {
      const data = syntheticBars({ seed: 1, bars, timeframe: '1d' })
      const text = visible(await renderReport(await backtest({ data, strategy: idle() })))
      expect(text).not.toMatch(/NaN|undefined|Infinity|\[object|null/)
      expect(text).toContain('No trade was made.')
      expect(text).toContain('Not defined here: no trade was closed.')
    },
  )

  test('prints the verdict, the assumptions, the refusals and the hash', async () => {
    const refused = await renderReport({ ...known(result), refusals: { NO_PRICE: 3 } })
    const text = visible(refused)
    expect(text).toContain('10,000.00 became ')
    expect(text).toContain('fills at the open of the next bar')
    expect(text).toContain('0.05\u00A0% of the value of each fill')
    expect(text).toContain('Prices to 6 decimals, quantities to whole units.')
    expect(text).toContain('After 29 bars of warm-up')
    expect(text).toMatch(/No price yet<\/dt><dd>3</)
    expect(text).toContain(result.log.hash)
  })

  test('carries the notice and the licence of the charting library', async () => {
    const page = await renderReport(result)
    expect(visible(page)).toContain('TradingView Lightweight Charts™')
    expect(page).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION')
  })

  test('decimates a long run, keeps its extremes and says so', async () => {
    const data = syntheticBars({ seed: 1, bars: 50_000 })
    const long = await backtest({ data, strategy: smaCross({ fast: 100, slow: 900 }) })
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
