import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A value for every bar and column, for each column, or for each bar of each column. */
export type Broadcast = number | string | boolean | null | readonly Broadcast[]

/** A simulation of vectorbt and what came of it. */
export type VectorbtCase = {
  readonly id: string
  readonly method: 'from_signals' | 'from_orders'
  readonly rows: number
  readonly cols: number
  readonly input: Readonly<Record<string, readonly (readonly number[])[]>>
  readonly options: Readonly<Record<string, Broadcast>>
  readonly expect: {
    readonly orders: Readonly<{
      col: readonly number[]
      idx: readonly number[]
      size: readonly number[]
      price: readonly number[]
      fees: readonly number[]
      side: readonly ('buy' | 'sell')[]
    }>
    readonly value: readonly (readonly number[])[]
  }
}

/** The cases of a file, compressed or not, without options that change nothing in them. */
export function readVectorbtCases(path: string): readonly VectorbtCase[] {
  const bytes = readFileSync(path)
  const text = path.endsWith('.gz') ? gunzipSync(bytes) : bytes
  type Stated = VectorbtCase & { readonly effective: readonly string[] }
  const { cases } = JSON.parse(text.toString('utf8')) as { cases: readonly Stated[] }
  return cases.map(({ effective, options, ...each }) => {
    const matters = Object.entries(options).filter(([name]) => effective.includes(name))
    return Object.assign(each, { options: Object.fromEntries(matters) })
  })
}

/** An option at a bar of a column; `inf` is Infinity, null NaN. */
function at(value: Broadcast | undefined, column: number, row = 0): number | string | boolean {
  if (Array.isArray(value)) {
    const own = (value as readonly Broadcast[])[column]
    return at(Array.isArray(own) ? (own as readonly Broadcast[])[row] : own, column, row)
  }
  if (value === 'inf') return Infinity
  if (value === '-inf') return -Infinity
  return value === null || value === undefined ? Number.NaN : (value as number | string | boolean)
}

/** As {@link at}, for a number with a default. */
export function numberAt(
  { options }: VectorbtCase,
  name: string,
  column: number,
  { row = 0, absent }: { readonly row?: number; readonly absent: number },
): number {
  return options[name] === undefined ? absent : Number(at(options[name], column, row))
}
