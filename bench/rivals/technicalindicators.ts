import { createRequire } from 'node:module'

import { timed, type Rival, type RivalColumns } from './rival.ts'

// The ES module of one of them is marked as CommonJS, so that only this loads it.
const require = createRequire(import.meta.url)

/** Which columns a function takes as its properties, and its other properties. */
type Call = readonly [name: string, columns: readonly string[], options?: object]

const hl = ['high', 'low'] as const
const hlc = ['high', 'low', 'close'] as const

const calls: Readonly<Record<string, Call>> = {
  ad: ['adl', [...hlc, 'volume']],
  adx: ['adx', hlc, { period: 14 }],
  ao: ['awesomeoscillator', hl, { fastPeriod: 5, slowPeriod: 34 }],
  atr: ['atr', hlc, { period: 14 }],
  'bollinger-bands': ['bollingerbands', ['values'], { period: 20, stdDev: 2 }],
  cci: ['cci', hlc, { period: 14 }],
  ema: ['ema', ['values'], { period: 30 }],
  highest: ['highest', ['values'], { period: 30 }],
  lowest: ['lowest', ['values'], { period: 30 }],
  macd: [
    'macd',
    ['values'],
    {
      fastPeriod: 12,
      slowPeriod: 26,
      signalPeriod: 9,
      SimpleMAOscillator: false,
      SimpleMASignal: false,
    },
  ],
  mfi: ['mfi', [...hlc, 'volume'], { period: 14 }],
  obv: ['obv', ['close', 'volume']],
  roc: ['roc', ['values'], { period: 10 }],
  rsi: ['rsi', ['values'], { period: 14 }],
  sar: ['psar', hl, { step: 0.02, max: 0.2 }],
  sma: ['sma', ['values'], { period: 30 }],
  stddev: ['sd', ['values'], { period: 5 }],
  stochf: ['stochastic', hlc, { period: 5, signalPeriod: 3 }],
  sum: ['sum', ['values'], { period: 30 }],
  trix: ['trix', ['values'], { period: 30 }],
  'true-range': ['truerange', hlc],
  willr: ['williamsr', hlc, { period: 14 }],
  wma: ['wma', ['values'], { period: 30 }],
}

/** The npm library `technicalindicators`. */
export const technicalIndicators: Rival = rival(
  'technicalindicators',
  '3.1.0',
  require('technicalindicators') as object,
)

/** The npm library `fast-technical-indicators`, with the functions of the other. */
export const fastTechnicalIndicators: Rival = rival(
  'fast-technical-indicators',
  '1.1.4',
  require('fast-technical-indicators') as object,
)

function rival(name: string, version: string, library: object): Rival {
  const functions = library as Readonly<Record<string, (input: object) => unknown>>
  const entries = Object.entries(calls).flatMap(([indicator, [of, columns, options]]) => {
    const call = functions[of]
    if (call === undefined) return []
    return [[indicator, timed((all) => call({ ...options, ...picked(all, columns) }))] as const]
  })
  return { name, version, npm: true, calls: new Map(entries) }
}

function picked({ plain }: RivalColumns, names: readonly string[]): object {
  return Object.fromEntries(
    names.map((name) => [name, plain[name === 'values' ? 'close' : name] ?? []]),
  )
}
