import { type Html, markup, trusted } from '../html.ts'
import { numberTicks } from './ticks.ts'

/** Points over two measures. */
export type ScatterFigure = {
  readonly caption: string
  readonly x: { readonly name: string; readonly values: Float64Array }
  readonly y: { readonly name: string; readonly values: Float64Array }
  /** The colour of each point. */
  readonly tone: (point: number) => number
  readonly format: (value: number) => string
  readonly height?: number
}

const width = 1000
const most = 4000

/** Points as a picture that needs no script. Of more than 4,000, every so many is drawn. */
export function scatterFigure({ caption, x, y, tone, format, height = 300 }: ScatterFigure): Html {
  const [left, right] = rangeOf(x.values)
  const [bottom, top] = rangeOf(y.values)
  const across = (value: number): number => place(value, left, right)
  const down = (value: number): number => width - place(value, bottom, top)
  const stride = Math.ceil(x.values.length / most)
  const points = Array.from(x.values, (value, at) => {
    const other = y.values[at] ?? Number.NaN
    const isDrawn = at % stride === 0 && Number.isFinite(value) && Number.isFinite(other)
    return isDrawn
      ? `<path class="dot-mark t${tone(at)}" d="M${across(value)} ${down(other)}h0"/>`
      : ''
  })
  return markup`<figure class="panel figure">
    <div class="figure-title">${caption}</div>
    <div class="plot" style="height:${height}px" role="img" aria-label="${caption}">
      <svg viewBox="0 0 ${width} ${width}" preserveAspectRatio="none" aria-hidden="true">
        ${numberTicks(bottom, top, 5).map((value) => trusted(`<path class="grid" d="M0 ${down(value)}H${width}"/>`))}
        ${trusted(points.join(''))}
      </svg>
      ${numberTicks(bottom, top, 5).map((value) => markup`<span class="y" style="top:${down(value) / 10}%">${format(value)}</span>`)}
      ${numberTicks(left, right, 5).map((value) => markup`<span class="x" style="left:calc((100% - var(--gutter)) * ${across(value) / width})">${format(value)}</span>`)}
    </div>
    <p class="note">Across: ${x.name}. Up: ${y.name}.${stride > 1 && ` One in ${stride} points is drawn.`}</p>
  </figure>`
}

/** With some air on both sides; of nothing, or of equal values, a range around them. */
function rangeOf(values: Float64Array): [number, number] {
  const known = values.filter(Number.isFinite)
  const [low, high] = [
    known.reduce((a, b) => Math.min(a, b), 0),
    known.reduce((a, b) => Math.max(a, b), 0),
  ]
  const margin = (high - low) * 0.05 || 1
  return [low - margin, high + margin]
}

function place(value: number, low: number, high: number): number {
  return Math.round(((value - low) / (high - low)) * width * 10) / 10
}
