import type { Bars } from '@neural-trader/core'
import { expect, test } from 'vitest'

import { bars as source } from '../bar-source.ts'
import { rsi } from '../generated/momentum.ts'
import { bollingerBands } from '../generated/overlap.ts'
import { plan } from '../plan.ts'
import { checkCausal } from './check-causal.ts'
import type { Feature } from './feature-values.ts'

const length = 400
const close = Float64Array.from({ length }, (_, bar) => 100 + Math.sin(bar / 4) * 6 + (bar % 7))
const bars: Bars = {
  instrument: 'TEST.XNAS',
  timeframe: '1d',
  time: BigInt64Array.from({ length }, (_, bar) => BigInt(bar + 1) * 86_400_000_000_000n),
  open: close.map((price) => price + 0.2),
  high: close.map((price) => price + 1),
  low: close.map((price) => price - 1),
  close,
  volume: close.map((_, bar) => 1000 + (bar % 13)),
}

/** NaN up to a bar, then the change to a bar that may lie ahead. */
function changeTo(ahead: number, from: number): Feature {
  return ({ close: x }) =>
    x.map((price, bar) => (bar < from ? Number.NaN : (x[bar + ahead] ?? price) - price))
}

test('a causal feature has no fault', async () => {
  const planned = plan({ upper: bollingerBands(source.close, { period: 20 }).upper })
  const features: readonly Feature[] = [
    ({ close: x }) => rsi(x),
    (given) => planned.compute(given).columns,
    ({ close: x }) => [...x].map((price, bar) => price - (x[bar - 3] ?? Number.NaN)),
  ]
  for (const feature of features) {
    const { faults, cuts, refused } = await checkCausal(feature, bars)
    expect([faults, refused]).toEqual([[], 0])
    expect(cuts).toBeGreaterThan(64)
  }
})

test.each([
  [1, 0],
  [1, 57],
  [3, 57],
  [5, 211],
])('a look %i bars ahead is found at bar %i, where it begins', async (ahead, from) => {
  const { faults } = await checkCausal(changeTo(ahead, from), bars)
  expect(faults).toMatchObject([{ column: 'value', bar: from }])
  const [fault] = faults
  expect(fault?.value).not.toBe(fault?.otherwise)
})

test('a scale learnt from all bars is found, in its column alone', async () => {
  const feature: Feature = ({ close: x }) => {
    const mean = x.reduce((sum, price) => sum + price, 0) / x.length
    return { raw: x, centred: x.map((price) => price - mean) }
  }
  const { columns, faults } = await checkCausal(feature, bars)
  expect(columns).toEqual(['raw', 'centred'])
  expect(faults).toMatchObject([{ column: 'centred', bar: 0, cut: 1 }])
})

test('what the length alone gives away is found too', async () => {
  const { faults } = await checkCausal(({ close: x }) => x.map((_, bar) => x.length - bar), bars)
  expect(faults).toMatchObject([{ bar: 0, future: 'removed' }])
})

test('a tolerance lets rounding pass', async () => {
  const feature: Feature = ({ close: x }) => x.map((price) => price * (1 + x.length * 1e-15))
  expect((await checkCausal(feature, bars)).faults).toHaveLength(1)
  expect((await checkCausal(feature, bars, { tolerance: 1e-9 })).faults).toEqual([])
})

test('a feature that needs some bars is checked where it has them', async () => {
  const feature: Feature = ({ close: x }) => {
    if (x.length < 20) throw new Error('too few')
    return x
  }
  expect(await checkCausal(feature, bars)).toMatchObject({ refused: 19, faults: [] })
})

test('a feature that writes to its bars harms only itself', async () => {
  const feature: Feature = ({ close: x }) => x.fill(1)
  expect((await checkCausal(feature, bars)).faults).toEqual([])
  expect(bars.close[0]).toBe(100)
})

const refused: readonly (readonly [string, unknown, object, string])[] = [
  ['one that throws', () => JSON.parse('{'), {}, 'STRATEGY_FAILED'],
  ['one that gives too few values', ({ close: x }: Bars) => x.slice(1), {}, 'DATA_LENGTH_MISMATCH'],
  ['a promise', async () => await Promise.resolve([1]), {}, 'INVALID_ARGUMENT'],
  ['a number', () => 5, {}, 'INVALID_ARGUMENT'],
  ['texts', ({ close: x }: Bars) => [...x].map(String), {}, 'INVALID_ARGUMENT'],
  ['no cuts', ({ close: x }: Bars) => x, { cuts: 0 }, 'INVALID_ARGUMENT'],
  ['a negative tolerance', ({ close: x }: Bars) => x, { tolerance: -1 }, 'INVALID_ARGUMENT'],
  ['a signal', ({ close: x }: Bars) => x, { signal: AbortSignal.abort() }, 'CANCELLED'],
]

test.each(refused)('%s is refused', async (_, feature, options, code) => {
  await expect(checkCausal(feature as Feature, bars, options)).rejects.toMatchObject({ code })
})
