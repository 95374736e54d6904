import { createHash } from 'node:crypto'

import type { BacktestResult } from '../result.ts'
import { type ReportAssets, reportAssets } from './assets.ts'
import { type Html, markup, scriptJson, trusted } from './html.ts'
import { type ReportData, reportData } from './report-data.ts'
import { charts } from './sections/charts.ts'
import { footer } from './sections/footer.ts'
import { header } from './sections/header.ts'
import { keyMeasures } from './sections/key-measures.ts'
import { measuresTable } from './sections/measures-table.ts'
import { method } from './sections/method.ts'
import { monthlyTable } from './sections/monthly-table.ts'
import { tradesTable } from './sections/trades-table.ts'

/** What can be chosen of a report. */
export type ReportOptions = {
  /** Heading of the page; the name of the strategy unless given. */
  readonly title?: string
}

/**
 * A report of a run as one HTML page that needs nothing beside it: data, styles, script and the
 * charting library are inside, and its content policy forbids every request. Times are UTC, money
 * is in the currency of the account, and what is not defined is an en dash with its reason. Runs
 * longer than 20,000 steps are drawn by the extremes of equal stretches; tables stay complete.
 */
export async function renderReport(
  result: BacktestResult,
  options: ReportOptions = {},
): Promise<string> {
  const assets = await reportAssets()
  const data = reportData(result)
  const title = options.title ?? result.strategy.name
  return page(assets, title, { body: body(result, { title, data }), data }).html
}

function body(result: BacktestResult, { title, data }: { title: string; data: ReportData }): Html {
  return markup`<main>
    ${header(result, title)}
    ${keyMeasures(result)}
    ${charts(result, data.stepsPerPair)}
    ${monthlyTable(result)}
    ${measuresTable(result)}
    ${tradesTable(result)}
    ${method(result)}
  </main>
  ${footer}`
}

function page(
  { styles, library, client }: ReportAssets,
  title: string,
  { body, data }: { body: Html; data: ReportData },
): Html {
  return markup`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy([library, client])}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="generator" content="Neural Trader">
  <title>${title} · Backtest report</title>
  <link rel="icon" href="data:,">
  <style>${trusted(styles)}</style>
</head>
<body>
  ${body}
  <script type="application/json" id="report-data">${scriptJson(data)}</script>
  <script>${trusted(library)}</script>
  <script>${trusted(client)}</script>
</body>
</html>
`
}

/** Only these scripts run, and nothing is fetched from anywhere. */
function policy(scripts: readonly string[]): string {
  const hashes = scripts.map(
    (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
  return `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src ${hashes.join(' ')}`
}
