import { NeuralTraderError } from '@neural-trader/core'
import { calendars, type CalendarId } from '@neural-trader/market-data/calendar'

/** Calendars of venues that have none of their own name, by ISO 10383 code where there is one. */
const shared: Readonly<Record<string, CalendarId>> = {
  ARCX: 'XNYS',
  BATS: 'XNYS',
  IEXG: 'XNYS',
  XASE: 'XNYS',
  XNCM: 'XNAS',
  XNGS: 'XNAS',
  XNMS: 'XNAS',
  GLBX: 'CMES',
  XCME: 'CMES',
  BINANCE: '24/7',
  BITSTAMP: '24/7',
  COINBASE: '24/7',
  KRAKEN: '24/7',
}

/**
 * The calendar of the venue in an instrument's id, `AAPL.XNAS`.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` where none is known.
 */
export function venueCalendar(instrument: string): CalendarId {
  const venue = instrument.slice(instrument.lastIndexOf('.') + 1)
  const known = calendars().find((id) => id === venue) ?? shared[venue]
  if (known !== undefined) return known
  throw new NeuralTraderError(
    'INVALID_ARGUMENT',
    `No calendar is known for the venue ${venue} of ${instrument}: name one for it, or 'none'`,
    { details: { field: 'calendar', instrument, venue } },
  )
}
