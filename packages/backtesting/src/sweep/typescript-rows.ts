import { pause } from '@neural-trader/engine'

import type { Checkpoint } from './checkpoint.ts'
import { runCombination } from './run-combination.ts'
import type { SweepStore } from './sweep-store.ts'
import type { SweepTask } from './sweep-task.ts'

/** Runs TypeScript strategies here, one combination after another. */
export async function runTypeScriptRows(
  task: SweepTask,
  store: SweepStore,
  checkpoint: Checkpoint | undefined,
): Promise<void> {
  const { options, signal, make, onProgress } = task
  const rules = signal === undefined ? options.rules : { ...options.rules, signal }
  for (const row of store.pending()) {
    const found = await runCombination(row, () => make(row), rules, options.measures)
    if ('code' in found) store.fail(found)
    else store.take(row, found)
    await pause({ signal, onProgress }, store.count / store.done.length)
    await checkpoint?.offer()
  }
}
