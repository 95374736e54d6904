/** A plot as rows of characters, with the values at its top and bottom edge. */
export type Plot = {
  readonly rows: readonly string[]
  readonly highest: number
  readonly lowest: number
}

/** Size of a plot in characters, and its alphabet: Braille dots, or ASCII. */
export type PlotSize = {
  readonly columns: number
  readonly rows: number
  readonly unicode: boolean
}

/**
 * Draws a column of numbers as a line that keeps every high and low: each column of dots spans the
 * values that fall into it and the last one before. Values that are not finite are left out.
 */
export function plotColumn(values: Float64Array, { columns, rows, unicode }: PlotSize): Plot {
  const cell = unicode ? braille : halves
  const width = columns * cell.across
  const height = rows * cell.down
  const [lowest, highest] = rangeOf(values, 0, values.length)
  const dots = new Uint8Array(width * height)
  const rowOf = (value: number): number =>
    highest > lowest
      ? Math.round(((highest - value) / (highest - lowest)) * (height - 1))
      : Math.floor(height / 2)
  for (let x = 0; x < width; x += 1) {
    const [low, high] = rangeAt(values, x, width)
    if (low > high) continue
    for (let y = rowOf(high); y <= rowOf(low); y += 1) dots[y * width + x] = 1
  }
  const lines = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => cell.draw(dots, { row, column, width })).join(
      '',
    ),
  )
  return { rows: lines, highest, lowest }
}

type Place = { readonly row: number; readonly column: number; readonly width: number }

type Cell = {
  readonly across: number
  readonly down: number
  draw(dots: Uint8Array, place: Place): string
}

// The order of Unicode's Braille patterns: dots 1 to 6 by column, then 7 and 8 at the bottom.
const brailleBits = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const

const braille: Cell = {
  across: 2,
  down: 4,
  draw(dots, { row, column, width }) {
    let pattern = 0
    brailleBits.forEach((bits, y) => {
      bits.forEach((bit, x) => {
        if (dots[(row * 4 + y) * width + column * 2 + x] === 1) pattern |= bit
      })
    })
    return pattern === 0 ? ' ' : String.fromCodePoint(0x2800 + pattern)
  },
}

const halves: Cell = {
  across: 1,
  down: 2,
  draw(dots, { row, column, width }) {
    const upper = dots[row * 2 * width + column] === 1
    const lower = dots[(row * 2 + 1) * width + column] === 1
    return upper ? (lower ? '|' : "'") : lower ? '.' : ' '
  },
}

function rangeAt(values: Float64Array, x: number, width: number): [number, number] {
  const start = Math.floor((x * values.length) / width)
  const end = Math.max(start + 1, Math.floor(((x + 1) * values.length) / width))
  return rangeOf(values, Math.max(0, start - 1), end)
}

/** Lowest and highest finite value of a stretch; infinite the wrong way round where there is none. */
function rangeOf(values: Float64Array, start: number, end: number): [number, number] {
  let lowest = Infinity
  let highest = -Infinity
  for (let at = start; at < end; at += 1) {
    const value = values[at] ?? Number.NaN
    if (!Number.isFinite(value)) continue
    if (value < lowest) lowest = value
    if (value > highest) highest = value
  }
  return [lowest, highest]
}
