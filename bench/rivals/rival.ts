/**
 * Columns of bars by name, as typed arrays and, fewer bars of them, as the plain arrays that most
 * libraries take.
 */
export type RivalColumns = {
  readonly typed: Readonly<Record<string, Float64Array>>
  readonly plain: Readonly<Record<string, number[]>>
}

/** What computes whole columns: the nanoseconds it took per bar. */
export type Timed = (columns: RivalColumns) => Promise<number>

/** Another library with indicators. */
export type Rival = {
  readonly name: string
  readonly version: string
  /** Whether npm has it. */
  readonly npm: boolean
  /** By our name of the indicator, with our defaults. */
  readonly calls: ReadonlyMap<string, Timed>
}

/** What a call over plain arrays took. */
export function timed(call: (columns: RivalColumns) => unknown): Timed {
  return async (columns) => {
    const bars = columns.plain['close']?.length ?? 0
    const begun = performance.now()
    call(columns)
    return ((performance.now() - begun) * 1e6) / bars
  }
}
