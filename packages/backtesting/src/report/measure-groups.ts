import type { MeasureGuide } from './measure-guide.ts'

/** Measures that answer one question. */
export type MeasureGroup = { readonly title: string; readonly measures: readonly MeasureGuide[] }

const noTrade = 'no trade was closed'
const noWinner = 'no closed trade made a profit'
const noLoser = 'no closed trade made a loss'
const noReturns = 'there are too few periods to compute returns'
const noDeviation = 'the returns do not vary, or there are too few periods'
const noBenchmark = 'there is no single instrument to compare with, or it did not move'
const noDrawdown = 'equity never fell below an earlier peak'

function guide(
  key: MeasureGuide['key'],
  label: string,
  kind: MeasureGuide['kind'],
  meaning: string,
  undefinedBecause: string = noReturns,
): MeasureGuide {
  return { key, label, kind, meaning, undefinedBecause }
}

/** The groups of the first column of the page. */
export const leftGroups: readonly MeasureGroup[] = [
  {
    title: 'Return',
    measures: [
      guide('totalReturn', 'Total return', 'return', 'Final over starting equity, less one.'),
      guide(
        'buyAndHoldReturn',
        'Buy and hold',
        'return',
        'What holding the instrument from the first decision to the end would have returned.',
        noBenchmark,
      ),
      guide('annualReturn', 'Annual return', 'return', 'Mean return of a period, annualised.'),
      guide(
        'cagr',
        'CAGR',
        'return',
        'The constant yearly growth that leads from start to end.',
        'no time passed',
      ),
      guide('startEquity', 'Starting equity', 'money', 'Cash before the first trade.'),
      guide('finalEquity', 'Final equity', 'money', 'Cash and open positions at the last close.'),
      guide('peakEquity', 'Peak equity', 'money', 'Highest equity at any close.'),
      guide(
        'openPnl',
        'Open profit',
        'gain',
        'Unrealised profit of positions still open at the end.',
        'no position is open',
      ),
      guide('totalFees', 'Fees paid', 'money', 'Fees of entries and exits.'),
    ],
  },
  {
    title: 'Return for risk',
    measures: [
      guide(
        'sharpeRatio',
        'Sharpe ratio',
        'ratio',
        'Annual excess return over annual volatility.',
        noDeviation,
      ),
      guide(
        'sortinoRatio',
        'Sortino ratio',
        'ratio',
        'Like Sharpe, counting only the deviation of losses.',
        'no period fell short of the risk-free rate',
      ),
      guide(
        'calmarRatio',
        'Calmar ratio',
        'ratio',
        'Annual growth over the maximum drawdown.',
        noDrawdown,
      ),
      guide(
        'omegaRatio',
        'Omega ratio',
        'ratio',
        'Sum of gains over sum of losses, of period returns.',
        'no period fell short of the risk-free rate',
      ),
      guide(
        'alpha',
        'Alpha',
        'return',
        'Return that exposure to the market does not explain.',
        noBenchmark,
      ),
      guide(
        'beta',
        'Beta',
        'ratio',
        'Move of equity for a move of the market of one.',
        noBenchmark,
      ),
      guide(
        'sqn',
        'System quality number',
        'ratio',
        'Mean trade over the deviation of trades, times the root of their number.',
        'it needs at least two closed trades of different profit',
      ),
      guide(
        'kelly',
        'Kelly criterion',
        'return',
        'Share of capital per trade that would have grown fastest.',
        'it needs a winning and a losing trade',
      ),
    ],
  },
  {
    title: 'Time held',
    measures: [
      guide('averageTradeDuration', 'Average trade', 'duration', 'From entry to exit.', noTrade),
      guide(
        'averageWinningTradeDuration',
        'Average winner',
        'duration',
        'Average of trades with a profit.',
        noWinner,
      ),
      guide(
        'averageLosingTradeDuration',
        'Average loser',
        'duration',
        'Average of trades with a loss.',
        noLoser,
      ),
      guide('maxTradeDuration', 'Longest trade', 'duration', 'From entry to exit.', noTrade),
    ],
  },
]

/** The groups of the second column. */
export const rightGroups: readonly MeasureGroup[] = [
  {
    title: 'Risk',
    measures: [
      guide(
        'annualVolatility',
        'Annual volatility',
        'share',
        'Standard deviation of returns, annualised.',
        noDeviation,
      ),
      guide('maxDrawdown', 'Maximum drawdown', 'share', 'Deepest fall from a peak of equity.'),
      guide(
        'averageDrawdown',
        'Average drawdown',
        'share',
        'Mean depth of the separate drawdowns.',
        noDrawdown,
      ),
      guide(
        'maxDrawdownDuration',
        'Longest drawdown',
        'duration',
        'Longest time from a peak until it was reached again, or the end.',
        noDrawdown,
      ),
      guide(
        'averageDrawdownDuration',
        'Average drawdown time',
        'duration',
        'Mean time from a peak until it was reached again.',
        noDrawdown,
      ),
      guide(
        'exposureTime',
        'Time in the market',
        'share',
        'Share of bars at which a position was held.',
      ),
      guide(
        'maxGrossExposure',
        'Greatest exposure',
        'ratio',
        'Largest gross value of positions, as a multiple of equity.',
      ),
    ],
  },
  {
    title: 'Trades',
    measures: [
      guide('trades', 'Trades', 'count', 'Round trips and open lots.'),
      guide('closedTrades', 'Closed', 'count', 'Trades with an exit.'),
      guide('openTrades', 'Still open', 'count', 'Lots held at the end of the data.'),
      guide(
        'winRate',
        'Win rate',
        'share',
        'Share of closed trades with a profit after fees.',
        noTrade,
      ),
      guide(
        'profitFactor',
        'Profit factor',
        'ratio',
        'Sum of profits over sum of losses.',
        'no closed trade made a loss, or none was closed',
      ),
      guide('expectancy', 'Expectancy', 'gain', 'What a closed trade brought on average.', noTrade),
      guide('averageTrade', 'Average trade', 'return', 'Mean return of a closed trade.', noTrade),
      guide(
        'averageWinningTrade',
        'Average winner',
        'return',
        'Mean return of trades with a profit.',
        noWinner,
      ),
      guide(
        'averageLosingTrade',
        'Average loser',
        'return',
        'Mean return of trades with a loss.',
        noLoser,
      ),
      guide('bestTrade', 'Best trade', 'return', 'Highest return of a closed trade.', noTrade),
      guide('worstTrade', 'Worst trade', 'return', 'Lowest return of a closed trade.', noTrade),
    ],
  },
]

/** The guide of one measure. */
export function measureGuide(key: MeasureGuide['key']): MeasureGuide {
  const found = [...leftGroups, ...rightGroups]
    .flatMap(({ measures }) => measures)
    .find((entry) => entry.key === key)
  if (!found) throw new RangeError(`The report does not show the measure ${key}`)
  return found
}
