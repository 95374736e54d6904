import type { OpenLot, OrderOptions, Strategy, StrategyContext } from '@neural-trader/core'

import type { Action } from './backtesting-py-case.ts'

/** A strategy that plays the actions of a script through the public orders. */
export function scriptedStrategy(actions: readonly Action[]): Strategy {
  const byBar = Map.groupBy(actions, (action) => action.bar)
  return {
    name: 'scripted',
    params: {},
    indicators: {},
    onBar: (context) => {
      for (const action of byBar.get(context.step + 1) ?? []) play(action, context)
    },
  }
}

function play(action: Action, { orders, position }: StrategyContext): void {
  switch (action.do) {
    case 'buy':
    case 'sell':
      enter(action, orders)
      return
    case 'close':
      if (position.lots().length > 0) orders.close({ portion: action.portion ?? 1 })
      return
    case 'close_trade':
      for (const { order } of lotsOf(action, position.lots())) {
        orders.closeLot(order, { portion: action.portion ?? 1 })
      }
      return
    case 'cancel':
      orders.cancelAll()
      return
    default: {
      const exit = action.do === 'sl' ? 'stopLoss' : 'takeProfit'
      for (const { order } of lotsOf(action, position.lots())) {
        orders.setExits(order, { [exit]: action.price ?? null })
      }
    }
  }
}

function enter(action: Action, orders: StrategyContext['orders']): void {
  const options: OrderOptions = {
    ...(action.limit === undefined ? {} : { limit: action.limit }),
    ...(action.stop === undefined ? {} : { stop: action.stop }),
    ...(action.sl === undefined ? {} : { stopLoss: action.sl }),
    ...(action.tp === undefined ? {} : { takeProfit: action.tp }),
  }
  const { size = 0.999 } = action
  const buys = action.do === 'buy'
  if (size >= 1 && buys) orders.buy(size, options)
  else if (size >= 1) orders.sell(size, options)
  else if (buys) orders.buyPercent(action.size ?? 1, options)
  else orders.sellPercent(action.size ?? 1, options)
}

function lotsOf({ trade }: Action, lots: readonly OpenLot[]): readonly OpenLot[] {
  if (typeof trade === 'number') return [lots.at(trade)].filter((lot) => lot !== undefined)
  return lots.filter(({ quantity }) => trade === 'all' || quantity > 0 === (trade === 'long'))
}
