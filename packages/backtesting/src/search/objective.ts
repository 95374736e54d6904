import { NeuralTraderError } from '@neural-trader/core'

import type { Measures } from '../measures.ts'

/** A measure to make as great or as small as it gets; its name alone is to be great. */
export type SearchObjective =
  | keyof Measures
  | { readonly maximise: keyof Measures }
  | { readonly minimise: keyof Measures }

/** One objective: a measure, and 1 where less of it is better, -1 where more is. */
export type Goal = { readonly measure: keyof Measures; readonly sign: 1 | -1 }

/** Objectives in one form. */
export function goalsOf(objective: SearchObjective | readonly SearchObjective[]): readonly Goal[] {
  const list = Array.isArray(objective) ? objective : [objective]
  const goals = (list as readonly SearchObjective[]).map(goalOf)
  const names = goals.map(({ measure }) => measure)
  if (names.length > 0 && new Set(names).size === names.length) return goals
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `Option objective is ${JSON.stringify(objective)}: give one measure or more, each once`,
    { details: { field: 'objective' } },
  )
}

function goalOf(objective: SearchObjective): Goal {
  if (typeof objective === 'string') return { measure: objective, sign: -1 }
  if ('minimise' in objective) return { measure: objective.minimise, sign: 1 }
  return { measure: objective.maximise, sign: -1 }
}

/**
 * What is lost: what is not defined is infinitely bad.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where a measure does not exist.
 */
export function lossesOf(goals: readonly Goal[], measures: Measures): readonly number[] {
  return goals.map(({ measure, sign }) => {
    const value: unknown = measures[measure]
    if (typeof value !== 'number') {
      const message = `There is no measure ${measure}: give one of ${Object.keys(measures).join(', ')}`
      throw new NeuralTraderError('INVALID_ARGUMENT', message, { details: { measure } })
    }
    return Number.isNaN(value) ? Infinity : sign * value
  })
}
