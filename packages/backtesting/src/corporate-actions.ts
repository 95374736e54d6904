import { NeuralTraderError, type CorporateAction } from '@neural-trader/core'
import type { ActionSpec } from '@neural-trader/engine'
import { z } from 'zod'

import type { BacktestOptions } from './options.ts'
import { dataOf } from './profiles.ts'

/** What companies do during a run: of the only instrument, or by the identifier of each. */
export type CorporateActions =
  | readonly CorporateAction[]
  | Readonly<Record<string, readonly CorporateAction[]>>

const time = z.bigint()
const perShare = z.number().positive().max(9e9)
const actionSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('split'),
    time,
    newShares: z.number().positive().max(1e9),
    oldShares: z.number().positive().max(1e9),
  }),
  z.strictObject({ type: z.literal('cash-dividend'), time, amount: perShare }),
  z.strictObject({
    type: z.literal('symbol-change'),
    time,
    from: z.string(),
    to: z.string().min(1).max(24),
  }),
  z.strictObject({
    type: z.literal('delisting'),
    time,
    payment: z.number().min(0).max(9e9).nullable(),
  }),
])

/**
 * The actions of a run as the engine takes them, oldest first; those of the same time keep their
 * order.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for a list where several instruments run and for a
 * field of an action; `UNKNOWN_INSTRUMENT`.
 */
export function actionSpecs(options: BacktestOptions): ActionSpec[] {
  const { corporateActions } = options
  if (corporateActions === undefined) return []
  const ids = dataOf(options).map((bars) => bars.instrument)
  return Object.entries(byInstrument(corporateActions, ids))
    .flatMap(([id, actions]) => actions.map((action, row) => specOf(action, id, ids, row)))
    .toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
}

function byInstrument(
  actions: CorporateActions,
  ids: readonly string[],
): Readonly<Record<string, readonly CorporateAction[]>> {
  if (!isList(actions)) return actions
  const [only] = ids
  if (only !== undefined && ids.length === 1) return { [only]: actions }
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `Option corporateActions is a list, and the run has ${ids.length} instruments: give an object with a list for each, ${ids.join(', ')}`,
    { details: { field: 'corporateActions', instruments: ids.length } },
  )
}

function isList(actions: CorporateActions): actions is readonly CorporateAction[] {
  return Array.isArray(actions)
}

function specOf(
  action: CorporateAction,
  id: string,
  ids: readonly string[],
  row: number,
): ActionSpec {
  const instrument = ids.indexOf(id)
  if (instrument < 0) {
    throw new NeuralTraderError(
      'UNKNOWN_INSTRUMENT',
      `Option corporateActions names instrument "${id}": the run has ${ids.join(', ')}`,
      { details: { instrument: id } },
    )
  }
  checkAction(action, `corporateActions.${id}[${row}]`)
  const { type } = action
  const common = { instrument, time: action.time, type }
  switch (type) {
    case 'split':
      return { ...common, newShares: action.newShares, oldShares: action.oldShares }
    case 'cash-dividend':
      return { ...common, amount: action.amount }
    case 'symbol-change':
      return { ...common, symbol: action.to }
    case 'delisting':
      return action.payment === null ? common : { ...common, amount: action.payment }
  }
}

function checkAction(action: CorporateAction, name: string): void {
  const issue = actionSchema.safeParse(action).error?.issues[0]
  if (issue === undefined) return
  const field = [name, ...issue.path.map(String)].join('.')
  const value = String(issue.path.reduce<unknown>((inner, key) => Object(inner)[key], action))
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `Option ${field} is ${value}: ${issue.message}; see CorporateAction for what each type takes`,
    { details: { field, value } },
  )
}
