import { nearest, NeuralTraderError } from '@neural-trader/core'

/** The same error with a question that names the nearest candidate, where there is one. */
export function suggestNearest(
  error: NeuralTraderError,
  word: string,
  candidates: readonly string[],
): NeuralTraderError {
  const suggestion = nearest(word, candidates)
  if (suggestion === undefined) return error
  return new NeuralTraderError(error.code, `${error.message}. Did you mean ${suggestion}?`, {
    details: { ...error.details, suggestion },
    cause: error.cause,
  })
}
