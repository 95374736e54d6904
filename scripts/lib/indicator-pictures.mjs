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

/** The last time it is found in the samples, or the last bars where it is never. */
function patternPicture(info) {
  for (const sample of samples) {
    const found = new Float64Array(sample.time.length)
    fillIndicator({ name: info.name, params: {} }, columnsOf(info, sample), [found])
    const at = found.findLastIndex((value) => value !== 0 && Number.isFinite(value))
    if (at < 0) continue
    const seen = sliceBars(sample, 0, Math.min(sample.time.length, at + after))
    return draw(info, seen, { last: shown.pattern })
  }
  return draw(info, bars, { last: shown.pattern })
}

function draw(info, series, options) {
  const missing = info.inputs.filter((name) => !standard.has(name))
  const inputs = Object.fromEntries(missing.map((name) => [name, madeUp(name, series)]))
  return indicatorPicture(series, { name: info.name, inputs, width: 680, ...options })
}

const standard = new Set([...barColumns, 'value', 'x', 'y'])

function columnsOf({ inputs }, series) {
  return inputs.map((name) => series[name] ?? madeUp(name, series))
}

/** What bars have not: periods that grow and shrink, or a number that changes with the month. */
function madeUp(name, { time }) {
  return Float64Array.from({ length: time.length }, (_, bar) => {
    if (name === 'periods') return 5 + Math.abs((bar % 80) - 40)
    return new Date(Number(time[bar] / 1_000_000n)).getUTCMonth()
  })
}
