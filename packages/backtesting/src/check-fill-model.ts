import { NeuralTraderError, type FillModel, type QuoteFillModel } from '@neural-trader/core'

import type { BacktestOptions } from './options.ts'

/** Whether a fill model says what bars give. */
export function fillsOnBars(model: FillModel | QuoteFillModel | undefined): model is FillModel {
  return model !== undefined && 'fill' in model
}

/** Whether a fill model says what quotes and trades give. */
export function fillsOnQuotes(
  model: FillModel | QuoteFillModel | undefined,
): model is QuoteFillModel {
  return model !== undefined && 'fillAtQuote' in model
}

/**
 * Refuses a fill model that is none, or that goes with none of the other options.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` with what to give instead.
 */
export function checkFillModel(
  model: FillModel | QuoteFillModel,
  options: Partial<BacktestOptions>,
): void {
  const { profile = 'neural-trader', fillPolicy = 'next-open', strategy } = options
  const fault =
    faultOf(model, isOverTicks(options)) ??
    (profile === 'backtesting.py'
      ? 'does not go with the profile backtesting.py: leave one of them out'
      : fillPolicy === 'this-close' || fillPolicy === 'this-quote'
        ? `does not go with fillPolicy '${fillPolicy}', whose fills come before the next ${fillPolicy === 'this-close' ? 'bar' : 'quote'}: leave one of them out`
        : strategy?.rules !== undefined
          ? `does not go with rules, which run wholly in the engine: give strategy "${strategy.name}" an onBar`
          : undefined)
  if (fault === undefined) return
  throw new NeuralTraderError('INVALID_ARGUMENT', `Option fillModel ${fault}`, {
    details: { field: 'fillModel' },
  })
}

function faultOf(
  model: Partial<FillModel & QuoteFillModel>,
  overTicks: boolean,
): string | undefined {
  const method = overTicks ? 'fillAtQuote' : 'fill'
  const hasName = typeof model?.name === 'string' && model.name !== ''
  if (hasName && typeof model[method] === 'function') return undefined
  return `is none ${overTicks ? 'over quotes and trades' : 'over bars'}: give an object with a name and a function ${method}`
}

function isOverTicks({ data }: Partial<BacktestOptions>): boolean {
  if (data === undefined) return false
  const all: readonly object[] = 'time' in data ? [data] : data
  return all.some((each) => !('open' in each))
}
