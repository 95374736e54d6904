import { describe, expect, expectTypeOf, test } from 'vitest'

import { checkLeaks, type FeatureLearner } from './check-leaks.ts'
import { restorePipeline, type FittedPipeline, type SavedPipeline } from './fitted-pipeline.ts'
import type { FeatureMatrix } from './matrix.ts'
import { pipeline } from './pipeline.ts'
import { quantile } from './quantile.ts'
import type { FeatureStep } from './step.ts'

const close = Float64Array.from({ length: 200 }, (_, row) => 100 + Math.sin(row / 3) * 9 + row / 7)
const regime = Float64Array.from({ length: 200 }, (_, row) => Math.floor(row / 9) % 3)
const train = { from: 0, to: 120 }

/** One column of a matrix. */
function column({ values, names }: FeatureMatrix, name: string): number[] {
  const at = names.indexOf(name)
  return [...values].filter((_, index) => index % names.length === at)
}

function once(step: FeatureStep, values: readonly number[], rows = {}): FeatureMatrix {
  const built = pipeline({ columns: ['x'], steps: [step] })
  return built.fit({ x: values }, rows).transform({ x: values })
}

test('steps over time add columns, and rows with gaps are left out', () => {
  const matrix = once({ step: 'lag', bars: [1, 2] }, [1, 2, 3, 4])
  expect(matrix).toEqual({
    names: ['x', 'x_lag_1', 'x_lag_2'],
    rows: Uint32Array.of(2, 3),
    values: Float64Array.of(3, 2, 1, 4, 3, 2),
  })
  expect(column(once({ step: 'difference', bars: 1 }, [1, 4, 9]), 'x_difference_1')).toEqual([3, 5])
  const logs = column(once({ step: 'log-return', bars: 2 }, [1, 5, 4]), 'x_log_return_2')
  expect(logs).toEqual([Math.log(4)])
})

test('rolling forms are those of the window', () => {
  const over = (statistic: 'mean' | 'deviation' | 'z-score' | 'min-max'): number[] => {
    const matrix = once({ step: 'rolling', statistic, window: 2 }, [1, 3, 2, 2])
    return column(matrix, `x_rolling_${statistic.replace('-', '_')}_2`)
  }
  expect(over('mean')).toEqual([2, 2.5, 2])
  expect(over('deviation')).toEqual([1, 0.5, 0])
  expect(over('z-score')).toEqual([1, -1, 0])
  expect(over('min-max')).toEqual([1, 0, 0])
})

test('scaling steps learn from the training rows alone', () => {
  const values = [1, 2, 3, 4, 5, 1000]
  const rows = { to: 5 }
  const deviation = Math.sqrt(2)
  const standard = column(once({ step: 'standardise' }, values, rows), 'x')
  expect(standard[0]).toBeCloseTo(-2 / deviation, 12)
  expect(standard[5]).toBeCloseTo(997 / deviation, 9)
  expect(column(once({ step: 'robust-scale' }, values, rows), 'x')).toEqual([
    -1, -0.5, 0, 0.5, 1, 498.5,
  ])
  expect(column(once({ step: 'min-max' }, values, rows), 'x')).toEqual([
    0, 0.25, 0.5, 0.75, 1, 249.75,
  ])
  const cut = once({ step: 'winsorise', lower: 0.25, upper: 0.75 }, values, rows)
  expect(column(cut, 'x')).toEqual([2, 2, 3, 4, 4, 4])
  expect(column(once({ step: 'standardise' }, [7, 7, 7]), 'x')).toEqual([0, 0, 0])
})

test('one-hot has a column for each number of the training rows', () => {
  const matrix = once({ step: 'one-hot', of: ['x'] }, [2, -1, 2, 5], { to: 3 })
  expect(matrix.names).toEqual(['x_-1', 'x_2'])
  expect([...matrix.values]).toEqual([0, 1, 1, 0, 0, 1, 0, 0])
})

test('quantiles lie between the nearest values', () => {
  const sorted = Float64Array.of(1, 2, 4, 8)
  expect([0, 0.25, 0.5, 1].map((share) => quantile(sorted, share))).toEqual([1, 1.75, 3, 8])
  expect(quantile(Float64Array.of(3), 0.7)).toBe(3)
})

const whole = pipeline({
  columns: ['close', 'regime'],
  steps: [
    { step: 'log-return', of: ['close'], bars: [1, 5] },
    { step: 'rolling', of: ['close'], statistic: 'z-score', window: 20 },
    { step: 'drop', of: ['close'] },
    { step: 'winsorise', of: ['close_log_return_1'] },
    { step: 'standardise', of: ['close_log_return_1', 'close_log_return_5'] },
    { step: 'one-hot', of: ['regime'] },
  ],
})

test('a fitted pipeline goes through JSON with the same bits', () => {
  const fitted = whole.fit({ close, regime }, train)
  const saved = JSON.parse(JSON.stringify(fitted)) as SavedPipeline<'close' | 'regime'>
  const test = { from: 120 }
  const matrix = fitted.transform({ close, regime }, test)
  expect(restorePipeline(saved).transform({ close, regime }, test)).toEqual(matrix)
  expect(matrix.rows[0]).toBe(120)
  expect(matrix.values).toHaveLength(80 * 6)
  expect(saved.version).toBe(1)
  for (const broken of [{ ...saved, version: 2 }, { ...saved, learnt: [] }, { version: 1 }, null]) {
    expect(() => restorePipeline(broken as never)).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    )
  }
})

describe('leaks', () => {
  test('the pipeline has none, wherever it trains', () => {
    expect(checkLeaks(whole, { close, regime }, train)).toEqual([])
    expect(checkLeaks(whole, { close, regime }, { from: 60, to: 150 })).toEqual([])
  })

  test('one that learns from every row is found out', () => {
    const careless: FeatureLearner<'close' | 'regime'> = {
      ...whole,
      fit: (columns) => whole.fit(columns),
    }
    expect(checkLeaks(careless, { close, regime }, train).map(({ what }) => what)).toEqual([
      'state',
    ])
  })

  test('one whose features look ahead is found out, with the row', () => {
    const ahead: FeatureLearner<'close'> = {
      columns: ['close'],
      lookback: 0,
      fit: () => ({
        toJSON: () => null,
        transform: ({ close: values }, { from = 0, to = 0 }) => ({
          names: ['next'],
          rows: Uint32Array.from({ length: to - from }, (_, row) => from + row),
          values: Float64Array.from({ length: to - from }, (_, row) => values[from + row + 1] ?? 0),
        }),
      }),
    }
    expect(checkLeaks(ahead, { close }, train)).toEqual([
      { what: 'rows', message: 'The features of row 119 depend on rows after training' },
    ])
  })
})

const refused: readonly (readonly [string, unknown, string])[] = [
  ['an unknown step', { step: 'scale' }, 'give one of lag'],
  ['a fractional lag', { step: 'lag', bars: 1.5 }, 'whole number from 1'],
  ['a look ahead', { step: 'lag', bars: -1 }, 'whole number from 1'],
  ['no bars', { step: 'lag', bars: [] }, 'bars of steps[0] is missing'],
  ['a window of one', { step: 'rolling', statistic: 'mean', window: 1 }, 'from 2 to'],
  ['an unknown statistic', { step: 'rolling', statistic: 'sum', window: 3 }, 'give one of mean'],
  ['crossed quantiles', { step: 'winsorise', lower: 0.9, upper: 0.1 }, '0 <= lower < upper'],
  ['a missing column', { step: 'min-max', of: ['y'] }, 'reads y, which is not there'],
  ['a drop of nothing', { step: 'drop' }, 'needs `of`'],
]

test.each(refused)('%s is refused', (_, step, message) => {
  expect(() => pipeline({ columns: ['x'], steps: [step as FeatureStep] })).toThrow(
    expect.objectContaining({
      code: 'INVALID_ARGUMENT',
      message: expect.stringContaining(message) as unknown,
    }),
  )
})

test('columns that do not fit are refused', () => {
  const code = (data: object, rows = {}): string => {
    try {
      whole.fit(data as never, rows)
      return ''
    } catch (error) {
      return (error as { readonly code: string }).code
    }
  }
  expect(code({ close })).toBe('DATA_MISSING_COLUMN')
  expect(code({ close, regime: [1] })).toBe('DATA_LENGTH_MISMATCH')
  expect(code({ close, regime }, { from: 5, to: 1000 })).toBe('INVALID_ARGUMENT')
  expect(code({ close, regime: close })).toBe('INVALID_ARGUMENT')
  expect(code({ close: close.map(() => Number.NaN), regime })).toBe('DATA_EMPTY')
  expect(code({ close: [], regime: [] })).toBe('DATA_EMPTY')
})

test('the types know the columns', () => {
  expectTypeOf(whole.fit({ close, regime })).toEqualTypeOf<FittedPipeline<'close' | 'regime'>>()
  // @ts-expect-error a column that is not given does not compile
  expect(() => whole.fit({ close })).toThrow('no column regime')
})
