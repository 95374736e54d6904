import { type Html, markup, trusted } from '../html.ts'
import { colourOf, extent, shades, type GridValues } from './grid-values.ts'

/** A heat map. */
export type HeatMap = {
  readonly caption: string
  readonly grid: GridValues
  readonly format: (value: number) => string
  readonly height?: number
}

const width = 1000
/** Of more cells none says its value under the pointer. */
const mostTold = 4000

/** Values over two parameters as coloured cells, with a scale; a picture that needs no script. */
export function heatMap({ caption, grid, format, height = 380 }: HeatMap): Html {
  const { x, y, values } = grid
  const [columns, rows] = [x.values.length, y.values.length]
  const [cellWidth, cellHeight] = [width / columns, width / rows]
  const shade = shades(values)
  const told = values.length <= mostTold
  const cells = Array.from(values, (value, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)]
    if (Number.isNaN(shade[at])) return ''
    const place = `x="${(column * cellWidth).toFixed(2)}" y="${((rows - 1 - row) * cellHeight).toFixed(2)}" width="${(cellWidth + 0.3).toFixed(2)}" height="${(cellHeight + 0.3).toFixed(2)}"`
    const fill = `style="fill:${colourOf(shade[at] ?? 0)}"`
    const title = `${x.name} ${x.values[column]}, ${y.name} ${y.values[row]}: ${format(value)}`
    return told
      ? markup`<rect ${trusted(place)} ${trusted(fill)}><title>${title}</title></rect>`.html
      : `<rect ${place} ${fill}/>`
  })
  const [low, high] = extent(values)
  return markup`<figure class="panel figure">
    <div class="figure-title">${caption}${scale(format(low), format(high))}</div>
    <div class="plot heat" style="height:${height}px" role="img" aria-label="${caption}: from ${format(low)} to ${format(high)}">
      <svg viewBox="0 0 ${width} ${width}" preserveAspectRatio="none" aria-hidden="true">${trusted(cells.join(''))}</svg>
      ${labels(y.values).map(([value, place]) => markup`<span class="y" style="top:${((1 - place) * 100).toFixed(2)}%">${value}</span>`)}
      ${labels(x.values).map(([value, place]) => markup`<span class="x" style="left:calc((100% - var(--gutter)) * ${place.toFixed(4)})">${value}</span>`)}
    </div>
    <p class="note">Across: ${x.name}. Up: ${y.name}.</p>
  </figure>`
}

function scale(low: string, high: string): Html {
  const steps = Array.from(
    { length: 9 },
    (_, at) => markup`<i style="background:${colourOf(at / 8)}"></i>`,
  )
  return markup`<span class="scale">${low} ${steps} ${high}</span>`
}

/** At most ten of the values of an axis, with the place of their cell. */
function labels(values: readonly number[]): readonly (readonly [number, number])[] {
  const stride = Math.ceil(values.length / 10)
  return values.flatMap((value, at) =>
    at % stride === 0 ? [[value, (at + 0.5) / values.length] as const] : [],
  )
}
