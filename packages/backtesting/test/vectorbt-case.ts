import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A value for every bar and column, one a column, or a list of columns with one a bar. */
export type Broadcast = number | string | boolean | null | readonly Broadcast[]

/** Columns of a table by name. */
export type Table = Readonly<Record<string, readonly (number | string | null)[]>>

/** A simulation of vectorbt and what came of it. */
export type VectorbtCase = {
  readonly id: string
  readonly method: 'from_signals' | 'from_orders'
  readonly rows: number
  readonly cols: number
  readonly freq: string
  readonly input: Readonly<Record<string, readonly (readonly (number | null)[])[]>>
  readonly options: Readonly<Record<string, Broadcast>>
  readonly expect: {
    readonly orders: Table
    readonly unfilled: Table
    readonly trades: Table
    readonly assets: readonly number[]
    readonly init_cash: readonly number[]
    readonly cash: readonly number[]
    readonly value: readonly (readonly (number | null)[])[]
    readonly total_return: readonly (number | null)[]
    readonly max_drawdown: readonly (number | null)[]
    readonly stats: readonly Readonly<Record<string, number | string | null>>[]
  }
}

/** The cases of a file, compressed or not. */
export function readVectorbtCases(path: string): readonly VectorbtCase[] {
  const bytes = readFileSync(path)
  const text = path.endsWith('.gz') ? gunzipSync(bytes) : bytes
  const { cases } = JSON.parse(text.toString('utf8')) as { cases: readonly VectorbtCase[] }
  return cases
}

/** A number as the cases write it: null is NaN, `inf` infinite. */
export function numberOf(value: Broadcast | undefined): number {
  if (value === 'inf') return Infinity
  if (value === '-inf') return -Infinity
  return value === null || value === undefined ? Number.NaN : Number(value)
}
