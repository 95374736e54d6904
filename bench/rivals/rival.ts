/** Columns of bars by name, as typed arrays and as the plain arrays that most libraries take. */
export type RivalColumns = {
  readonly typed: Readonly<Record<string, Float64Array>>
  readonly plain: Readonly<Record<string, number[]>>
}

/** What computes a whole column: the seconds it took. */
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

/** The seconds of a call. */
export function timed(call: (columns: RivalColumns) => unknown): Timed {
  return async (columns) => {
    const begun = performance.now()
    call(columns)
    return (performance.now() - begun) / 1000
  }
}
