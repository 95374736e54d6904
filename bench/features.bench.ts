import type { Bars } from '@neural-trader/core'
import {
  adx,
  atr,
  bars,
  bollingerBands,
  correl,
  ema,
  highest,
  linearRegression,
  lowest,
  macd,
  mom,
  obv,
  plan,
  roc,
  rsi,
  Sma,
  sma,
  stddev,
  stoch,
  wma,
} from '@neural-trader/features'

import type { Bench } from './bench.ts'
import { feed } from './feed.ts'
import { liveAverage, liveTwenty, tradingSignals } from './rivals/trading-signals.ts'

const count = 1_000_000

type Shared = {
  readonly data: Bars
  readonly first: Float64Array
  readonly second: Float64Array
  readonly third: Float64Array
}

let made: Shared | undefined

/** The bars, and columns to write to; made when the first benchmark asks. */
function shared(): Shared {
  made ??= {
    data: feed(count),
    first: new Float64Array(count),
    second: new Float64Array(count),
    third: new Float64Array(count),
  }
  return made
}

/** Nanoseconds per bar over whole columns, the call from TypeScript included. */
function batch(name: string, compute: (columns: Shared) => unknown): Bench {
  const run = async (): Promise<number> => {
    const columns = shared()
    const begun = performance.now()
    compute(columns)
    return ((performance.now() - begun) * 1e6) / count
  }
  return { name: `features.${name}`, unit: 'ns/bar', higherIsBetter: false, run }
}

/** What takes the bars of some columns one by one. */
type Live = (data: Bars) => (bar: number) => void

/** Nanoseconds per bar, taken one by one, beside the npm library that does the same. */
function live(name: string, ours: Live, theirs: Live): Bench {
  const peer = { ...tradingSignals, run: () => oneByOne(theirs) }
  const run = () => oneByOne(ours)
  return { name: `features.${name}`, unit: 'ns/bar', higherIsBetter: false, run, peer }
}

async function oneByOne(open: Live): Promise<number> {
  const update = open(shared().data)
  const begun = performance.now()
  for (let bar = 0; bar < count; bar++) update(bar)
  return ((performance.now() - begun) * 1e6) / count
}

/** Twenty values that a strategy might watch. */
function twenty({ open, high, low, close, volume }: Bars): (bar: number) => void {
  const { upper, lower: under } = bollingerBands(bars.close)
  const { k, d } = stoch(bars)
  const all = plan({
    sma10: sma(bars.close, { period: 10 }),
    sma30: sma(bars.close, { period: 30 }),
    ema12: ema(bars.close, { period: 12 }),
    ema26: ema(bars.close, { period: 26 }),
    strength: rsi(bars.close),
    signal: macd(bars.close).signal,
    upper,
    under,
    range: atr(bars),
    trend: adx(bars),
    k,
    d,
    top: highest(bars.high, { period: 20 }),
    bottom: lowest(bars.low, { period: 20 }),
    deviation: stddev(bars.close, { period: 20 }),
    line: linearRegression(bars.close),
    change: roc(bars.close),
    momentum: mom(bars.close),
    flow: obv(bars),
    weighted: wma(bars.close),
  })
  return (bar) => {
    all.update({
      open: open[bar] as number,
      high: high[bar] as number,
      low: low[bar] as number,
      close: close[bar] as number,
      volume: volume[bar] as number,
    })
  }
}

/** What indicators cost: over a million bars, and live. */
export const benches: readonly Bench[] = [
  batch('sma', ({ data, first }) => sma(data.close, { period: 20, out: first })),
  batch('ema', ({ data, first }) => ema(data.close, { period: 20, out: first })),
  batch('bbands', ({ data, first, second, third }) =>
    bollingerBands(data.close, { out: { upper: first, middle: second, lower: third } }),
  ),
  batch('rsi', ({ data, first }) => rsi(data.close, { out: first })),
  batch('macd', ({ data, first, second, third }) =>
    macd(data.close, { out: { macd: first, signal: second, histogram: third } }),
  ),
  batch('atr', ({ data, first }) => atr(data, { out: first })),
  batch('max', ({ data, first }) => highest(data.close, { out: first })),
  batch('stddev', ({ data, first }) => stddev(data.close, { period: 20, out: first })),
  batch('adx', ({ data, first }) => adx(data, { out: first })),
  batch('stoch', ({ data, first, second }) => stoch(data, { out: { k: first, d: second } })),
  batch('correl', ({ data, first }) => correl({ x: data.close, y: data.high }, { out: first })),
  batch('linearreg', ({ data, first }) => linearRegression(data.close, { out: first })),
  live(
    'live_update',
    ({ close }) => {
      const average = new Sma({ period: 20 })
      return (bar) => average.update(close[bar] as number)
    },
    liveAverage,
  ),
  live('live_plan_20', twenty, liveTwenty),
]
