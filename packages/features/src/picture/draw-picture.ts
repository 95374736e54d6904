import type { Bars } from '@neural-trader/core'

import {
  bandPath,
  barPaths,
  candlePaths,
  linePath,
  stepPath,
  short,
  signalPaths,
  type Frame,
  type Prices,
} from './marks.ts'
import type { Placement, Series } from './placement.ts'
import { formatTick, scaleOver, type Scale } from './scale.ts'
import { styleSheet, type Theme } from './style.ts'
import { timeLabels } from './time-axis.ts'

/** Everything a picture is drawn from. */
export type Drawing = {
  readonly bars: Bars
  readonly title: string
  readonly meaning: string
  readonly placement: Placement
  readonly candles: boolean
  readonly volume: boolean
  readonly width: number
  readonly theme: Theme
}

type Area = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const margin = { left: 16, right: 62, top: 46, bottom: 28 }
const gap = 16
/** Room for a legend at the top of a panel. */
const legendHeight = 20

/** The SVG of a drawing. */
export function drawPicture(drawing: Drawing): string {
  const { width, placement, bars, title, meaning, theme } = drawing
  const priceHeight = placement.panels.length > 0 ? 230 : 300
  const heights = placement.panels.map((panel) => (isSmall(panel) ? 70 : 130))
  const below = heights.reduce((sum, height) => sum + gap + height, 0)
  const bottom = margin.top + priceHeight + below
  const frame = { left: margin.left, right: width - margin.right, top: margin.top, bottom }
  const parts = [
    timeAxis(bars, frame),
    pricePanel(drawing, { ...frame, bottom: margin.top + priceHeight }),
    ...placement.panels.map((panel, index) => {
      const before = heights.slice(0, index).reduce((sum, height) => sum + gap + height, 0)
      const top = margin.top + priceHeight + before + gap
      return indicatorPanel(panel, { ...frame, top, bottom: top + (heights[index] ?? 0) })
    }),
  ]
  const height = bottom + margin.bottom
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(`${title} of ${bars.instrument}`)}">`,
    `<title>${escaped(title)}</title><desc>${escaped(meaning)}</desc>`,
    `<style>${styleSheet(theme, colourCount(placement))}</style><path class="p" d="M0 0h${width}v${height}H0z"/>`,
    heading(drawing),
    ...parts,
    '</svg>\n',
  ].join('\n')
}

/** Signals have two colours, whichever way they point. */
function colourCount({ overlays, signals, panels }: Placement): number {
  const colours = [...overlays, ...panels.flat()].map(({ colour }) => colour + 1)
  return Math.max(signals.length > 0 ? 2 : 0, ...colours)
}

/** Directions and the like need little height. */
function isSmall(panel: readonly Series[]): boolean {
  return panel.every(({ values }) => new Set(values.filter(Number.isFinite)).size <= 3)
}

function heading({ title, bars, width }: Drawing): string {
  const day = (bar: number): string =>
    new Date(Number((bars.time.at(bar) ?? 0n) / 1_000_000n)).toISOString().slice(0, 10)
  const extent = `${bars.instrument} · ${bars.timeframe} · ${day(0)} to ${day(-1)}`
  return `<text class="h" x="${margin.left}" y="26">${escaped(title)}</text><text class="q r" x="${width - margin.left}" y="26">${escaped(extent)}</text>`
}

function pricePanel({ bars, placement, candles, volume }: Drawing, area: Area): string {
  const { overlays, signals } = placement
  const prices = candles ? [bars.high, bars.low] : [bars.close]
  const scale = scaleOver([...prices, ...overlays.map(({ values }) => values)], belowLegend(area))
  const frame = frameOf(bars.time.length, area, scale)
  const own = candlesAmong(overlays)
  const up = overlays.find(({ name }) => name === 'upper')
  const low = overlays.find(({ name }) => name === 'lower')
  return [
    grid(area, scale),
    volume ? volumeColumns(bars.volume, area, frame) : '',
    up !== undefined && low !== undefined
      ? path(`b f${up.colour}`, bandPath(up.values, low.values, frame))
      : '',
    candles && own === undefined
      ? candleMarks(bars, frame)
      : path('l x', linePath(bars.close, frame)),
    own === undefined
      ? overlays
          .map((series) => path(`l s${series.colour}`, linePath(series.values, frame)))
          .join('')
      : candleMarks(own, frame),
    ...signals.map(({ values }) => signalMarks(values, bars, frame)),
    legend([{ label: 'close', values: bars.close, colour: 'y' }, ...overlays, ...signals], area),
  ].join('')
}

function indicatorPanel(panel: readonly Series[], area: Area): string {
  const scale = scaleOver(
    panel.map(({ values }) => values),
    belowLegend(area),
  )
  const frame = frameOf(panel[0]?.values.length ?? 0, area, scale)
  const zero = scale.low < 0 && scale.high > 0
  return [
    grid(area, scale),
    zero ? horizontal('x', scale.y(0), area) : '',
    ...panel.map((series) => seriesMarks(series, frame, scale)),
    legend(panel, area),
  ].join('')
}

/** A histogram stands on zero, whole numbers go in steps, anything else is a line. */
function seriesMarks({ name, whole, values, colour }: Series, frame: Frame, scale: Scale): string {
  if (whole) return path(`l s${colour}`, stepPath(values, frame))
  if (name !== 'histogram') return path(`l s${colour}`, linePath(values, frame))
  const { above, below } = barPaths(values, Math.max(scale.low, 0), frame)
  return path('c U', above) + path('c D', below)
}

function frameOf(bars: number, { left, right }: Area, { y }: Scale): Frame {
  const step = (right - left) / bars
  return { step, y, x: (bar) => left + (bar + 0.5) * step }
}

/** Outputs that are the prices of a bar, which are drawn as one. */
function candlesAmong(overlays: readonly Series[]): Prices | undefined {
  const [open, high, low, close] = (['open', 'high', 'low', 'close'] as const).map(
    (name) => overlays.find((series) => series.name === name)?.values,
  )
  if (open === undefined || high === undefined || low === undefined || close === undefined) return
  return { open, high, low, close }
}

function candleMarks(bars: Prices, frame: Frame): string {
  const { up, down } = candlePaths(bars, frame)
  return [
    path('u', up.wicks),
    path('c U', up.bodies),
    path('d', down.wicks),
    path('c D', down.bodies),
  ].join('')
}

function signalMarks(values: Float64Array, bars: Bars, frame: Frame): string {
  const { up, down } = signalPaths(values, bars, frame)
  return path('c f0', up) + path('c f1', down)
}

/** The volume stands in the lowest fifth of the price panel. */
function volumeColumns(volume: Float64Array, { top, bottom }: Area, frame: Frame): string {
  const most = volume.reduce((greatest, each) => Math.max(greatest, each), 0)
  const y = (value: number): number => bottom - (most > 0 ? value / most : 0) * (bottom - top) * 0.2
  return path('v', barPaths(volume, 0, { ...frame, y }).above)
}

function grid({ left, right }: Area, { ticks, y }: Scale): string {
  const lines = ticks.map((tick) => `M${left} ${short(y(tick))}H${right}`).join('')
  const labels = ticks.map(
    (tick) =>
      `<text class="q" x="${right + 8}" y="${short(y(tick) + 4)}">${formatTick(tick)}</text>`,
  )
  return path('g', lines) + labels.join('')
}

function horizontal(style: string, y: number, { left, right }: Area): string {
  return path(style, `M${left} ${short(y)}H${right}`)
}

function timeAxis(bars: Bars, { left, right, top, bottom }: Area): string {
  const step = (right - left) / bars.time.length
  const labels = timeLabels(bars.time, Math.floor((right - left) / 90))
  const x = (bar: number): string => short(left + (bar + 0.5) * step)
  const lines = labels.map(({ bar }) => `M${x(bar)} ${top}V${bottom}`).join('')
  const texts = labels.map(
    ({ bar, text }) => `<text class="q m" x="${x(bar)}" y="${bottom + 18}">${text}</text>`,
  )
  return path('g', lines) + texts.join('')
}

type LegendEntry = Pick<Series, 'label' | 'values'> & { readonly colour: number | 'y' }

function belowLegend({ top, ...area }: Area): Area {
  return { ...area, top: top + legendHeight }
}

/** What is drawn, with the last values. */
function legend(entries: readonly LegendEntry[], { left, top }: Area): string {
  const spans = entries.map(({ label, values, colour }, index) => {
    const last = values.findLast(Number.isFinite)
    const value = last === undefined ? '' : ` ${formatTick(last)}`
    const style = typeof colour === 'number' ? `f${colour}` : colour
    const space = index === 0 ? '' : ' dx="12"'
    return `<tspan class="${style}"${space}>${escaped(label)}${value}</tspan>`
  })
  return `<text x="${left + 4}" y="${top + 13}">${spans.join('')}</text>`
}

function path(style: string, d: string): string {
  return d === '' ? '' : `<path class="${style}" d="${d}"/>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
