import { NeuralTraderError, type Bars, type Strategy } from '@neural-trader/core'
import { computeColumns } from '@neural-trader/engine'

import { backtest } from '../backtest.ts'
import type { BacktestOptions } from '../options.ts'
import type { BacktestResult } from '../result.ts'
import { observedStrategy, type Act, type Sighting } from './observed-strategy.ts'
import { PinnedWorld, type WorldSettings } from './pinned-world.ts'

/** What a strategy was, saw and did in one run. */
export type Observation = {
  readonly strategy: Strategy
  readonly acts: readonly Act[]
  /** The columns it declares, by series and name. */
  readonly columns: readonly Readonly<Record<string, Float64Array>>[]
  readonly askedForEnd: number
  /** Null where the strategy threw. */
  readonly result: BacktestResult | null
  readonly failure: { readonly step: number; readonly error: NeuralTraderError } | null
  readonly world: PinnedWorld
}

/** One run: its data, its rules, and the world around the strategy. */
export type Setting = {
  readonly data: readonly Bars[]
  readonly options: Omit<BacktestOptions, 'data' | 'strategy'>
  readonly world: WorldSettings
}

/** Makes a strategy; it may have to load it first. */
export type MakeStrategy = () => Strategy | Promise<Strategy>

/**
 * Runs a strategy and notes what it does. What the strategy throws is part of what is seen.
 *
 * @throws NeuralTraderError what `backtest` throws for anything but the strategy.
 */
export async function observe(make: MakeStrategy, setting: Setting): Promise<Observation> {
  const { data, options } = setting
  const world = new PinnedWorld(setting.world)
  const made = world.within(make)
  const strategy = made instanceof Promise ? await made : made
  const sighting: Sighting = { acts: [], askedForEnd: -1 }
  const seen = observedStrategy(strategy, sighting, world)
  const columns = data.map((bars) => computeColumns(strategy.indicators ?? {}, bars).columns)
  const { result, failure } = await run({ ...options, data, strategy: seen })
  const acts = result !== null && strategy.rules !== undefined ? ordered(result) : sighting.acts
  const { askedForEnd } = sighting
  return { strategy, acts, columns, askedForEnd, result, failure, world }
}

async function run(options: BacktestOptions): Promise<Pick<Observation, 'result' | 'failure'>> {
  try {
    return { result: await backtest(options), failure: null }
  } catch (error) {
    const step = error instanceof NeuralTraderError ? error.details['step'] : undefined
    if (!(error instanceof NeuralTraderError) || typeof step !== 'number') throw error
    return { result: null, failure: { step, error } }
  }
}

/** What rules ordered, as far as the tables of the run tell. */
function ordered({ orders, bars }: BacktestResult): readonly Act[] {
  return Array.from(orders.step, (step, row) => {
    const quantity = orders.quantity[row] ?? 0
    const subject = `${orders.type[row]} order`
    return {
      step,
      instrument: bars[orders.instrument[row] ?? 0]?.instrument ?? '',
      subject,
      text: `${subject} of ${quantity}`,
      caller: null,
    }
  })
}
