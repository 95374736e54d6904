import { NeuralTraderError, type Bars } from '@neural-trader/core'

/** A column of numbers, a typed array or a plain one. */
type Numbers = ArrayLike<number>

/** A feature of yours: one column from bars, or several by name, each as long as the bars. */
export type Feature = (bars: Bars) => Numbers | Readonly<Record<string, Numbers>>

/** The columns of a feature by name; `value` where there is one without a name. */
export type NamedValues = ReadonlyMap<string, Numbers>

/**
 * Calls a feature and looks at what it returns.
 *
 * @throws NeuralTraderError `STRATEGY_FAILED` where it throws, `INVALID_ARGUMENT` where it returns no
 * column, `DATA_LENGTH_MISMATCH` where one is not as long as the bars.
 */
export function featureValues(feature: Feature, bars: Bars): NamedValues {
  const result = call(feature, bars)
  const columns = isNumbers(result) ? { value: result } : result
  const named = new Map(Object.entries(isRecord(columns) ? columns : {}))
  if (named.size === 0) throw noColumns(result)
  for (const [name, column] of named) checkColumn(name, column, bars.time.length)
  return named as NamedValues
}

function call(feature: Feature, bars: Bars): unknown {
  try {
    return feature(bars)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const message = `The feature threw on the bars 0 to ${bars.time.length - 1}: ${reason}`
    throw new NeuralTraderError('STRATEGY_FAILED', message, { cause })
  }
}

function checkColumn(name: string, column: unknown, length: number): void {
  if (!isNumbers(column)) {
    const message = `Column ${name} of the feature is not of numbers: return a Float64Array or an array of numbers`
    throw new NeuralTraderError('INVALID_ARGUMENT', message, { details: { column: name } })
  }
  if (column.length !== length) {
    const message = `Column ${name} of the feature has ${column.length} values for ${length} bars: give one a bar, NaN where there is none`
    throw new NeuralTraderError('DATA_LENGTH_MISMATCH', message, { details: { column: name } })
  }
}

function isNumbers(value: unknown): value is Numbers {
  if (ArrayBuffer.isView(value)) return !(value instanceof DataView)
  return Array.isArray(value) && value.every((each) => typeof each === 'number')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !(value instanceof Promise)
}

function noColumns(result: unknown): NeuralTraderError {
  const what = result instanceof Promise ? 'a promise' : typeof result
  const message = `The feature returned ${what}: return a column of numbers, or an object of columns`
  return new NeuralTraderError('INVALID_ARGUMENT', message)
}
