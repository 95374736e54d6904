import { stripVTControlCharacters } from 'node:util'

import Table from 'cli-table3'

import type { Output } from './output.ts'

const gap = '  '
const narrowest = 20

/** Columns with a dim heading and no lines; on a terminal the last one is wrapped to its width. */
export function formatTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { terminal, colors }: Output,
): string {
  const table = new Table({
    head: head.map((title) => colors.dim(title)),
    chars: borderless,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    wordWrap: true,
    ...(terminal.isInteractive ? { colWidths: columnWidths([head, ...rows], terminal.width) } : {}),
  })
  table.push(...rows.map((row) => [...row]))
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

/** The widest cell of each column; the last gets what is left of the terminal. */
function columnWidths(rows: readonly (readonly string[])[], width: number): number[] {
  const natural = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => stripVTControlCharacters(row[column] ?? '').length)),
  )
  const before = natural.slice(0, -1).reduce((sum, each) => sum + each + gap.length, 0)
  const last = Math.max(narrowest, Math.min(natural.at(-1) ?? 0, width - before))
  return [...natural.slice(0, -1), last]
}

const borderless = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: gap,
}
