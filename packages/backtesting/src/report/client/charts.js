import { Legend } from './legend.js'
import { formatMoment, numberFormat } from './moments.js'
import { faded, onThemeChange, readTheme } from './theme.js'
import { lowerBound, TradeMarks } from './trade-marks.js'

// Candles narrower than this many pixels are a smear; a line of closes is drawn instead.
const narrowestCandle = 3

/** Draws the charts and returns what the tools and the table need of them. */
export function drawCharts(data, container) {
  const { LightweightCharts: library } = window
  const chart = library.createChart(container, chartOptions(data))
  const series = addSeries(library, chart, data)
  const view = { chart, series, instrument: 0, logarithmic: false }
  const marks = addMarks(chart, data)
  const legend = new Legend(container, legendEntries(data, view))

  const applyTheme = (theme) => {
    chart.applyOptions(chartColours(theme))
    colourSeries(series, theme)
    marks.setTheme(theme)
  }
  const show = (instrument) => {
    view.instrument = instrument
    setPrices(data, series, instrument)
    marks.show(instrument, series.close)
    legend.show(data.time.length - 1)
  }
  setCurves(data, series)
  applyTheme(readTheme())
  show(0)
  followView(data, { chart, series, legend, container })
  onThemeChange(applyTheme)
  chart.timeScale().fitContent()
  return {
    chart,
    show,
    applyTheme,
    placeLegend: () => legend.place(chart),
    positionOf: (moment) => positionOf(data.time, moment),
  }
}

function chartOptions({ daily, time }) {
  return {
    autoSize: true,
    localization: { locale: 'en-GB', timeFormatter: (at) => formatMoment(at * 1000, daily) },
    rightPriceScale: { borderVisible: false, entireTextOnly: true },
    timeScale: {
      borderVisible: false,
      timeVisible: !daily,
      secondsVisible: false,
      minBarSpacing: 0.001,
      maxBarSpacing: time.length < 12 ? 60 : 0,
      fixLeftEdge: true,
      fixRightEdge: true,
      lockVisibleTimeRangeOnResize: true,
    },
    crosshair: { mode: 0 },
    handleScroll: { vertTouchDrag: false },
  }
}

function chartColours(theme) {
  const grid = { color: faded(theme.line, 0.6) }
  const crosshair = { color: theme.muted, labelBackgroundColor: theme.muted }
  return {
    layout: {
      background: { type: 'solid', color: theme.panel },
      textColor: theme.muted,
      fontFamily: theme.font,
      fontSize: 12,
      panes: { separatorColor: theme.line, separatorHoverColor: faded(theme.muted, 0.2) },
    },
    grid: { vertLines: grid, horzLines: grid },
    crosshair: { vertLine: crosshair, horzLine: crosshair },
  }
}

function addSeries(library, chart, data) {
  const { prices } = data
  const quiet = { priceLineVisible: false, lastValueVisible: false, crosshairMarkerRadius: 3 }
  const money = { ...quiet, priceFormat: decimalFormat(spread(data) < 100 ? 2 : 0) }
  const percent = { type: 'custom', minMove: 0.01, formatter: (value) => `${shortNumber(value)} %` }
  const series = {
    close: chart.addSeries(library.LineSeries, { ...quiet, lineWidth: 1.5 }, 0),
    candles:
      prices[0]?.open &&
      chart.addSeries(library.CandlestickSeries, { ...quiet, visible: false }, 0),
    benchmark: chart.addSeries(library.LineSeries, { ...money, lineWidth: 1 }, 1),
    equity: chart.addSeries(library.LineSeries, { ...money, lineWidth: 2 }, 1),
    drawdown: chart.addSeries(
      library.BaselineSeries,
      { ...quiet, priceFormat: percent, lineWidth: 1.5 },
      2,
    ),
  }
  chart.panes().forEach((pane, at) => pane.setStretchFactor([5, 3, 2][at]))
  chart.priceScale('right', 0).applyOptions({ scaleMargins: { top: 0.12, bottom: 0.07 } })
  chart.priceScale('right', 1).applyOptions({ scaleMargins: { top: 0.24, bottom: 0.08 } })
  return series
}

function decimalFormat(decimals) {
  return { type: 'custom', minMove: 10 ** -decimals, formatter: numberFormat(decimals) }
}

/** At most two decimals, with a true minus. */
function shortNumber(value) {
  return String(Number(value.toFixed(2))).replace(/^-/, '−')
}

function spread({ equity, benchmark }) {
  const both = [equity, benchmark].flatMap((column) => [...column].filter(Number.isFinite))
  return (
    both.reduce((most, value) => Math.max(most, value), -Infinity) -
    both.reduce((least, value) => Math.min(least, value), Infinity)
  )
}

function colourSeries({ close, candles, equity, benchmark, drawdown }, theme) {
  close.applyOptions({ color: theme.bar })
  equity.applyOptions({ color: theme.accent })
  benchmark.applyOptions({ color: theme.muted })
  const below = faded(theme.loss, 0.28)
  drawdown.applyOptions({
    topLineColor: theme.loss,
    bottomLineColor: theme.loss,
    topFillColor1: below,
    topFillColor2: below,
    bottomFillColor1: below,
    bottomFillColor2: below,
  })
  // Rising bars are hollow and falling ones solid, so that colour is left to the trades.
  candles?.applyOptions({
    upColor: theme.panel,
    downColor: theme.bar,
    borderUpColor: theme.bar,
    borderDownColor: theme.bar,
    wickUpColor: theme.bar,
    wickDownColor: theme.bar,
  })
}

function addMarks(chart, data) {
  const note = document.getElementById('chart-note')
  const own = note.textContent
  let shown = 0
  const marks = new TradeMarks({
    trades: data.trades,
    positionOf: (moment) => positionOf(data.time, moment),
    onCrowded: (count) => {
      if (count === shown) return
      shown = count
      const crowded = `${numberFormat(0)(count)} trades are in view: zoom in to see their marks.`
      note.textContent = count > 0 ? `${crowded} ${own}` : own
    },
  })
  chart.panes()[0].attachPrimitive(marks)
  return marks
}

function setCurves({ time, equity, benchmark, drawdown }, series) {
  series.equity.setData(points(time, equity))
  series.benchmark.setData(points(time, benchmark))
  series.drawdown.setData(
    points(
      time,
      drawdown.map((fraction) => fraction * 100),
    ),
  )
}

function setPrices({ time, prices }, series, instrument) {
  const { close, open, high, low, decimals } = prices[instrument]
  const priceFormat = decimalFormat(decimals)
  series.close.applyOptions({ priceFormat })
  series.close.setData(points(time, close))
  if (!series.candles) return
  series.candles.applyOptions({ priceFormat })
  series.candles.setData(
    points(time, close).map((point, at) =>
      'value' in point
        ? { time: point.time, open: open[at], high: high[at], low: low[at], close: close[at] }
        : point,
    ),
  )
}

function points(time, column) {
  return Array.from(column, (value, at) =>
    Number.isNaN(value) ? { time: time[at] / 1000 } : { time: time[at] / 1000, value },
  )
}

function legendEntries(data, view) {
  const money = numberFormat(2)
  const percent = numberFormat(2, { unit: ' %' })
  const price = () => data.prices[view.instrument]
  return [
    () => [
      {
        name: price().instrument,
        read: (at) => numberFormat(price().decimals)(lastOf(price().close, at)),
      },
      { name: '', read: (at) => formatMoment(data.time[at], data.daily) },
    ],
    () => [
      { name: 'Equity', sign: 'equity', read: (at) => money(data.equity[at]) },
      {
        name: data.prices.length > 1 ? 'Equal parts held' : 'Buy and hold',
        sign: 'benchmark',
        read: (at) => money(data.benchmark[at]),
      },
    ],
    () => [{ name: 'Drawdown', sign: 'drawdown', read: (at) => percent(data.drawdown[at] * 100) }],
  ]
}

/** The value at a point, or the last one before it where an instrument has no bar. */
function lastOf(column, at) {
  let found = at
  while (found > 0 && Number.isNaN(column[found])) found -= 1
  return column[found]
}

function followView({ time }, { chart, series, legend, container }) {
  const scale = chart.timeScale()
  const last = time.length - 1
  chart.subscribeCrosshairMove(({ logical }) => {
    legend.show(Math.min(last, Math.max(0, Math.round(logical ?? last))))
  })
  scale.subscribeVisibleLogicalRangeChange(() => {
    const wide = series.candles && scale.options().barSpacing >= narrowestCandle
    series.candles?.applyOptions({ visible: wide })
    series.close.applyOptions({ visible: !wide })
  })
  // The wheel scrolls the page; it zooms only together with Ctrl or Cmd.
  const keepForPage = (event) => event.ctrlKey || event.metaKey || event.stopPropagation()
  container.addEventListener('wheel', keepForPage, { capture: true, passive: true })
  new ResizeObserver(() => requestAnimationFrame(() => legend.place(chart))).observe(container)
  legend.place(chart)
}

/** Where a moment lies among the points of time, between two of them where the run is decimated. */
function positionOf(time, moment) {
  const at = lowerBound(time, moment)
  if (at >= time.length) return time.length - 1
  if (at === 0 || time[at] === moment) return at
  return at - (time[at] - moment) / (time[at] - time[at - 1])
}
