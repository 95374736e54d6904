import { NeuralTraderError, type FillableOrder, type ModelFill } from '@neural-trader/core'

/** What a model was asked, for the error that names it. */
export type Question = {
  readonly model: string
  readonly order: FillableOrder
  readonly step: number
  /** Milliseconds since the epoch, UTC. */
  readonly time: number
}

/** The prices at which a fill is one: from low to high, or anywhere where `isFree`. */
export type PriceRange = {
  readonly low: number
  readonly high: number
  readonly isFree: boolean
  /** What has this range, and the flag that frees a model of it. */
  readonly words: readonly [of: string, flag: string]
}

/**
 * Refuses what no market gives, so that a mistake of the model is not taken for a result.
 *
 * @throws NeuralTraderError `INVALID_FILL`.
 */
export function checkFill(fill: ModelFill, range: PriceRange, question: Question): void {
  const { limit, side, quantity: left } = question.order
  const { price, quantity = left } = fill
  const { low, high, isFree, words } = range
  const fault = !(price > 0 && price < Infinity)
    ? `a price of ${price}: give a number above 0`
    : !(quantity > 0 && quantity <= left)
      ? `a quantity of ${quantity} where ${left} are left: give more than 0 and at most that`
      : !isFree && (price < low || price > high)
        ? `a price of ${price} on a ${words[0]} from ${low} to ${high}: give one within it, or set ${words[1]}`
        : (side === 'buy' ? price > limit : price < limit)
          ? `a price of ${price} beyond the limit of ${limit}: give one within it, or nothing`
          : undefined
  if (fault !== undefined) throw failed('INVALID_FILL', question, `gave ${fault}`)
}

/**
 * Asks a model.
 *
 * @throws NeuralTraderError `FILL_MODEL_FAILED` where it throws.
 */
export function askModel(
  fill: () => ModelFill | undefined,
  question: () => Question,
): ModelFill | undefined {
  try {
    return fill()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw failed('FILL_MODEL_FAILED', question(), `threw: ${reason}`, cause)
  }
}

function failed(
  code: 'FILL_MODEL_FAILED' | 'INVALID_FILL',
  { model, order: asked, step, time }: Question,
  what: string,
  cause?: unknown,
): NeuralTraderError {
  const { number, instrument, side, quantity, kind } = asked
  const when = new Date(time).toISOString()
  const order = `order ${number} (${side} ${quantity} ${instrument}, ${kind})`
  return new NeuralTraderError(
    code,
    `Fill model "${model}" ${what}; it was asked about ${order} at step ${step} (${when})`,
    { details: { model, order: number, instrument, step }, cause },
  )
}
