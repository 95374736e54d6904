import { parseTimeframe, type ReadBarsOptions } from '@neural-trader/market-data'

/** How a file of bars is read, as options of the command. */
export type ReadingOptions = Omit<ReadBarsOptions, 'timeframe' | 'columns'> & {
  readonly barLength?: string
  readonly column?: Readonly<Record<string, string>>
}

/** How a file of bars is read, as `readBars` takes it; only what was given. */
export function readingRules(options: ReadingOptions): ReadBarsOptions {
  const { barLength, column } = options
  const given = Object.entries(options).filter(([name]) =>
    (fields as readonly string[]).includes(name),
  )
  return {
    ...Object.fromEntries(given),
    ...(barLength === undefined ? {} : { timeframe: parseTimeframe(barLength) }),
    ...(column === undefined ? {} : { columns: namesOrPositions(column) }),
  }
}

const fields = [
  'instrument',
  'timestamp',
  'timestampFormat',
  'timeZone',
  'delimiter',
  'decimal',
  'adjusted',
] as const satisfies readonly (keyof ReadBarsOptions)[]

function namesOrPositions(
  column: Readonly<Record<string, string>>,
): Record<string, string | number> {
  const entries = Object.entries(column)
  return Object.fromEntries(
    entries.map(([field, at]) => [field, /^\d+$/.test(at) ? Number(at) : at]),
  )
}
