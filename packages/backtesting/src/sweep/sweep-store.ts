import { NeuralTraderError, type ErrorCode } from '@neural-trader/core'
import type { SweepFailure } from '@neural-trader/engine'

/** What is known of the rows of a sweep so far. */
export class SweepStore {
  readonly columns: readonly Float64Array[]
  /** 1 for a row that is done, failed or not. */
  readonly done: Uint8Array
  readonly #failures = new Map<number, SweepFailure>()
  #count = 0

  constructor(rows: number, measures: number) {
    this.columns = Array.from({ length: measures }, () => new Float64Array(rows).fill(Number.NaN))
    this.done = new Uint8Array(rows)
  }

  /** How many rows are done. */
  get count(): number {
    return this.#count
  }

  /** Rows that failed, in order. */
  get failures(): readonly SweepFailure[] {
    return [...this.#failures.values()].toSorted((one, other) => one.row - other.row)
  }

  /** Rows that are to be done, in order. */
  pending(): Uint32Array {
    const rows = new Uint32Array(this.done.length - this.#count)
    let next = 0
    for (let row = 0; row < this.done.length; row += 1) if (this.done[row] === 0) rows[next++] = row
    return rows
  }

  /** Takes the measures of a row. */
  take(row: number, values: ArrayLike<number>): void {
    for (let index = 0; index < this.columns.length; index += 1) {
      this.columns[index]![row] = values[index]!
    }
    this.#finish(row)
  }

  /** Takes the measures of several rows, a column a measure. */
  takeAll(rows: ArrayLike<number>, columns: readonly Float64Array[]): void {
    for (let index = 0; index < columns.length; index += 1) {
      const [from, to] = [columns[index]!, this.columns[index]!]
      for (let place = 0; place < rows.length; place += 1) to[rows[place]!] = from[place]!
    }
    for (let place = 0; place < rows.length; place += 1) this.#finish(rows[place]!)
  }

  /** Notes that a row does not run. */
  fail(failure: SweepFailure): void {
    this.#failures.set(failure.row, failure)
    this.#finish(failure.row)
  }

  #finish(row: number): void {
    if (this.done[row] === 1) return
    this.done[row] = 1
    this.#count += 1
  }
}

/** Why a row failed, from what was thrown. */
export function failureOf(row: number, error: unknown): SweepFailure {
  const { code, message } = reasonOf(error)
  return { row, code, message }
}

function reasonOf(error: unknown): { code: ErrorCode; message: string } {
  if (error instanceof NeuralTraderError) return error
  const message = error instanceof Error ? error.message : String(error)
  return { code: 'STRATEGY_FAILED', message: `The strategy threw: ${message}` }
}
