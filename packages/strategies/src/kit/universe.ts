import { NeuralTraderError, type InstrumentContext, type Weights } from '@neural-trader/core'

/**
 * The instruments of highest score at this step, the best first: at most `count`. One whose score is
 * NaN, because it lacks the bars for it, is left out; equal scores keep the order of the data.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where `count` is not a whole number from 0.
 */
export function topInstruments<Name extends string>(
  instruments: readonly InstrumentContext<Name>[],
  count: number,
  score: (instrument: InstrumentContext<Name>) => number,
): readonly InstrumentContext<Name>[] {
  if (!(Number.isInteger(count) && count >= 0)) {
    throw new NeuralTraderError(
      'INVALID_ARGUMENT',
      `topInstruments got a count of ${count}: give a whole number from 0`,
      { details: { argument: 'count', value: String(count) } },
    )
  }
  return instruments
    .map((instrument) => ({ instrument, score: score(instrument) }))
    .filter((ranked) => !Number.isNaN(ranked.score))
    .toSorted((one, other) => (one.score < other.score ? 1 : one.score > other.score ? -1 : 0))
    .slice(0, count)
    .map(({ instrument }) => instrument)
}

/** Equal shares that come to `total`, 1 unless given, by identifier: what `rebalance` takes. */
export function equalWeights(
  instruments: readonly Pick<InstrumentContext, 'id'>[],
  total: number = 1,
): Weights {
  return Object.fromEntries(instruments.map(({ id }) => [id, total / instruments.length]))
}
