import type { BacktestResult } from '../../result.ts'
import { formatCount, formatMoney } from '../format-number.ts'

/** What companies did during a run and what it brought, in words; nothing where they did nothing. */
export function actionWords({ actions, assumptions }: BacktestResult): string | undefined {
  if (assumptions.corporateActions === undefined) return undefined
  const of = (type: string): number => actions.type.filter((each) => each === type).length
  const dividends = actions.cash.reduce(
    (sum, cash, row) => (actions.type[row] === 'cash-dividend' ? sum + cash : sum),
    0,
  )
  const splits = `${formatCount(of('split'))} ${of('split') === 1 ? 'split' : 'splits'}`
  const orders =
    assumptions.adjustOrdersForDividends === true
      ? 'Dividends lower waiting buy limits and sell stops.'
      : 'Dividends leave waiting orders as they are.'
  return `Prices are raw. ${splits}; dividends of ${formatMoney(dividends)} on what was held. ${orders}`
}
