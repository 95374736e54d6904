/** Another library whose names, defaults and rules a call can take. */
export type Profile = 'talib' | 'tradingview'

/** A function of another library, told by indicators of ours; plain data. */
export type ProfileFunction = {
  readonly profile: Profile
  /** As that library calls it: `BBANDS`, `bb`. */
  readonly name: string
  readonly meaning: string
  /** The series it reads, by its names; `value` where there is only one. */
  readonly inputs: readonly string[]
  readonly params: readonly ProfileParam[]
  readonly outputs: readonly ProfileOutput[]
}

/** A parameter by the name of that library. */
export type ProfileParam = {
  readonly name: string
  /** What it is when it is not given; without one it has to be given, or is optional. */
  readonly default?: number
  readonly optional: boolean
  /** Names that stand for 0, 1, ... */
  readonly choices: readonly string[]
}

/** One result: an output of an indicator of ours. */
export type ProfileOutput = {
  /** As that library calls it; `value` where there is only one. */
  readonly name: string
  readonly indicator: string
  readonly output: string
  /** The series of that library that each input of the indicator reads, in order. */
  readonly reads: readonly string[]
  /** Parameters of the indicator: the name of that library's parameter, or a number. */
  readonly params: Readonly<Record<string, string | number>>
  /** Whether it is a column of whole numbers, with 0 before the first, as in TA-Lib. */
  readonly whole: boolean
}
