import type { Column, Condition, Operand, Values } from '@neural-trader/core'

type Sides<Left, Right> = Left extends Column
  ? Right extends Operand
    ? Condition
    : never
  : boolean

/** A column or view on the left, and a column, view or number on the right. */
export type Comparable = Column | Values

/**
 * Whether `left` was at or below `right` at the bar before and is above it now. Over views it is
 * answered at once; over declared columns it is a condition for a rule. False with NaN.
 */
export function crossedAbove<Left extends Comparable, Right extends Comparable | number>(
  left: Left,
  right: Right,
): Sides<Left, Right> {
  if (isValues(left)) {
    const crossed =
      typeof right === 'number' ? aboveLevel(left, right) : above(left, right as Values)
    return crossed as Sides<Left, Right>
  }
  return { op: 'crossedAbove', left, right } as Sides<Left, Right>
}

/**
 * Whether `left` was at or above `right` at the bar before and is below it now; see
 * {@link crossedAbove}.
 */
export function crossedBelow<Left extends Comparable, Right extends Comparable | number>(
  left: Left,
  right: Right,
): Sides<Left, Right> {
  if (isValues(left)) {
    const crossed =
      typeof right === 'number' ? belowLevel(left, right) : above(right as Values, left)
    return crossed as Sides<Left, Right>
  }
  return { op: 'crossedBelow', left, right } as Sides<Left, Right>
}

function isValues(side: Comparable): side is Values {
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
