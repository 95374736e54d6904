import { fileURLToPath } from 'node:url'

/** A place in a file of the user's; line and column count from 1. */
export type CallSite = {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Who called a function; the place is worked out when it is asked for. */
export type Caller = () => CallSite | null

type Function = (...args: never[]) => unknown

/**
 * Remembers who called a function, at the price of a microsecond or two: one frame is captured, and
 * its text is made by the first question for it.
 */
export function callerOf(callee: Function): Caller {
  const holder: { stack?: string } = {}
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 1
  Error.captureStackTrace(holder, callee)
  Error.stackTraceLimit = limit
  return () => firstPlace(holder.stack ?? '')
}

/** The first place that a stack names in a file, without what a reloaded module carries behind it. */
export function firstPlace(stack: string): CallSite | null {
  for (const line of stack.split('\n')) {
    const [, place = '', row = '', column = ''] = /\(?([^\s()]+):(\d+):(\d+)\)?$/.exec(line) ?? []
    if (place === '' || place.startsWith('node:')) continue
    return { file: pathOf(place), line: Number(row), column: Number(column) }
  }
  return null
}

function pathOf(place: string): string {
  return place.startsWith('file:') ? fileURLToPath(place.replace(/[?#].*$/, '')) : place
}
