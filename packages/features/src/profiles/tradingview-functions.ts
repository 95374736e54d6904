import { nearest, NeuralTraderError } from '@neural-trader/core'

import type { ProfileFunction, ProfileOutput } from './profile-function.ts'

type Reads = readonly string[]
type Params = Readonly<Record<string, string | number>>
type Row = readonly [meaning: string, params: string, ...outputs: readonly ProfileOutput[]]

const source: Reads = ['value']
const hlc: Reads = ['high', 'low', 'close']

/** One result: an indicator of ours, its parameters by those of the function, what it reads. */
function of(
  indicator: string,
  params: Params,
  reads: Reads = source,
  output = 'value',
  name = 'value',
): ProfileOutput {
  return { name, indicator, output, reads, params, whole: false }
}

/** Several results of one indicator: the name there and the name here. */
function several(
  indicator: string,
  params: Params,
  reads: Reads,
  names: Readonly<Record<string, string>>,
): readonly ProfileOutput[] {
  return Object.entries(names).map(([theirs, ours]) => of(indicator, params, reads, ours, theirs))
}

const period = { period: 'length' }

/** Functions of Pine Script's `ta` by name: meaning, parameters, and the indicators behind them. */
const rows: Readonly<Record<string, Row>> = {
  accdist: ['Accumulation/distribution line', '', of('ad', {}, [...hlc, 'volume'])],
  alma: [
    'Arnaud Legoux moving average; its curve may peak between two values',
    'length offset=0.85 sigma=6',
    of('alma', { ...period, offset: 'offset', sigma: 'sigma', peak: 1 }),
  ],
  atr: ['Average true range', 'length', of('tradingview-atr', period, hlc)],
  bb: [
    'Bollinger bands',
    'length mult',
    ...several('bollinger-bands', { ...period, deviations: 'mult' }, source, {
      middle: 'middle',
      upper: 'upper',
      lower: 'lower',
    }),
  ],
  cci: [
    'Commodity channel index of a series',
    'length',
    of('cci', period, ['value', 'value', 'value']),
  ],
  change: ['Change over some bars', 'length=1', of('mom', period)],
  cmo: ['Chande momentum oscillator', 'length', of('cmou', period)],
  cog: ['Center of gravity', 'length', of('tradingview-center-of-gravity', period)],
  correlation: ['Correlation of two series', 'length', of('correl', period, ['value1', 'value2'])],
  cum: ['Sum of all values so far', '', of('cumsum', {})],
  dev: ['Mean distance from the simple average', 'length', of('avgdev', period)],
  dmi: [
    'Directional movement index',
    'diLength adxSmoothing',
    ...several('tradingview-di', { period: 'diLength' }, hlc, { plus: 'plus', minus: 'minus' }),
    of('tradingview-adx', { period: 'diLength', smoothing: 'adxSmoothing' }, hlc, 'value', 'adx'),
  ],
  ema: ['Exponential moving average', 'length', of('tradingview-ema', period)],
  highest: ['Highest value', 'length', of('highest', period)],
  hma: ['Hull moving average', 'length', of('hma', period)],
  kc: [
    'Keltner channel, with true ranges',
    'length mult',
    of('tradingview-ema', period, source, 'value', 'middle'),
    ...several(
      'tradingview-keltner',
      { ...period, multiplier: 'mult' },
      ['value', 'high', 'low', 'close'],
      { upper: 'upper', lower: 'lower' },
    ),
  ],
  linreg: [
    'Linear regression, some bars before the last',
    'length offset=0',
    of('tradingview-linear-regression', { ...period, offset: 'offset' }),
  ],
  lowest: ['Lowest value', 'length', of('lowest', period)],
  macd: [
    'Moving average convergence/divergence',
    'fastLength slowLength signalLength',
    ...several(
      'tradingview-macd',
      { fastPeriod: 'fastLength', slowPeriod: 'slowLength', signalPeriod: 'signalLength' },
      source,
      { macd: 'macd', signal: 'signal', histogram: 'histogram' },
    ),
  ],
  median: ['Median', 'length', of('median', period)],
  mfi: [
    'Money flow index of a series',
    'length',
    of('mfi', period, ['value', 'value', 'value', 'volume']),
  ],
  mom: ['Momentum', 'length', of('mom', period)],
  obv: ['On-balance volume', '', of('tradingview-obv', {}, ['close', 'volume'])],
  percentrank: [
    'Percent of the values before that are less or equal',
    'length',
    of('tradingview-percent-rank', period),
  ],
  pvt: ['Price-volume trend', '', of('pvt', {}, ['close', 'volume'])],
  rma: ["Wilder's moving average", 'length', of('rma', period)],
  roc: ['Rate of change, percent', 'length', of('roc', period)],
  rsi: ['Relative strength index', 'length', of('rsi', period)],
  sar: [
    'Parabolic stop and reverse',
    'start inc max',
    of('tradingview-sar', { start: 'start', increment: 'inc', maximum: 'max' }, hlc),
  ],
  sma: ['Simple moving average', 'length', of('sma', period)],
  stdev: ['Standard deviation of a population', 'length', of('stddev', period)],
  stoch: [
    'Stochastic: where a series lies in the range',
    'length',
    of('stochf', { fastPeriod: 'length', signalPeriod: 1 }, ['high', 'low', 'value'], 'k'),
  ],
  supertrend: [
    'Supertrend; a direction of -1 is up',
    'factor atrPeriod',
    ...several('tradingview-supertrend', { period: 'atrPeriod', multiplier: 'factor' }, hlc, {
      supertrend: 'line',
      direction: 'direction',
    }),
  ],
  swma: ['Symmetrically weighted average of four values', '', of('swma', {})],
  tr: ['True range', '', of('true-range', {}, hlc)],
  tsi: [
    'True strength index, -1 to 1',
    'shortLength longLength',
    of('tradingview-tsi', { shortPeriod: 'shortLength', longPeriod: 'longLength' }),
  ],
  variance: ['Variance of a population', 'length', of('variance', period)],
  vwma: ['Volume-weighted moving average', 'length', of('vwma', period, ['value', 'volume'])],
  wma: ['Weighted moving average', 'length', of('wma', period)],
  wpr: ['Williams %R', 'length', of('willr', period, hlc)],
}

/** The functions of Pine Script's `ta` that the profile has. */
export const tradingviewFunctions: readonly ProfileFunction[] = Object.entries(rows).map(
  ([name, [meaning, params, ...outputs]]) => ({
    profile: 'tradingview',
    name,
    meaning,
    inputs: [...new Set(outputs.flatMap(({ reads }) => reads))],
    params: params.split(' ').filter(Boolean).map(paramOf),
    outputs,
  }),
)

/**
 * The function that is called so, with or without `ta.` before it.
 *
 * @throws NeuralTraderError `UNKNOWN_INDICATOR` with the nearest name.
 */
export function tradingviewFunction(name: string): ProfileFunction {
  const wanted = name.replace(/^ta\./u, '')
  const found = tradingviewFunctions.find((fn) => fn.name === wanted)
  if (found !== undefined) return found
  const suggestion = nearest(wanted, Object.keys(rows))
  const remedy =
    suggestion === undefined
      ? `it has ${Object.keys(rows).join(', ')}`
      : `did you mean ${suggestion}?`
  const message = `The profile tradingview has no function ${name}: ${remedy}`
  throw new NeuralTraderError('UNKNOWN_INDICATOR', message, {
    details: { profile: 'tradingview', indicator: name },
  })
}

/** `length`, or `offset=0.85` where there is a default. */
function paramOf(text: string): ProfileFunction['params'][number] {
  const [name = '', value] = text.split('=')
  if (value === undefined) return { name, optional: false, choices: [] }
  return { name, default: Number(value), optional: true, choices: [] }
}
