import { sampleBars } from '@neural-trader/market-data'
import { smaCross } from '@neural-trader/strategies'
import { expect, test } from 'vitest'

import { colourOf, shades } from '../report/figures/grid-values.ts'
import { range } from '../sweep/range.ts'
import { sweep } from '../sweep/sweep.ts'
import { grid } from '../sweep/sweep-space.ts'
import { renderSweep } from './render-sweep.ts'
import { topRows } from './top-rows.ts'

const table = await sweep({
  data: await sampleBars('aapl'),
  strategy: smaCross,
  params: grid({ fast: range(2, 20, 3), slow: range(10, 40, 5) }),
  where: ({ fast, slow }) => fast < slow,
})

test('the best rows come first, with their parameters', () => {
  const { head, rows } = topRows(table, 'totalReturn', 5)
  expect(head.slice(0, 4)).toEqual(['row', 'fast', 'slow', 'totalReturn'])
  expect(rows).toHaveLength(5)
  const best = table.best('totalReturn')!
  expect(rows[0]?.slice(0, 3)).toEqual([best.row, best.params.fast, best.params.slow].map(String))
  const values = rows.map((row) => table.measures.totalReturn[Number(row[0])]!)
  expect(values).toEqual(values.toSorted((a, b) => b - a))
})

test('the page has a map, a surface and how many were tried, and loads nothing', async () => {
  const page = await renderSweep(table, { title: 'a <b>' })
  expect(page).toContain('a &lt;b&gt;')
  expect(page).toContain(`The best of ${table.trials} combinations`)
  expect(page.match(/<rect [^>]*><title>fast \d+, slow \d+: [^<]+<\/title>/g)).toHaveLength(
    table.rows,
  )
  expect(page).toMatch(/<polygon points="[\d. ,-]+" style="fill:color-mix/)
  expect(page).not.toMatch(/<script|NaN|Infinity/)
})

test('one parameter has no map, and an unknown one is refused', async () => {
  const narrow = await sweep({
    data: await sampleBars('aapl'),
    strategy: smaCross,
    params: grid({ fast: range(2, 20) }),
    measures: ['totalReturn'],
  })
  expect(await renderSweep(narrow)).not.toContain('class="surface"')
  await expect(renderSweep(table, { x: 'fats' })).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
  })
})

test('shades lie between the least and the greatest', () => {
  expect(shades(Float64Array.of(1, 3, NaN, 2))).toEqual(Float64Array.of(0, 1, NaN, 0.5))
  expect(shades(Float64Array.of(4, 4))).toEqual(Float64Array.of(0.5, 0.5))
  expect(colourOf(0.25)).toBe('color-mix(in oklab,var(--high) 25%,var(--low))')
})
