import type { BacktestResult } from '../result.ts'
import { reportAssets } from './assets.ts'
import { type Html, markup } from './html.ts'
import { page } from './page.ts'
import { type ReportData, reportData } from './report-data.ts'
import { charts } from './sections/charts.ts'
import { excursionsSection } from './sections/excursions.ts'
import { footer } from './sections/footer.ts'
import { header } from './sections/header.ts'
import { keyMeasures } from './sections/key-measures.ts'
import { measuresTable } from './sections/measures-table.ts'
import { method } from './sections/method.ts'
import { monthlyTable } from './sections/monthly-table.ts'
import { returnsSection } from './sections/returns.ts'
import { tradesTable } from './sections/trades-table.ts'
import { worstDrawdownsTable } from './sections/worst-drawdowns.ts'

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
  const { styles, library, client } = await reportAssets()
  const data = reportData(result)
  const title = options.title ?? result.strategy.name
  return page({
    title: `${title} · Backtest report`,
    body: body(result, { title, data }),
    styles,
    data: { id: 'report-data', value: data },
    scripts: [library, client],
  })
}

function body(result: BacktestResult, { title, data }: { title: string; data: ReportData }): Html {
  return markup`<main>
    ${header(result, title)}
    ${keyMeasures(result)}
    ${charts(result, data.stepsPerPair)}
    ${monthlyTable(result)}
    ${returnsSection(result)}
    ${worstDrawdownsTable(result)}
    ${measuresTable(result)}
    ${excursionsSection(result)}
    ${tradesTable(result)}
    ${method(result)}
  </main>
  ${footer}`
}
