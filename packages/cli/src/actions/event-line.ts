import type { LoggedEvent } from '@neural-trader/backtesting'
import { formatInstant } from '@neural-trader/market-data'

/** An event in one line: time, step, and what happened. */
export function eventLine({ time, step, text }: LoggedEvent): string {
  return `${(time === null ? '-' : formatInstant(time)).padEnd(timeWidth)}  ${String(step).padStart(stepWidth)}  ${text}`
}

/** What stands over such lines. */
export const eventHead: string = `${'Time (UTC)'.padEnd(24)}  ${'Step'.padStart(7)}  Event`

const timeWidth = 24
const stepWidth = 7

/** An event as plain data for JSON: what is absent is left out, money under its name. */
export function eventDocument({ record, time, money, ...rest }: LoggedEvent): object {
  const { reason, text, ...numbers } = rest
  const all = {
    record,
    time: time === null ? null : formatInstant(time),
    ...numbers,
    ...(money === null ? {} : { [money.name]: money.amount }),
    reason,
    text,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null))
}
