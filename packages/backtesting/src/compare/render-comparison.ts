import { reportAssets } from '../report/assets.ts'
import { lineFigure, type Line } from '../report/figures/line-figure.ts'
import { formatPercent, formatRatio, formatSignedPercent } from '../report/format-number.ts'
import { endsOf, formatDate } from '../report/format-time.ts'
import { type Html, markup } from '../report/html.ts'
import { leftGroups, rightGroups, type MeasureGroup } from '../report/measure-groups.ts'
import { formatMeasure, type MeasureGuide } from '../report/measure-guide.ts'
import { monthlyReturns } from '../report/monthly-returns.ts'
import { page } from '../report/page.ts'
import { plainFooter } from '../report/sections/footer.ts'
import { bestOf } from './best-of.ts'
import type { Comparison } from './compare-runs.ts'

/** What can be chosen of the page. */
export type ComparisonPageOptions = { readonly title?: string }

/**
 * Runs side by side as one HTML page that needs nothing beside it, not even a script: growth and
 * drawdown over one axis, every measure, returns by year, and how the returns go together.
 */
export async function renderComparison(
  comparison: Comparison,
  { title = 'Comparison' }: ComparisonPageOptions = {},
): Promise<string> {
  const { styles } = await reportAssets()
  const body = markup`<main>
    ${header(comparison, title)}
    ${charts(comparison)}
    ${measures(comparison)}
    ${years(comparison)}
    ${comparison.runs.length > 1 && correlations(comparison)}
  </main>
  ${plainFooter}`
  return page({ title: `${title} · Backtest comparison`, body, styles })
}

function header({ names, time }: Comparison, title: string): Html {
  const [first, last] = endsOf(time)
  return markup`<header>
    <p class="eyebrow">Backtest comparison</p>
    <h1>${title}</h1>
    <p class="params">${names.map(
      (name, at) => markup`<span class="chip"><i class="dot t${at % 8}"></i><b>${name}</b></span> `,
    )}</p>
    <dl class="facts">
      <div><dt>Runs</dt><dd>${names.length}</dd></div>
      <div><dt>Period</dt><dd><time>${formatDate(first)}</time> to <time>${formatDate(last)}</time></dd></div>
    </dl>
  </header>`
}

function charts({ names, time, growth }: Comparison): Html {
  const lines = (columns: readonly Float64Array[]): Line[] =>
    columns.map((values, at) => ({ name: names[at] ?? '', values, tone: at % 8 }))
  return markup`<section aria-labelledby="growth-title">
    <h2 id="growth-title">Growth and drawdown</h2>
    <div class="stack">
      ${lineFigure({ caption: 'Growth of 1, logarithmic', time, lines: lines(growth), format: formatRatio, log: true, height: 340 })}
      ${lineFigure({ caption: 'Drawdown', time, lines: lines(growth.map(drawdownOf)), format: formatPercent, height: 220 })}
    </div>
  </section>`
}

/** Growth over its highest value so far, less 1. The start is the first peak. */
function drawdownOf(growth: Float64Array): Float64Array {
  let peak = 1
  return growth.map((value) => {
    if (value > peak) peak = value
    return value / peak - 1
  })
}

function measures(comparison: Comparison): Html {
  return markup`<section aria-labelledby="measures-title">
    <h2 id="measures-title">Measures</h2>
    <div class="panel scroll" tabindex="0" role="region" aria-labelledby="measures-title">
      <table class="runs">
        <thead><tr><th scope="col">Measure</th>${heads(comparison)}</tr></thead>
        ${[...leftGroups, ...rightGroups].map((group) => groupRows(comparison, group))}
      </table>
    </div>
    <p class="note">
      The best of a row is bold where more or less of it is better. A run that looks best among many is
      so by chance alone often enough.
    </p>
  </section>`
}

function heads({ names }: Comparison): Html[] {
  return names.map((name) => markup`<th scope="col">${name}</th>`)
}

function groupRows({ runs }: Comparison, { title, measures }: MeasureGroup): Html {
  return markup`<tbody>
    <tr class="group"><th scope="rowgroup" colspan="${runs.length + 1}">${title}</th></tr>
    ${measures.map((guide) => measureRow(runs, guide))}
  </tbody>`
}

function measureRow(runs: Comparison['runs'], guide: MeasureGuide): Html {
  const best = bestOf(
    guide.key,
    runs.map((run) => run.measures[guide.key]),
  )
  return markup`<tr>
    <th scope="row" title="${guide.meaning}">${guide.label}</th>
    ${runs.map(
      (run, at) =>
        markup`<td${best.has(at) && markup` class="best"`}>${formatMeasure(guide, run.measures, run.conventions)}</td>`,
    )}
  </tr>`
}

function years(comparison: Comparison): Html {
  const totals = comparison.runs.map(
    ({ time, equity, measures: { startEquity } }) =>
      new Map(monthlyReturns(time, equity, startEquity).map(({ year, total }) => [year, total])),
  )
  const all = [...new Set(totals.flatMap((byYear) => [...byYear.keys()]))].toSorted((a, b) => a - b)
  return markup`<section aria-labelledby="years-title">
    <h2 id="years-title">Returns by year</h2>
    <div class="panel scroll" tabindex="0" role="region" aria-labelledby="years-title">
      <table class="runs">
        <thead><tr><th scope="col">Year</th>${heads(comparison)}</tr></thead>
        <tbody>${all.map(
          (year) =>
            markup`<tr><th scope="row">${year}</th>${totals.map((byYear) =>
              yearCell(byYear.get(year) ?? Number.NaN),
            )}</tr>`,
        )}</tbody>
      </table>
    </div>
  </section>`
}

function yearCell(total: number): Html {
  return markup`<td${total < 0 && markup` class="loss"`}>${formatSignedPercent(total)}</td>`
}

function correlations(comparison: Comparison): Html {
  const { names, correlation } = comparison
  return markup`<section aria-labelledby="correlation-title">
    <h2 id="correlation-title">Correlation of returns</h2>
    <div class="panel scroll" tabindex="0" role="region" aria-labelledby="correlation-title">
      <table class="runs">
        <thead><tr><th scope="col">Run</th>${heads(comparison)}</tr></thead>
        <tbody>${names.map(
          (name, row) =>
            markup`<tr><th scope="row">${name}</th>${Array.from(
              correlation[row] ?? [],
              (value) => markup`<td>${formatRatio(value)}</td>`,
            )}</tr>`,
        )}</tbody>
      </table>
    </div>
  </section>`
}
