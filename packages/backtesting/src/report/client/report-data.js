/** The embedded columns, as typed arrays; NaN where a number is not defined. */
export function readReportData() {
  const raw = JSON.parse(document.getElementById('report-data').textContent)
  return {
    ...raw,
    time: decodeTimes(raw.time, raw.equity.length),
    equity: decodeNumbers(raw.equity),
    benchmark: decodeNumbers(raw.benchmark),
    drawdown: decodeNumbers(raw.drawdown),
    prices: raw.prices.map(decodePrices),
    trades: decodeTrades(raw.trades),
  }
}

/** Moments in milliseconds from a start and the gaps between them. */
export function decodeTimes({ start, unit, gaps }, length) {
  const times = new Float64Array(length)
  for (let at = 0, units = 0; at < length; at += 1) {
    if (at > 0) units += gaps[at - 1]
    times[at] = start + units * unit
  }
  return times
}

function decodeNumbers(column) {
  return Float64Array.from(column, (value) => value ?? Number.NaN)
}

function decodePrices(prices) {
  const decoded = { ...prices, close: decodeNumbers(prices.close) }
  if (!prices.open) return decoded
  return {
    ...decoded,
    open: decodeNumbers(prices.open),
    high: decodeNumbers(prices.high),
    low: decodeNumbers(prices.low),
  }
}

function decodeTrades(trades) {
  const length = trades.open.length
  const entry = decodeTimes(trades.entry, length)
  const exit = decodeTimes(trades.exit, length)
  return {
    length,
    instrument: Int32Array.from(trades.instrument),
    open: Uint8Array.from(trades.open),
    entry,
    exit,
    held: exit.map((moment, at) => moment - entry[at]),
    quantity: decodeNumbers(trades.quantity),
    entryPrice: decodeNumbers(trades.entryPrice),
    exitPrice: decodeNumbers(trades.exitPrice),
    fees: decodeNumbers(trades.fees),
    pnl: decodeNumbers(trades.pnl),
    returns: decodeNumbers(trades.returns),
  }
}
