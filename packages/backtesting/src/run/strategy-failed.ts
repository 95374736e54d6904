import { NeuralTraderError, type Strategy } from '@neural-trader/core'

/** What a strategy threw, with its name and when. */
export function strategyFailed(
  strategy: Strategy,
  step: number,
  milliseconds: number,
  cause: unknown,
): NeuralTraderError {
  const when = `at step ${step} (${new Date(milliseconds).toISOString()})`
  const reason = cause instanceof Error ? cause.message : String(cause)
  const known = cause instanceof NeuralTraderError
  return new NeuralTraderError(
    known ? cause.code : 'STRATEGY_FAILED',
    `Strategy "${strategy.name}" ${known ? 'made a mistake' : 'threw'} ${when}: ${reason}`,
    { details: { ...(known ? cause.details : {}), strategy: strategy.name, step }, cause },
  )
}
