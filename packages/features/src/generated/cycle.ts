// Written by `npm run features` from the registry of crates/nt-indicators.
import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'
import { type BarOutput, StreamingIndicator } from '../streaming-indicator.ts'

const htDcperiodShape = { name: 'ht-dcperiod', inputs: ['value'], outputs: ['value'] } as const

/**
 * Period of the dominant cycle in bars, by the Hilbert transform.
 *
 * Formula: p[t] = 0.33 d[t] + 0.67 p[t-1], d the period by the homodyne discriminator, 6 to 50.
 *
 * Source: Ehlers, Rocket Science for Traders (2001).
 *
 * HT_DCPERIOD of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const htDcperiod: IndicatorFunction<'value', object, 'value'> =
  defineIndicator(htDcperiodShape)

/** {@link htDcperiod} bar by bar, with the same bits. */
export class HtDcperiod extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(htDcperiodShape, {})
  }
}

const htDcphaseShape = { name: 'ht-dcphase', inputs: ['value'], outputs: ['value'] } as const

/**
 * Phase of the dominant cycle in degrees, -45 to 315, by the Hilbert transform.
 *
 * Formula: 90 + 360 / p + atan(sum(s sin) / sum(s cos)) over one cycle of p bars, s the price
 * smoothed over four bars.
 *
 * Source: Ehlers, Rocket Science for Traders (2001).
 *
 * HT_DCPHASE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const htDcphase: IndicatorFunction<'value', object, 'value'> =
  defineIndicator(htDcphaseShape)

/** {@link htDcphase} bar by bar, with the same bits. */
export class HtDcphase extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(htDcphaseShape, {})
  }
}

const htPhasorShape = {
  name: 'ht-phasor',
  inputs: ['value'],
  outputs: ['inPhase', 'quadrature'],
  read: (buffer: Float64Array): BarOutput<'inPhase' | 'quadrature'> => ({
    inPhase: buffer[1] as number,
    quadrature: buffer[2] as number,
  }),
} as const

/**
 * In-phase and quadrature parts of the price by the Hilbert transform.
 *
 * Formula: quadrature[t] = H(detrended)[t], inPhase[t] = detrended[t-3], H the Hilbert transform
 * over seven bars.
 *
 * Columns: `inPhase`, `quadrature`.
 *
 * Source: Ehlers, Rocket Science for Traders (2001).
 *
 * HT_PHASOR of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const htPhasor: IndicatorFunction<'value', object, 'inPhase' | 'quadrature'> =
  defineIndicator(htPhasorShape)

/** {@link htPhasor} bar by bar, with the same bits. */
export class HtPhasor extends StreamingIndicator<'value', 'inPhase' | 'quadrature'> {
  constructor() {
    super(htPhasorShape, {})
  }
}

const htSineShape = {
  name: 'ht-sine',
  inputs: ['value'],
  outputs: ['sine', 'leadSine'],
  read: (buffer: Float64Array): BarOutput<'sine' | 'leadSine'> => ({
    sine: buffer[1] as number,
    leadSine: buffer[2] as number,
  }),
} as const

/**
 * Sine of the phase of the dominant cycle, and the same 45 degrees ahead.
 *
 * Formula: sine = sin(phase), leadSine = sin(phase + 45).
 *
 * Columns: `sine`, `leadSine`.
 *
 * Source: Ehlers, Rocket Science for Traders (2001).
 *
 * HT_SINE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const htSine: IndicatorFunction<'value', object, 'sine' | 'leadSine'> =
  defineIndicator(htSineShape)

/** {@link htSine} bar by bar, with the same bits. */
export class HtSine extends StreamingIndicator<'value', 'sine' | 'leadSine'> {
  constructor() {
    super(htSineShape, {})
  }
}

const htTrendlineShape = { name: 'ht-trendline', inputs: ['value'], outputs: ['value'] } as const

/**
 * Instantaneous trendline: the price without its dominant cycle.
 *
 * Formula: (4 a[t] + 3 a[t-1] + 2 a[t-2] + a[t-3]) / 10, a the average price over one dominant
 * cycle.
 *
 * Source: Ehlers, Rocket Science for Traders (2001).
 *
 * HT_TRENDLINE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const htTrendline: IndicatorFunction<'value', object, 'value'> =
  defineIndicator(htTrendlineShape)

/** {@link htTrendline} bar by bar, with the same bits. */
export class HtTrendline extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(htTrendlineShape, {})
  }
}

const htTrendmodeShape = { name: 'ht-trendmode', inputs: ['value'], outputs: ['value'] } as const

/**
 * Whether the market trends (1) or cycles (0), by the Hilbert transform.
 *
 * Formula: 0 for half a cycle after the sine waves cross and while the phase turns at the pace of
 * the cycle, else 1; 1 where the smoothed price is 1.5 % or more off the trendline.
 *
 * Source: Ehlers, Rocket Science for Traders (2001).
 *
 * HT_TRENDMODE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const htTrendmode: IndicatorFunction<'value', object, 'value'> =
  defineIndicator(htTrendmodeShape)

/** {@link htTrendmode} bar by bar, with the same bits. */
export class HtTrendmode extends StreamingIndicator<'value', 'value'> {
  constructor() {
    super(htTrendmodeShape, {})
  }
}
