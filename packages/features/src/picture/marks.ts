import type { Bars } from '@neural-trader/core'

/** Where bars and values lie in a panel. */
export type Frame = {
  /** The middle of a bar. */
  readonly x: (bar: number) => number
  readonly y: (value: number) => number
  /** Pixels from one bar to the next. */
  readonly step: number
}

/** The prices of bars. */
export type Prices = Pick<Bars, 'open' | 'high' | 'low' | 'close'>

/** A line through a column, broken where there is no value. */
export function linePath(values: ArrayLike<number>, { x, y }: Frame): string {
  return stretches(values)
    .map((bars) => polyline(bars.map((bar) => [x(bar), y(values[bar] ?? 0)])))
    .join('')
}

/** The bars of each stretch of values without a gap. */
function stretches(values: ArrayLike<number>): readonly (readonly number[])[] {
  const pieces: number[][] = [[]]
  for (const [bar, value] of Array.from(values).entries()) {
    if (Number.isFinite(value)) pieces.at(-1)?.push(bar)
    else if (pieces.at(-1)?.length !== 0) pieces.push([])
  }
  return pieces.filter((piece) => piece.length > 0)
}

/** Points as a path, each relative to the one before, in whole tenths so that nothing adds up. */
function polyline(points: readonly (readonly [number, number])[]): string {
  const tenths = points.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)] as const)
  const moves = tenths.map(([x, y], index) => {
    const [beforeX, beforeY] = tenths[index - 1] ?? [0, 0]
    return point((x - beforeX) / 10, (y - beforeY) / 10)
  })
  const [first = '', ...rest] = moves
  if (rest.length === 0) return `M${first}h.1`
  return `M${first}l${rest.map((move, index) => (index > 0 && !move.startsWith('-') ? ` ${move}` : move)).join('')}`
}

/** Steps through a column: each value holds until the next. */
export function stepPath(values: ArrayLike<number>, { x, y, step }: Frame): string {
  let path = ''
  let pen = false
  for (const [bar, value] of Array.from(values).entries()) {
    const left = x(bar) - step / 2
    if (Number.isFinite(value)) {
      path += `${pen ? 'V' : 'M'}${pen ? short(y(value)) : point(left, y(value))}H${short(left + step)}`
    }
    pen = Number.isFinite(value)
  }
  return path
}

/** The area between two columns, one piece for each stretch in which both have values. */
export function bandPath(upper: ArrayLike<number>, lower: ArrayLike<number>, frame: Frame): string {
  const { x, y } = frame
  const both = Array.from(upper, (value, bar) => value - (lower[bar] ?? Number.NaN))
  return stretches(both)
    .filter((bars) => bars.length > 1)
    .map((bars) => {
      const there = bars.map((bar) => [x(bar), y(upper[bar] ?? 0)] as const)
      const back = bars.toReversed().map((bar) => [x(bar), y(lower[bar] ?? 0)] as const)
      return `${polyline([...there, ...back])}Z`
    })
    .join('')
}

/** Columns from a base line, those above and those below it apart. */
export function barPaths(
  values: ArrayLike<number>,
  base: number,
  { x, y, step }: Frame,
): { readonly above: string; readonly below: string } {
  const paths = { above: '', below: '' }
  const width = Math.max(0.8, step * 0.6)
  for (const [bar, value] of Array.from(values).entries()) {
    if (!Number.isFinite(value) || value === base) continue
    const column = `M${point(x(bar) - width / 2, y(base))}h${short(width)}V${short(y(value))}h${short(-width)}Z`
    paths[value > base ? 'above' : 'below'] += column
  }
  return paths
}

/** Candles: wicks and bodies, those that rose and those that fell apart. */
export function candlePaths(
  { open, high, low, close }: Prices,
  { x, y, step }: Frame,
): Readonly<Record<'up' | 'down', { readonly wicks: string; readonly bodies: string }>> {
  const paths = { up: { wicks: '', bodies: '' }, down: { wicks: '', bodies: '' } }
  const width = Math.max(1, step * 0.62)
  for (let bar = 0; bar < close.length; bar++) {
    if (!Number.isFinite(open[bar]) || !Number.isFinite(close[bar])) continue
    const [o, c] = [open[bar] ?? 0, close[bar] ?? 0]
    const path = paths[c >= o ? 'up' : 'down']
    path.wicks += `M${point(x(bar), y(high[bar] ?? 0))}V${short(y(low[bar] ?? 0))}`
    const [top, bottom] = [y(Math.max(o, c)), y(Math.min(o, c))]
    path.bodies += `M${point(x(bar) - width / 2, top)}h${short(width)}v${short(Math.max(0.8, bottom - top))}h${short(-width)}z`
  }
  return paths
}

/** Triangles: under the bars with a positive value, over those with a negative one. */
export function signalPaths(
  values: ArrayLike<number>,
  { high, low }: Prices,
  { x, y }: Frame,
): { readonly up: string; readonly down: string } {
  const paths = { up: '', down: '' }
  for (const [bar, value] of Array.from(values).entries()) {
    if (value > 0) paths.up += `M${point(x(bar), y(low[bar] ?? 0) + 5)}l4.5 8h-9z`
    if (value < 0) paths.down += `M${point(x(bar), y(high[bar] ?? 0) - 5)}l4.5-8h-9z`
  }
  return paths
}

/** A place, to a tenth of a pixel, in as few letters as can be. */
function point(x: number, y: number): string {
  const second = short(y)
  return `${short(x)}${second.startsWith('-') ? '' : ' '}${second}`
}

/** A length to a tenth of a pixel. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10).replace(/^(-?)0\./, '$1.')
}
