import {
  openEventLog,
  verifyEventLog,
  type EventLogVerdict,
  type SavedEventLog,
} from '@neural-trader/backtesting'

import type { Action } from '../commands/handle.ts'
import { exitCode } from '../exit-code.ts'
import type { Output } from '../output/output.ts'
import { count } from './wording.ts'

/** The options of `neural-trader log verify`. */
export type VerifyLogOptions = { readonly log: string }

/** Says whether a log is whole and what it comes to, or where its first damage is. */
export const verifyLog: Action<VerifyLogOptions> = async ({ log }, output) => {
  const saved = await openEventLog(log)
  const verdict = await verifyEventLog(saved)
  const ok = verdict.damage === null
  if (output.json) {
    const { records, hash: stated } = saved
    output.printJson({ file: log, ok, records, stated, ...verdict })
  } else {
    print(saved, verdict, output)
  }
  return ok ? exitCode.ok : exitCode.failed
}

/** Where the first damage is and what it is. */
export function damageSentence(
  path: string,
  { record, offset, message }: NonNullable<EventLogVerdict['damage']>,
): string {
  return `${path} is damaged at record ${record}, byte ${offset} of the file: ${message}`
}

function print(
  saved: SavedEventLog,
  verdict: EventLogVerdict,
  { print: line, colors }: Output,
): void {
  if (verdict.damage !== null) {
    line(colors.red(damageSentence(saved.path, verdict.damage)))
    line('Before it:')
  } else {
    line(colors.green(`${saved.path} is whole: ${count(saved.records)} records`))
  }
  const rows: readonly (readonly [string, string])[] = [
    ['Hash', verdict.hash],
    ['Events', Object.entries(verdict.events).map(told).join(', ')],
    ['Cash', verdict.cash],
    ['Fees', verdict.fees],
    ['Open orders', count(verdict.openOrders)],
    ...Object.entries(verdict.positions).map(
      ([id, held]) => [`Position`, `${held} ${id}`] as const,
    ),
  ]
  for (const [name, value] of rows) line(`  ${name.padEnd(12)}  ${value}`)
}

function told([event, times]: readonly [string, number]): string {
  return `${event} ${count(times)}`
}
