import { type CorporateAction, type ErrorCode, NeuralTraderError } from '@neural-trader/core'
import { formatInstant } from '../instant.ts'

/**
 * Refuses actions that contradict themselves or their order.
 *
 * @throws NeuralTraderError `DATA_NOT_FINITE`, `DATA_NOT_POSITIVE` or `DATA_UNSORTED` with the row
 * (from 1), the column and the value.
 */
export function checkActions(actions: readonly CorporateAction[]): void {
  for (const [index, action] of actions.entries()) {
    checkNumbers(action, index + 1)
    const before = actions[index - 1]
    if (before !== undefined && action.time < before.time) throw unsorted(action, before, index + 1)
  }
}

function checkNumbers(action: CorporateAction, row: number): void {
  if (action.type === 'split') {
    checkPositive(row, 'newShares', action.newShares, 'give a split as newShares for oldShares')
    checkPositive(row, 'oldShares', action.oldShares, 'give a split as newShares for oldShares')
  }
  if (action.type === 'cash-dividend')
    checkPositive(row, 'amount', action.amount, 'give what a share is paid, or leave the row out')
  if (action.type === 'delisting' && action.payment !== null && action.payment !== 0)
    checkPositive(row, 'payment', action.payment, 'give 0 for a loss of everything')
}

function checkPositive(row: number, column: string, value: number, remedy: string): void {
  if (value > 0 && value < Infinity) return
  const code = Number.isFinite(value) ? 'DATA_NOT_POSITIVE' : 'DATA_NOT_FINITE'
  const wanted = Number.isFinite(value) ? 'it has to be above 0' : 'it has to be a finite number'
  throw actionError(code, row, column, value, `${wanted}: ${remedy}`)
}

function unsorted(
  action: CorporateAction,
  before: CorporateAction,
  row: number,
): NeuralTraderError {
  const [time, earlier] = [formatInstant(action.time), formatInstant(before.time)]
  return actionError(
    'DATA_UNSORTED',
    row,
    'time',
    time,
    `it is before that of row ${row - 1}, ${earlier}: sort the actions by time, oldest first`,
  )
}

/** An error about one corporate action: what is wrong with it and the remedy. */
export function actionError(
  code: ErrorCode,
  row: number,
  column: string,
  value: number | string,
  wrong: string,
): NeuralTraderError {
  return new NeuralTraderError(code, `Corporate action ${row}: ${column} is ${value}; ${wrong}`, {
    details: { row, column, value },
  })
}
