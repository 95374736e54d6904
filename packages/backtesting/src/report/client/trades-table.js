import { formatHeld, formatMoment, numberFormat } from './moments.js'

/** Most rows that are laid out for paper. */
const printedRows = 2000

/** The table of trades: sorted by its headings, one page of rows in the document at a time. */
export class TradesTable {
  constructor(data, { onSelect }) {
    this.data = data
    this.onSelect = onSelect
    this.table = document.getElementById('trades')
    this.keys = [...this.table.querySelectorAll('th')].map(({ dataset }) => dataset.key)
    this.cells = cellsOf(data)
    this.order = Uint32Array.from({ length: data.trades.length }, (_, row) => row)
    this.page = 0
    this.connect()
    this.render()
  }

  connect() {
    for (const heading of this.table.querySelectorAll('th')) {
      heading.querySelector('button').addEventListener('click', () => this.sortBy(heading))
    }
    const go = (id, page) =>
      document.getElementById(id)?.addEventListener('click', () => this.turnTo(page()))
    go('first-page', () => 0)
    go('previous-page', () => this.page - 1)
    go('next-page', () => this.page + 1)
    go('last-page', () => this.pages - 1)
    document.getElementById('page-size')?.addEventListener('change', () => this.turnTo(0))
    addEventListener('beforeprint', () => this.render(printedRows))
    addEventListener('afterprint', () => this.render())
  }

  get size() {
    return Number(document.getElementById('page-size')?.value ?? this.order.length)
  }

  get pages() {
    return Math.max(1, Math.ceil(this.order.length / this.size))
  }

  turnTo(page) {
    this.page = Math.min(this.pages - 1, Math.max(0, page))
    this.render()
  }

  /** Sorts by a heading; a second time turns the order round. */
  sortBy(heading) {
    const direction = heading.ariaSort === 'ascending' ? -1 : 1
    for (const other of this.table.querySelectorAll('th')) other.ariaSort = 'none'
    heading.ariaSort = direction > 0 ? 'ascending' : 'descending'
    const value = this.valueOf(heading.dataset.key)
    this.order.sort((a, b) => compare(value(a), value(b), direction) || a - b)
    this.turnTo(0)
  }

  valueOf(key) {
    const { trades } = this.data
    if (key === 'number') return (row) => row
    if (key === 'side') return (row) => (trades.quantity[row] > 0 ? 0 : 1)
    return (row) => trades[key][row]
  }

  render(rows = this.size) {
    const first = rows === printedRows ? 0 : this.page * this.size
    const shown = this.order.subarray(first, first + rows)
    this.table.tBodies[0].replaceChildren(...Array.from(shown, (row) => this.row(row)))
    this.describe(first, shown.length)
  }

  row(row) {
    const line = document.createElement('tr')
    line.append(
      ...this.keys.map((key) => (key === 'number' ? this.numberCell(row) : this.cells[key](row))),
    )
    return line
  }

  numberCell(row) {
    const cell = document.createElement('th')
    const button = document.createElement('button')
    cell.scope = 'row'
    button.type = 'button'
    button.textContent = String(row + 1)
    button.setAttribute('aria-label', `Show trade ${row + 1} on the chart`)
    button.addEventListener('click', () => this.onSelect(row))
    cell.append(button)
    return cell
  }

  describe(first, shown) {
    const status = document.getElementById('page-status')
    if (!status) return
    const count = numberFormat(0)
    status.textContent = `${count(first + 1)}–${count(first + shown)} of ${count(this.order.length)}`
    const atStart = this.page === 0
    const atEnd = this.page === this.pages - 1
    for (const id of ['first-page', 'previous-page']) document.getElementById(id).disabled = atStart
    for (const id of ['next-page', 'last-page']) document.getElementById(id).disabled = atEnd
  }
}

function cellsOf({ trades, prices, daily }) {
  const money = numberFormat(2)
  const profit = numberFormat(2, { signed: true })
  const percent = numberFormat(2, { signed: true, unit: ' %' })
  const priceOf = prices.map(({ fillDecimals }) => numberFormat(fillDecimals))
  const quantityOf = prices.map(({ quantityDecimals }) => numberFormat(quantityDecimals))
  const at = (formats, row) => formats[trades.instrument[row]]
  return {
    instrument: (row) => textCell(prices[trades.instrument[row]].instrument, 'text'),
    side: (row) => sideCell(trades.quantity[row] > 0),
    quantity: (row) => textCell(at(quantityOf, row)(Math.abs(trades.quantity[row]))),
    entry: (row) => textCell(formatMoment(trades.entry[row], daily), 'text'),
    entryPrice: (row) => textCell(at(priceOf, row)(trades.entryPrice[row])),
    exit: (row) => exitCell(formatMoment(trades.exit[row], daily), trades.open[row]),
    exitPrice: (row) => textCell(at(priceOf, row)(trades.exitPrice[row])),
    held: (row) => textCell(formatHeld(trades.held[row])),
    fees: (row) => textCell(money(trades.fees[row])),
    pnl: (row) => textCell(profit(trades.pnl[row]), tone(trades.pnl[row])),
    returns: (row) => textCell(percent(trades.returns[row] * 100), tone(trades.returns[row])),
  }
}

function textCell(text, style = '') {
  const cell = document.createElement('td')
  cell.textContent = text
  if (style) cell.className = style
  return cell
}

function sideCell(isLong) {
  return textCell(isLong ? '▲ Long' : '▼ Short', `text ${isLong ? 'long' : 'short'}`)
}

function exitCell(moment, open) {
  if (!open) return textCell(moment, 'text')
  const cell = textCell('', 'text')
  const badge = document.createElement('span')
  badge.className = 'chip'
  badge.textContent = 'open'
  badge.title = `Marked at the close of ${moment}`
  cell.append(badge)
  return cell
}

function tone(value) {
  return value > 0 ? 'gain' : value < 0 ? 'loss' : ''
}

/** Ascending or descending; what is not defined comes last either way. */
function compare(a, b, direction) {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b))
  return a === b ? 0 : a < b ? -direction : direction
}
