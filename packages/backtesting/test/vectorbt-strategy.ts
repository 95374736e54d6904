import type { Strategy, StrategyContext } from '@neural-trader/core'

import { numberAt, type VectorbtCase } from './vectorbt-case.ts'
import { settledSignals } from './vectorbt-signals.ts'

/** More than any account can pay for: an order for it fills as far as the cash goes. */
const all = 1e9

/**
 * Plays a column of a case: what that library decides at a close, given as orders at that close.
 * `rows` are those of the case that the bars of the run stand for.
 */
export function vectorbtStrategy(
  each: VectorbtCase,
  column: number,
  rows: readonly number[],
): Strategy {
  const decide = each.method === 'from_orders' ? orderedUnits : signalledUnits
  return {
    name: each.id,
    params: {},
    indicators: {},
    onBar: (context) => {
      const row = rows[context.step] ?? 0
      trade(each, column, context, decide(each, { column, row }, context))
    },
  }
}

/** Which way positions may go. */
export function directionOf({ input, options, method }: VectorbtCase): string {
  if (input['short_entries'] !== undefined) return 'both'
  return String(options['direction'] ?? (method === 'from_orders' ? 'both' : 'longonly'))
}

/**
 * Whether positions may be short beyond what the account is worth, as those of that library may
 * unless a size is infinite or cash is locked. The account then needs leverage.
 */
export function isUnlimitedShort(each: VectorbtCase): boolean {
  const { size, lock_cash: locked } = each.options
  const isFinite = size !== undefined && !JSON.stringify(size).includes('inf')
  return directionOf(each) !== 'longonly' && isFinite && locked !== true
}

/** Units that the cash pays for, where the leverage of the account would pay for more. */
function paidByCash(each: VectorbtCase, column: number, context: StrategyContext): number {
  if (!isUnlimitedShort(each)) return all
  const cost = (name: string): number => numberAt(each, name, column, { absent: 0 })
  const cash = context.account.cash - cost('fixed_fees')
  return cash / (1 + cost('fees')) / (context.close.value * (1 + cost('slippage')))
}

/** Trades so many signed units, or as many of them as the account and the direction allow. */
function trade(each: VectorbtCase, column: number, context: StrategyContext, units: number): void {
  const { position, orders } = context
  const direction = directionOf(each)
  const closesOnly = units > 0 ? direction === 'shortonly' : direction === 'longonly'
  const held = closesOnly ? Math.abs(position.quantity) : all
  const paid = units > 0 ? paidByCash(each, column, context) : all
  // What is left of all the cash is less than a billionth of a unit costs, and none there.
  if (units > 0 && context.account.cash < 1e-6) return
  const wanted = wholeLots(Math.min(Math.abs(units), held, paid))
  if (!(wanted >= 1e-8) || (units < 0 && !bringsItsFee(each, column, context, wanted))) return
  const toLimit = each.options['allow_partial'] !== false
  const order = units > 0 ? orders.buy(wanted, { toLimit }) : orders.sell(wanted, { toLimit })
  // What the account could not pay for would rest as a limit order.
  if (toLimit) orders.cancel(order)
}

/** Whether a sale brings in what it costs; that library rejects it otherwise. */
function bringsItsFee(
  each: VectorbtCase,
  column: number,
  { close }: StrategyContext,
  units: number,
): boolean {
  const cost = (name: string): number => numberAt(each, name, column, { absent: 0 })
  const value = units * close.value * (1 - cost('slippage'))
  return value * (1 - cost('fees')) >= cost('fixed_fees')
}

/** Rounded down to the nine decimals of quantities, unless a double is a hair below them. */
function wholeLots(units: number): number {
  return Number((Math.floor(units * 1e9 + 1e-3) / 1e9).toFixed(9))
}

type Place = { readonly column: number; readonly row: number }

/** Signed units that `from_orders` asks for at this bar. */
function orderedUnits(
  each: VectorbtCase,
  { column, row }: Place,
  context: StrategyContext,
): number {
  const { close, position, account } = context
  const size = numberAt(each, 'size', column, { row, absent: Infinity })
  const signed = directionOf(each) === 'shortonly' ? -size : size
  switch (each.options['size_type'] ?? 'amount') {
    case 'value':
      return signed / close.value
    case 'targetamount':
      return signed - position.quantity
    case 'targetvalue':
      return signed / close.value - position.quantity
    case 'targetpercent':
      return (signed * account.equity) / close.value - position.quantity
    default:
      return signed
  }
}

/** Signed units that `from_signals` asks for at this bar. */
function signalledUnits(each: VectorbtCase, place: Place, context: StrategyContext): number {
  const held = context.position.quantity
  const size = numberAt(each, 'size', place.column, { row: place.row, absent: Infinity })
  const units = each.options['size_type'] === 'value' ? size / context.close.value : size
  const settled = settledSignals(each, place, held)
  const { long, short, exitLong, exitShort } = settled
  const enters = (held >= 0 && long) || (held <= 0 && short)
  const reverses = held > 0 ? short : long
  const exits = held > 0 ? exitLong : exitShort
  const side = held === 0 ? (long ? 1 : -1) : Math.sign(held)
  const accumulates = String(each.options['accumulate'] ?? 'disabled')
  const adds = accumulates === 'both' || accumulates === 'addonly' || accumulates === 'true'
  const parts = accumulates === 'both' || accumulates === 'removeonly' || accumulates === 'true'
  const removes = parts && settled.isWhole !== true
  if (held !== 0 && reverses) return -side * (removes ? units : Math.abs(held) + units)
  if (held !== 0 && exits)
    return -side * (removes ? Math.min(units, Math.abs(held)) : Math.abs(held))
  return enters && (held === 0 || adds) ? side * units : 0
}
