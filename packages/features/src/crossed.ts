import type { Column, Condition, Operand, Values } from '@neural-trader/core'

/**
 * Whether `left` was at or below `right` at the bar before and is above it now. Over views it is
 * answered at once; over declared columns it is a condition for a rule. False with NaN.
 */
export function crossedAbove(left: Values, right: Values | number): boolean
export function crossedAbove(left: Column, right: Operand): Condition
export function crossedAbove(left: Values | Column, right: Values | Operand): boolean | Condition {
  if (!isValues(left)) return { op: 'crossedAbove', left, right: right as Operand }
  return typeof right === 'number' ? aboveLevel(left, right) : above(left, right as Values)
}

/**
 * Whether `left` was at or above `right` at the bar before and is below it now; see
 * {@link crossedAbove}.
 */
export function crossedBelow(left: Values, right: Values | number): boolean
export function crossedBelow(left: Column, right: Operand): Condition
export function crossedBelow(left: Values | Column, right: Values | Operand): boolean | Condition {
  if (!isValues(left)) return { op: 'crossedBelow', left, right: right as Operand }
  return typeof right === 'number' ? belowLevel(left, right) : above(right as Values, left)
}

function isValues(side: Values | Column): side is Values {
  return 'at' in side
}

function above(left: Values, right: Values): boolean {
  return left.value > right.value && left.at(1) <= right.at(1)
}

function aboveLevel(left: Values, level: number): boolean {
  return left.value > level && left.at(1) <= level
}

function belowLevel(left: Values, level: number): boolean {
  return left.value < level && left.at(1) >= level
}
