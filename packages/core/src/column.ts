import type { BarColumn } from './bars.ts'

/** A column of the bars an indicator or a rule reads. */
export type BarSource = { readonly column: BarColumn }

/**
 * One output of an indicator over other columns. Indicators are declared, not called: a backtest
 * computes the whole column before the loop, a live session streams it, with the same bits.
 */
export type IndicatorColumn = {
  /** Name in the engine's registry, for example `sma`. */
  readonly indicator: string
  /** What it reads, in the order the indicator states. */
  readonly inputs: readonly Column[]
  /** Its parameters, by name. */
  readonly params: Readonly<Record<string, number>>
  /** Which output, where there are several, for example `upper`. */
  readonly output: string
}

/** A column known at the close of each bar: plain data, a node of an indicator graph. */
export type Column = BarSource | IndicatorColumn

/** What a comparison reads: a column, or the same number at every bar. */
export type Operand = Column | number

/**
 * A condition evaluated at the close of each bar. A comparison with NaN is false. `position` asks
 * for the state of the position when the bar has closed.
 */
export type Condition =
  | {
      readonly op: 'crossedAbove' | 'crossedBelow' | 'above' | 'below'
      readonly left: Operand
      readonly right: Operand
    }
  | { readonly op: 'and' | 'or'; readonly conditions: readonly Condition[] }
  | { readonly op: 'not'; readonly condition: Condition }
  | { readonly op: 'position'; readonly is: 'flat' | 'long' | 'short' }

/** What a rule does when its condition holds. */
export type RuleAction = {
  /** Signed share of equity to hold: 1 all of it long, -1 all of it short, 0 nothing. */
  readonly targetPercent: number
  /** Stop loss as a fraction of the fill price, for example 0.05. */
  readonly stopLoss?: number
  /** Take profit as a fraction of the fill price. */
  readonly takeProfit?: number
}

/** An order to give when a condition holds at the close of a bar. */
export type Rule = { readonly when: Condition; readonly then: RuleAction }
