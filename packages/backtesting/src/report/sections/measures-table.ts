import type { BacktestResult } from '../../result.ts'
import { type Html, markup } from '../html.ts'
import { leftGroups, type MeasureGroup, rightGroups } from '../measure-groups.ts'
import { formatMeasure, type MeasureGuide } from '../measure-guide.ts'

/** Every measure, grouped by the question it answers, with what it means. */
export function measuresTable(result: BacktestResult): Html {
  return markup`<section aria-labelledby="measures-title">
    <h2 id="measures-title">All measures</h2>
    <div class="columns">
      ${[leftGroups, rightGroups].map(
        (groups) =>
          markup`<div class="stack">${groups.map((group) => groupTable(result, group))}</div>`,
      )}
    </div>
  </section>`
}

function groupTable(result: BacktestResult, { title, measures }: MeasureGroup): Html {
  return markup`<div class="panel">
    <table class="measures">
      <caption>${title}</caption>
      <thead class="hidden"><tr><th scope="col">Measure</th><th scope="col">Value</th></tr></thead>
      <tbody>
        ${measures.map((guide) => row(result, guide))}
      </tbody>
    </table>
  </div>`
}

function row({ measures, conventions }: BacktestResult, guide: MeasureGuide): Html {
  const note = Number.isNaN(measures[guide.key])
    ? `Not defined here: ${guide.undefinedBecause}.`
    : guide.meaning
  return markup`<tr>
    <th scope="row">${guide.label}<small>${note}</small></th>
    <td>${formatMeasure(guide, measures, conventions)}</td>
  </tr>`
}
