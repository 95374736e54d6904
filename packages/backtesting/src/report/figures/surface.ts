import { type Html, markup, trusted } from '../html.ts'
import { colourOf, extent, shades, type GridValues } from './grid-values.ts'

/** A surface over two parameters. */
export type Surface = {
  readonly caption: string
  readonly grid: GridValues
  readonly format: (value: number) => string
}

const [width, height] = [900, 560]
/** Of more values an axis, every so many is drawn. */
const most = 48

/** Values over two parameters as a surface seen from above and before; a picture that needs no script. */
export function surface({ caption, grid, format }: Surface): Html {
  const { x, y, values } = grid
  const shade = shades(values)
  const [columns, rows] = [places(x.values.length), places(y.values.length)]
  const value = (column: number, row: number): number =>
    shade[row * x.values.length + column] ?? Number.NaN
  const at = (column: number, row: number): readonly [number, number] => {
    const [across, back] = [
      column / Math.max(1, x.values.length - 1),
      row / Math.max(1, y.values.length - 1),
    ]
    return projected(across, back, value(column, row))
  }
  // From the back to the front, so that what is near covers what is far.
  const patches = rows
    .slice(0, -1)
    .toReversed()
    .flatMap((row, turn) => {
      const next = rows[rows.length - 1 - turn] ?? row
      return columns.slice(0, -1).map((column, index) => {
        const right = columns[index + 1] ?? column
        const corners = [
          [column, row],
          [right, row],
          [right, next],
          [column, next],
        ] as const
        const mean = corners.reduce((sum, [c, r]) => sum + value(c, r), 0) / 4
        if (Number.isNaN(mean)) return ''
        const points = corners
          .map(([c, r]) =>
            at(c, r)
              .map((each) => each.toFixed(1))
              .join(','),
          )
          .join(' ')
        return `<polygon points="${points}" style="fill:${colourOf(mean)}"/>`
      })
    })
  const [low, high] = extent(values)
  return markup`<figure class="panel figure">
    <div class="figure-title">${caption}</div>
    <svg class="surface" viewBox="0 0 ${width} ${height}" role="img" aria-label="${caption}: from ${format(low)} to ${format(high)}">
      ${trusted(floor())}${trusted(patches.join(''))}
      ${name(`${x.name} ${x.values[0]} to ${x.values.at(-1)}`, projected(0.5, -0.09, 0))}
      ${name(`${y.name} ${y.values[0]} to ${y.values.at(-1)}`, projected(1.2, 0.5, 0))}
      ${name(format(high), projected(-0.05, 0, 1))}${name(format(low), projected(-0.05, 0, 0.06))}
    </svg>
  </figure>`
}

function places(count: number): readonly number[] {
  const stride = Math.ceil(count / most)
  const all = Array.from({ length: Math.ceil(count / stride) }, (_, at) => at * stride)
  return all.at(-1) === count - 1 ? all : [...all, count - 1]
}

/** Across, to the back and up, each from 0 to 1, on the picture. */
function projected(across: number, back: number, up: number): readonly [number, number] {
  return [70 + across * 520 + back * 250, 500 - back * 210 + across * 20 - up * 230]
}

function floor(): string {
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ] as const
  const points = corners.map(([across, back]) =>
    projected(across, back, 0)
      .map((each) => each.toFixed(1))
      .join(','),
  )
  return `<polygon class="floor" points="${points.join(' ')}"/>`
}

function name(text: string, [x, y]: readonly [number, number]): Html {
  return markup`<text x="${x.toFixed(0)}" y="${y.toFixed(0)}">${text}</text>`
}
