import {
  eventKinds,
  eventsOf,
  openEventLog,
  verifyEventLog,
  type EventFilter,
  type LoggedEvent,
  type SavedEventLog,
} from '@neural-trader/backtesting'
import { NeuralTraderError } from '@neural-trader/core'
import { parseInstant } from '@neural-trader/market-data'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import type { Output } from '../output/output.ts'
import { printError } from '../output/print-error.ts'
import { suggestNearest } from '../suggest-nearest.ts'
import { eventDocument, eventHead, eventLine } from './event-line.ts'
import { damageSentence } from './verify-log.ts'

/** The options of `neural-trader log show`. */
export type ShowLogOptions = {
  readonly log: string
  readonly order?: number
  readonly kind?: readonly string[]
  readonly from?: string
  readonly to?: string
  readonly limit?: number
}

/** Prints the events of a log; of a damaged one what can be read, and then where the damage is. */
export const showLog: Action<ShowLogOptions> = async (options, output) => {
  const filter = filterOf(options)
  const limit = wholeNumber('--limit', options.limit) ?? Infinity
  const saved = await openEventLog(options.log)
  print(saved, { filter, limit }, output)
  const { damage } = await verifyEventLog(saved)
  if (damage === null) return exitCode.ok
  printError(new NeuralTraderError('LOG_CORRUPT', damageSentence(options.log, damage)), {
    json: output.json,
    color: output.terminal.color,
  })
  return exitCode.failed
}

type Selection = { readonly filter: EventFilter; readonly limit: number }

function print(saved: SavedEventLog, { filter, limit }: Selection, output: Output): void {
  const write = output.json ? jsonLines(output) : plainLines(output)
  let printed = 0
  for (const event of eventsOf(saved, filter)) {
    if (printed === limit || output.signal.aborted) break
    write.event(event, printed++)
  }
  write.end(printed)
}

type Writer = {
  event(event: LoggedEvent, row: number): void
  end(printed: number): void
}

function plainLines(output: Output): Writer {
  return {
    event(event, row) {
      if (row === 0) output.print(output.colors.dim(eventHead))
      output.print(eventLine(event))
    },
    end(printed) {
      if (printed === 0) output.print('No such events.')
    },
  }
}

/** One array, one event a line, written as it is read. */
function jsonLines(output: Output): Writer {
  let pending = '['
  return {
    event(event, row) {
      output.print(row === 0 ? pending : `${pending},`)
      pending = JSON.stringify(eventDocument(event))
    },
    end(printed) {
      output.print(printed === 0 ? '[]' : `${pending}\n]`)
    },
  }
}

function filterOf({ order, kind, from, to }: ShowLogOptions): EventFilter {
  const number = wholeNumber('--order', order)
  return {
    ...(number === undefined ? {} : { order: number }),
    ...(kind === undefined ? {} : { kinds: new Set(kind.map(kindOf)) }),
    ...(from === undefined ? {} : { from: parseInstant(from) }),
    ...(to === undefined ? {} : { to: parseInstant(to, 'end') }),
  }
}

/** A kind by its name, singular or plural. */
function kindOf(given: string): string {
  const kinds = eventKinds()
  const found = kinds.find((kind) => [kind, plural(kind)].includes(given))
  if (found !== undefined) return found
  const plurals = kinds.map(plural)
  const error = new NeuralTraderError(
    'INVALID_ARGUMENT',
    `There is no kind of event "${given}": give one of ${plurals.join(', ')}`,
    { details: { kind: given } },
  )
  throw suggestNearest(error, given, plurals)
}

function plural(kind: string): string {
  if (kind.endsWith('s')) return kind
  return kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`
}

function wholeNumber(option: string, value: number | undefined): number | undefined {
  if (value === undefined || (Number.isInteger(value) && value > 0)) return value
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `${option} is ${value}: give a whole number from 1`,
    {
      details: { option, value },
    },
  )
}
