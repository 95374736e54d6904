/**
 * Entries and exits on the pane of prices, with a line between them. A trade opens at a triangle, up
 * for long and down for short, and closes at a ring when long and a diamond when short. Profit is a
 * solid line, loss a dashed one. When more trades are in view than can be told apart, none is drawn
 * and `onCrowded` hears how many there are.
 */
export class TradeMarks {
  constructor({ trades, positionOf, onCrowded }) {
    this.trades = trades
    this.positionOf = positionOf
    this.onCrowded = onCrowded
  }

  attached({ chart, requestUpdate }) {
    this.chart = chart
    this.requestUpdate = requestUpdate
  }

  /** Chooses the instrument, and the series whose scale gives heights. */
  show(instrument, series) {
    const { trades, positionOf } = this
    const rows = Int32Array.from({ length: trades.length }, (_, row) => row)
    this.rows = rows.filter((row) => trades.instrument[row] === instrument)
    this.entries = Float64Array.from(this.rows, (row) => positionOf(trades.entry[row]))
    this.exits = Float64Array.from(this.rows, (row) => positionOf(trades.exit[row]))
    this.longest = this.exits.reduce((most, exit, at) => Math.max(most, exit - this.entries[at]), 0)
    this.series = series
    this.requestUpdate?.()
  }

  setTheme(theme) {
    this.theme = theme
    this.requestUpdate?.()
  }

  paneViews() {
    return [this]
  }

  zOrder() {
    return 'top'
  }

  renderer() {
    return this
  }

  draw(target) {
    target.useMediaCoordinateSpace(({ context, mediaSize }) => {
      const visible = this.visible()
      const most = Math.max(60, mediaSize.width / 3)
      this.onCrowded(visible.length > most ? visible.length : 0)
      if (visible.length > most) return
      const size = visible.length > most / 3 ? 4 : 5
      for (const at of visible) this.drawLine(context, at)
      for (const at of visible) this.drawMarks(context, at, size)
    })
  }

  visible() {
    const range = this.chart.timeScale().getVisibleLogicalRange()
    const found = []
    if (!range || !this.rows) return found
    let at = lowerBound(this.entries, range.from - this.longest - 1)
    for (; at < this.rows.length && this.entries[at] <= range.to + 1; at += 1) {
      if (this.exits[at] >= range.from - 1) found.push(at)
    }
    return found
  }

  drawLine(context, at) {
    const row = this.rows[at]
    const from = this.point(this.entries[at], this.trades.entryPrice[row])
    const to = this.point(this.exits[at], this.trades.exitPrice[row])
    if (!from || !to) return
    const won = this.trades.pnl[row] >= 0
    context.strokeStyle = won ? this.theme.gain : this.theme.loss
    context.setLineDash(won ? [] : [3, 3])
    context.lineWidth = 1.25
    context.beginPath()
    context.moveTo(from.x, from.y)
    context.lineTo(to.x, to.y)
    context.stroke()
    context.setLineDash([])
  }

  drawMarks(context, at, size) {
    const row = this.rows[at]
    const isLong = this.trades.quantity[row] > 0
    const colour = isLong ? this.theme.long : this.theme.short
    const entry = this.point(this.entries[at], this.trades.entryPrice[row])
    if (entry) this.drawEntry(context, entry, { size, colour, isLong })
    if (this.trades.open[row]) return
    const exit = this.point(this.exits[at], this.trades.exitPrice[row])
    if (exit) this.drawExit(context, exit, { size, colour, isLong })
  }

  /** A filled triangle that points at its price, clear of an exit at the same price. */
  drawEntry(context, { x, y }, { size, colour, isLong }) {
    const away = isLong ? 1 : -1
    const tip = y + away * (size + 1)
    context.beginPath()
    context.moveTo(x, tip)
    context.lineTo(x + size, tip + away * 1.8 * size)
    context.lineTo(x - size, tip + away * 1.8 * size)
    context.closePath()
    context.strokeStyle = this.theme.panel
    context.lineWidth = 2
    context.stroke()
    context.fillStyle = colour
    context.fill()
  }

  /** A hollow ring or diamond around its price. */
  drawExit(context, { x, y }, { size, colour, isLong }) {
    const half = isLong ? size * 0.7 : size * 0.95
    context.beginPath()
    if (isLong) context.arc(x, y, half, 0, 2 * Math.PI)
    else for (const [dx, dy] of diamond) context.lineTo(x + dx * half, y + dy * half)
    context.closePath()
    context.fillStyle = this.theme.panel
    context.fill()
    context.strokeStyle = colour
    context.lineWidth = 1.5
    context.stroke()
  }

  point(position, price) {
    const x = this.chart.timeScale().logicalToCoordinate(position)
    const y = this.series.priceToCoordinate(price)
    return x === null || y === null ? null : { x, y }
  }
}

const diamond = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
]

/** First index whose value is not less than `value`, in an ascending column. */
export function lowerBound(column, value) {
  let low = 0
  let high = column.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (column[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}
