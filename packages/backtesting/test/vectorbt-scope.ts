import type { VectorbtCase } from './vectorbt-case.ts'
import { directionOf, isUnlimitedShort } from './vectorbt-strategy.ts'

/** Options that a run of ours, or the orders of a strategy, can express. */
const expressed = new Set([
  'size',
  'size_type',
  'direction',
  'fees',
  'fixed_fees',
  'slippage',
  'init_cash',
  'accumulate',
  'upon_long_conflict',
  'upon_short_conflict',
  'upon_dir_conflict',
  'upon_opposite_entry',
])

/** Why a case cannot be expressed, in the words of the guide; undefined where it can. */
export function whyNotExpressed(each: VectorbtCase): string | undefined {
  const { options, expect, method } = each
  const own = Object.keys(options).find((name) => !expressed.has(name))
  if (own !== undefined) return own
  if (expect.value.length !== each.cols) return 'cash_sharing'
  if (options['size_type'] === 'percent') return 'size_type percent'
  if (Array.isArray(options['direction'])) return 'a direction for each column'
  if (/auto/.test(String(options['init_cash']))) return 'init_cash auto'
  if (expect.value.some((column) => column.some((value) => value !== null && value <= 0))) {
    return 'equity of 0 or less'
  }
  const direction = directionOf(each)
  const isInfinite = !isUnlimitedShort(each)
  if (direction !== 'longonly' && isInfinite && Array.isArray(options['size'])) {
    return 'finite and infinite sizes among shorts'
  }
  if (direction !== 'longonly' && isInfinite && options['accumulate'] !== undefined) {
    return 'adding to a short of all the cash'
  }
  const reverses = direction === 'both' && method === 'from_signals'
  if (reverses && options['fixed_fees'] !== undefined) return 'a reversal with a fixed fee'
  return undefined
}
