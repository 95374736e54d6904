import { chartGrid, onGrid } from '../chart-grid.ts'
import { millisecondsAt } from '../format-time.ts'
import { type Html, markup, trusted } from '../html.ts'
import { logTicks, numberTicks, timeTicks } from './ticks.ts'

/** One line of a figure. */
export type Line = {
  readonly name: string
  /** A value a step; NaN is a gap. */
  readonly values: Float64Array
  /** Which of the eight colours of lines. */
  readonly tone: number
  /** Whether what lies between the line and 0 is shaded. */
  readonly shaded?: boolean
}

/** Lines over time. */
export type LineFigure = {
  /** What is shown, in a few words. */
  readonly caption: string
  /** Time of each step, nanoseconds since the epoch, UTC. */
  readonly time: BigInt64Array
  readonly lines: readonly Line[]
  readonly format: (value: number) => string
  /** A logarithmic scale; falls back to a linear one where a value is not above 0. */
  readonly log?: boolean
  /** Height in pixels, default 260. */
  readonly height?: number
}

const width = 1000
const maxPoints = 1600

/**
 * Lines over time as a picture that needs no script: it stretches with the page, its labels keep their
 * size, and its colours follow the page's. Extremes survive where there are more steps than points.
 */
export function lineFigure(figure: LineFigure): Html {
  const { caption, lines, format, height = 260 } = figure
  const scale = scaleOf(figure)
  if (scale === undefined)
    return markup`<figure class="panel figure"><p class="note">${caption}: no values.</p></figure>`
  const paths = lines.map((line) => linePath(line, scale))
  return markup`<figure class="panel figure">
    <div class="figure-title">${caption}${lines.length > 1 && legend(lines)}</div>
    <div class="plot" style="height:${height}px" role="img" aria-label="${spoken(figure)}">
      <svg viewBox="0 0 ${width} ${width}" preserveAspectRatio="none" aria-hidden="true">
        ${scale.rows.map(({ place }) => trusted(`<path class="grid" d="M0 ${place}H${width}"/>`))}
        ${paths}
      </svg>
      ${scale.rows.map(({ value, place }) => markup`<span class="y" style="top:${place / 10}%">${format(value)}</span>`)}
      ${scale.columns.map(({ label, place }) => markup`<span class="x" style="left:calc((100% - var(--gutter)) * ${place / width})">${label}</span>`)}
    </div>
  </figure>`
}

function legend(lines: readonly Line[]): Html {
  return markup`<span class="series">${lines.map(
    ({ name, tone }) => markup`<span><i class="t${tone}"></i>${name}</span> `,
  )}</span>`
}

function spoken({ caption, lines, format }: LineFigure): string {
  const ends = lines.map(({ name, values }) => `${name} ends at ${format(lastOf(values))}`)
  return `${caption}: ${ends.join(', ')}`
}

function lastOf(values: Float64Array): number {
  return values.findLast((value) => !Number.isNaN(value)) ?? Number.NaN
}

/** Where values and moments lie in the picture. */
type Scale = {
  readonly steps: Int32Array
  readonly grid: ReturnType<typeof chartGrid>
  readonly across: (step: number) => number
  readonly down: (value: number) => number
  readonly rows: readonly { readonly value: number; readonly place: number }[]
  readonly columns: readonly { readonly label: string; readonly place: number }[]
}

function scaleOf({ time, lines, log = false }: LineFigure): Scale | undefined {
  const [low, high] = rangeOf(lines)
  if (!(low <= high)) return undefined
  const grid = chartGrid(time.length, maxPoints)
  const [first, last] = [millisecondsAt(time, 0), millisecondsAt(time, time.length - 1)]
  const span = last - first || 1
  const logarithmic = log && low > 0
  const shape = logarithmic ? Math.log : (value: number) => value
  const margin = (shape(high) - shape(low)) * 0.06 || 1
  const [bottom, top] = [shape(low) - margin, shape(high) + margin]
  const down = (value: number) => rounded((width * (top - shape(value))) / (top - bottom))
  const ticks = (logarithmic ? logTicks : numberTicks)(low, high, 5)
  return {
    grid,
    steps: grid.steps,
    across: (step) => rounded((width * (millisecondsAt(time, step) - first)) / span),
    down,
    rows: ticks.map((value) => ({ value, place: down(value) })),
    columns: timeTicks(first, last, 7).map(({ at, label }) => ({
      label,
      place: rounded((width * (at - first)) / span),
    })),
  }
}

function rangeOf(lines: readonly Line[]): [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (const { values, shaded = false } of lines) {
    for (const value of values) {
      if (value < low) low = value
      if (value > high) high = value
    }
    if (shaded) [low, high] = [Math.min(low, 0), Math.max(high, 0)]
  }
  return [low, high]
}

function linePath({ values, tone, shaded = false }: Line, scale: Scale): Html {
  const points = onGrid(values, scale.grid)
  const places = Array.from(points, (value, at) =>
    Number.isFinite(value)
      ? `${scale.across(scale.steps[at] ?? 0)} ${scale.down(value)}`
      : undefined,
  )
  const path = places
    .map((place, at) => place && `${places[at - 1] === undefined ? 'M' : 'L'}${place}`)
    .filter(Boolean)
    .join('')
  const area = shaded && places.every(Boolean) && areaBelow(path, scale)
  return markup`${area && trusted(`<path class="area t${tone}" d="${area}"/>`)}${trusted(`<path class="line t${tone}" d="${path}"/>`)}`
}

function areaBelow(path: string, { across, down, steps }: Scale): string {
  const zero = down(0)
  return `${path}L${across(steps.at(-1) ?? 0)} ${zero}L${across(steps[0] ?? 0)} ${zero}Z`
}

/** A tenth of a unit is below what an eye sees. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
