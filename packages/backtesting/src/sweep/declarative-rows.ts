import { NeuralTraderError, type Bars, type Strategy } from '@neural-trader/core'
import { openSweep, pause, SweepGraph, type SweepSession } from '@neural-trader/engine'

import { actionSpecs } from '../corporate-actions.ts'
import { conventionsOf } from '../measures.ts'
import { profiles, runConfig, runSeries, withProfile } from '../profiles.ts'
import type { Checkpoint } from './checkpoint.ts'
import { failureOf, type SweepStore } from './sweep-store.ts'
import type { SweepTask } from './sweep-task.ts'

/** Cells, bars times combinations, that are run at once where there is a checkpoint to be written. */
const cellsAtOnce = 100_000_000

/** Combinations that are planned while those before them run, where a run of all is short. */
const shortRun = 2_048

/** So many are planned before anything runs, where a run of all is short. */
const beginning = 512

/** Runs declarative strategies in Rust: the next combinations are planned while the last ones run. */
export async function runDeclarativeRows(
  task: SweepTask,
  bars: Bars,
  store: SweepStore,
  checkpoint: Checkpoint | undefined,
): Promise<void> {
  const { options, signal } = task
  const session = sessionOf(options, bars)
  const pending = store.pending()
  const atOnce = rowsAtOnce(pending.length, bars.time.length, checkpoint !== undefined)
  const plan = new Plan(task, store)
  const before = store.count
  let to = Math.min(atOnce === shortRun ? beginning : atOnce, pending.length)
  let next = await plan.take(pending.subarray(0, to))
  let isLast = pending.length === 0
  while (!isLast) {
    isLast = to === pending.length
    const { rows, graph } = next
    session.add(graph)
    const first = plan.first
    plan.first += rows.length
    const running = session.run(first, plan.first, {
      signal,
      onProgress: (done) => task.onProgress?.((before + done) / store.done.length),
    })
    const planning = plan.take(pending.subarray(to, to + atOnce))
    to = Math.min(to + atOnce, pending.length)
    const [part, planned] = await settled(running, planning)
    store.takeAll(rows, part.columns)
    for (const failure of part.failures) {
      store.fail({ ...failure, row: rows[failure.row - first]! })
    }
    next = planned
    if (!isLast) await checkpoint?.offer()
  }
}

/** Waits for both, so that neither is left alone when the other fails. */
async function settled<One, Other>(
  one: Promise<One>,
  other: Promise<Other>,
): Promise<readonly [One, Other]> {
  await Promise.allSettled([one, other])
  return [await one, await other]
}

function rowsAtOnce(rows: number, bars: number, hasCheckpoint: boolean): number {
  const portion = Math.max(64, Math.floor(cellsAtOnce / Math.max(bars, 1)))
  if (hasCheckpoint) return portion
  return rows * bars > cellsAtOnce ? Math.max(rows, 1) : shortRun
}

function sessionOf(given: SweepTask['options'], bars: Bars): SweepSession {
  const options = { ...withProfile(given.rules), data: [bars] }
  const config = { ...runConfig(options), actions: actionSpecs(options, [bars]) }
  const [series] = runSeries(options, [bars])
  const profile = options.profile ?? 'neural-trader'
  return openSweep(config, series!, {
    settle: profiles[profile].settle,
    profile: conventionsOf(profile),
    overrides: { ...options.conventions },
    measures: given.measures,
    threads: given.threads,
  })
}

/** Makes the strategies of combinations and writes them down for the engine. */
class Plan {
  /** First row of the engine that is not planned yet. */
  first = 0
  readonly #graph = new SweepGraph()
  readonly #task: SweepTask
  readonly #store: SweepStore

  constructor(task: SweepTask, store: SweepStore) {
    this.#task = task
    this.#store = store
  }

  async take(
    rows: Uint32Array,
  ): Promise<{ rows: number[]; graph: ReturnType<SweepGraph['take']> }> {
    const planned: number[] = []
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index]!
      if (index % 256 === 255) await pause({ signal: this.#task.signal }, 0)
      try {
        const { indicators, rules } = declarative(this.#task.make(row))
        this.#graph.add(indicators, rules)
        planned.push(row)
      } catch (error) {
        this.#store.fail(failureOf(row, error))
      }
    }
    return { rows: planned, graph: this.#graph.take() }
  }
}

/** The digest of every combination's columns and rules. */
export function graphOf(task: SweepTask, rows: number): unknown {
  const graph = new SweepGraph()
  const failed: unknown[] = []
  for (let row = 0; row < rows; row += 1) {
    try {
      const { indicators, rules } = declarative(task.make(row))
      graph.add(indicators, rules)
    } catch (error) {
      failed.push(failureOf(row, error))
    }
  }
  return [graph.take(), failed]
}

function declarative(strategy: Strategy): Required<Pick<Strategy, 'indicators' | 'rules'>> {
  const { name, indicators, rules } = strategy
  if (rules !== undefined) return { indicators, rules }
  throw new NeuralTraderError(
    'INVALID_STRATEGY',
    `Strategy "${name}" has rules for some parameters and none for others: give it rules for all, or an onBar`,
  )
}
