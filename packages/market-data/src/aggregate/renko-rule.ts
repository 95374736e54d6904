import { NeuralTraderError } from '@neural-trader/core'
import { countDecimals } from '../decimals.ts'
import type { BarRow } from './bar-columns.ts'
import type { CloseBar, Rule } from './rule.ts'

/** Height of bricks and the price from which they are counted. */
export type RenkoGrid = { readonly brick: number; readonly origin?: number }

/**
 * Bricks: bars from one level to the next, levels being `origin` plus whole bricks. A brick forms
 * when the price reaches the next level in the direction of the last brick, or the second one
 * against it. Its high and low are its ends. It carries the time of the trade that made it; of
 * several made by one trade, or at one time, each is a nanosecond after the one before. The volume
 * since the last brick goes to the first of them. A brick is never unfinished.
 *
 * Adding a trade throws `INVALID_ARGUMENT` when the brick is below a billionth of the first price.
 */
export function renkoRule({ brick, origin }: RenkoGrid, close: CloseBar): Rule {
  const row: BarRow = { time: 0n, open: 0, high: 0, low: 0, close: 0, volume: 0 }
  let levelAt: ((index: number) => number) | null = null
  let level = 0
  let direction = 0
  let volume = 0
  let previous: bigint | null = null

  const form = (time: bigint, from: number, step: number): void => {
    row.time = previous !== null && time <= previous ? previous + 1n : time
    row.open = levelAt!(from)
    row.close = levelAt!(from + step)
    row.high = Math.max(row.open, row.close)
    row.low = Math.min(row.open, row.close)
    row.volume = volume
    close(row)
    level = from + step
    direction = step
    volume = 0
    previous = row.time
  }

  return {
    add(time, price, size) {
      if (levelAt === null) {
        refuseTiny(brick, price)
        levelAt = levels(brick, origin ?? price)
        level = levelBelow(price, levelAt, Math.floor((price - levelAt(0)) / brick))
      }
      volume += size
      while (price >= levelAt(level + (direction < 0 ? 2 : 1)))
        form(time, direction < 0 ? level + 1 : level, 1)
      while (price <= levelAt(level - (direction > 0 ? 2 : 1)))
        form(time, direction > 0 ? level - 1 : level, -1)
    },
    advanceTo() {},
    finish() {},
  }
}

/** Below this share of the price neighbouring levels are no longer told apart reliably. */
const leastShare = 1e-9

function refuseTiny(brick: number, price: number): void {
  if (brick >= price * leastShare) return
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `brick is ${brick}, less than a billionth of the price ${price}: give a higher brick`,
    { details: { option: 'brick', value: brick } },
  )
}

/** The highest level that is not above the price, near to where a division puts it. */
function levelBelow(price: number, levelAt: (index: number) => number, near: number): number {
  if (levelAt(near) > price) return near - 1
  return levelAt(near + 1) <= price ? near + 1 : near
}

/**
 * Levels as the doubles nearest to their decimals, so that a price of 0.3 reaches three times 0.1.
 */
function levels(brick: number, origin: number): (index: number) => number {
  const { decimals, finer } = countDecimals(Float64Array.of(brick, origin))
  if (finer > 0) return (index) => origin + index * brick
  const scale = 10 ** decimals
  const [first, step] = [Math.round(origin * scale), Math.round(brick * scale)]
  return (index) => (first + index * step) / scale
}
