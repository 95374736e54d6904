// Written by `npm run features` from the functions of the profile talib.
import { profileCall, type ProfileCall } from '../profiles/profile-call.ts'
import { talibFunction } from '../profiles/talib-functions.ts'

/**
 * Accelerator oscillator: the awesome oscillator less its simple average. The indicator `ac`.
 */
export const AC = profileCall(() => talibFunction('AC')) as ProfileCall<
  'high' | 'low',
  {
    /** Default 5. */
    readonly fastperiod?: number
    /** Default 34. */
    readonly slowperiod?: number
    /** Default 5. */
    readonly signalperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Acceleration bands: averages of the highs and lows, pushed out by the range of their bars. The indicator `accbands`.
 */
export const ACCBANDS = profileCall(() => talibFunction('ACCBANDS')) as ProfileCall<
  'high' | 'low' | 'close',
  {
    /** Default 20. */
    readonly timeperiod?: number
  },
  { readonly upperband: 'real'; readonly middleband: 'real'; readonly lowerband: 'real' }
>

/**
 * The angle whose cosine the value is, in radians. The indicator `acos`.
 */
export const ACOS = profileCall(() => talibFunction('ACOS')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * Accumulation/distribution line: volume weighed by where the close lies in its bar, summed from the first bar. The indicator `ad`.
 */
export const AD = profileCall(() => talibFunction('AD')) as ProfileCall<
  'high' | 'low' | 'close' | 'volume',
  object,
  { readonly value: 'real' }
>

/**
 * Sum of two columns. The indicator `add`.
 */
export const ADD = profileCall(() => talibFunction('ADD')) as ProfileCall<
  'real0' | 'real1',
  object,
  { readonly value: 'real' }
>

/**
 * Chaikin oscillator: a fast average of the accumulation/distribution line less a slow one. The indicator `adosc`.
 */
export const ADOSC = profileCall(() => talibFunction('ADOSC')) as ProfileCall<
  'high' | 'low' | 'close' | 'volume',
  {
    /** Default 3. */
    readonly fastperiod?: number
    /** Default 10. */
    readonly slowperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Average range of a bar, from its low to its high. The indicator `adr`.
 */
export const ADR = profileCall(() => talibFunction('ADR')) as ProfileCall<
  'high' | 'low',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Average directional index: how strong a trend is, whichever way, 0 to 100. The indicator `adx`.
 */
export const ADX = profileCall(() => talibFunction('ADX')) as ProfileCall<
  'high' | 'low' | 'close',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Average directional index rating: the mean of the index and of the one some bars ago. The indicator `adxr`.
 */
export const ADXR = profileCall(() => talibFunction('ADXR')) as ProfileCall<
  'high' | 'low' | 'close',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Awesome oscillator: a fast simple average of the middles of bars less a slow one. The indicator `ao`.
 */
export const AO = profileCall(() => talibFunction('AO')) as ProfileCall<
  'high' | 'low',
  {
    /** Default 5. */
    readonly fastperiod?: number
    /** Default 34. */
    readonly slowperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Absolute price oscillator: a fast average less a slow one. The indicator `apo`.
 */
export const APO = profileCall(() => talibFunction('APO')) as ProfileCall<
  'value',
  {
    /** Default 12. */
    readonly fastperiod?: number
    /** Default 26. */
    readonly slowperiod?: number
    /** Default 1. */
    readonly matype?:
      | number
      | 'sma'
      | 'ema'
      | 'wma'
      | 'dema'
      | 'tema'
      | 'trima'
      | 'kama'
      | 'mama'
      | 't3'
      | 'hma'
      | 'none'
      | 'default'
      | 'zlema'
      | 'rma'
  },
  { readonly value: 'real' }
>

/**
 * Aroon: how recent the lowest low and the highest high are, 100 for the bar in hand. The indicator `aroon`.
 */
export const AROON = profileCall(() => talibFunction('AROON')) as ProfileCall<
  'high' | 'low',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly aroondown: 'real'; readonly aroonup: 'real' }
>

/**
 * Aroon oscillator: Aroon up less Aroon down, -100 to 100. The indicator `aroon-oscillator`.
 */
export const AROONOSC = profileCall(() => talibFunction('AROONOSC')) as ProfileCall<
  'high' | 'low',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * The angle whose sine the value is, in radians. The indicator `asin`.
 */
export const ASIN = profileCall(() => talibFunction('ASIN')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * The angle whose tangent the value is, in radians. The indicator `atan`.
 */
export const ATAN = profileCall(() => talibFunction('ATAN')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * Average true range: how far a bar usually moves. The indicator `atr`.
 */
export const ATR = profileCall(() => talibFunction('ATR')) as ProfileCall<
  'high' | 'low' | 'close',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Average deviation: the mean distance of the last values from their mean. The indicator `avgdev`.
 */
export const AVGDEV = profileCall(() => talibFunction('AVGDEV')) as ProfileCall<
  'value',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Average price of a bar. The indicator `avgprice`.
 */
export const AVGPRICE = profileCall(() => talibFunction('AVGPRICE')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'real' }
>

/**
 * Bollinger bands: a moving average, and bands some standard deviations around it. The indicator `bollinger-bands`.
 */
export const BBANDS = profileCall(() => talibFunction('BBANDS')) as ProfileCall<
  'value',
  {
    /** Default 20. */
    readonly timeperiod?: number
    /** Default 2. */
    readonly nbdevup?: number
    readonly nbdevdn?: number
    /** Default 0. */
    readonly matype?:
      | number
      | 'sma'
      | 'ema'
      | 'wma'
      | 'dema'
      | 'tema'
      | 'trima'
      | 'kama'
      | 'mama'
      | 't3'
      | 'hma'
      | 'none'
      | 'default'
      | 'zlema'
      | 'rma'
  },
  { readonly upperband: 'real'; readonly middleband: 'real'; readonly lowerband: 'real' }
>

/**
 * Beta: how much the returns of y move with those of x. The indicator `beta`.
 */
export const BETA = profileCall(() => talibFunction('BETA')) as ProfileCall<
  'real0' | 'real1',
  {
    /** Default 5. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Balance of power: the body of a bar over its range, -1 to 1. The indicator `bop`.
 */
export const BOP = profileCall(() => talibFunction('BOP')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'real' }
>

/**
 * Commodity channel index: how far the typical price is from its mean, in mean distances. The indicator `cci`.
 */
export const CCI = profileCall(() => talibFunction('CCI')) as ProfileCall<
  'high' | 'low' | 'close',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Two crows: a gap up after a long white candle that two black ones close again. The indicator `cdl-2-crows`.
 */
export const CDL2CROWS = profileCall(() => talibFunction('CDL2CROWS')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Three black crows: three black candles in a row, each lower, after a white one. The indicator `cdl-3-black-crows`.
 */
export const CDL3BLACKCROWS = profileCall(() => talibFunction('CDL3BLACKCROWS')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Three inside up or down: a harami that the third candle confirms. The indicator `cdl-3-inside`.
 */
export const CDL3INSIDE = profileCall(() => talibFunction('CDL3INSIDE')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Three-line strike: a fourth candle that takes back three in a row. The indicator `cdl-3-line-strike`.
 */
export const CDL3LINESTRIKE = profileCall(() => talibFunction('CDL3LINESTRIKE')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Three outside up or down: an engulfing that the third candle confirms. The indicator `cdl-3-outside`.
 */
export const CDL3OUTSIDE = profileCall(() => talibFunction('CDL3OUTSIDE')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Three stars in the south: a fall that slows in three black candles. The indicator `cdl-3-stars-in-south`.
 */
export const CDL3STARSINSOUTH = profileCall(() => talibFunction('CDL3STARSINSOUTH')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Three advancing white soldiers: three white candles in a row, each higher. The indicator `cdl-3-white-soldiers`.
 */
export const CDL3WHITESOLDIERS = profileCall(() =>
  talibFunction('CDL3WHITESOLDIERS'),
) as ProfileCall<'open' | 'high' | 'low' | 'close', object, { readonly value: 'integer' }>

/**
 * Abandoned baby: a doji that gaps away, shadows included, and is left behind. The indicator `cdl-abandoned-baby`.
 */
export const CDLABANDONEDBABY = profileCall(() => talibFunction('CDLABANDONEDBABY')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  {
    /** Default 0.3. */
    readonly penetration?: number
  },
  { readonly value: 'integer' }
>

/**
 * Advance block: three rising white candles that weaken. The indicator `cdl-advance-block`.
 */
export const CDLADVANCEBLOCK = profileCall(() => talibFunction('CDLADVANCEBLOCK')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Belt-hold: a long candle that opens at its extreme. The indicator `cdl-belt-hold`.
 */
export const CDLBELTHOLD = profileCall(() => talibFunction('CDLBELTHOLD')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Breakaway: a gap and a run that the fifth candle turns back into the gap. The indicator `cdl-breakaway`.
 */
export const CDLBREAKAWAY = profileCall(() => talibFunction('CDLBREAKAWAY')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Closing marubozu: a long candle that closes at its extreme. The indicator `cdl-closing-marubozu`.
 */
export const CDLCLOSINGMARUBOZU = profileCall(() =>
  talibFunction('CDLCLOSINGMARUBOZU'),
) as ProfileCall<'open' | 'high' | 'low' | 'close', object, { readonly value: 'integer' }>

/**
 * Concealing baby swallow: four black candles, the last swallowing the third. The indicator `cdl-conceal-baby-swall`.
 */
export const CDLCONCEALBABYSWALL = profileCall(() =>
  talibFunction('CDLCONCEALBABYSWALL'),
) as ProfileCall<'open' | 'high' | 'low' | 'close', object, { readonly value: 'integer' }>

/**
 * Counterattack: two long candles of opposite colors that close at the same price. The indicator `cdl-counterattack`.
 */
export const CDLCOUNTERATTACK = profileCall(() => talibFunction('CDLCOUNTERATTACK')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Dark cloud cover: a black candle from above the high deep into a long white body. The indicator `cdl-dark-cloud-cover`.
 */
export const CDLDARKCLOUDCOVER = profileCall(() =>
  talibFunction('CDLDARKCLOUDCOVER'),
) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  {
    /** Default 0.5. */
    readonly penetration?: number
  },
  { readonly value: 'integer' }
>

/**
 * Doji: open and close are about equal. The indicator `cdl-doji`.
 */
export const CDLDOJI = profileCall(() => talibFunction('CDLDOJI')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Doji star: a doji that gaps away from a long candle. The indicator `cdl-doji-star`.
 */
export const CDLDOJISTAR = profileCall(() => talibFunction('CDLDOJISTAR')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Dragonfly doji: a doji with a lower shadow only. The indicator `cdl-dragonfly-doji`.
 */
export const CDLDRAGONFLYDOJI = profileCall(() => talibFunction('CDLDRAGONFLYDOJI')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Engulfing: a body that holds the whole body before it, of the other color. The indicator `cdl-engulfing`.
 */
export const CDLENGULFING = profileCall(() => talibFunction('CDLENGULFING')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Evening doji star: a doji above a long white candle, then a fall. The indicator `cdl-evening-doji-star`.
 */
export const CDLEVENINGDOJISTAR = profileCall(() =>
  talibFunction('CDLEVENINGDOJISTAR'),
) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  {
    /** Default 0.3. */
    readonly penetration?: number
  },
  { readonly value: 'integer' }
>

/**
 * Evening star: a small body above a long white candle, then a fall. The indicator `cdl-evening-star`.
 */
export const CDLEVENINGSTAR = profileCall(() => talibFunction('CDLEVENINGSTAR')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  {
    /** Default 0.3. */
    readonly penetration?: number
  },
  { readonly value: 'integer' }
>

/**
 * Up- or downside gap with side-by-side white lines: two alike white candles beyond a gap. The indicator `cdl-gap-side-side-white`.
 */
export const CDLGAPSIDESIDEWHITE = profileCall(() =>
  talibFunction('CDLGAPSIDESIDEWHITE'),
) as ProfileCall<'open' | 'high' | 'low' | 'close', object, { readonly value: 'integer' }>

/**
 * Gravestone doji: a doji with an upper shadow only. The indicator `cdl-gravestone-doji`.
 */
export const CDLGRAVESTONEDOJI = profileCall(() =>
  talibFunction('CDLGRAVESTONEDOJI'),
) as ProfileCall<'open' | 'high' | 'low' | 'close', object, { readonly value: 'integer' }>

/**
 * Hammer: a small body on a long lower shadow, at or below the low before. The indicator `cdl-hammer`.
 */
export const CDLHAMMER = profileCall(() => talibFunction('CDLHAMMER')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Hanging man: a small body on a long lower shadow, at or above the high before. The indicator `cdl-hanging-man`.
 */
export const CDLHANGINGMAN = profileCall(() => talibFunction('CDLHANGINGMAN')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Harami: a small body within a long one. The indicator `cdl-harami`.
 */
export const CDLHARAMI = profileCall(() => talibFunction('CDLHARAMI')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Harami cross: a doji within a long body. The indicator `cdl-harami-cross`.
 */
export const CDLHARAMICROSS = profileCall(() => talibFunction('CDLHARAMICROSS')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * High-wave candle: a small body between very long shadows. The indicator `cdl-high-wave`.
 */
export const CDLHIGHWAVE = profileCall(() => talibFunction('CDLHIGHWAVE')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Hikkake: a break out of an inside bar that proves false. The indicator `cdl-hikkake`.
 */
export const CDLHIKKAKE = profileCall(() => talibFunction('CDLHIKKAKE')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Modified hikkake: a false break out of the second of two inside bars. The indicator `cdl-hikkake-mod`.
 */
export const CDLHIKKAKEMOD = profileCall(() => talibFunction('CDLHIKKAKEMOD')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Homing pigeon: a small black body within a long black one. The indicator `cdl-homing-pigeon`.
 */
export const CDLHOMINGPIGEON = profileCall(() => talibFunction('CDLHOMINGPIGEON')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Identical three crows: three black candles, each opening where the one before closed. The indicator `cdl-identical-3-crows`.
 */
export const CDLIDENTICAL3CROWS = profileCall(() =>
  talibFunction('CDLIDENTICAL3CROWS'),
) as ProfileCall<'open' | 'high' | 'low' | 'close', object, { readonly value: 'integer' }>

/**
 * In-neck: a white candle from below the low that just reaches the close of a long black one. The indicator `cdl-in-neck`.
 */
export const CDLINNECK = profileCall(() => talibFunction('CDLINNECK')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Inverted hammer: a small body under a long upper shadow, gapping down. The indicator `cdl-inverted-hammer`.
 */
export const CDLINVERTEDHAMMER = profileCall(() =>
  talibFunction('CDLINVERTEDHAMMER'),
) as ProfileCall<'open' | 'high' | 'low' | 'close', object, { readonly value: 'integer' }>

/**
 * Kicking: two marubozu of opposite colors with a gap between them. The indicator `cdl-kicking`.
 */
export const CDLKICKING = profileCall(() => talibFunction('CDLKICKING')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Kicking by length: a kicking that goes the way of its longer candle. The indicator `cdl-kicking-by-length`.
 */
export const CDLKICKINGBYLENGTH = profileCall(() =>
  talibFunction('CDLKICKINGBYLENGTH'),
) as ProfileCall<'open' | 'high' | 'low' | 'close', object, { readonly value: 'integer' }>

/**
 * Ladder bottom: a fall in steps that a white candle from above ends. The indicator `cdl-ladder-bottom`.
 */
export const CDLLADDERBOTTOM = profileCall(() => talibFunction('CDLLADDERBOTTOM')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Long-legged doji: a doji with a long shadow. The indicator `cdl-long-legged-doji`.
 */
export const CDLLONGLEGGEDDOJI = profileCall(() =>
  talibFunction('CDLLONGLEGGEDDOJI'),
) as ProfileCall<'open' | 'high' | 'low' | 'close', object, { readonly value: 'integer' }>

/**
 * Long line: a long body with short shadows. The indicator `cdl-long-line`.
 */
export const CDLLONGLINE = profileCall(() => talibFunction('CDLLONGLINE')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Marubozu: a long body without shadows. The indicator `cdl-marubozu`.
 */
export const CDLMARUBOZU = profileCall(() => talibFunction('CDLMARUBOZU')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Matching low: two black candles with equal closes. The indicator `cdl-matching-low`.
 */
export const CDLMATCHINGLOW = profileCall(() => talibFunction('CDLMATCHINGLOW')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Mat hold: a rise, a rest of three small candles, a new high. The indicator `cdl-mat-hold`.
 */
export const CDLMATHOLD = profileCall(() => talibFunction('CDLMATHOLD')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  {
    /** Default 0.5. */
    readonly penetration?: number
  },
  { readonly value: 'integer' }
>

/**
 * Morning doji star: a doji below a long black candle, then a rise. The indicator `cdl-morning-doji-star`.
 */
export const CDLMORNINGDOJISTAR = profileCall(() =>
  talibFunction('CDLMORNINGDOJISTAR'),
) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  {
    /** Default 0.3. */
    readonly penetration?: number
  },
  { readonly value: 'integer' }
>

/**
 * Morning star: a small body below a long black candle, then a rise. The indicator `cdl-morning-star`.
 */
export const CDLMORNINGSTAR = profileCall(() => talibFunction('CDLMORNINGSTAR')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  {
    /** Default 0.3. */
    readonly penetration?: number
  },
  { readonly value: 'integer' }
>

/**
 * On-neck: a white candle from below the low that just reaches the low of a long black one. The indicator `cdl-on-neck`.
 */
export const CDLONNECK = profileCall(() => talibFunction('CDLONNECK')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Piercing line: a long white candle from below the low deep into a long black body. The indicator `cdl-piercing`.
 */
export const CDLPIERCING = profileCall(() => talibFunction('CDLPIERCING')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Rickshaw man: a doji in the middle of two long shadows. The indicator `cdl-rickshaw-man`.
 */
export const CDLRICKSHAWMAN = profileCall(() => talibFunction('CDLRICKSHAWMAN')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Rising or falling three methods: a long candle, three small ones against it, a new extreme. The indicator `cdl-rise-fall-3-methods`.
 */
export const CDLRISEFALL3METHODS = profileCall(() =>
  talibFunction('CDLRISEFALL3METHODS'),
) as ProfileCall<'open' | 'high' | 'low' | 'close', object, { readonly value: 'integer' }>

/**
 * Separating lines: two candles of opposite colors from the same open. The indicator `cdl-separating-lines`.
 */
export const CDLSEPARATINGLINES = profileCall(() =>
  talibFunction('CDLSEPARATINGLINES'),
) as ProfileCall<'open' | 'high' | 'low' | 'close', object, { readonly value: 'integer' }>

/**
 * Shooting star: a small body under a long upper shadow, gapping up. The indicator `cdl-shooting-star`.
 */
export const CDLSHOOTINGSTAR = profileCall(() => talibFunction('CDLSHOOTINGSTAR')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Short line: a short body with short shadows. The indicator `cdl-short-line`.
 */
export const CDLSHORTLINE = profileCall(() => talibFunction('CDLSHORTLINE')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Spinning top: a small body with longer shadows. The indicator `cdl-spinning-top`.
 */
export const CDLSPINNINGTOP = profileCall(() => talibFunction('CDLSPINNINGTOP')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Stalled pattern: two long white candles and a small one on their shoulder. The indicator `cdl-stalled-pattern`.
 */
export const CDLSTALLEDPATTERN = profileCall(() =>
  talibFunction('CDLSTALLEDPATTERN'),
) as ProfileCall<'open' | 'high' | 'low' | 'close', object, { readonly value: 'integer' }>

/**
 * Stick sandwich: a white candle between two black ones with equal closes. The indicator `cdl-stick-sandwich`.
 */
export const CDLSTICKSANDWICH = profileCall(() => talibFunction('CDLSTICKSANDWICH')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Takuri: a dragonfly doji with a very long lower shadow. The indicator `cdl-takuri`.
 */
export const CDLTAKURI = profileCall(() => talibFunction('CDLTAKURI')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Tasuki gap: a gap that a candle of the other color only partly closes. The indicator `cdl-tasuki-gap`.
 */
export const CDLTASUKIGAP = profileCall(() => talibFunction('CDLTASUKIGAP')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Thrusting: a white candle from below the low into the lower half of a long black body. The indicator `cdl-thrusting`.
 */
export const CDLTHRUSTING = profileCall(() => talibFunction('CDLTHRUSTING')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Tristar: three doji, the middle one apart. The indicator `cdl-tristar`.
 */
export const CDLTRISTAR = profileCall(() => talibFunction('CDLTRISTAR')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Unique three river: a new low that is rejected, then a small white candle. The indicator `cdl-unique-3-river`.
 */
export const CDLUNIQUE3RIVER = profileCall(() => talibFunction('CDLUNIQUE3RIVER')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  { readonly value: 'integer' }
>

/**
 * Upside gap two crows: two black candles above a gap, the second engulfing the first. The indicator `cdl-upside-gap-2-crows`.
 */
export const CDLUPSIDEGAP2CROWS = profileCall(() =>
  talibFunction('CDLUPSIDEGAP2CROWS'),
) as ProfileCall<'open' | 'high' | 'low' | 'close', object, { readonly value: 'integer' }>

/**
 * Up- or downside gap three methods: a gap that a candle of the other color closes. The indicator `cdl-x-side-gap-3-methods`.
 */
export const CDLXSIDEGAP3METHODS = profileCall(() =>
  talibFunction('CDLXSIDEGAP3METHODS'),
) as ProfileCall<'open' | 'high' | 'low' | 'close', object, { readonly value: 'integer' }>

/**
 * The least whole number not below the value. The indicator `ceil`.
 */
export const CEIL = profileCall(() => talibFunction('CEIL')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * Chaikin money flow: volume weighed by where the close lies in its bar, over volume, -1 to 1. The indicator `cmf`.
 */
export const CMF = profileCall(() => talibFunction('CMF')) as ProfileCall<
  'high' | 'low' | 'close' | 'volume',
  {
    /** Default 20. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Chande momentum oscillator, with Wilder's smoothing: gains less losses over both, -100 to 100. The indicator `cmo`.
 */
export const CMO = profileCall(() => talibFunction('CMO')) as ProfileCall<
  'value',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Chande momentum oscillator as its author wrote it: sums of gains less losses over both, -100 to 100. The indicator `cmou`.
 */
export const CMOU = profileCall(() => talibFunction('CMOU')) as ProfileCall<
  'value',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Coppock curve: a weighted average of two rates of change added. The indicator `coppock`.
 */
export const COPPOCK = profileCall(() => talibFunction('COPPOCK')) as ProfileCall<
  'value',
  {
    /** Default 10. */
    readonly wmaperiod?: number
    /** Default 11. */
    readonly roc1period?: number
    /** Default 14. */
    readonly roc2period?: number
  },
  { readonly value: 'real' }
>

/**
 * Pearson correlation of two columns, -1 to 1. The indicator `correl`.
 */
export const CORREL = profileCall(() => talibFunction('CORREL')) as ProfileCall<
  'real0' | 'real1',
  {
    /** Default 30. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Cosine of an angle in radians. The indicator `cos`.
 */
export const COS = profileCall(() => talibFunction('COS')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * Hyperbolic cosine. The indicator `cosh`.
 */
export const COSH = profileCall(() => talibFunction('COSH')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * The sum of all values up to now. The indicator `cumsum`.
 */
export const CUMSUM = profileCall(() => talibFunction('CUMSUM')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * Chaikin volatility: how much the smoothed range has changed, in percent. The indicator `cvi`.
 */
export const CVI = profileCall(() => talibFunction('CVI')) as ProfileCall<
  'high' | 'low',
  {
    /** Default 10. */
    readonly timeperiod?: number
    /** Default 10. */
    readonly rocperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Double exponential moving average: an exponential average with half its lag taken out. The indicator `dema`.
 */
export const DEMA = profileCall(() => talibFunction('DEMA')) as ProfileCall<
  'value',
  {
    /** Default 30. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Quotient of two columns. The indicator `div`.
 */
export const DIV = profileCall(() => talibFunction('DIV')) as ProfileCall<
  'real0' | 'real1',
  object,
  { readonly value: 'real' }
>

/**
 * Donchian channels: the highest high, the lowest low, and the middle of both. The indicator `donchian`.
 */
export const DONCHIAN = profileCall(() => talibFunction('DONCHIAN')) as ProfileCall<
  'high' | 'low',
  {
    /** Default 20. */
    readonly timeperiod?: number
  },
  { readonly upperband: 'real'; readonly middleband: 'real'; readonly lowerband: 'real' }
>

/**
 * Detrended price oscillator: an earlier price less the average, so that cycles stand out. The indicator `dpo`.
 */
export const DPO = profileCall(() => talibFunction('DPO')) as ProfileCall<
  'value',
  {
    /** Default 20. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Directional index: how much one direction outweighs the other, 0 to 100. The indicator `dx`.
 */
export const DX = profileCall(() => talibFunction('DX')) as ProfileCall<
  'high' | 'low' | 'close',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Force index: the change of the close times the volume, smoothed. The indicator `efi`.
 */
export const EFI = profileCall(() => talibFunction('EFI')) as ProfileCall<
  'close' | 'volume',
  {
    /** Default 13. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Exponential moving average: recent values weigh more. The indicator `ema`.
 */
export const EMA = profileCall(() => talibFunction('EMA')) as ProfileCall<
  'value',
  {
    /** Default 30. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Efficiency ratio: the way from end to end over the way gone, 0 to 1. The indicator `er`.
 */
export const ER = profileCall(() => talibFunction('ER')) as ProfileCall<
  'value',
  {
    /** Default 10. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Elder ray: how far the high and the low are from the exponential average of the close. The indicator `eri`.
 */
export const ERI = profileCall(() => talibFunction('ERI')) as ProfileCall<
  'high' | 'low' | 'close',
  {
    /** Default 13. */
    readonly timeperiod?: number
  },
  { readonly bullpower: 'real'; readonly bearpower: 'real' }
>

/**
 * Exponential. The indicator `exp`.
 */
export const EXP = profileCall(() => talibFunction('EXP')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * The greatest whole number not above the value. The indicator `floor`.
 */
export const FLOOR = profileCall(() => talibFunction('FLOOR')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * Forecast oscillator: how far the price is from what the line through the bars before it foretold, in percent. The indicator `fosc`.
 */
export const FOSC = profileCall(() => talibFunction('FOSC')) as ProfileCall<
  'value',
  {
    /** Default 5. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Fractal: 100 where the high, or the low, of some bars ago stands out from those around it. The indicator `fractal`.
 */
export const FRACTAL = profileCall(() => talibFunction('FRACTAL')) as ProfileCall<
  'high' | 'low',
  {
    /** Default 2. */
    readonly leftbars?: number
    /** Default 2. */
    readonly rightbars?: number
  },
  { readonly swinghigh: 'integer'; readonly swinglow: 'integer' }
>

/**
 * Heikin-Ashi: candles averaged so that a trend keeps one colour. The indicator `heikin-ashi`.
 */
export const HA = profileCall(() => talibFunction('HA')) as ProfileCall<
  'open' | 'high' | 'low' | 'close',
  object,
  {
    readonly haopen: 'real'
    readonly hahigh: 'real'
    readonly halow: 'real'
    readonly haclose: 'real'
  }
>

/**
 * Hull moving average: weighted averages combined so that lag nearly vanishes. The indicator `hma`.
 */
export const HMA = profileCall(() => talibFunction('HMA')) as ProfileCall<
  'value',
  {
    /** Default 20. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Period of the dominant cycle in bars, by the Hilbert transform. The indicator `ht-dcperiod`.
 */
export const HT_DCPERIOD = profileCall(() => talibFunction('HT_DCPERIOD')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * Phase of the dominant cycle in degrees, -45 to 315, by the Hilbert transform. The indicator `ht-dcphase`.
 */
export const HT_DCPHASE = profileCall(() => talibFunction('HT_DCPHASE')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * In-phase and quadrature parts of the price by the Hilbert transform. The indicator `ht-phasor`.
 */
export const HT_PHASOR = profileCall(() => talibFunction('HT_PHASOR')) as ProfileCall<
  'value',
  object,
  { readonly inphase: 'real'; readonly quadrature: 'real' }
>

/**
 * Sine of the phase of the dominant cycle, and the same 45 degrees ahead. The indicator `ht-sine`.
 */
export const HT_SINE = profileCall(() => talibFunction('HT_SINE')) as ProfileCall<
  'value',
  object,
  { readonly sine: 'real'; readonly leadsine: 'real' }
>

/**
 * Instantaneous trendline: the price without its dominant cycle. The indicator `ht-trendline`.
 */
export const HT_TRENDLINE = profileCall(() => talibFunction('HT_TRENDLINE')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * Whether the market trends (1) or cycles (0), by the Hilbert transform. The indicator `ht-trendmode`.
 */
export const HT_TRENDMODE = profileCall(() => talibFunction('HT_TRENDMODE')) as ProfileCall<
  'value',
  object,
  { readonly value: 'integer' }
>

/**
 * Intraday momentum index: the bodies of rising bars in percent of all bodies. The indicator `imi`.
 */
export const IMI = profileCall(() => talibFunction('IMI')) as ProfileCall<
  'open' | 'close',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Kaufman adaptive moving average: fast in a trend, slow in noise. The indicator `kama`.
 */
export const KAMA = profileCall(() => talibFunction('KAMA')) as ProfileCall<
  'value',
  {
    /** Default 30. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Keltner channels: an exponential average, and bands some average true ranges around it. The indicator `keltner`.
 */
export const KC = profileCall(() => talibFunction('KC')) as ProfileCall<
  'high' | 'low' | 'close',
  {
    /** Default 20. */
    readonly timeperiod?: number
    /** Default 10. */
    readonly atrperiod?: number
    /** Default 2. */
    readonly nbdev?: number
  },
  { readonly upperband: 'real'; readonly middleband: 'real'; readonly lowerband: 'real' }
>

/**
 * KDJ: the slow stochastic with Wilder's averages, and its overshoot. The indicator `kdj`.
 */
export const KDJ = profileCall(() => talibFunction('KDJ')) as ProfileCall<
  'high' | 'low' | 'close',
  {
    /** Default 9. */
    readonly fastk_period?: number
    /** Default 3. */
    readonly slowk_period?: number
    /** Default 13. */
    readonly slowk_matype?:
      | number
      | 'sma'
      | 'ema'
      | 'wma'
      | 'dema'
      | 'tema'
      | 'trima'
      | 'kama'
      | 'mama'
      | 't3'
      | 'hma'
      | 'none'
      | 'default'
      | 'zlema'
      | 'rma'
    /** Default 3. */
    readonly slowd_period?: number
    /** Default 13. */
    readonly slowd_matype?:
      | number
      | 'sma'
      | 'ema'
      | 'wma'
      | 'dema'
      | 'tema'
      | 'trima'
      | 'kama'
      | 'mama'
      | 't3'
      | 'hma'
      | 'none'
      | 'default'
      | 'zlema'
      | 'rma'
  },
  { readonly k: 'real'; readonly d: 'real'; readonly j: 'real' }
>

/**
 * Linear regression: the least-squares line through the last values, at the last. The indicator `linear-regression`.
 */
export const LINEARREG = profileCall(() => talibFunction('LINEARREG')) as ProfileCall<
  'value',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Angle of the least-squares line through the last values, in degrees. The indicator `linear-regression-angle`.
 */
export const LINEARREG_ANGLE = profileCall(() => talibFunction('LINEARREG_ANGLE')) as ProfileCall<
  'value',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Height of the least-squares line through the last values, at the first of them. The indicator `linear-regression-intercept`.
 */
export const LINEARREG_INTERCEPT = profileCall(() =>
  talibFunction('LINEARREG_INTERCEPT'),
) as ProfileCall<
  'value',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Slope of the least-squares line through the last values, per bar. The indicator `linear-regression-slope`.
 */
export const LINEARREG_SLOPE = profileCall(() => talibFunction('LINEARREG_SLOPE')) as ProfileCall<
  'value',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Natural logarithm. The indicator `ln`.
 */
export const LN = profileCall(() => talibFunction('LN')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * Logarithm to base 10. The indicator `log10`.
 */
export const LOG10 = profileCall(() => talibFunction('LOG10')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * Moving average of a kind chosen by parameter. The indicator `ma`.
 */
export const MA = profileCall(() => talibFunction('MA')) as ProfileCall<
  'value',
  {
    /** Default 30. */
    readonly timeperiod?: number
    /** Default 0. */
    readonly matype?:
      | number
      | 'sma'
      | 'ema'
      | 'wma'
      | 'dema'
      | 'tema'
      | 'trima'
      | 'kama'
      | 'mama'
      | 't3'
      | 'hma'
      | 'none'
      | 'default'
      | 'zlema'
      | 'rma'
  },
  { readonly value: 'real' }
>

/**
 * Moving average convergence/divergence: a fast average less a slow one, and its signal. The indicator `macd`.
 */
export const MACD = profileCall(() => talibFunction('MACD')) as ProfileCall<
  'value',
  {
    /** Default 12. */
    readonly fastperiod?: number
    /** Default 26. */
    readonly slowperiod?: number
    /** Default 9. */
    readonly signalperiod?: number
  },
  { readonly macd: 'real'; readonly macdsignal: 'real'; readonly macdhist: 'real' }
>

/**
 * MACD with averages of any kind. The indicator `macd-ext`.
 */
export const MACDEXT = profileCall(() => talibFunction('MACDEXT')) as ProfileCall<
  'value',
  {
    /** Default 12. */
    readonly fastperiod?: number
    /** Default 0. */
    readonly fastmatype?:
      | number
      | 'sma'
      | 'ema'
      | 'wma'
      | 'dema'
      | 'tema'
      | 'trima'
      | 'kama'
      | 'mama'
      | 't3'
      | 'hma'
      | 'none'
      | 'default'
      | 'zlema'
      | 'rma'
    /** Default 26. */
    readonly slowperiod?: number
    /** Default 0. */
    readonly slowmatype?:
      | number
      | 'sma'
      | 'ema'
      | 'wma'
      | 'dema'
      | 'tema'
      | 'trima'
      | 'kama'
      | 'mama'
      | 't3'
      | 'hma'
      | 'none'
      | 'default'
      | 'zlema'
      | 'rma'
    /** Default 9. */
    readonly signalperiod?: number
    /** Default 0. */
    readonly signalmatype?:
      | number
      | 'sma'
      | 'ema'
      | 'wma'
      | 'dema'
      | 'tema'
      | 'trima'
      | 'kama'
      | 'mama'
      | 't3'
      | 'hma'
      | 'none'
      | 'default'
      | 'zlema'
      | 'rma'
  },
  { readonly macd: 'real'; readonly macdsignal: 'real'; readonly macdhist: 'real' }
>

/**
 * MACD of 12 and 26 with the rounded weights 0.15 and 0.075. The indicator `macd-fix`.
 */
export const MACDFIX = profileCall(() => talibFunction('MACDFIX')) as ProfileCall<
  'value',
  {
    /** Default 9. */
    readonly signalperiod?: number
  },
  { readonly macd: 'real'; readonly macdsignal: 'real'; readonly macdhist: 'real' }
>

/**
 * MESA adaptive moving average: fast where the phase of the cycle turns fast, and its following average. The indicator `mama`.
 */
export const MAMA = profileCall(() => talibFunction('MAMA')) as ProfileCall<
  'value',
  {
    /** Default 0.5. */
    readonly fastlimit?: number
    /** Default 0.05. */
    readonly slowlimit?: number
  },
  { readonly mama: 'real'; readonly fama: 'real' }
>

/**
 * Market facilitation index: the range of a bar for each unit of volume. The indicator `marketfi`.
 */
export const MARKETFI = profileCall(() => talibFunction('MARKETFI')) as ProfileCall<
  'high' | 'low' | 'volume',
  object,
  { readonly value: 'real' }
>

/**
 * Mass index: the smoothed range over its own average, summed; high where ranges widen. The indicator `massi`.
 */
export const MASSI = profileCall(() => talibFunction('MASSI')) as ProfileCall<
  'high' | 'low',
  {
    /** Default 9. */
    readonly fastperiod?: number
    /** Default 25. */
    readonly slowperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Moving average whose period is told for every bar. The indicator `mavp`.
 */
export const MAVP = profileCall(() => talibFunction('MAVP')) as ProfileCall<
  'real' | 'periods',
  {
    /** Default 2. */
    readonly minperiod?: number
    /** Default 30. */
    readonly maxperiod?: number
    /** Default 0. */
    readonly matype?:
      | number
      | 'sma'
      | 'ema'
      | 'wma'
      | 'dema'
      | 'tema'
      | 'trima'
      | 'kama'
      | 'mama'
      | 't3'
      | 'hma'
      | 'none'
      | 'default'
      | 'zlema'
      | 'rma'
  },
  { readonly value: 'real' }
>

/**
 * The greatest of the last values; of the highs: the upper Donchian channel. The indicator `highest`.
 */
export const MAX = profileCall(() => talibFunction('MAX')) as ProfileCall<
  'value',
  {
    /** Default 30. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Bar of the greatest of the last values, counted from the first. The indicator `max-index`.
 */
export const MAXINDEX = profileCall(() => talibFunction('MAXINDEX')) as ProfileCall<
  'value',
  {
    /** Default 30. */
    readonly timeperiod?: number
  },
  { readonly value: 'integer' }
>

/**
 * Median price of a bar: the middle of its range. The indicator `medprice`.
 */
export const MEDPRICE = profileCall(() => talibFunction('MEDPRICE')) as ProfileCall<
  'high' | 'low',
  object,
  { readonly value: 'real' }
>

/**
 * Money flow index: turnover of rising bars in percent of all turnover, 0 to 100. The indicator `mfi`.
 */
export const MFI = profileCall(() => talibFunction('MFI')) as ProfileCall<
  'high' | 'low' | 'close' | 'volume',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Midpoint: half-way between the least and the greatest of the last values. The indicator `midpoint`.
 */
export const MIDPOINT = profileCall(() => talibFunction('MIDPOINT')) as ProfileCall<
  'value',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Midprice: half-way between the lowest low and the highest high. The indicator `midprice`.
 */
export const MIDPRICE = profileCall(() => talibFunction('MIDPRICE')) as ProfileCall<
  'high' | 'low',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * The least of the last values; of the lows: the lower Donchian channel. The indicator `lowest`.
 */
export const MIN = profileCall(() => talibFunction('MIN')) as ProfileCall<
  'value',
  {
    /** Default 30. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Bar of the least of the last values, counted from the first. The indicator `min-index`.
 */
export const MININDEX = profileCall(() => talibFunction('MININDEX')) as ProfileCall<
  'value',
  {
    /** Default 30. */
    readonly timeperiod?: number
  },
  { readonly value: 'integer' }
>

/**
 * The least and the greatest of the last values. The indicator `min-max`.
 */
export const MINMAX = profileCall(() => talibFunction('MINMAX')) as ProfileCall<
  'value',
  {
    /** Default 30. */
    readonly timeperiod?: number
  },
  { readonly min: 'real'; readonly max: 'real' }
>

/**
 * Bars of the least and the greatest of the last values, counted from the first. The indicator `min-max-index`.
 */
export const MINMAXINDEX = profileCall(() => talibFunction('MINMAXINDEX')) as ProfileCall<
  'value',
  {
    /** Default 30. */
    readonly timeperiod?: number
  },
  { readonly minidx: 'integer'; readonly maxidx: 'integer' }
>

/**
 * Minus directional indicator: the falls of the low in percent of the range of the bars, smoothed. The indicator `minus-di`.
 */
export const MINUS_DI = profileCall(() => talibFunction('MINUS_DI')) as ProfileCall<
  'high' | 'low' | 'close',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Minus directional movement: the falls of the low, where they are greater than the other way, smoothed as a sum. The indicator `minus-dm`.
 */
export const MINUS_DM = profileCall(() => talibFunction('MINUS_DM')) as ProfileCall<
  'high' | 'low',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Momentum: the change over some bars. The indicator `mom`.
 */
export const MOM = profileCall(() => talibFunction('MOM')) as ProfileCall<
  'value',
  {
    /** Default 10. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Product of two columns. The indicator `mult`.
 */
export const MULT = profileCall(() => talibFunction('MULT')) as ProfileCall<
  'real0' | 'real1',
  object,
  { readonly value: 'real' }
>

/**
 * Normalized average true range: the average true range in percent of the close. The indicator `natr`.
 */
export const NATR = profileCall(() => talibFunction('NATR')) as ProfileCall<
  'high' | 'low' | 'close',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Negative volume index: the changes of the close on bars whose volume falls, chained. The indicator `nvi`.
 */
export const NVI = profileCall(() => talibFunction('NVI')) as ProfileCall<
  'close' | 'volume',
  object,
  { readonly value: 'real' }
>

/**
 * On-balance volume: the volume of rises less that of falls, summed from the first bar. The indicator `obv`.
 */
export const OBV = profileCall(() => talibFunction('OBV')) as ProfileCall<
  'close' | 'volume',
  object,
  { readonly value: 'real' }
>

/**
 * The value that so many percent of the last values do not exceed, one of them (nearest rank). The indicator `percentile`.
 */
export const PERCENTILE = profileCall(() => talibFunction('PERCENTILE')) as ProfileCall<
  'value',
  {
    /** Default 30. */
    readonly timeperiod?: number
    /** Default 50. */
    readonly percentile?: number
  },
  { readonly value: 'real' }
>

/**
 * Percent of the values before this one that are less. The indicator `percent-rank`.
 */
export const PERCENTRANK = profileCall(() => talibFunction('PERCENTRANK')) as ProfileCall<
  'value',
  {
    /** Default 100. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Plus directional indicator: the rises of the high in percent of the range of the bars, smoothed. The indicator `plus-di`.
 */
export const PLUS_DI = profileCall(() => talibFunction('PLUS_DI')) as ProfileCall<
  'high' | 'low' | 'close',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Plus directional movement: the rises of the high, where they are greater than the other way, smoothed as a sum. The indicator `plus-dm`.
 */
export const PLUS_DM = profileCall(() => talibFunction('PLUS_DM')) as ProfileCall<
  'high' | 'low',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Percentage price oscillator: a fast average less a slow one, in percent of the slow one. The indicator `ppo`.
 */
export const PPO = profileCall(() => talibFunction('PPO')) as ProfileCall<
  'value',
  {
    /** Default 12. */
    readonly fastperiod?: number
    /** Default 26. */
    readonly slowperiod?: number
    /** Default 1. */
    readonly matype?:
      | number
      | 'sma'
      | 'ema'
      | 'wma'
      | 'dema'
      | 'tema'
      | 'trima'
      | 'kama'
      | 'mama'
      | 't3'
      | 'hma'
      | 'none'
      | 'default'
      | 'zlema'
      | 'rma'
  },
  { readonly value: 'real' }
>

/**
 * Positive volume index: the changes of the close on bars whose volume rises, chained. The indicator `pvi`.
 */
export const PVI = profileCall(() => talibFunction('PVI')) as ProfileCall<
  'close' | 'volume',
  object,
  { readonly value: 'real' }
>

/**
 * Percentage volume oscillator: a fast average of volume less a slow one, in percent of the slow one. The indicator `pvo`.
 */
export const PVO = profileCall(() => talibFunction('PVO')) as ProfileCall<
  'value',
  {
    /** Default 12. */
    readonly fastperiod?: number
    /** Default 26. */
    readonly slowperiod?: number
    /** Default 1. */
    readonly matype?:
      | number
      | 'sma'
      | 'ema'
      | 'wma'
      | 'dema'
      | 'tema'
      | 'trima'
      | 'kama'
      | 'mama'
      | 't3'
      | 'hma'
      | 'none'
      | 'default'
      | 'zlema'
      | 'rma'
  },
  { readonly value: 'real' }
>

/**
 * Price volume trend: volume times the relative change of the close, summed from the first bar. The indicator `pvt`.
 */
export const PVT = profileCall(() => talibFunction('PVT')) as ProfileCall<
  'close' | 'volume',
  object,
  { readonly value: 'real' }
>

/**
 * QStick: the mean body of the last bars. The indicator `qstick`.
 */
export const QSTICK = profileCall(() => talibFunction('QSTICK')) as ProfileCall<
  'open' | 'close',
  {
    /** Default 10. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Wilder's smoothing: an exponential average with the weight 1 / period. The indicator `rma`.
 */
export const RMA = profileCall(() => talibFunction('RMA')) as ProfileCall<
  'value',
  {
    /** Default 30. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Rate of change: the change over some bars in percent. The indicator `roc`.
 */
export const ROC = profileCall(() => talibFunction('ROC')) as ProfileCall<
  'value',
  {
    /** Default 10. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Rate of change as a fraction. The indicator `rocp`.
 */
export const ROCP = profileCall(() => talibFunction('ROCP')) as ProfileCall<
  'value',
  {
    /** Default 10. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Rate of change as a ratio. The indicator `rocr`.
 */
export const ROCR = profileCall(() => talibFunction('ROCR')) as ProfileCall<
  'value',
  {
    /** Default 10. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Rate of change as a ratio in percent. The indicator `rocr100`.
 */
export const ROCR100 = profileCall(() => talibFunction('ROCR100')) as ProfileCall<
  'value',
  {
    /** Default 10. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Relative strength index: the share of gains in all recent movement, 0 to 100. The indicator `rsi`.
 */
export const RSI = profileCall(() => talibFunction('RSI')) as ProfileCall<
  'value',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Relative volatility index: the deviation of rising bars in percent of all deviation, 0 to 100. The indicator `rvi`.
 */
export const RVI = profileCall(() => talibFunction('RVI')) as ProfileCall<
  'value',
  {
    /** Default 14. */
    readonly timeperiod?: number
    /** Default 10. */
    readonly stddevperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Relative volume: the volume of a bar over the mean of the bars before it. The indicator `rvol`.
 */
export const RVOL = profileCall(() => talibFunction('RVOL')) as ProfileCall<
  'value',
  {
    /** Default 20. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Parabolic stop and reverse: a stop that follows the extreme ever faster and changes sides where it is hit. The indicator `sar`.
 */
export const SAR = profileCall(() => talibFunction('SAR')) as ProfileCall<
  'high' | 'low',
  {
    /** Default 0.02. */
    readonly acceleration?: number
    /** Default 0.2. */
    readonly maximum?: number
  },
  { readonly value: 'real' }
>

/**
 * Parabolic stop and reverse with accelerations of its own for each side; negative while short. The indicator `sar-ext`.
 */
export const SAREXT = profileCall(() => talibFunction('SAREXT')) as ProfileCall<
  'high' | 'low',
  {
    /** Default 0. */
    readonly startvalue?: number
    /** Default 0. */
    readonly offsetonreverse?: number
    /** Default 0.02. */
    readonly accelerationinitlong?: number
    /** Default 0.02. */
    readonly accelerationlong?: number
    /** Default 0.2. */
    readonly accelerationmaxlong?: number
    /** Default 0.02. */
    readonly accelerationinitshort?: number
    /** Default 0.02. */
    readonly accelerationshort?: number
    /** Default 0.2. */
    readonly accelerationmaxshort?: number
  },
  { readonly value: 'real' }
>

/**
 * Sine of an angle in radians. The indicator `sin`.
 */
export const SIN = profileCall(() => talibFunction('SIN')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * Hyperbolic sine. The indicator `sinh`.
 */
export const SINH = profileCall(() => talibFunction('SINH')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * Simple moving average: the mean of the last values. The indicator `sma`.
 */
export const SMA = profileCall(() => talibFunction('SMA')) as ProfileCall<
  'value',
  {
    /** Default 30. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Stochastic momentum index: the distance of the close from the middle of the recent range, smoothed twice, -100 to 100. The indicator `smi`.
 */
export const SMI = profileCall(() => talibFunction('SMI')) as ProfileCall<
  'high' | 'low' | 'close',
  {
    /** Default 13. */
    readonly timeperiod?: number
    /** Default 2. */
    readonly fastperiod?: number
    /** Default 25. */
    readonly slowperiod?: number
    /** Default 9. */
    readonly signalperiod?: number
  },
  { readonly smi: 'real'; readonly smisignal: 'real' }
>

/**
 * Square root. The indicator `sqrt`.
 */
export const SQRT = profileCall(() => talibFunction('SQRT')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * Standard deviation of the last values, of the population. The indicator `stddev`.
 */
export const STDDEV = profileCall(() => talibFunction('STDDEV')) as ProfileCall<
  'value',
  {
    /** Default 5. */
    readonly timeperiod?: number
    /** Default 1. */
    readonly nbdev?: number
  },
  { readonly value: 'real' }
>

/**
 * Slow stochastic: where the close lies in the recent range, smoothed, and its signal. The indicator `stoch`.
 */
export const STOCH = profileCall(() => talibFunction('STOCH')) as ProfileCall<
  'high' | 'low' | 'close',
  {
    /** Default 5. */
    readonly fastk_period?: number
    /** Default 3. */
    readonly slowk_period?: number
    /** Default 0. */
    readonly slowk_matype?:
      | number
      | 'sma'
      | 'ema'
      | 'wma'
      | 'dema'
      | 'tema'
      | 'trima'
      | 'kama'
      | 'mama'
      | 't3'
      | 'hma'
      | 'none'
      | 'default'
      | 'zlema'
      | 'rma'
    /** Default 3. */
    readonly slowd_period?: number
    /** Default 0. */
    readonly slowd_matype?:
      | number
      | 'sma'
      | 'ema'
      | 'wma'
      | 'dema'
      | 'tema'
      | 'trima'
      | 'kama'
      | 'mama'
      | 't3'
      | 'hma'
      | 'none'
      | 'default'
      | 'zlema'
      | 'rma'
  },
  { readonly slowk: 'real'; readonly slowd: 'real' }
>

/**
 * Fast stochastic: where the close lies in the recent range, and its average. The indicator `stochf`.
 */
export const STOCHF = profileCall(() => talibFunction('STOCHF')) as ProfileCall<
  'high' | 'low' | 'close',
  {
    /** Default 5. */
    readonly fastk_period?: number
    /** Default 3. */
    readonly fastd_period?: number
    /** Default 0. */
    readonly fastd_matype?:
      | number
      | 'sma'
      | 'ema'
      | 'wma'
      | 'dema'
      | 'tema'
      | 'trima'
      | 'kama'
      | 'mama'
      | 't3'
      | 'hma'
      | 'none'
      | 'default'
      | 'zlema'
      | 'rma'
  },
  { readonly fastk: 'real'; readonly fastd: 'real' }
>

/**
 * Stochastic RSI: where the relative strength index lies in its recent range, and its average. The indicator `stochrsi`.
 */
export const STOCHRSI = profileCall(() => talibFunction('STOCHRSI')) as ProfileCall<
  'value',
  {
    /** Default 14. */
    readonly timeperiod?: number
    /** Default 5. */
    readonly fastk_period?: number
    /** Default 3. */
    readonly fastd_period?: number
    /** Default 0. */
    readonly fastd_matype?:
      | number
      | 'sma'
      | 'ema'
      | 'wma'
      | 'dema'
      | 'tema'
      | 'trima'
      | 'kama'
      | 'mama'
      | 't3'
      | 'hma'
      | 'none'
      | 'default'
      | 'zlema'
      | 'rma'
  },
  { readonly fastk: 'real'; readonly fastd: 'real' }
>

/**
 * Difference of two columns. The indicator `sub`.
 */
export const SUB = profileCall(() => talibFunction('SUB')) as ProfileCall<
  'real0' | 'real1',
  object,
  { readonly value: 'real' }
>

/**
 * The sum of the last values. The indicator `sum`.
 */
export const SUM = profileCall(() => talibFunction('SUM')) as ProfileCall<
  'value',
  {
    /** Default 30. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Supertrend: a stop line some average true ranges away that follows the trend, and its direction. The indicator `supertrend`.
 */
export const SUPERTREND = profileCall(() => talibFunction('SUPERTREND')) as ProfileCall<
  'high' | 'low' | 'close',
  {
    /** Default 10. */
    readonly timeperiod?: number
    /** Default 3. */
    readonly multiplier?: number
  },
  { readonly supertrend: 'real'; readonly trend: 'integer' }
>

/**
 * Tillson T3: six exponential averages in a row, smooth and yet near the price. The indicator `t3`.
 */
export const T3 = profileCall(() => talibFunction('T3')) as ProfileCall<
  'value',
  {
    /** Default 5. */
    readonly timeperiod?: number
    /** Default 0.7. */
    readonly vfactor?: number
  },
  { readonly value: 'real' }
>

/**
 * Tangent of an angle in radians. The indicator `tan`.
 */
export const TAN = profileCall(() => talibFunction('TAN')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * Hyperbolic tangent, -1 to 1. The indicator `tanh`.
 */
export const TANH = profileCall(() => talibFunction('TANH')) as ProfileCall<
  'value',
  object,
  { readonly value: 'real' }
>

/**
 * Triple exponential moving average: an exponential average with most of its lag taken out. The indicator `tema`.
 */
export const TEMA = profileCall(() => talibFunction('TEMA')) as ProfileCall<
  'value',
  {
    /** Default 30. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * True range: the range of a bar, the close before it included. The indicator `true-range`.
 */
export const TRANGE = profileCall(() => talibFunction('TRANGE')) as ProfileCall<
  'high' | 'low' | 'close',
  object,
  { readonly value: 'real' }
>

/**
 * Triangular moving average: the middle of the window weighs most. The indicator `trima`.
 */
export const TRIMA = profileCall(() => talibFunction('TRIMA')) as ProfileCall<
  'value',
  {
    /** Default 30. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * TRIX: the change of a triple exponential average from bar to bar, in percent. The indicator `trix`.
 */
export const TRIX = profileCall(() => talibFunction('TRIX')) as ProfileCall<
  'value',
  {
    /** Default 30. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Time series forecast: the least-squares line through the last values, one bar on. The indicator `time-series-forecast`.
 */
export const TSF = profileCall(() => talibFunction('TSF')) as ProfileCall<
  'value',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * True strength index: the change from bar to bar, smoothed twice, over its size, -100 to 100. The indicator `tsi`.
 */
export const TSI = profileCall(() => talibFunction('TSI')) as ProfileCall<
  'value',
  {
    /** Default 25. */
    readonly firstperiod?: number
    /** Default 13. */
    readonly secondperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Typical price of a bar. The indicator `typprice`.
 */
export const TYPPRICE = profileCall(() => talibFunction('TYPPRICE')) as ProfileCall<
  'high' | 'low' | 'close',
  object,
  { readonly value: 'real' }
>

/**
 * Ultimate oscillator: buying pressure over true range, of three lengths, 0 to 100. The indicator `ultosc`.
 */
export const ULTOSC = profileCall(() => talibFunction('ULTOSC')) as ProfileCall<
  'high' | 'low' | 'close',
  {
    /** Default 7. */
    readonly timeperiod1?: number
    /** Default 14. */
    readonly timeperiod2?: number
    /** Default 28. */
    readonly timeperiod3?: number
  },
  { readonly value: 'real' }
>

/**
 * Variance of the last values, of the population. The indicator `variance`.
 */
export const VAR = profileCall(() => talibFunction('VAR')) as ProfileCall<
  'value',
  {
    /** Default 5. */
    readonly timeperiod?: number
    /** Default 1. */
    readonly nbdev?: number
  },
  { readonly value: 'real' }
>

/**
 * Vertical horizontal filter: the range of the closes over the way gone; high in a trend. The indicator `vhf`.
 */
export const VHF = profileCall(() => talibFunction('VHF')) as ProfileCall<
  'value',
  {
    /** Default 28. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Vortex: how far highs reach above earlier lows, and lows below earlier highs, over the true range. The indicator `vortex`.
 */
export const VORTEX = profileCall(() => talibFunction('VORTEX')) as ProfileCall<
  'high' | 'low' | 'close',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly plusvi: 'real'; readonly minusvi: 'real' }
>

/**
 * Volume-weighted average price from the first bar on. The indicator `vwap`.
 */
export const VWAP = profileCall(() => talibFunction('VWAP')) as ProfileCall<
  'high' | 'low' | 'close' | 'volume',
  object,
  { readonly value: 'real' }
>

/**
 * Volume-weighted moving average: the mean price of the last bars, each weighing as its volume. The indicator `vwma`.
 */
export const VWMA = profileCall(() => talibFunction('VWMA')) as ProfileCall<
  'close' | 'volume',
  {
    /** Default 30. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Williams accumulation/distribution: how far closes get from the true low on rises and the true high on falls, summed. The indicator `wad`.
 */
export const WAD = profileCall(() => talibFunction('WAD')) as ProfileCall<
  'high' | 'low' | 'close',
  object,
  { readonly value: 'real' }
>

/**
 * Weighted close price of a bar: the close counts twice. The indicator `wclprice`.
 */
export const WCLPRICE = profileCall(() => talibFunction('WCLPRICE')) as ProfileCall<
  'high' | 'low' | 'close',
  object,
  { readonly value: 'real' }
>

/**
 * Williams %R: how far the close is below the recent high, in percent of the range, -100 to 0. The indicator `willr`.
 */
export const WILLR = profileCall(() => talibFunction('WILLR')) as ProfileCall<
  'high' | 'low' | 'close',
  {
    /** Default 14. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Weighted moving average: weights fall in equal steps from the latest value back. The indicator `wma`.
 */
export const WMA = profileCall(() => talibFunction('WMA')) as ProfileCall<
  'value',
  {
    /** Default 30. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>

/**
 * Zero-lag exponential moving average: an exponential average of prices carried on by their own change. The indicator `zlema`.
 */
export const ZLEMA = profileCall(() => talibFunction('ZLEMA')) as ProfileCall<
  'value',
  {
    /** Default 30. */
    readonly timeperiod?: number
  },
  { readonly value: 'real' }
>
