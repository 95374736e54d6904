import { futureOfBars, type Future } from '@neural-trader/backtesting'
import { barColumns, type BarColumn, type Bars } from '@neural-trader/core'

/**
 * The text of a file of bars as it would be had the future been another: rows are left out, or the
 * cells that hold the columns of the bars are rewritten. Null where its rows are not those of the bars.
 */
export function textOfFuture(text: string, bars: Bars, future: Future): string | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const heading = lines.length - bars.time.length
  if (heading < 0 || heading > 1) return null
  const other = futureOfBars(bars, future)
  const delimiter = delimiterOf(lines[heading] ?? '')
  const rows = lines.slice(heading).map((line) => line.split(delimiter))
  const columns = columnsIn(rows, bars)
  const changed = rows.slice(0, other.time.length).map((cells, row) =>
    bars.time[row]! < future.time
      ? cells
      : cells.map((cell, at) => {
          const column = columns[at]
          return column === undefined ? cell : String(other[column][row])
        }),
  )
  const body = changed.map((cells) => cells.join(delimiter))
  return [...lines.slice(0, heading), ...body, ''].join('\n')
}

function delimiterOf(line: string): string {
  const count = (sign: string): number => line.split(sign).length
  return [',', ';', '\t', '|'].toSorted((one, other) => count(other) - count(one))[0] ?? ','
}

/** The column of the bars that each cell holds, by the numbers in it. */
function columnsIn(
  rows: readonly (readonly string[])[],
  bars: Bars,
): readonly (BarColumn | undefined)[] {
  const sample = rows.slice(0, 50)
  return (rows[0] ?? []).map((_, at) =>
    barColumns.find((column) =>
      sample.every((cells, row) => Number(cells[at]) === bars[column][row]),
    ),
  )
}
