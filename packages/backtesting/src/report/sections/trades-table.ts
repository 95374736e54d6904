import type { BacktestResult } from '../../result.ts'
import { formatCount } from '../format-number.ts'
import { type Html, markup } from '../html.ts'

/** The frame of the table of trades; the page's script fills, sorts and pages it. */
export function tradesTable({ trades, bars }: BacktestResult): Html {
  const count = trades.pnl.length
  return markup`<section aria-labelledby="trades-title">
    <div class="section-head">
      <h2 id="trades-title">Trades ${count > 0 && counted(count)}</h2>
      ${count > pageSizes[0] && pager}
    </div>
    ${count === 0 ? markup`<p class="panel empty">No trade was made.</p>` : table(bars.length > 1)}
  </section>`
}

function counted(count: number): Html {
  return markup`<span class="count">${formatCount(count)}</span>`
}

const pageSizes = [25, 100, 500] as const

const pager = markup`<nav class="tools" aria-label="Pages of trades">
  <label>Rows <select id="page-size">
    ${pageSizes.map((size) => markup`<option>${size}</option>`)}
  </select></label>
  <span class="group">
    <button type="button" id="first-page" aria-label="First page">«</button>
    <button type="button" id="previous-page" aria-label="Previous page">‹</button>
    <span id="page-status" aria-live="polite"></span>
    <button type="button" id="next-page" aria-label="Next page">›</button>
    <button type="button" id="last-page" aria-label="Last page">»</button>
  </span>
</nav>`

type Heading = { readonly key: string; readonly label: string; readonly text?: boolean }

const headings: readonly Heading[] = [
  { key: 'number', label: '#' },
  { key: 'instrument', label: 'Instrument', text: true },
  { key: 'side', label: 'Side', text: true },
  { key: 'quantity', label: 'Quantity' },
  { key: 'entry', label: 'Entry', text: true },
  { key: 'entryPrice', label: 'Entry price' },
  { key: 'exit', label: 'Exit', text: true },
  { key: 'exitPrice', label: 'Exit price' },
  { key: 'held', label: 'Held' },
  { key: 'fees', label: 'Fees' },
  { key: 'pnl', label: 'Profit' },
  { key: 'returns', label: 'Return' },
]

function table(severalInstruments: boolean): Html {
  const shown = headings.filter(({ key }) => severalInstruments || key !== 'instrument')
  return markup`<div class="panel scroll" tabindex="0" role="region" aria-labelledby="trades-title">
      <table class="trades" id="trades">
        <caption class="hidden">Trades in the order of the heading that sorts them</caption>
        <thead>
          <tr>
            ${shown.map(heading)}
          </tr>
        </thead>
        <tbody></tbody>
      </table>
    </div>
    <p class="note">
      Profit is net of fees; return is profit over the value of the entry. Select a heading to sort,
      a number to see the trade on the chart.
    </p>`
}

function heading({ key, label, text }: Heading): Html {
  const sorted = key === 'number' ? 'ascending' : 'none'
  return markup`<th scope="col" class="${text && 'text'}" data-key="${key}" aria-sort="${sorted}">
    <button type="button">${label}</button>
  </th>`
}
