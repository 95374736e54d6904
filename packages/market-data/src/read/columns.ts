import { type BarColumn, NeuralTraderError } from '@neural-trader/core'
import type { StampMeaning } from '../raw-bars.ts'

/** A column that bars are read from. */
export type BarField = BarColumn | 'time' | 'adjusted'

/**
 * Which column of a file holds what: its name (case, blanks and punctuation do not matter) or its
 * position from 0. `adjusted` is the adjusted close.
 */
export type ColumnMapping = Readonly<Partial<Record<BarField, string | number>>>

/** Positions of the columns in a file. */
export type ColumnPositions = Readonly<Record<Exclude<BarColumn, 'volume'>, number>> & {
  /** One column, or a date and a time of day. */
  readonly time: readonly number[]
  readonly volume: number | null
  readonly adjusted: number | null
  readonly stamps: StampMeaning | null
}

/** Names by which each column is known, in order of preference; `` is a header left empty. */
const aliases: Readonly<Record<BarField, readonly string[]>> = {
  time: [
    'closetime',
    'opentime',
    'datetime',
    'timestamp',
    'date',
    'time',
    't',
    'ts',
    'gmttime',
    'localtime',
    'unix',
    'unixtime',
    'day',
    'index',
    '',
  ],
  open: ['open', 'o', 'openprice', 'first'],
  high: ['high', 'h', 'highprice', 'max'],
  low: ['low', 'l', 'lowprice', 'min'],
  close: ['close', 'c', 'closeprice', 'last', 'price'],
  volume: ['volume', 'v', 'vol', 'basevolume', 'tickvolume', 'tickvol'],
  adjusted: ['adjclose', 'adjustedclose', 'closeadj'],
}

/**
 * Finds the columns of bars by name.
 *
 * @throws NeuralTraderError `DATA_MISSING_COLUMN` when one that is needed is not there.
 */
export function findColumns(
  path: string,
  names: readonly string[],
  mapping: ColumnMapping = {},
): ColumnPositions {
  const keys = names.map(normalise)
  const find = (field: BarField): number | null =>
    position(path, names, keys, mapping[field], field)
  const need = (field: BarField): number => find(field) ?? missing(path, names, field)
  const time = dateAndTime(keys, mapping) ?? [need('time')]
  const key = keys[time[0]!]
  return {
    time,
    open: need('open'),
    high: need('high'),
    low: need('low'),
    close: need('close'),
    volume: find('volume'),
    adjusted: find('adjusted'),
    stamps: key === 'opentime' ? 'open' : key === 'closetime' ? 'close' : null,
  }
}

/** Whether each of the four prices and the time can be found under these names. */
export function hasBarColumns(names: readonly string[]): boolean {
  const keys = new Set(names.map(normalise))
  const fields: readonly BarField[] = ['time', 'open', 'high', 'low', 'close']
  return fields.every((field) => aliases[field].some((alias) => keys.has(alias)))
}

function normalise(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function position(
  path: string,
  names: readonly string[],
  keys: readonly string[],
  wanted: string | number | undefined,
  field: BarField,
): number | null {
  if (typeof wanted === 'number')
    return wanted in names ? wanted : missing(path, names, field, wanted)
  if (wanted !== undefined) {
    const exact = names.indexOf(wanted)
    const found = exact >= 0 ? exact : keys.indexOf(normalise(wanted))
    return found >= 0 ? found : missing(path, names, field, wanted)
  }
  for (const alias of aliases[field]) {
    const found = keys.indexOf(alias)
    if (found >= 0) return found
  }
  return null
}

/** Date and time of day in two columns, as MetaTrader and others write them. */
function dateAndTime(keys: readonly string[], mapping: ColumnMapping): readonly number[] | null {
  const date = keys.indexOf('date')
  const time = keys.indexOf('time')
  return mapping.time === undefined && date >= 0 && time >= 0 ? [date, time] : null
}

function missing(
  path: string,
  names: readonly string[],
  field: BarField,
  wanted?: string | number,
): never {
  const shown = names
    .slice(0, 12)
    .map((name) => `'${name}'`)
    .join(', ')
  const more = names.length > 12 ? ` and ${names.length - 12} more` : ''
  const what =
    wanted === undefined ? `no column for ${field}` : `no column ${quote(wanted)} (for ${field})`
  throw new NeuralTraderError(
    'DATA_MISSING_COLUMN',
    `${path} has ${what}; it has ${shown}${more}: name it through \`columns\`, for example { ${field}: ${quote(names[0] ?? 0)} }`,
    { details: { path, column: field } },
  )
}

function quote(name: string | number): string {
  return typeof name === 'number' ? String(name) : `'${name}'`
}
