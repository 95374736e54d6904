import type { Bars, QuoteBars, StrategyContext } from '@neural-trader/core'
import type { LeanResolution } from '@neural-trader/market-data'

/** A regression algorithm of LEAN: its data, what it does, and what LEAN prints at its end. */
export type LeanAlgorithm = {
  readonly name: string
  readonly ticker: string
  readonly resolution: LeanResolution
  readonly from: string
  readonly to: string
  readonly onBar: (context: StrategyContext) => void
  readonly orders: number
  readonly fees: number
  readonly equity: number
  /** Signed quantity and price of each fill, where the price is that of these rows of the data. */
  readonly fills: (
    data: Bars,
    quotes: QuoteBars | undefined,
  ) => readonly (readonly [number, number])[]
}

const invest = ({ position, orders }: StrategyContext): void => {
  if (position.isFlat) orders.targetPercent(1)
}

const ask = (quotes: QuoteBars | undefined, row: number): number =>
  quotes?.ask.close[row] ?? Number.NaN

/** The algorithms whose runs are known to the cent. */
export const leanAlgorithms: readonly LeanAlgorithm[] = [
  {
    name: 'BasicTemplateDailyAlgorithm',
    ticker: 'SPY',
    resolution: 'daily',
    from: '2013-10-08',
    to: '2013-10-17',
    onBar: invest,
    orders: 1,
    fees: 3.49,
    equity: 104_486.22,
    fills: ({ open }) => [[697, open[1]!]],
  },
  {
    name: 'BasicTemplateHourlyAlgorithm',
    ticker: 'SPY',
    resolution: 'hour',
    from: '2013-10-07',
    to: '2013-10-11',
    onBar: invest,
    orders: 1,
    fees: 3.44,
    equity: 101_529.08,
    fills: ({ close }) => [[687, close[0]!]],
  },
  {
    name: 'BasicTemplateAlgorithm',
    ticker: 'SPY',
    resolution: 'minute',
    from: '2013-10-07',
    to: '2013-10-11',
    onBar: invest,
    orders: 1,
    fees: 3.44,
    equity: 101_691.92,
    fills: (_, quotes) => [[688, ask(quotes, 0)]],
  },
  {
    name: 'StopMarketOrderRegressionAlgorithm',
    ticker: 'SPY',
    resolution: 'hour',
    from: '2021-03-01',
    to: '2021-03-03',
    onBar: ({ time, close, orders }) => {
      const isNoon = time.milliseconds === Date.parse('2021-03-01T17:00:00Z')
      if (isNoon) orders.buy(1, { stop: close.value - 2 })
    },
    orders: 1,
    fees: 1,
    equity: 99_991.05,
    fills: ({ open }) => [[1, open[3]!]],
  },
  {
    name: 'TimeInForceAlgorithm',
    ticker: 'SPY',
    resolution: 'minute',
    from: '2013-10-07',
    to: '2013-10-11',
    onBar: ({ step, close, orders }) => {
      if (step > 0) return
      const limits = [100, close.value * 1.02] as const
      for (const limit of limits) {
        orders.buy(10, { limit })
        orders.buy(10, { limit, timeInForce: 'DAY' })
        const expiresAt = Date.parse('2013-10-10T20:00:00Z')
        orders.buy(10, { limit, timeInForce: 'GTD', expiresAt })
      }
    },
    orders: 6,
    fees: 3,
    equity: 100_070.41,
    fills: ({ open }) => [1, 1, 1].map(() => [10, open[1]!]),
  },
  {
    name: 'HourSplitRegressionAlgorithm',
    ticker: 'AAPL',
    resolution: 'hour',
    from: '2014-06-06',
    to: '2014-06-09',
    onBar: ({ time, position, orders }) => {
      const isSplit = time.milliseconds >= Date.parse('2014-06-09T00:00:00Z')
      if (isSplit && position.isFlat) orders.buy(1)
    },
    orders: 1,
    fees: 1,
    equity: 99_999.31,
    fills: (data) => [[1, data.close[data.close.length - 7]!]],
  },
]
