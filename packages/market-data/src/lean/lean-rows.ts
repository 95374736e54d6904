import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { NeuralTraderError } from '@neural-trader/core'
import { parseInstant } from '../instant.ts'
import { noTime, notANumber } from '../raw-bars.ts'
import { leanMarkets, type ReadLeanOptions } from './options.ts'
import { readZippedText } from './read-zip.ts'

/** Cells of the rows of one series. */
export type LeanRows = {
  /** The file, or the folder of the files. */
  readonly path: string
  /** Start of each bar on the clock of its zone, read as if it were UTC. */
  readonly local: BigInt64Array
  /** The cells of each row without the time. */
  readonly cells: readonly (readonly string[])[]
}

type Row = { readonly local: bigint; readonly cells: readonly string[] }

/** Regular hours of US equities on the clock of New York, as nanoseconds of the day. */
const opens = 34_200_000_000_000n
const closes = 57_600_000_000_000n

/**
 * Reads the rows of a series: one file, or for minutes one file a day in order of their dates.
 *
 * @throws NeuralTraderError `FILE_NOT_READABLE`, `DATA_FORMAT` or `DATA_EMPTY`.
 */
export async function readLeanRows(
  options: ReadLeanOptions,
  kind: 'trade' | 'quote',
): Promise<LeanRows> {
  const path = locate(options)
  const rows: Row[] =
    options.resolution === 'minute'
      ? await readDays(path, options, kind)
      : parse(await readZippedText(path), dateAndTime)
  if (rows.length === 0)
    throw new NeuralTraderError('DATA_EMPTY', `${path} has no rows: choose another series`, {
      details: { path },
    })
  return {
    path,
    local: BigInt64Array.from(rows, ({ local }) => local),
    cells: rows.map(({ cells }) => cells),
  }
}

function locate({
  folder,
  ticker,
  resolution,
  securityType = 'equity',
  market,
}: ReadLeanOptions): string {
  const name = ticker.toLowerCase()
  const place = market?.toLowerCase() ?? leanMarkets[securityType].market
  return join(
    folder,
    securityType,
    place,
    resolution,
    resolution === 'minute' ? name : `${name}.zip`,
  )
}

async function readDays(
  path: string,
  { securityType = 'equity', hours = 'regular' }: ReadLeanOptions,
  kind: 'trade' | 'quote',
): Promise<Row[]> {
  const filtered = securityType === 'equity' && hours === 'regular'
  const days: Row[][] = []
  for (const name of await listDays(path, kind)) {
    const rows = parse(await readZippedText(join(path, name)), millisecondsOf(name))
    days.push(filtered ? rows.filter(({ local }) => isRegular(local)) : rows)
  }
  return days.flat()
}

async function listDays(path: string, kind: 'trade' | 'quote'): Promise<string[]> {
  try {
    return (await readdir(path))
      .filter((name) => new RegExp(`^\\d{8}_${kind}\\.zip$`).test(name))
      .toSorted()
  } catch (cause) {
    throw new NeuralTraderError(
      'FILE_NOT_READABLE',
      `${path} cannot be read: check the folder, the ticker and the resolution`,
      { details: { path }, cause },
    )
  }
}

function isRegular(local: bigint): boolean {
  const time = local % 86_400_000_000_000n
  return time >= opens && time < closes
}

function parse(text: string, timeOf: (cell: string) => bigint): Row[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => {
      const [time = '', ...cells] = line.split(',')
      return { local: timeOf(time), cells }
    })
}

/** `YYYYMMDD HH:MM`. */
function dateAndTime(cell: string): bigint {
  const [, year, month, day, time] = /^(\d{4})(\d{2})(\d{2}) (\d{2}:\d{2})$/.exec(cell) ?? []
  const milliseconds = Date.parse(`${year}-${month}-${day}T${time}Z`)
  return Number.isNaN(milliseconds) ? noTime : BigInt(milliseconds) * 1_000_000n
}

/** Milliseconds since the midnight of the file's date. */
function millisecondsOf(name: string): (cell: string) => bigint {
  const day = parseInstant(`${name.slice(0, 4)}-${name.slice(4, 6)}-${name.slice(6, 8)}`)
  return (cell) => (/^\d{1,8}$/.test(cell) ? day + BigInt(cell) * 1_000_000n : noTime)
}

/** A column of numbers; an empty cell is NaN, a text that is no number is marked as such. */
export function leanColumn({ cells }: LeanRows, index: number, scale: number): Float64Array {
  return Float64Array.from(cells, (row) => {
    const cell = row[index]?.trim() ?? ''
    const value = cell === '' ? Number.NaN : Number(cell)
    if (cell !== '' && Number.isNaN(value)) return notANumber
    return value / scale
  })
}
