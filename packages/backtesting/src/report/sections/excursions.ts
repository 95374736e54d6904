import type { BacktestResult } from '../../result.ts'
import { excursionsOf } from '../excursions.ts'
import { scatterFigure } from '../figures/scatter-figure.ts'
import { formatPercent } from '../format-number.ts'
import { type Html, markup } from '../html.ts'

/** How far each trade went against and for its holder, beside what came of it. */
export function excursionsSection(result: BacktestResult): Html | false {
  const { trades } = result
  if (trades.pnl.length < 3) return false
  const { adverse, favourable } = excursionsOf(result)
  const tone = (trade: number): number => ((trades.pnl[trade] ?? 0) > 0 ? 2 : 5)
  const y = { name: 'return of the trade', values: trades.returns }
  return markup`<section aria-labelledby="excursions-title">
    <h2 id="excursions-title">Excursions of trades</h2>
    <div class="columns">
      ${scatterFigure({ caption: 'Furthest against', x: { name: 'maximum adverse excursion', values: adverse }, y, tone, format: formatPercent })}
      ${scatterFigure({ caption: 'Furthest for', x: { name: 'maximum favourable excursion', values: favourable }, y, tone, format: formatPercent })}
    </div>
    <p class="note">
      Between entry and exit, as a share of the entry price, by highs and lows of the bars after that of
      the entry. Winners that went far against hint at stops too wide or luck; losers that went far for,
      at gains given back.
    </p>
  </section>`
}
