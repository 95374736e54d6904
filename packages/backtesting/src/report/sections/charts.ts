import type { BacktestResult } from '../../result.ts'
import { formatCount, formatMoney, formatPercent } from '../format-number.ts'
import { type Html, markup, trusted } from '../html.ts'
import { maxChartPoints } from '../report-data.ts'

/** Price with trades, equity with its benchmark, and drawdown, over one axis of time. */
export function charts(result: BacktestResult, stepsPerPair: number): Html {
  return markup`<section aria-labelledby="charts-title">
    <div class="section-head">
      <h2 id="charts-title">Price, equity and drawdown</h2>
      <div class="tools" role="toolbar" aria-label="Chart view">
        ${result.bars.length > 1 && picker(result)}
        <span class="group" id="ranges"></span>
        <span class="group">
          <button type="button" data-pan="-1" aria-label="Earlier">←</button>
          <button type="button" data-pan="1" aria-label="Later">→</button>
          <button type="button" data-zoom="0.5" aria-label="Zoom in">+</button>
          <button type="button" data-zoom="2" aria-label="Zoom out">−</button>
        </span>
        <span class="group">
          <button type="button" id="logarithmic" aria-pressed="false">Log scale</button>
        </span>
      </div>
    </div>
    <figure class="panel">
      <div class="charts" id="charts" role="img" aria-label="${description(result)}"></div>
      <figcaption>
        ${result.trades.pnl.length > 0 && key}
        <p class="note" id="chart-note">${stepsPerPair > 1 && decimated(result, stepsPerPair)}</p>
      </figcaption>
    </figure>
    <noscript>
      <p class="note">
        The charts and the table of trades need JavaScript; nothing is loaded from a network.
      </p>
    </noscript>
  </section>`
}

function picker({ bars }: BacktestResult): Html {
  const options = bars.map(
    ({ instrument }, at) => markup`<option value="${at}">${instrument}</option>`,
  )
  return markup`<label>Instrument <select id="instrument">${options}</select></label>`
}

function description({ measures, bars }: BacktestResult): string {
  const worst = Number.isFinite(measures.maxDrawdown)
    ? `, with a maximum drawdown of ${formatPercent(-measures.maxDrawdown)}`
    : ''
  return (
    `Charts of the price of ${bars.map(({ instrument }) => instrument).join(', ')} with entries and exits, ` +
    `of equity from ${formatMoney(measures.startEquity)} to ${formatMoney(measures.finalEquity)} ` +
    `beside buy and hold, and of drawdown${worst}. The tables below give the same in numbers.`
  )
}

function decimated({ time }: BacktestResult, stepsPerPair: number): string {
  return (
    `This run has ${formatCount(time.length)} bars, more than the ${formatCount(maxChartPoints)} points a chart draws: ` +
    `each pair of points shows the lowest and the highest value of ${formatCount(stepsPerPair)} bars, so no extreme is lost. ` +
    'The measures and tables come from every bar.'
  )
}

function sign(path: string, style: string, width = 14): string {
  return `<svg viewBox="0 0 ${width} 14" width="${width}" height="14" aria-hidden="true" class="${style}"><path d="${path}"/></svg>`
}

const key = trusted(`<ul class="key" aria-label="Signs of trades">
        <li>${sign('M7 2 12 11H2Z', 'long filled')} Buy, opens long</li>
        <li>${sign('M7 3a4 4 0 1 0 .01 0Z', 'long')} Sell, closes long</li>
        <li>${sign('M7 12 2 3h10Z', 'short filled')} Sell, opens short</li>
        <li>${sign('M7 2l5 5-5 5-5-5Z', 'short')} Buy, closes short</li>
        <li>${sign('M1 11 25 3', 'gain', 26)} Profit</li>
        <li>${sign('M1 3 25 11', 'loss dashed', 26)} Loss</li>
      </ul>`)
