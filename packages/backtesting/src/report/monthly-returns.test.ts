import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { compound, monthlyReturns } from './monthly-returns.ts'

const at = (...moments: string[]): BigInt64Array =>
  BigInt64Array.from(moments, (moment) => BigInt(Date.parse(moment)) * 1_000_000n)

describe('monthly returns', () => {
  test('go from the last value of a month to that of the next, the first from the start', () => {
    const time = at('2020-01-10Z', '2020-01-31Z', '2020-03-02Z', '2021-01-05Z')
    const years = monthlyReturns(time, Float64Array.of(105, 110, 121, 60.5), 100)
    expect(years.map(({ year }) => year)).toEqual([2020, 2021])
    expect(years[0]!.months[0]).toBeCloseTo(0.1, 12)
    expect(years[0]!.months[1]).toBeNaN()
    expect(years[0]!.months[2]).toBeCloseTo(0.1, 12)
    expect(years[0]!.total).toBeCloseTo(0.21, 12)
    expect(years[1]!.total).toBeCloseTo(-0.5, 12)
  })

  test('a step at midnight belongs to the month that ends, before 1970 too', () => {
    const time = at('2020-02-01T00:00Z', '2020-02-01T00:01Z')
    const [year] = monthlyReturns(time, Float64Array.of(110, 121), 100)
    expect(Array.from(year!.months.subarray(0, 3), (value) => Number(value.toFixed(9)))).toEqual([
      0.1,
      0.1,
      Number.NaN,
    ])
    const early = monthlyReturns(at('1950-02-01T00:00Z'), Float64Array.of(110), 100)
    expect(early[0]!.months.findIndex((value) => !Number.isNaN(value))).toBe(0)
  })

  test('are not defined after ruin', () => {
    const time = at('2020-01-31Z', '2020-02-28Z', '2020-03-31Z')
    const [year] = monthlyReturns(time, Float64Array.of(0, 0, 0), 100)
    expect([...year!.months.subarray(0, 3)]).toEqual([-1, Number.NaN, Number.NaN])
    expect(year!.total).toBe(-1)
  })

  test('compound to the total return', () => {
    const day = 86_400_000
    const steps = fc.array(
      fc.record({
        gap: fc.integer({ min: 1, max: 90 * day }),
        growth: fc.double({ min: 0.5, max: 2, noNaN: true }),
      }),
      { minLength: 1, maxLength: 200 },
    )
    fc.assert(
      fc.property(steps, fc.integer({ min: -1e12, max: 1e12 }), (steps, start) => {
        let moment = start
        let value = 1000
        const time = BigInt64Array.from(steps, ({ gap }) => BigInt((moment += gap)) * 1_000_000n)
        const equity = Float64Array.from(steps, ({ growth }) => (value *= growth))
        const total = compound(monthlyReturns(time, equity, 1000).map((year) => year.total))
        expect((total + 1) / (value / 1000)).toBeCloseTo(1, 9)
      }),
    )
  })
})
