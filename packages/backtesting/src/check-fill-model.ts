import { NeuralTraderError, type FillModel } from '@neural-trader/core'

import type { BacktestOptions } from './options.ts'

/**
 * Refuses a fill model that is none, or that goes with none of the other options.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` with what to give instead.
 */
export function checkFillModel(model: FillModel, options: BacktestOptions): void {
  const { profile = 'neural-trader', fillPolicy = 'next-open', strategy } = options
  const fault =
    typeof model?.fill !== 'function' || typeof model.name !== 'string' || model.name === ''
      ? 'is none: give an object with a name and a function fill'
      : profile === 'backtesting.py'
        ? 'does not go with the profile backtesting.py: leave one of them out'
        : fillPolicy === 'this-close'
          ? "does not go with fillPolicy 'this-close', whose fills are not on a bar: leave one of them out"
          : strategy?.rules !== undefined
            ? `does not go with rules, which run wholly in the engine: give strategy "${strategy.name}" an onBar`
            : undefined
  if (fault === undefined) return
  throw new NeuralTraderError('INVALID_ARGUMENT', `Option fillModel ${fault}`, {
    details: { field: 'fillModel' },
  })
}
