import {
  diffEventLogs,
  openEventLog,
  type EventLogDifference,
  type LoggedEvent,
  type SavedEventLog,
} from '@neural-trader/backtesting'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import type { Output } from '../output/output.ts'
import { asNeuralTraderError, printError } from '../output/print-error.ts'
import { eventDocument, eventLine } from './event-line.ts'
import { count } from './wording.ts'

/** The options of `neural-trader log diff`. */
export type DiffLogsOptions = {
  readonly log: string
  readonly other: string
  readonly limit: number
}

/** Exit codes of `diff`, which scripts know. */
const diffCode = { same: exitCode.ok, different: exitCode.failed, trouble: exitCode.usage } as const

/** Says whether two logs are the same, where they part, and what only one of them has. */
export const diffLogs: Action<DiffLogsOptions> = async ({ log, other, limit }, output) => {
  try {
    const [a, b] = [await openEventLog(log), await openEventLog(other)]
    const difference = diffEventLogs(a, b)
    if (output.json) output.printJson(documentOf(a, b, difference))
    else print({ a, b, difference, limit }, output)
    return difference.same ? diffCode.same : diffCode.different
  } catch (error) {
    printError(asNeuralTraderError(error), { json: output.json, color: output.terminal.color })
    return diffCode.trouble
  }
}

function documentOf(a: SavedEventLog, b: SavedEventLog, difference: EventLogDifference): object {
  const { same, first, onlyInA, onlyInB } = difference
  const told = (event: LoggedEvent | null): object | null =>
    event === null ? null : eventDocument(event)
  return {
    same,
    a: { file: a.path, hash: a.hash, records: a.records },
    b: { file: b.path, hash: b.hash, records: b.records },
    first: first === null ? null : { record: first.record, a: told(first.a), b: told(first.b) },
    onlyInA: onlyInA.map(eventDocument),
    onlyInB: onlyInB.map(eventDocument),
  }
}

type Compared = {
  readonly a: SavedEventLog
  readonly b: SavedEventLog
  readonly difference: EventLogDifference
  readonly limit: number
}

function print({ a, b, difference, limit }: Compared, { print: line, colors }: Output): void {
  line(`A  ${a.path}: ${count(a.records)} records, hash ${a.hash}`)
  line(`B  ${b.path}: ${count(b.records)} records, hash ${b.hash}`)
  const { same, first, onlyInA, onlyInB } = difference
  line(same ? colors.green('The logs are the same.') : colors.red('The logs differ.'))
  if (first !== null) {
    line(`\nFirst at record ${first.record}:`)
    line(`A  ${first.a === null ? 'has ended' : eventLine(first.a)}`)
    line(`B  ${first.b === null ? 'has ended' : eventLine(first.b)}`)
  }
  for (const [name, events] of [
    ['A', onlyInA],
    ['B', onlyInB],
  ] as const) {
    if (events.length > 0) list(name, { events, limit }, line)
  }
}

function list(
  name: string,
  { events, limit }: { readonly events: readonly LoggedEvent[]; readonly limit: number },
  line: (text: string) => void,
): void {
  const orders = new Set(events.map(({ order }) => order).filter((order) => order !== null))
  line(`\nOnly in ${name}: ${count(events.length)} events of ${count(orders.size)} orders`)
  for (const event of events.slice(0, limit)) line(`${name}  ${eventLine(event)}`)
  const left = events.length - limit
  if (left > 0) line(`   and ${count(left)} more (--limit ${events.length} lists all)`)
}
