import type { InstrumentSpec } from '../native/binding.js'
import type { RunSeries } from './run-config.ts'

/** What the addon wants to know of an instrument. */
export function instrumentSpec({
  bars,
  priceDecimals,
  quantityDecimals,
}: RunSeries): InstrumentSpec {
  return { id: bars.instrument, priceDecimals, quantityDecimals }
}
