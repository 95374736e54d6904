import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Market data in the LEAN layout. */
export const leanFolder: string = resolve(
  root,
  process.env['NT_ORACLES'] ?? '../shared/oracles',
  'lean',
)

/** Why the suites on this data cannot run; null when they can. */
export const leanAbsent: string | null = existsSync(leanFolder)
  ? null
  : `no LEAN data in ${leanFolder}: set NT_ORACLES to the folder that holds lean/`

/** A factor of a day as the text of a file has it. */
export type DayFactors = { readonly price: number; readonly split: number }

/** A plain reader of factor files: the first row whose date is not before the day. */
export function factorsOfDays(ticker: string): (date: string) => DayFactors {
  const path = resolve(leanFolder, `equity/usa/factor_files/${ticker}.csv`)
  const lines = readFileSync(path, 'utf8').split('\n')
  const known = new Map<string, DayFactors>()
  return (date) => {
    const found = known.get(date)
    if (found !== undefined) return found
    const cells = lines.find((line) => line.slice(0, 8) >= date)!.split(',')
    const factors = { price: Number(cells[1]), split: Number(cells[2]) }
    known.set(date, factors)
    return factors
  }
}
