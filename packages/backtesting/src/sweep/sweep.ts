import { readFile } from 'node:fs/promises'

import { NeuralTraderError, type Strategy } from '@neural-trader/core'

import { backtest } from '../backtest.ts'
import { checkStrategy } from '../check-strategy.ts'
import { runData, type RunData } from '../ticks/run-data.ts'
import { openCheckpoint, type Checkpoint } from './checkpoint.ts'
import { combination, combinationsOf, type Combinations } from './combinations.ts'
import { graphOf, runDeclarativeRows } from './declarative-rows.ts'
import { loadMaker, moduleUrl } from './load-maker.ts'
import type { Combination } from './sweep-space.ts'
import { digestOf } from './sweep-key.ts'
import {
  checkSweepOptions,
  isModule,
  type CheckedOptions,
  type StrategyMaker,
  type StrategyModule,
  type SweepOptions,
} from './sweep-options.ts'
import { SweepStore } from './sweep-store.ts'
import { sweepTable, type SweepTable } from './sweep-table.ts'
import type { SweepTask } from './sweep-task.ts'
import { runTypeScriptRows } from './typescript-rows.ts'
import { runWorkerRows } from './worker-rows.ts'

/**
 * Runs a strategy with every combination of its parameters, and measures each: every row is the single
 * backtest of its combination, to the bit.
 *
 * A combination whose strategy cannot be made or throws is a failure of the table; the others go on.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for an option, a space without combinations or a
 * checkpoint of another sweep; what {@link backtest} throws for the data and rules; `INVALID_PARAMETER`
 * or whatever else every combination fails with; `CANCELLED` when the signal is aborted.
 */
export async function sweep<Values extends Combination>(
  given: SweepOptions<Values>,
): Promise<SweepTable<Values>> {
  const options = checkSweepOptions(given as unknown as SweepOptions)
  const maker = isModule(options.strategy) ? await loadMaker(options.strategy) : options.strategy
  const combinations = combinationsOf(options.params, options.where)
  const task: SweepTask = {
    options,
    make: (row) => maker(combination(combinations, row)),
    signal: options.signal,
    onProgress: options.onProgress,
  }
  const first = firstStrategy(task, combinations.rows)
  const data = runData({ ...options.rules, strategy: first })
  checkStrategy(first, data.kind)
  const store = new SweepStore(combinations.rows, options.measures.length)
  const checkpoint = await checkpointOf(options, { task, combinations, first, store })
  await runRows({ task, combinations, first, store, data, checkpoint })
  await checkpoint?.write()
  options.onProgress?.(1)
  return sweepTable({
    strategy: { name: first.name, form: first.rules === undefined ? 'typescript' : 'declarative' },
    combinations,
    measures: options.measures,
    columns: store.columns,
    failures: store.failures,
    replay: (params) => backtest({ ...options.rules, strategy: maker(params) }),
  }) as unknown as SweepTable<Values>
}

type Parts = {
  readonly task: SweepTask
  readonly combinations: Combinations
  readonly first: Strategy
  readonly store: SweepStore
}

async function runRows({
  task,
  combinations,
  first,
  store,
  data,
  checkpoint,
}: Parts & { data: RunData; checkpoint: Checkpoint | undefined }): Promise<void> {
  const { strategy } = task.options
  try {
    if (first.rules !== undefined) {
      await runDeclarativeRows(task, onlySeries(first, data), store, checkpoint)
    } else if (isModule(strategy)) {
      await runWorkerRows(task, strategy, combinations, store, checkpoint)
    } else {
      await runTypeScriptRows(task, store, checkpoint)
    }
  } catch (error) {
    await checkpoint?.write()
    throw error
  }
}

/**
 * The first strategy that can be made: it tells the form of all.
 *
 * @throws what the first combination fails with, where all fail.
 */
function firstStrategy({ make }: SweepTask, rows: number): Strategy {
  let reason: unknown
  for (let row = 0; row < rows; row += 1) {
    try {
      return make(row)
    } catch (error) {
      reason ??= error
    }
  }
  throw reason
}

function onlySeries(strategy: Strategy, data: RunData) {
  const bars = data.kind === 'bars' ? data.bars : []
  const [only] = bars
  if (only !== undefined && bars.length === 1) return only
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `Declarative strategy "${strategy.name}" runs on one series, not ${bars.length}: give one, or use onBar`,
    { details: { series: bars.length } },
  )
}

async function checkpointOf(
  options: CheckedOptions,
  { task, combinations, first, store }: Parts,
): Promise<Checkpoint | undefined> {
  const { checkpoint, strategy, rules, measures } = options
  if (checkpoint === undefined) return undefined
  const identity =
    first.rules === undefined ? await sourceOf(strategy, first) : graphOf(task, combinations.rows)
  const key = digestOf(first.name, identity, combinations.columns, measures, rules)
  return await openCheckpoint(checkpoint, key, measures, store)
}

/** What is known of a TypeScript strategy: its module as it is, or the text of its functions. */
async function sourceOf(
  strategy: StrategyMaker | StrategyModule,
  { onBar, onQuote, onTrade, indicators }: Strategy,
): Promise<unknown> {
  if (!isModule(strategy)) return [strategy, onBar, onQuote, onTrade, indicators]
  const url = moduleUrl(strategy)
  return url.protocol === 'file:' ? await readFile(url) : url.href
}
