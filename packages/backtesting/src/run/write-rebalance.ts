import { NeuralTraderError, type RebalanceOptions, type Weights } from '@neural-trader/core'
import type { RunConfig } from '@neural-trader/engine'

import type { CommandWriter } from './command-writer.ts'
import { wrong } from './order-values.ts'

/** What a rebalance is checked against and where it goes. */
type Target = {
  readonly writer: CommandWriter
  readonly config: RunConfig
  readonly placeOf: (id: string) => number
}

/** Writes a rebalance, or nothing of it where any value is refused. */
export function writeRebalance(
  weights: Weights,
  { others = 'close', tolerance = 0, minimumTrade = 0 }: RebalanceOptions,
  { writer, config, placeOf }: Target,
): void {
  checkProfile(config)
  checkSum(weights, 1 / config.margin)
  if (!(tolerance >= 0 && tolerance < 1)) {
    throw wrong('rebalance tolerance', tolerance, 'a share from 0, below 1')
  }
  if (!(minimumTrade >= 0 && minimumTrade <= 1e15)) {
    throw wrong('rebalance minimumTrade', minimumTrade, 'an amount from 0 to 1e15')
  }
  if (others !== 'close' && others !== 'keep')
    throw wrong('rebalance others', others, 'close or keep')
  const placed = Object.entries(weights).map(([id, share]) => [placeOf(id), share] as const)
  for (const [place, share] of placed) writer.weigh(place, share)
  writer.rebalance(tolerance, minimumTrade, others === 'keep')
}

function checkProfile({ hedging, matching }: RunConfig): void {
  if (hedging) {
    throw new NeuralTraderError(
      'INVALID_ARGUMENT',
      'rebalance does not go with the option hedging, where positions do not net: leave one out',
      { details: { argument: 'rebalance' } },
    )
  }
  if (matching !== 'queue') return
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    'rebalance does not go with the profile backtesting.py, which fills one instrument after the ' +
      'other: take another profile, or give targets one by one',
    { details: { argument: 'rebalance' } },
  )
}

/** Rounding of a sum of shares is no leverage; the engine checks once more, in integers. */
function checkSum(weights: Weights, leverage: number): void {
  let sum = 0
  for (const [id, share] of Object.entries(weights)) {
    if (!Number.isFinite(share)) throw wrong(`rebalance weight of ${id}`, share, 'a finite number')
    sum += Math.abs(share)
  }
  if (sum <= leverage * (1 + 1e-9)) return
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `rebalance got weights that come to ${sum} without their signs, and the leverage is ` +
      `${leverage}: give less, or raise the option leverage`,
    { details: { argument: 'rebalance', value: String(sum), leverage } },
  )
}
