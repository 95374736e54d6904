// The picture of each indicator for docs/indicators, over the bars of a bundled sample.
import { barColumns, sliceBars } from '@neural-trader/core'
import { fillIndicator } from '@neural-trader/engine'
import { indicatorPicture } from '@neural-trader/features'
import { sampleBars } from '@neural-trader/market-data'

const samples = [await sampleBars('aapl'), await sampleBars('sp500')]
const bars = samples[0]
/** Bars of a picture; of a pattern, which is seen from near. */
const shown = { usual: 100, pattern: 50 }
/** Bars after a pattern that are shown too. */
const after = 15

/** The SVG of an indicator. */
export function pictureOf(info) {
  if (info.group === 'pattern') return patternPicture(info)
  return draw(info, bars, { last: shown.usual, prices: 'line' })
}

/** The last time it is found in the samples, or in made-up bars where it is never. */
function patternPicture(info) {
  for (const sample of candidates()) {
    const found = new Float64Array(sample.time.length)
    fillIndicator({ name: info.name, params: {} }, columnsOf(info, sample), [found])
    const at = found.findLastIndex((value) => value !== 0 && Number.isFinite(value))
    if (at < 0) continue
    const seen = sliceBars(sample, 0, Math.min(sample.time.length, at + after))
    return draw(info, seen, { last: shown.pattern })
  }
  return draw(info, bars, { last: shown.pattern })
}

/** Where a pattern is looked for; the made-up bars are made when they are needed, once. */
function* candidates() {
  yield* samples
  yield (rareBars ??= madeUpBars())
}

let rareBars

function draw(info, series, options) {
  const missing = info.inputs.filter((name) => !standard.has(name))
  const inputs = Object.fromEntries(missing.map((name) => [name, madeUp(name, series)]))
  return indicatorPicture(series, { name: info.name, inputs, width: 680, ...options })
}

const standard = new Set([...barColumns, 'value', 'x', 'y'])

function columnsOf({ inputs }, series) {
  return inputs.map((name) => series[name] ?? madeUp(name, series))
}

/** What bars have not: periods that grow and shrink, sessions, quotes, and parts of the volume. */
function madeUp(name, { time, close, volume }) {
  return Float64Array.from({ length: time.length }, (_, bar) => {
    if (name === 'periods') return 5 + Math.abs((bar % 80) - 40)
    if (name === 'session') return new Date(Number(time[bar] / 1_000_000n)).getUTCMonth()
    if (name === 'bid' || name === 'ask') return close[bar] * (name === 'bid' ? 0.9998 : 1.0003)
    const rising = close[bar] > (close[bar - 1] ?? close[bar])
    const first = /^(?:adv|buy|bid)/.test(name)
    return Math.round(volume[bar] * (rising === first ? 0.6 : 0.4) * (1 + 0.2 * Math.sin(bar)))
  })
}

/** Candles of every form by a fixed generator, for patterns that are too rare for the samples. */
function madeUpBars() {
  const length = 400_000
  const names = ['open', 'high', 'low', 'close', 'volume']
  const columns = Object.fromEntries(names.map((name) => [name, new Float64Array(length).fill(1)]))
  let seed = 1
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const pick = (...choices) => choices[Math.floor(random() * choices.length)]
  for (let bar = 0, last = 100; bar < length; bar++) {
    const open = last + (random() - 0.5) * pick(0.1, 0.5, 4)
    const close = open + (random() - 0.5 + (100 - open) / 200) * pick(0.02, 1, 3, 6)
    const shadow = pick(0, 0.02, 1)
    columns.open[bar] = open
    columns.close[bar] = close
    columns.high[bar] = Math.max(open, close) + random() * shadow
    columns.low[bar] = Math.min(open, close) - random() * shadow
    last = close
  }
  const time = BigInt64Array.from({ length }, (_, bar) => BigInt(bar) * 60_000_000_000n)
  return { instrument: 'MADE-UP.NONE', timeframe: '1m', time, ...columns }
}
