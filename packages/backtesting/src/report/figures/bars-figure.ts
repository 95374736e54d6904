import { type Html, markup, trusted } from '../html.ts'
import { numberTicks } from './ticks.ts'

/** Bars side by side, a group a label. */
export type BarsFigure = {
  readonly caption: string
  readonly labels: readonly string[]
  /** A value a label each; NaN is no bar. */
  readonly bars: readonly {
    readonly name: string
    readonly values: readonly number[]
    readonly tone: number
  }[]
  readonly format: (value: number) => string
  readonly height?: number
  /** Names stand under the bars, or at the edges between them. */
  readonly labelled?: 'bars' | 'edges'
}

const width = 1000

/** Bars from 0 as a picture that needs no script; it stretches with the page as `lineFigure` does. */
export function barsFigure({
  caption,
  labels,
  bars,
  format,
  height = 220,
  labelled = 'bars',
}: BarsFigure): Html {
  const known = bars.flatMap(({ values }) => values).filter(Number.isFinite)
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)]
  const span = (high - low) * 1.08 || 1
  const down = (value: number): number =>
    Math.round(((high + span * 0.04 - value) / span) * 10_000) / 10
  const slot = width / labels.length
  const each = (slot * 0.78) / bars.length
  const shapes = bars.flatMap(({ values, tone }, series) =>
    values.map((value, at) => {
      if (!Number.isFinite(value)) return ''
      const [left, top] = [at * slot + slot * 0.11 + series * each, Math.min(down(value), down(0))]
      const size = Math.abs(down(value) - down(0)).toFixed(1)
      return `<rect class="t${tone}" x="${left.toFixed(1)}" y="${top}" width="${each.toFixed(1)}" height="${size}"/>`
    }),
  )
  const stride = Math.ceil(labels.length / 6)
  const shift = labelled === 'bars' ? 0.5 : 0
  return markup`<figure class="panel figure">
    <div class="figure-title">${caption}${bars.length > 1 && markup`<span class="series">${bars.map(({ name, tone }) => markup`<span><i class="t${tone}"></i>${name}</span> `)}</span>`}</div>
    <div class="plot" style="height:${height}px" role="img" aria-label="${caption}">
      <svg viewBox="0 0 ${width} ${width}" preserveAspectRatio="none" aria-hidden="true">
        ${numberTicks(low, high, 4).map((value) => trusted(`<path class="grid" d="M0 ${down(value)}H${width}"/>`))}
        ${trusted(shapes.join(''))}
      </svg>
      ${numberTicks(low, high, 4).map((value) => markup`<span class="y" style="top:${down(value) / 10}%">${format(value)}</span>`)}
      ${labels.map((label, at) => at % stride === 0 && markup`<span class="x" style="left:calc((100% - var(--gutter)) * ${((at + shift) / labels.length).toFixed(4)})">${label}</span>`)}
    </div>
  </figure>`
}
