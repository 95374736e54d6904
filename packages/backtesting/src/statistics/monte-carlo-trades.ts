import { runMonteCarlo } from '@neural-trader/engine'

import { checkNumber, checkWhole } from './checks.ts'
import { controlOf, type LongWork } from './long-work.ts'

/** What is done to the trades. */
export type Scramble =
  /** The same in another order. */
  | { readonly type: 'shuffle' }
  /** Drawn again in blocks of this mean length; default 1. */
  | { readonly type: 'resample'; readonly blockLength?: number }
  /** Each missed with this probability. */
  | { readonly type: 'skip'; readonly probability: number }

/** What to simulate. */
export type MonteCarloOptions = LongWork & {
  /** Equity at the start, above 0. */
  readonly initialEquity: number
  /** Default: shuffle. */
  readonly scramble?: Scramble
  /** `additive`: results are money. `compounding`: fractions of equity. Default `additive`. */
  readonly growth?: 'additive' | 'compounding'
  /** A path ends at or below this equity. Default 0. */
  readonly ruinLevel?: number
  /** Default 0. */
  readonly seed?: number
  /** Default 1,000. */
  readonly paths?: number
}

/** What became of the paths. */
export type MonteCarloTrades = {
  /** By path: equity after the last trade or at ruin, and the deepest fall, a negative fraction. */
  readonly finalEquity: Float64Array
  readonly maxDrawdown: Float64Array
  /** Share of paths that were ruined, and that ended below their start. */
  readonly probabilityOfRuin: number
  readonly probabilityOfLoss: number
}

/**
 * Trades in another order, drawn again, or with some missed, off the event loop. The same bits for a
 * seed. Without a trade every path stays where it began.
 *
 * @param results Profits in money or fractions of equity, in order of the exits.
 * @throws NeuralTraderError `INVALID_ARGUMENT`, `DATA_NOT_FINITE`, `CANCELLED`.
 */
export async function monteCarloTrades(
  results: Float64Array,
  options: MonteCarloOptions,
): Promise<MonteCarloTrades> {
  const { initialEquity, ruinLevel = 0, seed = 0, paths = 1000, growth = 'additive' } = options
  const scramble = options.scramble ?? { type: 'shuffle' }
  const amount = amountOf(scramble)
  checkNumber('initialEquity', initialEquity)
  checkNumber('ruinLevel', ruinLevel)
  checkWhole('seed', seed, 0)
  checkWhole('paths', paths, 1)
  const compounding = growth === 'compounding'
  const drawn = { seed, paths, amount, compounding, initialEquity, ruinLevel }
  return runMonteCarlo(results, { ...drawn, scramble: scramble.type }, controlOf(options))
}

function amountOf(scramble: Scramble): number {
  if (scramble.type === 'shuffle') return 0
  if (scramble.type === 'skip') return scramble.probability
  const { blockLength = 1 } = scramble
  checkNumber('blockLength', blockLength, 1)
  return blockLength
}
