import type { InstrumentSpec } from '../native/binding.js'
import type { RunSeries } from './run-config.ts'

/** What the addon wants to know of an instrument. */
export function instrumentSpec({
  bars,
  priceDecimals,
  quantityDecimals,
  terms,
}: RunSeries): InstrumentSpec {
  const scales = { id: bars.instrument, priceDecimals, quantityDecimals }
  return terms === undefined ? scales : { ...scales, terms }
}
