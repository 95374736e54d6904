import { connectTools, showAround } from './chart-tools.js'
import { drawCharts } from './charts.js'
import { preparePrinting } from './printing.js'
import { readReportData } from './report-data.js'
import { TradesTable } from './trades-table.js'

const data = readReportData()
const container = document.getElementById('charts')
const charts = drawCharts(data, container)
connectTools(data, charts)
preparePrinting(charts, container)
if (document.getElementById('trades')) new TradesTable(data, { onSelect: showTrade })
requestAnimationFrame(() => requestAnimationFrame(() => (document.body.dataset.ready = 'true')))

function showTrade(row) {
  const { trades } = data
  const picker = document.getElementById('instrument')
  if (picker) picker.value = String(trades.instrument[row])
  if (picker) charts.show(trades.instrument[row])
  const [from, to] = [trades.entry[row], trades.exit[row]].map(charts.positionOf)
  showAround(data, charts.chart, from, to)
  document.getElementById('charts-title').scrollIntoView({ behavior: 'smooth' })
}
