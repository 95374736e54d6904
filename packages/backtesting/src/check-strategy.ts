import { NeuralTraderError, type Strategy } from '@neural-trader/core'

/**
 * Checks that a strategy has what its run asks for: a file that is run without type checking may lack
 * it.
 *
 * @throws NeuralTraderError `INVALID_STRATEGY`.
 */
export function checkStrategy(strategy: Strategy, kind: 'bars' | 'ticks'): void {
  const fault = kind === 'bars' ? faultOverBars(strategy) : faultOverTicks(strategy)
  const { name } = strategy
  if (typeof name !== 'string' || name === '') {
    throw invalid('The strategy has no name: give it one, it is in every report and log')
  }
  if (fault !== undefined) throw invalid(`Strategy "${name}" ${fault}`)
}

function faultOverBars({ rules, onBar }: Strategy): string | undefined {
  const acts = rules !== undefined || typeof onBar === 'function'
  return acts ? undefined : 'does nothing: give it rules or an onBar'
}

function faultOverTicks({ onQuote, onTrade, indicators }: Strategy): string | undefined {
  if (typeof onQuote !== 'function' && typeof onTrade !== 'function') {
    return 'does nothing over ticks: give it an onQuote or an onTrade'
  }
  const declared = Object.keys(indicators ?? {})
  if (declared.length === 0) return undefined
  return `declares ${declared.join(', ')}: indicators read bars, so make bars of the ticks first`
}

function invalid(message: string): NeuralTraderError {
  return new NeuralTraderError('INVALID_STRATEGY', message)
}
