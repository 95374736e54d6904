import type { InstrumentSpec, SessionSpec } from '../native/binding.js'
import type { RunSeries, RunSessions } from './run-config.ts'

/** What the addon wants to know of an instrument. */
export function instrumentSpec(series: RunSeries): InstrumentSpec {
  const { bars, priceDecimals, quantityDecimals, sessions, terms } = series
  return {
    id: bars.instrument,
    priceDecimals,
    quantityDecimals,
    ...(sessions === undefined ? {} : { sessions: sessionSpec(sessions) }),
    ...(terms === undefined ? {} : { terms }),
  }
}

function sessionSpec(sessions: RunSessions | 'unknown'): SessionSpec {
  if (sessions !== 'unknown') return { known: true, ...sessions }
  const none = new BigInt64Array()
  return {
    known: false,
    open: none,
    close: none,
    openEntry: none,
    openChange: none,
    closeEntry: none,
    closeChange: none,
    barLength: 1,
    extendedHours: false,
  }
}
