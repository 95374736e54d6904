import {
  type Bars,
  nearNormal,
  NeuralTraderError,
  type RandomBits,
  seededRandom,
  type Timeframe,
} from '@neural-trader/core'
import { type Instant, parseInstant } from './instant.ts'
import {
  addTimeframes,
  dateStamp,
  dayLength,
  isDaysOrLonger,
  timeframeLength,
  timeframeParts,
} from './timeframe.ts'

/** What bars to make up. */
export type SyntheticBarsOptions = {
  /** Any safe integer; the same seed gives the same bytes on every platform. */
  readonly seed: number
  /** How many. */
  readonly bars: number
  /** `1m` unless given. */
  readonly timeframe?: Timeframe
  /** `SYNTHETIC` unless given. */
  readonly instrument?: string
  /** When the first bar opens; 2020-01-01 unless given. */
  readonly start?: Instant
  /** Price at the start; 100 unless given. */
  readonly price?: number
  /** Expected relative change in a year, 0.05 for 5 %; 0 unless given. */
  readonly drift?: number
  /** Standard deviation of the relative change in a year, 0.2 for 20 %; 0.2 unless given. */
  readonly volatility?: number
  /** Prices are whole multiples of this; 0.01 unless given. */
  readonly tick?: number
}

/** Steps of the path inside a bar; high and low are the extremes of the path. */
const stepsPerBar = 8
const yearLength = 365.25 * 86_400
const monthLength = yearLength / 12

/**
 * Makes up bars of a market that never closes: the price takes eight relative steps a bar, each with a
 * mean of `drift` and a standard deviation of `volatility` in proportion to its share of a year of
 * 365.25 days; a bar opens where the last one closed. No calendar, no jumps, no clustering: made for
 * tests and measurements, not to judge a strategy by. Volume is a whole number that grows with the
 * move of the bar.
 *
 * Only additions, multiplications, divisions and square roots are used, which IEEE 754 rounds alike
 * everywhere.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` naming the option that makes no sense.
 */
export function syntheticBars(options: SyntheticBarsOptions): Bars {
  const settings = withDefaults(options)
  const columns = allocate(settings.bars)
  fillPrices(columns, settings)
  fillTimes(columns.time, settings)
  return { instrument: settings.instrument, timeframe: settings.timeframe, ...columns }
}

type Settings = Required<SyntheticBarsOptions>
type Columns = Omit<Bars, 'instrument' | 'timeframe'>

function withDefaults(options: SyntheticBarsOptions): Settings {
  const settings: Settings = {
    timeframe: '1m',
    instrument: 'SYNTHETIC',
    start: '2020-01-01',
    price: 100,
    drift: 0,
    volatility: 0.2,
    tick: 0.01,
    ...options,
  }
  check('seed', settings.seed, Number.isSafeInteger(settings.seed), 'a safe integer')
  check(
    'bars',
    settings.bars,
    Number.isSafeInteger(settings.bars) && settings.bars >= 0,
    'a whole number, 0 or more',
  )
  check('price', settings.price, isFinitePositive(settings.price), 'a finite number above 0')
  check(
    'tick',
    settings.tick,
    isFinitePositive(settings.tick) && settings.tick <= settings.price,
    'above 0 and at most the price',
  )
  check('drift', settings.drift, Number.isFinite(settings.drift), 'a finite number')
  check(
    'volatility',
    settings.volatility,
    Number.isFinite(settings.volatility) && settings.volatility >= 0,
    '0 or more',
  )
  return settings
}

function isFinitePositive(value: number): boolean {
  return Number.isFinite(value) && value > 0
}

function check(name: string, value: number, isValid: boolean, wanted: string): void {
  if (isValid) return
  throw new NeuralTraderError('INVALID_ARGUMENT', `${name} is ${value}: give ${wanted}`, {
    details: { option: name, value },
  })
}

function allocate(count: number): Columns {
  return {
    time: new BigInt64Array(count),
    open: new Float64Array(count),
    high: new Float64Array(count),
    low: new Float64Array(count),
    close: new Float64Array(count),
    volume: new Float64Array(count),
  }
}

function fillPrices({ open, high, low, close, volume }: Columns, settings: Settings): void {
  const random = seededRandom(settings.seed)
  const { mean, deviation } = stepOf(settings)
  const perUnit = ticksPerUnit(settings.tick)
  const toPrice = (ticks: number): number =>
    perUnit === null ? ticks * settings.tick : ticks / perUnit
  let price = settings.price
  let ticks = Math.max(1, Math.round(price / settings.tick))
  for (let i = 0; i < close.length; i++) {
    const first = ticks
    let top = ticks
    let bottom = ticks
    for (let step = 0; step < stepsPerBar; step++) {
      price = Math.max(settings.tick, price * (1 + mean + deviation * nearNormal(random)))
      ticks = Math.max(1, Math.round(price / settings.tick))
      if (ticks > top) top = ticks
      if (ticks < bottom) bottom = ticks
    }
    open[i] = toPrice(first)
    high[i] = toPrice(top)
    low[i] = toPrice(bottom)
    close[i] = toPrice(ticks)
    volume[i] = volumeOf(random, top - bottom)
  }
}

/** Mean and standard deviation of one step inside a bar. */
function stepOf({ timeframe, drift, volatility }: Settings): { mean: number; deviation: number } {
  const length = timeframeLength(timeframe)
  const seconds =
    length === null ? timeframeParts(timeframe).count * monthLength : Number(length) / 1e9
  const share = seconds / yearLength / stepsPerBar
  return { mean: drift * share, deviation: volatility * Math.sqrt(share) }
}

/** Dividing by a whole number gives the double nearest to the decimal; multiplying by 0.01 does not. */
function ticksPerUnit(tick: number): number | null {
  const perUnit = Math.round(1 / tick)
  return perUnit >= 1 && Math.abs(perUnit * tick - 1) < 1e-9 ? perUnit : null
}

function volumeOf(random: RandomBits, rangeInTicks: number): number {
  return 1 + (random() % 1000) + 100 * rangeInTicks
}

function fillTimes(time: BigInt64Array, { start, timeframe }: Settings): void {
  const first = parseInstant(start)
  const length = timeframeLength(timeframe)
  const datesAsStamps = isDaysOrLonger(timeframe) && first % dayLength === 0n
  let end = first
  for (let i = 0; i < time.length; i++) {
    end = length === null ? addTimeframes(first, timeframe, i + 1) : end + length
    time[i] = datesAsStamps ? dateStamp(end) : end
  }
}
