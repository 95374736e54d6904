/** Which columns a step reads; every column so far unless given. */
type Of = { readonly of?: readonly string[] }

/** One number of bars, or several, each of which gives a column. */
type BarsBack = { readonly bars: number | readonly number[] }

/** A step over time: it adds a column to each that it reads and looks back alone. */
export type TimeStep = Of &
  (
    | ({ readonly step: 'lag' | 'difference' | 'log-return' } & BarsBack)
    | {
        readonly step: 'rolling'
        /**
         * Of the last `window` values: their mean, their standard deviation, the distance of the value
         * from the mean in deviations, or its place between lowest and highest, 0 to 1.
         */
        readonly statistic: 'mean' | 'deviation' | 'z-score' | 'min-max'
        readonly window: number
      }
  )

/** A step that learns from the training rows and replaces the columns it reads. */
export type LearnedStep = Of &
  (
    | {
        /**
         * `standardise`: less the mean, over the standard deviation (population). `robust-scale`: less
         * the median, over the range between the quartiles. `min-max`: 0 at the least value of the
         * training rows, 1 at the greatest. A column without any spread becomes 0.
         */
        readonly step: 'standardise' | 'robust-scale' | 'min-max'
      }
    | {
        /** Cuts values off at two quantiles of the training rows, 0.01 and 0.99 unless given. */
        readonly step: 'winsorise'
        readonly lower?: number
        readonly upper?: number
      }
    | {
        /**
         * A column of whole numbers becomes one column of zeros and ones for each number that the
         * training rows have; a number that they have not gives zeros.
         */
        readonly step: 'one-hot'
        readonly of: readonly string[]
      }
  )

/** Takes columns away that only other columns needed. */
export type DropStep = { readonly step: 'drop'; readonly of: readonly string[] }

/** One step of a pipeline, plain data. */
export type FeatureStep = TimeStep | LearnedStep | DropStep

/** Columns of equal length in the order in which they become columns of the matrix. */
export type ColumnMap = ReadonlyMap<string, Float64Array>

/** What a step learnt, by column: centre and scale, two bounds, or the numbers of a choice. */
export type LearnedState = Readonly<Record<string, readonly number[]>>

/** The names a step reads among those there are. */
export function columnsOf({ of }: Of, names: Iterable<string>): readonly string[] {
  return of ?? [...names]
}

/** Whether a step learns from the training rows. */
export function isLearned(step: FeatureStep): step is LearnedStep {
  return !isOverTime(step) && step.step !== 'drop'
}

/** Whether a step looks back over bars. */
export function isOverTime(step: FeatureStep): step is TimeStep {
  return (timeSteps as readonly string[]).includes(step.step)
}

const timeSteps = [
  'lag',
  'difference',
  'log-return',
  'rolling',
] as const satisfies readonly TimeStep['step'][]
