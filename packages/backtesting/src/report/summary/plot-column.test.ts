import { describe, expect, test } from 'vitest'

import { plotColumn } from './plot-column.ts'

const plot = (
  values: number[],
  columns: number,
  rows: number,
  unicode: boolean,
): readonly string[] => plotColumn(Float64Array.from(values), { columns, rows, unicode }).rows

describe('a plot in characters', () => {
  test('rises from the bottom left to the top right', () => {
    expect(plot([0, 1, 2, 3], 4, 2, false)).toEqual(['  .|', ".|' "])
  })

  test('keeps a single spike of a long column', () => {
    const spike = Float64Array.from({ length: 10_000 }, (_, at) => Number(at === 4321))
    const { rows, highest } = plotColumn(spike, { columns: 20, rows: 3, unicode: true })
    expect(highest).toBe(1)
    expect(rows[0]!.trim()).not.toBe('')
  })

  test('puts a constant in the middle and leaves out what is not a number', () => {
    expect(plot([5, 5, 5], 3, 3, false)).toEqual(['   ', '...', '   '])
    expect(plot([1, Number.NaN, Number.NaN, Number.NaN], 4, 1, false)).toEqual(['..  '])
  })

  test('draws Braille dots', () => {
    expect(plot([0, 1], 1, 1, true)).toEqual(['⣸'])
  })
})
