import type { BacktestResult } from '../../result.ts'
import { formatPercent, undefinedMark } from '../format-number.ts'
import { areDaily, formatDate, formatDuration, formatTime, millisecondsAt } from '../format-time.ts'
import { type Html, markup } from '../html.ts'
import { worstDrawdowns, type DrawdownEpisode } from '../worst-drawdowns.ts'

/** The ten deepest falls from a peak, with their beginning, lowest point and end. */
export function worstDrawdownsTable(result: BacktestResult): Html | false {
  const episodes = worstDrawdowns(result.equity, result.measures.startEquity, 10)
  if (episodes.length === 0) return false
  return markup`<section aria-labelledby="drawdowns-title">
    <h2 id="drawdowns-title">Deepest drawdowns</h2>
    <div class="panel scroll" tabindex="0" role="region" aria-labelledby="drawdowns-title">
      <table class="runs">
        <thead><tr>
          <th scope="col">Peak</th><th scope="col">Lowest</th><th scope="col">Recovered</th>
          <th scope="col">Depth</th><th scope="col">Down for</th><th scope="col">In all</th>
        </tr></thead>
        <tbody>${episodes.map((episode) => row(result, episode))}</tbody>
      </table>
    </div>
  </section>`
}

function row(
  { bars, time }: BacktestResult,
  { peak, trough, recovery, depth }: DrawdownEpisode,
): Html {
  const moment = areDaily(bars) ? formatDate : formatTime
  const at = (step: number): number => millisecondsAt(time, Math.max(0, step))
  const end = at(recovery ?? time.length - 1)
  return markup`<tr>
    <th scope="row">${peak < 0 ? 'the start' : moment(at(peak))}</th>
    <td>${moment(at(trough))}</td>
    <td>${recovery === null ? undefinedMark : moment(end)}</td>
    <td class="loss">${formatPercent(depth)}</td>
    <td>${formatDuration((at(trough) - at(peak)) / 1000)}</td>
    <td>${formatDuration((end - at(peak)) / 1000)}${recovery === null && ' so far'}</td>
  </tr>`
}
