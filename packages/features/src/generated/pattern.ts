// Written by `npm run features` from the registry of crates/nt-indicators.
import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'
import { type BarInput, StreamingIndicator } from '../streaming-indicator.ts'

const cdl2CrowsShape = {
  name: 'cdl-2-crows',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Two crows: a gap up after a long white candle that two black ones close again.
 *
 * Formula: -100 where a long white candle is followed by a black one whose body gaps up and a black
 * one that opens within the second body and closes within the first; long is a body above the mean
 * of the 10 before.
 *
 * CDL2CROWS of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdl2Crows: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdl2CrowsShape)

/** {@link cdl2Crows} bar by bar, with the same bits. */
export class Cdl2Crows extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdl2CrowsShape, {})
  }
}

const cdl3BlackCrowsShape = {
  name: 'cdl-3-black-crows',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Three black crows: three black candles in a row, each lower, after a white one.
 *
 * Formula: -100 where a white candle is followed by three black ones without lower shadows, each
 * opening within the body before and closing lower, the first of them below the high of the white
 * one; no shadow is one below 0.1 of the mean range of the 10 before.
 *
 * CDL3BLACKCROWS of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdl3BlackCrows: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdl3BlackCrowsShape)

/** {@link cdl3BlackCrows} bar by bar, with the same bits. */
export class Cdl3BlackCrows extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdl3BlackCrowsShape, {})
  }
}

const cdl3InsideShape = {
  name: 'cdl-3-inside',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Three inside up or down: a harami that the third candle confirms.
 *
 * Formula: 100 where a long black candle holds the short body of the second and a white third
 * closes above its open, -100 for the mirror image; long is a body above the mean of the 10 before;
 * short is one below the mean of the 10 before.
 *
 * CDL3INSIDE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdl3Inside: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdl3InsideShape)

/** {@link cdl3Inside} bar by bar, with the same bits. */
export class Cdl3Inside extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdl3InsideShape, {})
  }
}

const cdl3LineStrikeShape = {
  name: 'cdl-3-line-strike',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Three-line strike: a fourth candle that takes back three in a row.
 *
 * Formula: 100 where three white candles, each opening in or near the body before and closing
 * higher, are followed by a black one that opens above the last close and closes below the first
 * open, -100 for the mirror image; near is within 0.2 of the mean range of the 5 before.
 *
 * CDL3LINESTRIKE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdl3LineStrike: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdl3LineStrikeShape)

/** {@link cdl3LineStrike} bar by bar, with the same bits. */
export class Cdl3LineStrike extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdl3LineStrikeShape, {})
  }
}

const cdl3OutsideShape = {
  name: 'cdl-3-outside',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Three outside up or down: an engulfing that the third candle confirms.
 *
 * Formula: 100 where a black candle is engulfed by a white one and the third closes higher still,
 * -100 for the mirror image.
 *
 * CDL3OUTSIDE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdl3Outside: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdl3OutsideShape)

/** {@link cdl3Outside} bar by bar, with the same bits. */
export class Cdl3Outside extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdl3OutsideShape, {})
  }
}

const cdl3StarsInSouthShape = {
  name: 'cdl-3-stars-in-south',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Three stars in the south: a fall that slows in three black candles.
 *
 * Formula: 100 where a long black candle with a long lower shadow is followed by a smaller black
 * one that opens within its range and holds its low, and by a short black one without shadows
 * inside the range of the second; long is a body above the mean of the 10 before; a long shadow is
 * longer than the body; no shadow is one below 0.1 of the mean range of the 10 before; short is one
 * below the mean of the 10 before.
 *
 * CDL3STARSINSOUTH of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdl3StarsInSouth: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdl3StarsInSouthShape)

/** {@link cdl3StarsInSouth} bar by bar, with the same bits. */
export class Cdl3StarsInSouth extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdl3StarsInSouthShape, {})
  }
}

const cdl3WhiteSoldiersShape = {
  name: 'cdl-3-white-soldiers',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Three advancing white soldiers: three white candles in a row, each higher.
 *
 * Formula: 100 where three white candles without upper shadows close higher each, open in or near
 * the body before, none far smaller than the one before and the last not short; no shadow is one
 * below 0.1 of the mean range of the 10 before; near is within 0.2 of the mean range of the 5
 * before; far is 0.6 of the mean range of the 5 before; short is a body below the mean of the 10
 * before.
 *
 * CDL3WHITESOLDIERS of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdl3WhiteSoldiers: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdl3WhiteSoldiersShape)

/** {@link cdl3WhiteSoldiers} bar by bar, with the same bits. */
export class Cdl3WhiteSoldiers extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdl3WhiteSoldiersShape, {})
  }
}

const cdlAbandonedBabyShape = {
  name: 'cdl-abandoned-baby',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/** Options of {@link cdlAbandonedBaby}. */
export type CdlAbandonedBabyOptions = {
  /** Part of the first body by which a close is told to be deep in it, 0 to 1000000. Default 0.3. */
  readonly penetration?: number
}

/**
 * Abandoned baby: a doji that gaps away, shadows included, and is left behind.
 *
 * Formula: 100 where a long black candle is followed by a doji that gaps down and a candle that is
 * not short, gaps up and closes more than `penetration` of the first body above its close, -100 for
 * the mirror image; gaps include the shadows; long is a body above the mean of the 10 before; a
 * doji has a body of at most 0.1 of the mean range of the 10 before; short is one below the mean of
 * the 10 before.
 *
 * CDLABANDONEDBABY of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlAbandonedBaby: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  CdlAbandonedBabyOptions,
  'value'
> = defineIndicator(cdlAbandonedBabyShape)

/** {@link cdlAbandonedBaby} bar by bar, with the same bits. */
export class CdlAbandonedBaby extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor(options: CdlAbandonedBabyOptions = {}) {
    super(cdlAbandonedBabyShape, options)
  }
}

const cdlAdvanceBlockShape = {
  name: 'cdl-advance-block',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Advance block: three rising white candles that weaken.
 *
 * Formula: -100 where three white candles close higher each and open in or near the body before,
 * the first long with a short upper shadow, and they weaken: smaller bodies or longer upper
 * shadows; long is a body above the mean of the 10 before; a short shadow is below the mean shadow
 * of the 10 before; a long shadow is longer than the body; near is within 0.2 of the mean range of
 * the 5 before; far is 0.6 of the mean range of the 5 before.
 *
 * CDLADVANCEBLOCK of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlAdvanceBlock: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlAdvanceBlockShape)

/** {@link cdlAdvanceBlock} bar by bar, with the same bits. */
export class CdlAdvanceBlock extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlAdvanceBlockShape, {})
  }
}

const cdlBeltHoldShape = {
  name: 'cdl-belt-hold',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Belt-hold: a long candle that opens at its extreme.
 *
 * Formula: 100 for a long white candle without lower shadow, -100 for a long black one without
 * upper shadow; long is a body above the mean of the 10 before; no shadow is one below 0.1 of the
 * mean range of the 10 before.
 *
 * CDLBELTHOLD of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlBeltHold: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlBeltHoldShape)

/** {@link cdlBeltHold} bar by bar, with the same bits. */
export class CdlBeltHold extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlBeltHoldShape, {})
  }
}

const cdlBreakawayShape = {
  name: 'cdl-breakaway',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Breakaway: a gap and a run that the fifth candle turns back into the gap.
 *
 * Formula: 100 where a long black candle, a black one that gaps down, two lower ones (the fourth
 * black) and a white one that closes within the gap follow one another, -100 for the mirror image;
 * long is a body above the mean of the 10 before.
 *
 * CDLBREAKAWAY of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlBreakaway: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlBreakawayShape)

/** {@link cdlBreakaway} bar by bar, with the same bits. */
export class CdlBreakaway extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlBreakawayShape, {})
  }
}

const cdlClosingMarubozuShape = {
  name: 'cdl-closing-marubozu',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Closing marubozu: a long candle that closes at its extreme.
 *
 * Formula: 100 for a long white candle without upper shadow, -100 for a long black one without
 * lower shadow; long is a body above the mean of the 10 before; no shadow is one below 0.1 of the
 * mean range of the 10 before.
 *
 * CDLCLOSINGMARUBOZU of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlClosingMarubozu: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlClosingMarubozuShape)

/** {@link cdlClosingMarubozu} bar by bar, with the same bits. */
export class CdlClosingMarubozu extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlClosingMarubozuShape, {})
  }
}

const cdlConcealBabySwallShape = {
  name: 'cdl-conceal-baby-swall',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Concealing baby swallow: four black candles, the last swallowing the third.
 *
 * Formula: 100 where two black candles without shadows are followed by a black one that gaps down
 * with an upper shadow into the second body and a black one that holds the whole third candle; no
 * shadow is one below 0.1 of the mean range of the 10 before.
 *
 * CDLCONCEALBABYSWALL of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlConcealBabySwall: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlConcealBabySwallShape)

/** {@link cdlConcealBabySwall} bar by bar, with the same bits. */
export class CdlConcealBabySwall extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlConcealBabySwallShape, {})
  }
}

const cdlCounterattackShape = {
  name: 'cdl-counterattack',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Counterattack: two long candles of opposite colors that close at the same price.
 *
 * Formula: 100 where a long black candle is followed by a long white one with an equal close, -100
 * for the mirror image; equal is within 0.05 of the mean range of the 5 before; long is a body
 * above the mean of the 10 before.
 *
 * CDLCOUNTERATTACK of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlCounterattack: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlCounterattackShape)

/** {@link cdlCounterattack} bar by bar, with the same bits. */
export class CdlCounterattack extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlCounterattackShape, {})
  }
}

const cdlDarkCloudCoverShape = {
  name: 'cdl-dark-cloud-cover',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/** Options of {@link cdlDarkCloudCover}. */
export type CdlDarkCloudCoverOptions = {
  /** Part of the first body by which a close is told to be deep in it, 0 to 1000000. Default 0.5. */
  readonly penetration?: number
}

/**
 * Dark cloud cover: a black candle from above the high deep into a long white body.
 *
 * Formula: -100 where a long white candle is followed by a black one that opens above its high and
 * closes within its body, more than `penetration` of it below its close; long is a body above the
 * mean of the 10 before.
 *
 * CDLDARKCLOUDCOVER of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlDarkCloudCover: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  CdlDarkCloudCoverOptions,
  'value'
> = defineIndicator(cdlDarkCloudCoverShape)

/** {@link cdlDarkCloudCover} bar by bar, with the same bits. */
export class CdlDarkCloudCover extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor(options: CdlDarkCloudCoverOptions = {}) {
    super(cdlDarkCloudCoverShape, options)
  }
}

const cdlDojiShape = {
  name: 'cdl-doji',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Doji: open and close are about equal.
 *
 * Formula: 100 for a doji; a doji has a body of at most 0.1 of the mean range of the 10 before.
 *
 * CDLDOJI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlDoji: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlDojiShape)

/** {@link cdlDoji} bar by bar, with the same bits. */
export class CdlDoji extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlDojiShape, {})
  }
}

const cdlDojiStarShape = {
  name: 'cdl-doji-star',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Doji star: a doji that gaps away from a long candle.
 *
 * Formula: -100 where a long white candle is followed by a doji whose body gaps up, 100 where a
 * long black one is followed by a doji that gaps down; long is a body above the mean of the 10
 * before; a doji has a body of at most 0.1 of the mean range of the 10 before.
 *
 * CDLDOJISTAR of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlDojiStar: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlDojiStarShape)

/** {@link cdlDojiStar} bar by bar, with the same bits. */
export class CdlDojiStar extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlDojiStarShape, {})
  }
}

const cdlDragonflyDojiShape = {
  name: 'cdl-dragonfly-doji',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Dragonfly doji: a doji with a lower shadow only.
 *
 * Formula: 100 for a doji with a lower shadow and no upper one; a doji has a body of at most 0.1 of
 * the mean range of the 10 before; no shadow is one below 0.1 of the mean range of the 10 before.
 *
 * CDLDRAGONFLYDOJI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlDragonflyDoji: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlDragonflyDojiShape)

/** {@link cdlDragonflyDoji} bar by bar, with the same bits. */
export class CdlDragonflyDoji extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlDragonflyDojiShape, {})
  }
}

const cdlEngulfingShape = {
  name: 'cdl-engulfing',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Engulfing: a body that holds the whole body before it, of the other color.
 *
 * Formula: 100 where a white body engulfs a black one, 80 where one end is equal, -100 and -80
 * where a black body engulfs a white one.
 *
 * CDLENGULFING of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlEngulfing: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlEngulfingShape)

/** {@link cdlEngulfing} bar by bar, with the same bits. */
export class CdlEngulfing extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlEngulfingShape, {})
  }
}

const cdlEveningDojiStarShape = {
  name: 'cdl-evening-doji-star',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/** Options of {@link cdlEveningDojiStar}. */
export type CdlEveningDojiStarOptions = {
  /** Part of the first body by which a close is told to be deep in it, 0 to 1000000. Default 0.3. */
  readonly penetration?: number
}

/**
 * Evening doji star: a doji above a long white candle, then a fall.
 *
 * Formula: -100 where a long white candle is followed by a doji whose body gaps up and a black
 * candle that is not short and closes more than `penetration` of the first body below its close;
 * long is a body above the mean of the 10 before; a doji has a body of at most 0.1 of the mean
 * range of the 10 before; short is one below the mean of the 10 before.
 *
 * CDLEVENINGDOJISTAR of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlEveningDojiStar: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  CdlEveningDojiStarOptions,
  'value'
> = defineIndicator(cdlEveningDojiStarShape)

/** {@link cdlEveningDojiStar} bar by bar, with the same bits. */
export class CdlEveningDojiStar extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor(options: CdlEveningDojiStarOptions = {}) {
    super(cdlEveningDojiStarShape, options)
  }
}

const cdlEveningStarShape = {
  name: 'cdl-evening-star',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/** Options of {@link cdlEveningStar}. */
export type CdlEveningStarOptions = {
  /** Part of the first body by which a close is told to be deep in it, 0 to 1000000. Default 0.3. */
  readonly penetration?: number
}

/**
 * Evening star: a small body above a long white candle, then a fall.
 *
 * Formula: -100 where a long white candle is followed by a short one whose body gaps up and a black
 * candle that is not short and closes more than `penetration` of the first body below its close;
 * long is a body above the mean of the 10 before; short is one below the mean of the 10 before.
 *
 * CDLEVENINGSTAR of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlEveningStar: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  CdlEveningStarOptions,
  'value'
> = defineIndicator(cdlEveningStarShape)

/** {@link cdlEveningStar} bar by bar, with the same bits. */
export class CdlEveningStar extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor(options: CdlEveningStarOptions = {}) {
    super(cdlEveningStarShape, options)
  }
}

const cdlGapSideSideWhiteShape = {
  name: 'cdl-gap-side-side-white',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Up- or downside gap with side-by-side white lines: two alike white candles beyond a gap.
 *
 * Formula: 100 where the bodies of the second and third candle gap up from the first, both white
 * with near bodies and equal opens, -100 where they gap down; near is within 0.2 of the mean range
 * of the 5 before; equal is within 0.05 of the mean range of the 5 before.
 *
 * CDLGAPSIDESIDEWHITE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlGapSideSideWhite: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlGapSideSideWhiteShape)

/** {@link cdlGapSideSideWhite} bar by bar, with the same bits. */
export class CdlGapSideSideWhite extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlGapSideSideWhiteShape, {})
  }
}

const cdlGravestoneDojiShape = {
  name: 'cdl-gravestone-doji',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Gravestone doji: a doji with an upper shadow only.
 *
 * Formula: 100 for a doji with an upper shadow and no lower one; a doji has a body of at most 0.1
 * of the mean range of the 10 before; no shadow is one below 0.1 of the mean range of the 10
 * before.
 *
 * CDLGRAVESTONEDOJI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlGravestoneDoji: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlGravestoneDojiShape)

/** {@link cdlGravestoneDoji} bar by bar, with the same bits. */
export class CdlGravestoneDoji extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlGravestoneDojiShape, {})
  }
}

const cdlHammerShape = {
  name: 'cdl-hammer',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Hammer: a small body on a long lower shadow, at or below the low before.
 *
 * Formula: 100 for a short body with a long lower shadow and no upper one whose lower end is below
 * or near the low before; short is a body below the mean of the 10 before; a long shadow is longer
 * than the body; no shadow is one below 0.1 of the mean range of the 10 before; near is within 0.2
 * of the mean range of the 5 before.
 *
 * CDLHAMMER of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlHammer: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlHammerShape)

/** {@link cdlHammer} bar by bar, with the same bits. */
export class CdlHammer extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlHammerShape, {})
  }
}

const cdlHangingManShape = {
  name: 'cdl-hanging-man',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Hanging man: a small body on a long lower shadow, at or above the high before.
 *
 * Formula: -100 for a short body with a long lower shadow and no upper one whose lower end is above
 * or near the high before; short is a body below the mean of the 10 before; a long shadow is longer
 * than the body; no shadow is one below 0.1 of the mean range of the 10 before; near is within 0.2
 * of the mean range of the 5 before.
 *
 * CDLHANGINGMAN of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlHangingMan: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlHangingManShape)

/** {@link cdlHangingMan} bar by bar, with the same bits. */
export class CdlHangingMan extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlHangingManShape, {})
  }
}

const cdlHaramiShape = {
  name: 'cdl-harami',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Harami: a small body within a long one.
 *
 * Formula: 100 where a long black body holds the short one after it, 80 where an end is equal, -100
 * and -80 where the long one is white; long is a body above the mean of the 10 before; short is one
 * below the mean of the 10 before.
 *
 * CDLHARAMI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlHarami: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlHaramiShape)

/** {@link cdlHarami} bar by bar, with the same bits. */
export class CdlHarami extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlHaramiShape, {})
  }
}

const cdlHaramiCrossShape = {
  name: 'cdl-harami-cross',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Harami cross: a doji within a long body.
 *
 * Formula: 100 where a long black body holds the doji after it, 80 where an end is equal, -100 and
 * -80 where the long one is white; long is a body above the mean of the 10 before; a doji has a
 * body of at most 0.1 of the mean range of the 10 before.
 *
 * CDLHARAMICROSS of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlHaramiCross: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlHaramiCrossShape)

/** {@link cdlHaramiCross} bar by bar, with the same bits. */
export class CdlHaramiCross extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlHaramiCrossShape, {})
  }
}

const cdlHighWaveShape = {
  name: 'cdl-high-wave',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * High-wave candle: a small body between very long shadows.
 *
 * Formula: 100 for a white, -100 for a black short body with two very long shadows; short is a body
 * below the mean of the 10 before; a very long shadow is longer than two bodies.
 *
 * CDLHIGHWAVE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlHighWave: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlHighWaveShape)

/** {@link cdlHighWave} bar by bar, with the same bits. */
export class CdlHighWave extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlHighWaveShape, {})
  }
}

const cdlHikkakeShape = {
  name: 'cdl-hikkake',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Hikkake: a break out of an inside bar that proves false.
 *
 * Formula: 100 where a candle within the range of the one before is followed by one with a lower
 * high and a lower low, 200 on the first close above the high of the inside candle in the next 3
 * bars; -100 and -200 for the mirror image.
 *
 * Source: Chesler, Active Trader (2004).
 *
 * CDLHIKKAKE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlHikkake: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlHikkakeShape)

/** {@link cdlHikkake} bar by bar, with the same bits. */
export class CdlHikkake extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlHikkakeShape, {})
  }
}

const cdlHikkakeModShape = {
  name: 'cdl-hikkake-mod',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Modified hikkake: a false break out of the second of two inside bars.
 *
 * Formula: 100 where two candles, each within the range of the one before, the first closing near
 * its low or below, are followed by one with a lower high and a lower low, 200 on the first close
 * above the high of the second inside candle in the next 3 bars; -100 and -200 for the mirror
 * image; near is within 0.2 of the mean range of the 5 before.
 *
 * Source: Chesler, Active Trader (2004).
 *
 * CDLHIKKAKEMOD of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlHikkakeMod: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlHikkakeModShape)

/** {@link cdlHikkakeMod} bar by bar, with the same bits. */
export class CdlHikkakeMod extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlHikkakeModShape, {})
  }
}

const cdlHomingPigeonShape = {
  name: 'cdl-homing-pigeon',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Homing pigeon: a small black body within a long black one.
 *
 * Formula: 100 where a long black body holds the short black one after it; long is a body above the
 * mean of the 10 before; short is one below the mean of the 10 before.
 *
 * CDLHOMINGPIGEON of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlHomingPigeon: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlHomingPigeonShape)

/** {@link cdlHomingPigeon} bar by bar, with the same bits. */
export class CdlHomingPigeon extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlHomingPigeonShape, {})
  }
}

const cdlIdentical3CrowsShape = {
  name: 'cdl-identical-3-crows',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Identical three crows: three black candles, each opening where the one before closed.
 *
 * Formula: -100 where three black candles without lower shadows close lower each and open equal to
 * the close before; no shadow is one below 0.1 of the mean range of the 10 before; equal is within
 * 0.05 of the mean range of the 5 before.
 *
 * CDLIDENTICAL3CROWS of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlIdentical3Crows: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlIdentical3CrowsShape)

/** {@link cdlIdentical3Crows} bar by bar, with the same bits. */
export class CdlIdentical3Crows extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlIdentical3CrowsShape, {})
  }
}

const cdlInNeckShape = {
  name: 'cdl-in-neck',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * In-neck: a white candle from below the low that just reaches the close of a long black one.
 *
 * Formula: -100 where a long black candle is followed by a white one that opens below its low and
 * closes at its close or equal to it from above; equal is within 0.05 of the mean range of the 5
 * before; long is a body above the mean of the 10 before.
 *
 * CDLINNECK of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlInNeck: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlInNeckShape)

/** {@link cdlInNeck} bar by bar, with the same bits. */
export class CdlInNeck extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlInNeckShape, {})
  }
}

const cdlInvertedHammerShape = {
  name: 'cdl-inverted-hammer',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Inverted hammer: a small body under a long upper shadow, gapping down.
 *
 * Formula: 100 for a short body with a long upper shadow and no lower one that gaps down from the
 * body before; short is a body below the mean of the 10 before; a long shadow is longer than the
 * body; no shadow is one below 0.1 of the mean range of the 10 before.
 *
 * CDLINVERTEDHAMMER of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlInvertedHammer: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlInvertedHammerShape)

/** {@link cdlInvertedHammer} bar by bar, with the same bits. */
export class CdlInvertedHammer extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlInvertedHammerShape, {})
  }
}

const cdlKickingShape = {
  name: 'cdl-kicking',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Kicking: two marubozu of opposite colors with a gap between them.
 *
 * Formula: 100 where a long black candle without shadows is followed by a long white one without
 * shadows that gaps up, -100 for the mirror image; the gap includes the shadows; no shadow is one
 * below 0.1 of the mean range of the 10 before; long is a body above the mean of the 10 before.
 *
 * CDLKICKING of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlKicking: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlKickingShape)

/** {@link cdlKicking} bar by bar, with the same bits. */
export class CdlKicking extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlKickingShape, {})
  }
}

const cdlKickingByLengthShape = {
  name: 'cdl-kicking-by-length',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Kicking by length: a kicking that goes the way of its longer candle.
 *
 * Formula: found as `cdl-kicking` is; 100 where the longer body of the two is white, -100 where it
 * is black; no shadow is one below 0.1 of the mean range of the 10 before; long is a body above the
 * mean of the 10 before.
 *
 * CDLKICKINGBYLENGTH of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlKickingByLength: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlKickingByLengthShape)

/** {@link cdlKickingByLength} bar by bar, with the same bits. */
export class CdlKickingByLength extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlKickingByLengthShape, {})
  }
}

const cdlLadderBottomShape = {
  name: 'cdl-ladder-bottom',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Ladder bottom: a fall in steps that a white candle from above ends.
 *
 * Formula: 100 where three black candles with lower opens and closes are followed by a black one
 * with an upper shadow and a white one that opens above its body and closes above its high; no
 * shadow is one below 0.1 of the mean range of the 10 before.
 *
 * CDLLADDERBOTTOM of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlLadderBottom: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlLadderBottomShape)

/** {@link cdlLadderBottom} bar by bar, with the same bits. */
export class CdlLadderBottom extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlLadderBottomShape, {})
  }
}

const cdlLongLeggedDojiShape = {
  name: 'cdl-long-legged-doji',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Long-legged doji: a doji with a long shadow.
 *
 * Formula: 100 for a doji with at least one long shadow; a doji has a body of at most 0.1 of the
 * mean range of the 10 before; a long shadow is longer than the body.
 *
 * CDLLONGLEGGEDDOJI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlLongLeggedDoji: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlLongLeggedDojiShape)

/** {@link cdlLongLeggedDoji} bar by bar, with the same bits. */
export class CdlLongLeggedDoji extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlLongLeggedDojiShape, {})
  }
}

const cdlLongLineShape = {
  name: 'cdl-long-line',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Long line: a long body with short shadows.
 *
 * Formula: 100 for a white, -100 for a black long body with two short shadows; long is a body above
 * the mean of the 10 before; a short shadow is below the mean shadow of the 10 before.
 *
 * CDLLONGLINE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlLongLine: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlLongLineShape)

/** {@link cdlLongLine} bar by bar, with the same bits. */
export class CdlLongLine extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlLongLineShape, {})
  }
}

const cdlMarubozuShape = {
  name: 'cdl-marubozu',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Marubozu: a long body without shadows.
 *
 * Formula: 100 for a white, -100 for a black long body without shadows; long is a body above the
 * mean of the 10 before; no shadow is one below 0.1 of the mean range of the 10 before.
 *
 * CDLMARUBOZU of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlMarubozu: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlMarubozuShape)

/** {@link cdlMarubozu} bar by bar, with the same bits. */
export class CdlMarubozu extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlMarubozuShape, {})
  }
}

const cdlMatHoldShape = {
  name: 'cdl-mat-hold',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/** Options of {@link cdlMatHold}. */
export type CdlMatHoldOptions = {
  /** Part of the first body by which a close is told to be deep in it, 0 to 1000000. Default 0.5. */
  readonly penetration?: number
}

/**
 * Mat hold: a rise, a rest of three small candles, a new high.
 *
 * Formula: 100 where a long white candle is followed by three short ones, the first black and
 * gapping up, the others falling but within `penetration` of the first body, and a white candle
 * that opens above the last close and closes above the highs of the three; long is a body above the
 * mean of the 10 before; short is one below the mean of the 10 before.
 *
 * CDLMATHOLD of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlMatHold: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  CdlMatHoldOptions,
  'value'
> = defineIndicator(cdlMatHoldShape)

/** {@link cdlMatHold} bar by bar, with the same bits. */
export class CdlMatHold extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor(options: CdlMatHoldOptions = {}) {
    super(cdlMatHoldShape, options)
  }
}

const cdlMatchingLowShape = {
  name: 'cdl-matching-low',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Matching low: two black candles with equal closes.
 *
 * Formula: 100 where a black candle is followed by a black one with an equal close; equal is within
 * 0.05 of the mean range of the 5 before.
 *
 * CDLMATCHINGLOW of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlMatchingLow: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlMatchingLowShape)

/** {@link cdlMatchingLow} bar by bar, with the same bits. */
export class CdlMatchingLow extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlMatchingLowShape, {})
  }
}

const cdlMorningDojiStarShape = {
  name: 'cdl-morning-doji-star',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/** Options of {@link cdlMorningDojiStar}. */
export type CdlMorningDojiStarOptions = {
  /** Part of the first body by which a close is told to be deep in it, 0 to 1000000. Default 0.3. */
  readonly penetration?: number
}

/**
 * Morning doji star: a doji below a long black candle, then a rise.
 *
 * Formula: 100 where a long black candle is followed by a doji whose body gaps down and a white
 * candle that is not short and closes more than `penetration` of the first body above its close;
 * long is a body above the mean of the 10 before; a doji has a body of at most 0.1 of the mean
 * range of the 10 before; short is one below the mean of the 10 before.
 *
 * CDLMORNINGDOJISTAR of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlMorningDojiStar: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  CdlMorningDojiStarOptions,
  'value'
> = defineIndicator(cdlMorningDojiStarShape)

/** {@link cdlMorningDojiStar} bar by bar, with the same bits. */
export class CdlMorningDojiStar extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor(options: CdlMorningDojiStarOptions = {}) {
    super(cdlMorningDojiStarShape, options)
  }
}

const cdlMorningStarShape = {
  name: 'cdl-morning-star',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/** Options of {@link cdlMorningStar}. */
export type CdlMorningStarOptions = {
  /** Part of the first body by which a close is told to be deep in it, 0 to 1000000. Default 0.3. */
  readonly penetration?: number
}

/**
 * Morning star: a small body below a long black candle, then a rise.
 *
 * Formula: 100 where a long black candle is followed by a short one whose body gaps down and a
 * white candle that is not short and closes more than `penetration` of the first body above its
 * close; long is a body above the mean of the 10 before; short is one below the mean of the 10
 * before.
 *
 * CDLMORNINGSTAR of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlMorningStar: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  CdlMorningStarOptions,
  'value'
> = defineIndicator(cdlMorningStarShape)

/** {@link cdlMorningStar} bar by bar, with the same bits. */
export class CdlMorningStar extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor(options: CdlMorningStarOptions = {}) {
    super(cdlMorningStarShape, options)
  }
}

const cdlOnNeckShape = {
  name: 'cdl-on-neck',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * On-neck: a white candle from below the low that just reaches the low of a long black one.
 *
 * Formula: -100 where a long black candle is followed by a white one that opens below its low and
 * closes equal to it; equal is within 0.05 of the mean range of the 5 before; long is a body above
 * the mean of the 10 before.
 *
 * CDLONNECK of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlOnNeck: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlOnNeckShape)

/** {@link cdlOnNeck} bar by bar, with the same bits. */
export class CdlOnNeck extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlOnNeckShape, {})
  }
}

const cdlPiercingShape = {
  name: 'cdl-piercing',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Piercing line: a long white candle from below the low deep into a long black body.
 *
 * Formula: 100 where a long black candle is followed by a long white one that opens below its low
 * and closes within its body above its middle; long is a body above the mean of the 10 before.
 *
 * CDLPIERCING of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlPiercing: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlPiercingShape)

/** {@link cdlPiercing} bar by bar, with the same bits. */
export class CdlPiercing extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlPiercingShape, {})
  }
}

const cdlRickshawManShape = {
  name: 'cdl-rickshaw-man',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Rickshaw man: a doji in the middle of two long shadows.
 *
 * Formula: 100 for a doji with two long shadows whose body is near the middle of the range; a doji
 * has a body of at most 0.1 of the mean range of the 10 before; a long shadow is longer than the
 * body; near is within 0.2 of the mean range of the 5 before.
 *
 * CDLRICKSHAWMAN of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlRickshawMan: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlRickshawManShape)

/** {@link cdlRickshawMan} bar by bar, with the same bits. */
export class CdlRickshawMan extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlRickshawManShape, {})
  }
}

const cdlRiseFall3MethodsShape = {
  name: 'cdl-rise-fall-3-methods',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Rising or falling three methods: a long candle, three small ones against it, a new extreme.
 *
 * Formula: 100 where a long white candle is followed by three short black ones with lower closes
 * within its range and a long white one that opens above the last close and closes above the first,
 * -100 for the mirror image; long is a body above the mean of the 10 before; short is one below the
 * mean of the 10 before.
 *
 * CDLRISEFALL3METHODS of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlRiseFall3Methods: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlRiseFall3MethodsShape)

/** {@link cdlRiseFall3Methods} bar by bar, with the same bits. */
export class CdlRiseFall3Methods extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlRiseFall3MethodsShape, {})
  }
}

const cdlSeparatingLinesShape = {
  name: 'cdl-separating-lines',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Separating lines: two candles of opposite colors from the same open.
 *
 * Formula: 100 where a black candle is followed by a long white one with an equal open and no lower
 * shadow, -100 where a white one is followed by a long black one with an equal open and no upper
 * shadow; no shadow is one below 0.1 of the mean range of the 10 before; long is a body above the
 * mean of the 10 before; equal is within 0.05 of the mean range of the 5 before.
 *
 * CDLSEPARATINGLINES of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlSeparatingLines: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlSeparatingLinesShape)

/** {@link cdlSeparatingLines} bar by bar, with the same bits. */
export class CdlSeparatingLines extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlSeparatingLinesShape, {})
  }
}

const cdlShootingStarShape = {
  name: 'cdl-shooting-star',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Shooting star: a small body under a long upper shadow, gapping up.
 *
 * Formula: -100 for a short body with a long upper shadow and no lower one that gaps up from the
 * body before; short is a body below the mean of the 10 before; a long shadow is longer than the
 * body; no shadow is one below 0.1 of the mean range of the 10 before.
 *
 * CDLSHOOTINGSTAR of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlShootingStar: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlShootingStarShape)

/** {@link cdlShootingStar} bar by bar, with the same bits. */
export class CdlShootingStar extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlShootingStarShape, {})
  }
}

const cdlShortLineShape = {
  name: 'cdl-short-line',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Short line: a short body with short shadows.
 *
 * Formula: 100 for a white, -100 for a black short body with two short shadows; short is a body
 * below the mean of the 10 before; a short shadow is below the mean shadow of the 10 before.
 *
 * CDLSHORTLINE of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlShortLine: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlShortLineShape)

/** {@link cdlShortLine} bar by bar, with the same bits. */
export class CdlShortLine extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlShortLineShape, {})
  }
}

const cdlSpinningTopShape = {
  name: 'cdl-spinning-top',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Spinning top: a small body with longer shadows.
 *
 * Formula: 100 for a white, -100 for a black short body with both shadows longer than it; short is
 * a body below the mean of the 10 before.
 *
 * CDLSPINNINGTOP of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlSpinningTop: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlSpinningTopShape)

/** {@link cdlSpinningTop} bar by bar, with the same bits. */
export class CdlSpinningTop extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlSpinningTopShape, {})
  }
}

const cdlStalledPatternShape = {
  name: 'cdl-stalled-pattern',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Stalled pattern: two long white candles and a small one on their shoulder.
 *
 * Formula: -100 where three white candles close higher each, the first two long, the second without
 * upper shadow and opening in or near the first body, the third short and opening near or above the
 * second close less its body; long is a body above the mean of the 10 before; short is one below
 * the mean of the 10 before; no shadow is one below 0.1 of the mean range of the 10 before; near is
 * within 0.2 of the mean range of the 5 before.
 *
 * CDLSTALLEDPATTERN of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlStalledPattern: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlStalledPatternShape)

/** {@link cdlStalledPattern} bar by bar, with the same bits. */
export class CdlStalledPattern extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlStalledPatternShape, {})
  }
}

const cdlStickSandwichShape = {
  name: 'cdl-stick-sandwich',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Stick sandwich: a white candle between two black ones with equal closes.
 *
 * Formula: 100 where a black candle is followed by a white one above its close and a black one with
 * a close equal to the first; equal is within 0.05 of the mean range of the 5 before.
 *
 * CDLSTICKSANDWICH of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlStickSandwich: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlStickSandwichShape)

/** {@link cdlStickSandwich} bar by bar, with the same bits. */
export class CdlStickSandwich extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlStickSandwichShape, {})
  }
}

const cdlTakuriShape = {
  name: 'cdl-takuri',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Takuri: a dragonfly doji with a very long lower shadow.
 *
 * Formula: 100 for a doji with a very long lower shadow and no upper one; a doji has a body of at
 * most 0.1 of the mean range of the 10 before; no shadow is one below 0.1 of the mean range of the
 * 10 before; a very long shadow is longer than two bodies.
 *
 * CDLTAKURI of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlTakuri: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlTakuriShape)

/** {@link cdlTakuri} bar by bar, with the same bits. */
export class CdlTakuri extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlTakuriShape, {})
  }
}

const cdlTasukiGapShape = {
  name: 'cdl-tasuki-gap',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Tasuki gap: a gap that a candle of the other color only partly closes.
 *
 * Formula: 100 where a white candle gaps up and a black one of a near body opens within its body
 * and closes within the gap, -100 for the mirror image; near is within 0.2 of the mean range of the
 * 5 before.
 *
 * CDLTASUKIGAP of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlTasukiGap: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlTasukiGapShape)

/** {@link cdlTasukiGap} bar by bar, with the same bits. */
export class CdlTasukiGap extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlTasukiGapShape, {})
  }
}

const cdlThrustingShape = {
  name: 'cdl-thrusting',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Thrusting: a white candle from below the low into the lower half of a long black body.
 *
 * Formula: -100 where a long black candle is followed by a white one that opens below its low and
 * closes above its close (not equal to it) but not above its middle; equal is within 0.05 of the
 * mean range of the 5 before; long is a body above the mean of the 10 before.
 *
 * CDLTHRUSTING of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlThrusting: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlThrustingShape)

/** {@link cdlThrusting} bar by bar, with the same bits. */
export class CdlThrusting extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlThrustingShape, {})
  }
}

const cdlTristarShape = {
  name: 'cdl-tristar',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Tristar: three doji, the middle one apart.
 *
 * Formula: -100 where the second of three doji gaps up and the third is not higher, 100 where it
 * gaps down and the third is not lower; the first one says what a doji is; a doji has a body of at
 * most 0.1 of the mean range of the 10 before.
 *
 * CDLTRISTAR of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlTristar: IndicatorFunction<'open' | 'high' | 'low' | 'close', object, 'value'> =
  defineIndicator(cdlTristarShape)

/** {@link cdlTristar} bar by bar, with the same bits. */
export class CdlTristar extends StreamingIndicator<'open' | 'high' | 'low' | 'close', 'value'> {
  constructor() {
    super(cdlTristarShape, {})
  }
}

const cdlUnique3RiverShape = {
  name: 'cdl-unique-3-river',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Unique three river: a new low that is rejected, then a small white candle.
 *
 * Formula: 100 where a long black candle is followed by a black one that closes higher, opens no
 * higher and has a lower low, and by a short white one that opens above that low; long is a body
 * above the mean of the 10 before; short is one below the mean of the 10 before.
 *
 * CDLUNIQUE3RIVER of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlUnique3River: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlUnique3RiverShape)

/** {@link cdlUnique3River} bar by bar, with the same bits. */
export class CdlUnique3River extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlUnique3RiverShape, {})
  }
}

const cdlUpsideGap2CrowsShape = {
  name: 'cdl-upside-gap-2-crows',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Upside gap two crows: two black candles above a gap, the second engulfing the first.
 *
 * Formula: -100 where a long white candle is followed by a short black one that gaps up and a black
 * one that engulfs it and closes above the close of the white one; long is a body above the mean of
 * the 10 before; short is one below the mean of the 10 before.
 *
 * CDLUPSIDEGAP2CROWS of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlUpsideGap2Crows: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlUpsideGap2CrowsShape)

/** {@link cdlUpsideGap2Crows} bar by bar, with the same bits. */
export class CdlUpsideGap2Crows extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlUpsideGap2CrowsShape, {})
  }
}

const cdlXSideGap3MethodsShape = {
  name: 'cdl-x-side-gap-3-methods',
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['value'],
  write: (buffer: Float64Array, bar: BarInput<'open' | 'high' | 'low' | 'close'>): void => {
    buffer[0] = bar.open
    buffer[1] = bar.high
    buffer[2] = bar.low
    buffer[3] = bar.close
  },
} as const

/**
 * Up- or downside gap three methods: a gap that a candle of the other color closes.
 *
 * Formula: 100 where two white candles with a gap up are followed by a black one that opens within
 * the second body and closes within the first, -100 for the mirror image.
 *
 * CDLXSIDEGAP3METHODS of TA-Lib.
 *
 * @throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,
 * `DATA_LENGTH_MISMATCH` where columns differ in length.
 */
export const cdlXSideGap3Methods: IndicatorFunction<
  'open' | 'high' | 'low' | 'close',
  object,
  'value'
> = defineIndicator(cdlXSideGap3MethodsShape)

/** {@link cdlXSideGap3Methods} bar by bar, with the same bits. */
export class CdlXSideGap3Methods extends StreamingIndicator<
  'open' | 'high' | 'low' | 'close',
  'value'
> {
  constructor() {
    super(cdlXSideGap3MethodsShape, {})
  }
}
