import type { Values } from '@neural-trader/core'

import { ColumnValues, type Cursor } from './values.ts'

/** How a column is restated for splits: the shares that one has become, and the power of the price. */
export type Restatement = {
  /** By row; see the engine's `splitFactors`. */
  readonly factors: Float64Array
  /** 1 for prices, -1 for volumes, 0 for what does not depend on the scale of prices. */
  readonly degree: number
}

/**
 * A column whose earlier values are told in terms of the shares at the row in hand: after a
 * two-for-one split the closes before it read half of what they were. No split to come changes
 * anything.
 */
export class AsOfValues implements Values {
  readonly #values: ColumnValues
  readonly #cursor: Cursor
  readonly #restatement: Restatement

  constructor(column: Float64Array, cursor: Cursor, restatement: Restatement) {
    this.#values = new ColumnValues(column, cursor)
    this.#cursor = cursor
    this.#restatement = restatement
  }

  get value(): number {
    return this.#values.value
  }

  at(barsAgo: number): number {
    const value = this.#values.at(barsAgo)
    const { factors, degree } = this.#restatement
    const { row } = this.#cursor
    const growth = (factors[row - barsAgo] ?? 1) / (factors[row] ?? 1)
    return growth === 1 ? value : value * growth ** degree
  }
}
