import type { InstrumentSpec, SessionSpec } from '../native/binding.js'
import type { RunSeries, RunSessions } from './run-config.ts'
import type { TickInstrument } from './tick-replay.ts'

/** What the addon wants to know of an instrument. */
export function instrumentSpec({ bars, ...known }: RunSeries): InstrumentSpec {
  return tickSpec({ id: bars.instrument, ...known })
}

/** The same of what is traded over ticks. */
export function tickSpec(instrument: TickInstrument): InstrumentSpec {
  const { id, priceDecimals, quantityDecimals, sessions, terms } = instrument
  return {
    id,
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
