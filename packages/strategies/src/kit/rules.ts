import type { Condition, Operand, Rule, RuleAction } from '@neural-trader/core'

/** A rule: when the condition holds at the close of a bar, hold this signed share of equity. */
export function when(
  condition: Condition,
  targetPercent: number,
  exits: Omit<RuleAction, 'targetPercent'> = {},
): Rule {
  return { when: condition, then: { targetPercent, ...exits } }
}

/** Left is above right. False with NaN. */
export function above(left: Operand, right: Operand): Condition {
  return { op: 'above', left, right }
}

/** Left is below right. False with NaN. */
export function below(left: Operand, right: Operand): Condition {
  return { op: 'below', left, right }
}

/** All of them hold. */
export function and(...conditions: readonly Condition[]): Condition {
  return { op: 'and', conditions }
}

/** At least one of them holds. */
export function or(...conditions: readonly Condition[]): Condition {
  return { op: 'or', conditions }
}

/** It does not hold. */
export function not(condition: Condition): Condition {
  return { op: 'not', condition }
}

/** Nothing is held when the bar has closed. */
export const isFlat: Condition = { op: 'position', is: 'flat' }

/** The position is long when the bar has closed. */
export const isLong: Condition = { op: 'position', is: 'long' }

/** The position is short when the bar has closed. */
export const isShort: Condition = { op: 'position', is: 'short' }
