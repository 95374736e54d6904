import type { Result } from './measure.ts'

/** The results as lines of aligned columns. */
export function table(results: readonly Result[]): string {
  const rows = [['name', 'value', 'unit', 'peer', 'ratio'], ...results.map(row)]
  const widths = rows[0]!.map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]!.length)),
  )
  return rows.map((cells) => line(cells, widths)).join('\n')
}

function row({ name, value, unit, peer, ratio }: Result): string[] {
  const rival = peer === undefined ? '' : `${peer.name} ${peer.version}: ${number(peer.value)}`
  return [name, number(value), unit, rival, ratio === undefined ? '' : `${number(ratio)}x`]
}

function line(cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.map((cell, column) =>
    column === 1 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
  )
  return padded.join('  ').trimEnd()
}

function number(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: 4 })
}
