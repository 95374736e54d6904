import { sampleBars } from '@neural-trader/market-data'
import { smaCross } from '@neural-trader/strategies'
import { expect, test } from 'vitest'

import { backtest } from '../backtest.ts'
import { leftGroups, rightGroups } from './measure-groups.ts'
import { formatMeasure } from './measure-guide.ts'

const guides = [...leftGroups, ...rightGroups].flatMap(({ measures }) => measures)
const { measures, conventions } = await backtest({
  data: await sampleBars('aapl'),
  strategy: smaCross(),
})

test('every measure is shown once, but for those of the heading', () => {
  const shown = guides.map(({ key }) => key)
  const expected = Object.keys(measures).filter(
    (key) => !['start', 'end', 'duration'].includes(key),
  )
  expect(shown.toSorted()).toEqual(expected.toSorted())
})

test('every measure has a meaning and a reason for being undefined', () => {
  for (const { meaning, undefinedBecause } of guides) {
    expect(meaning).toMatch(/^[A-Z].*\.$/)
    expect(undefinedBecause).toMatch(/^[a-z].*[a-z]$/)
  }
})

test('expectancy follows the convention for trade statistics', () => {
  const expectancy = guides.find(({ key }) => key === 'expectancy')!
  const values = { ...measures, expectancy: 0.032_748 }
  expect(formatMeasure(expectancy, values, { ...conventions, tradeStatistics: 'return' })).toBe(
    '+3.27\u00A0%',
  )
  expect(formatMeasure(expectancy, values, { ...conventions, tradeStatistics: 'pnl' })).toBe(
    '+0.03',
  )
})
