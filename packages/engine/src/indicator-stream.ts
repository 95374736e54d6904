import { binding } from './binding.ts'
import type { IndicatorSetting } from './indicators.ts'
import { native } from './native-error.ts'

/** A streaming indicator over a buffer that both sides write. */
export type IndicatorStream = {
  /** The inputs of a bar, then its outputs, in the order of the registry. */
  readonly buffer: Float64Array
  /** Takes the bar in the buffer and writes its outputs there. */
  readonly update: () => void
  /** Writes what the bar in the buffer would give, and does not take it. */
  readonly peek: () => void
  /** Takes the last bar again as it is in the buffer; false where there is none. */
  readonly replace: () => boolean
  /** Forgets every bar. */
  readonly reset: () => void
  /** The state in plain numbers, NaN among them. */
  readonly save: () => Float64Array
  /** Goes on from a saved state. */
  readonly restore: (numbers: Float64Array) => void
}

/**
 * Opens a streaming indicator; `slots` is the number of its inputs and outputs.
 *
 * @throws NeuralTraderError `UNKNOWN_INDICATOR` or `INVALID_PARAMETER`; `INVALID_ARGUMENT` by
 * `restore` where the numbers are not a state of it.
 */
export function openIndicator({ name, params }: IndicatorSetting, slots: number): IndicatorStream {
  const buffer = new Float64Array(slots)
  const stream = native(
    () => new binding.IndicatorStream(name, Object.keys(params), Object.values(params), buffer),
  )
  return {
    buffer,
    update: stream.updateFunction(),
    peek: () => stream.peek(),
    replace: () => stream.replace(),
    reset: () => stream.reset(),
    save: () => stream.save(),
    restore: (numbers) => native(() => stream.restore(numbers)),
  }
}
