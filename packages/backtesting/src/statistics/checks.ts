import { NeuralTraderError } from '@neural-trader/core'
import type { TrialRows } from '@neural-trader/engine'

/** Refuses what is not a whole number between two others. */
export function checkWhole(name: string, value: number, least: number, most = 0xffff_ffff): void {
  if (Number.isInteger(value) && value >= least && value <= most) return
  refuse(name, value, `a whole number from ${least} to ${most}`)
}

/** Refuses what is not strictly between 0 and 1. */
export function checkConfidence(value: number): void {
  if (!(value > 0 && value < 1)) refuse('confidence', value, 'a number between 0 and 1')
}

/** Refuses what is not a finite number, or is below `least`. */
export function checkNumber(name: string, value: number, least: number = -Infinity): void {
  if (Number.isFinite(value) && value >= least) return
  const wanted = least === -Infinity ? 'a finite number' : `a finite number of at least ${least}`
  refuse(name, value, wanted)
}

function refuse(name: string, value: unknown, wanted: string): never {
  throw new NeuralTraderError('INVALID_ARGUMENT', `${name} is ${String(value)}: give ${wanted}`, {
    details: { option: name, value: String(value) },
  })
}

/**
 * Rows of returns in one column, as the engine takes them.
 *
 * @throws NeuralTraderError `DATA_LENGTH_MISMATCH` where a row has another length than the first.
 */
export function trialRows(trials: readonly Float64Array[]): TrialRows {
  const bars = trials[0]?.length ?? 0
  const values = new Float64Array(bars * trials.length)
  for (const [trial, row] of trials.entries()) {
    if (row.length !== bars) {
      const message = `Trial ${trial} has ${row.length} returns and trial 0 has ${bars}: give each trial a return for every bar`
      throw new NeuralTraderError('DATA_LENGTH_MISMATCH', message, { details: { trial } })
    }
    values.set(row, trial * bars)
  }
  return { values, trials: trials.length }
}
