import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type CorporateAction, NeuralTraderError } from '@neural-trader/core'
import { firstRecords } from '../csv/records.ts'
import { parseInstant } from '../instant.ts'
import { zonedToUtc } from '../time-zone.ts'
import { actionsFromFactors } from './actions-from-factors.ts'
import { checkActions } from './check-actions.ts'
import { readFactorFile } from './read-factor-file.ts'

/** How a file of corporate actions is read. */
export type ReadActionsOptions = {
  /** Whose actions they are where a row names no `instrument`. */
  readonly instrument?: string
  /** Where days begin, for times that are dates; an IANA zone, `America/New_York` unless given. */
  readonly timeZone?: string
}

/** A row as a file has it: texts, or values of JSON. */
type Row = Readonly<Record<string, unknown>>

type Place = { readonly path: string; readonly row: number }

/**
 * Reads corporate actions, by instrument, oldest first.
 *
 * - CSV has a header with `time`, `type` and whichever of `newShares`, `oldShares`, `amount`,
 *   `payment`, `from`, `to` and `instrument` its rows need; what does not apply stays empty.
 * - JSON is a list of objects with the same fields.
 * - A factor file of the LEAN layout, which has no header, is read as {@link actionsFromFactors}.
 *
 * A time is ISO 8601, in UTC unless it states an offset; a date is the start of that day in the zone.
 * A delisting without a payment pays the last price.
 *
 * @throws NeuralTraderError `FILE_NOT_READABLE`, `DATA_FORMAT` with the row (from 1) and column, the
 * codes of `adjustBars` for actions that contradict themselves; `INVALID_ARGUMENT` where a row names
 * no instrument and none is given.
 */
export async function readCorporateActions(
  location: string | URL,
  options: ReadActionsOptions = {},
): Promise<Readonly<Record<string, readonly CorporateAction[]>>> {
  const path = location instanceof URL ? fileURLToPath(location) : location
  const text = await readText(path)
  const { instrument, timeZone = 'America/New_York' } = options
  if (/^\s*\d{8},/.test(text)) {
    const actions = actionsFromFactors(await readFactorFile(path), { timeZone })
    return { [instrument ?? noInstrument({ path, row: 1 })]: actions }
  }
  const lists: Record<string, CorporateAction[]> = {}
  for (const [index, row] of rowsOf(text, path).entries()) {
    const place = { path, row: index + 1 }
    const id = textOf(row, 'instrument') ?? instrument ?? noInstrument(place)
    ;(lists[id] ??= []).push(actionOf(row, timeZone, place))
  }
  for (const actions of Object.values(lists)) {
    actions.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
    checkActions(actions)
  }
  return lists
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new NeuralTraderError(
      'FILE_NOT_READABLE',
      `${path} cannot be read (${reason}): check the path and its permissions`,
      { details: { path }, cause },
    )
  }
}

function rowsOf(text: string, path: string): readonly Row[] {
  if (!/^\s*[[{]/.test(text)) {
    const [header, ...records] = firstRecords(text, ',', Infinity)
    const names = header?.fields.map((name) => name.trim()) ?? []
    return records.map(({ fields }) =>
      Object.fromEntries(names.map((name, at) => [name, fields[at]?.trim()])),
    )
  }
  const parsed = parseJson(text, path)
  if (Array.isArray(parsed)) return parsed.map((row) => Object(row) as Row)
  throw new NeuralTraderError(
    'DATA_FORMAT',
    `${path} is no list: write [{"time": "2020-08-31", "type": "split", "newShares": 4, "oldShares": 1}]`,
    { details: { source: path } },
  )
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new NeuralTraderError('DATA_FORMAT', `${path} is not JSON: ${reason}`, {
      details: { source: path },
      cause,
    })
  }
}

function actionOf(row: Row, timeZone: string, place: Place): CorporateAction {
  const time = timeOf(row, timeZone, place)
  const number = (name: string): number => numberOf(row, name) ?? missing(row, name, place)
  const text = (name: string): string => textOf(row, name) ?? missing(row, name, place)
  switch (textOf(row, 'type')) {
    case 'split':
      return { type: 'split', time, newShares: number('newShares'), oldShares: number('oldShares') }
    case 'cash-dividend':
      return { type: 'cash-dividend', time, amount: number('amount') }
    case 'symbol-change':
      return { type: 'symbol-change', time, from: text('from'), to: text('to') }
    case 'delisting':
      return { type: 'delisting', time, payment: numberOf(row, 'payment') ?? null }
    default:
      return missing(row, 'type', place)
  }
}

function timeOf(row: Row, timeZone: string, place: Place): bigint {
  const text = textOf(row, 'time') ?? missing(row, 'time', place)
  const time = instantOf(text) ?? missing(row, 'time', place)
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text)
  return isDate ? zonedToUtc(BigInt64Array.of(time), timeZone).time[0]! : time
}

function instantOf(text: string): bigint | undefined {
  try {
    return parseInstant(text)
  } catch {
    return undefined
  }
}

/** A field that says something, as text. */
function textOf(row: Row, name: string): string | undefined {
  const value = row[name]
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A number, NaN where the text is none: the check that follows names it. */
function numberOf(row: Row, name: string): number | undefined {
  const text = textOf(row, name)
  return text === undefined ? undefined : Number(text)
}

const wanted: Readonly<Record<string, string>> = {
  time: 'a date such as 2020-08-31 or a time in ISO 8601',
  type: 'split, cash-dividend, symbol-change or delisting',
}

function missing(row: Row, name: string, { path, row: number }: Place): never {
  const value = textOf(row, name)
  const what = wanted[name] ?? `what a ${textOf(row, 'type')} needs`
  throw new NeuralTraderError(
    'DATA_FORMAT',
    `${path}, row ${number}: ${name} holds ${value === undefined ? 'nothing' : `'${value}'`}; give ${what}`,
    { details: { source: path, row: number, column: name, value: value ?? null } },
  )
}

function noInstrument({ path, row }: Place): never {
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `${path}, row ${row} names no instrument: add the column instrument, or run on one series`,
    { details: { source: path, row, column: 'instrument' } },
  )
}
