/**
 * The points of time at which a chart is drawn: every step, or, for a long run, the first, the last
 * and two for each bucket of `size` steps between them.
 */
export type ChartGrid = {
  /** Step of each point, ascending. */
  readonly steps: Int32Array
  /** Steps in a bucket; 1 where every step is drawn. */
  readonly size: number
}

/** The grid of a run of `length` steps in at most `maxPoints` points. */
export function chartGrid(length: number, maxPoints: number): ChartGrid {
  if (length <= maxPoints) return { steps: Int32Array.from({ length }, (_, step) => step), size: 1 }
  const size = Math.ceil((length - 2) / Math.floor((maxPoints - 2) / 2))
  const steps = [0]
  forEachBucket(length, size, (start, end) => {
    steps.push(start)
    if (end - start > 1) steps.push(start + ((end - start) >>> 1))
  })
  steps.push(length - 1)
  return { steps: Int32Array.from(steps), size }
}

/**
 * A column of the run on a grid. Each bucket shows its lowest and its highest value in the order in
 * which they came, so no extreme is lost; the first and the last value stay where they are. NaN is
 * left out, and stands only for a bucket that holds nothing else.
 */
export function onGrid(column: Float64Array, { steps, size }: ChartGrid): Float64Array {
  if (size === 1) return column
  const points = new Float64Array(steps.length)
  points[0] = column[0] ?? Number.NaN
  let point = 1
  forEachBucket(column.length, size, (start, end) => {
    const [first, second] = extremes(column, start, end)
    points[point] = first
    if (end - start > 1) points[point + 1] = second
    point += end - start > 1 ? 2 : 1
  })
  points[point] = column[column.length - 1] ?? Number.NaN
  return points
}

function forEachBucket(
  length: number,
  size: number,
  visit: (start: number, end: number) => void,
): void {
  for (let start = 1; start < length - 1; start += size) {
    visit(start, Math.min(start + size, length - 1))
  }
}

function extremes(column: Float64Array, start: number, end: number): [number, number] {
  let lowest = start
  let highest = start
  for (let step = start; step < end; step += 1) {
    const value = column[step] ?? Number.NaN
    if (!(value >= (column[lowest] ?? 0))) lowest = Number.isNaN(value) ? lowest : step
    if (!(value <= (column[highest] ?? 0))) highest = Number.isNaN(value) ? highest : step
  }
  const first = column[Math.min(lowest, highest)] ?? Number.NaN
  return [first, column[Math.max(lowest, highest)] ?? Number.NaN]
}
