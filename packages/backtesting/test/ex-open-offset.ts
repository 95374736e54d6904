import type { Bars, CorporateAction } from '@neural-trader/core'

/**
 * How much more than the total return who reinvests at the open makes over the bar of a row.
 *
 * Total-return prices buy the dividend in at the close before less the dividend, `P - D`; an order can
 * buy at the open O of the ex-date. The two differ by `(1 + D / O) * (1 - D / P)`, which is 1 where
 * the share opens at `P - D`.
 */
export function exOpenOffset(raw: Bars, actions: readonly CorporateAction[], row: number): number {
  let close = raw.close[row - 1]!
  let [bought, counted] = [0, 1]
  for (const action of actions) {
    if (action.time < raw.time[row - 1]! || action.time >= raw.time[row]!) continue
    if (action.type === 'split') close *= action.oldShares / action.newShares
    if (action.type === 'cash-dividend') {
      bought += action.amount
      counted *= 1 - action.amount / close
      close -= action.amount
    }
  }
  return (1 + bought / raw.open[row]!) * counted
}
