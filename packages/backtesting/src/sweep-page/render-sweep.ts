import type { Measures } from '../measures.ts'
import { reportAssets } from '../report/assets.ts'
import { barsFigure } from '../report/figures/bars-figure.ts'
import { extent, type GridValues } from '../report/figures/grid-values.ts'
import { heatMap } from '../report/figures/heat-map.ts'
import { surface } from '../report/figures/surface.ts'
import { formatCount, formatPercent, formatPlain, formatRatio } from '../report/format-number.ts'
import { type Html, markup } from '../report/html.ts'
import { page } from '../report/page.ts'
import { plainFooter } from '../report/sections/footer.ts'
import type { SweepTable } from '../sweep/sweep-table.ts'
import { sweepGate, type SweepGate } from '../sweep/sweep-gate.ts'
import { parameterMap } from '../walk-forward/parameter-map.ts'
import { topRows } from './top-rows.ts'

/** What the page of a sweep shows. */
export type SweepPageOptions = {
  readonly title?: string
  /** What the pictures show; default `sharpeRatio`, or the first measure of the sweep. */
  readonly measure?: keyof Measures
  /** The two parameters of the map; default the first two that vary. */
  readonly x?: string
  readonly y?: string
}

/**
 * A sweep as one HTML page that needs nothing beside it: the best rows, how the measure is spread over
 * all of them, and a map and a surface over two parameters, each place being the mean over the others.
 */
export async function renderSweep(
  table: SweepTable,
  options: SweepPageOptions = {},
): Promise<string> {
  const { styles } = await reportAssets()
  const measure = options.measure ?? defaultMeasure(table)
  const title = options.title ?? table.strategy.name
  const map = gridOf(table, measure, options)
  const gate = 'sharpeRatio' in table.measures ? await sweepGate(table) : undefined
  const body = markup`<main>
    ${header(table, title, gate)}
    ${map && mapSection(map, measure)}
    ${spread(table, measure)}
    ${best(table, measure)}
  </main>
  ${plainFooter}`
  return page({ title: `${title} · Sweep`, body, styles })
}

function defaultMeasure({ measures }: SweepTable): keyof Measures {
  const names = Object.keys(measures) as (keyof Measures)[]
  return names.includes('sharpeRatio') ? 'sharpeRatio' : (names[0] ?? 'sharpeRatio')
}

function header(
  { trials, failures, params }: SweepTable,
  title: string,
  gate: SweepGate | undefined,
): Html {
  return markup`<header>
    <p class="eyebrow">Parameter sweep</p>
    <h1>${title}</h1>
    <dl class="facts">
      <div><dt>Combinations tried</dt><dd>${formatCount(trials)}</dd></div>
      <div><dt>Failed</dt><dd>${formatCount(failures.length)}</dd></div>
      ${Object.entries(params).map(([name, values]) => {
        const [low, high] = extent(values)
        return markup`<div><dt>${name}</dt><dd>${formatPlain(low)} to ${formatPlain(high)}</dd></div>`
      })}
    </dl>
    <p class="verdict">
      The best of ${formatCount(trials)} combinations is good by chance too.
      ${gate && gateSentence(gate)} Judge it by bars that played no part in the choice.
    </p>
  </header>`
}

/** What the deflated Sharpe ratio says of the best, in words. */
export function gateSentence({ passed, deflatedSharpe }: SweepGate): string {
  if (Number.isNaN(deflatedSharpe)) return 'Its deflated Sharpe ratio is not defined.'
  const share = formatPercent(deflatedSharpe)
  return passed
    ? `The confidence that the highest Sharpe ratio is more than that is ${share} (deflated Sharpe ratio).`
    : `The confidence that the highest Sharpe ratio is more than that is only ${share}, less than is asked for (deflated Sharpe ratio).`
}

/** The measure over two parameters; nothing where fewer than two vary. */
function gridOf(
  { params, measures }: SweepTable,
  measure: keyof Measures,
  options: SweepPageOptions,
): GridValues | undefined {
  const varying = Object.keys(params).filter((name) => new Set(params[name]).size > 1)
  const x = options.x ?? varying.find((name) => name !== options.y)
  const y = options.y ?? varying.find((name) => name !== x)
  const scores = measures[measure]
  if (x === undefined || y === undefined || scores === undefined) return undefined
  const names = Object.keys(params)
  const combinations = Array.from(scores, (_, row) =>
    Object.fromEntries(names.map((name) => [name, params[name]?.[row] ?? 0])),
  )
  const map = parameterMap(combinations, scores, { x, y })
  return {
    x: { name: map.x.name, values: map.x.values.map(Number) },
    y: { name: map.y.name, values: map.y.values.map(Number) },
    values: map.values,
  }
}

function mapSection(grid: GridValues, measure: string): Html {
  return markup`<section aria-labelledby="map-title">
    <h2 id="map-title">${measure} over ${grid.x.name} and ${grid.y.name}</h2>
    <div class="columns">
      ${heatMap({ caption: 'Map', grid, format: formatRatio })}
      ${surface({ caption: 'Surface', grid, format: formatRatio })}
    </div>
    <p class="note">
      Each place is the mean over all other parameters. A broad hill is worth more than a peak.
    </p>
  </section>`
}

const bins = 40

function spread({ measures }: SweepTable, measure: keyof Measures): Html | false {
  const values = measures[measure].filter(Number.isFinite)
  const [low, high] = extent(values)
  if (values.length < 20 || !(high > low)) return false
  const counts = Array.from({ length: bins }, () => 0)
  for (const value of values)
    counts[Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins))]! += 1
  return markup`<section aria-labelledby="spread-title">
    <h2 id="spread-title">All combinations</h2>
    ${barsFigure({
      caption: `Combinations by ${measure}`,
      labels: counts.map((_, bin) => formatRatio(low + ((high - low) * bin) / bins)),
      bars: [{ name: 'Combinations', values: counts, tone: 0 }],
      format: formatCount,
      labelled: 'edges',
    })}
  </section>`
}

function best(table: SweepTable, measure: keyof Measures): Html {
  const { head, rows } = topRows(table, measure, 25)
  return markup`<section aria-labelledby="best-title">
    <h2 id="best-title">Best by ${measure}</h2>
    <div class="panel scroll" tabindex="0" role="region" aria-labelledby="best-title">
      <table class="runs">
        <thead><tr>${head.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => markup`<tr>${row.map((cell, at) => (at === 0 ? markup`<th scope="row">${cell}</th>` : markup`<td>${cell}</td>`))}</tr>`)}</tbody>
      </table>
    </div>
  </section>`
}
