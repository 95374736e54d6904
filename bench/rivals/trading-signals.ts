import * as library from 'trading-signals'

import type { Bars } from '@neural-trader/core'

/** The fastest npm library that takes bars one by one. */
export const tradingSignals = { name: 'trading-signals', version: '8.3.0' }

/** Its simple average of 20 closes. */
export function liveAverage({ close }: Bars): (bar: number) => void {
  const average = new library.SMA(20)
  return (bar) => average.update(close[bar] as number, false)
}

/** Its twins of the values that the plan of twenty watches. */
export function liveTwenty({ open, high, low, close, volume }: Bars): (bar: number) => void {
  const ofCloses = [
    new library.SMA(10),
    new library.SMA(30),
    new library.EMA(12),
    new library.EMA(26),
    new library.RSI(14),
    new library.MACD(new library.EMA(12), new library.EMA(26), new library.EMA(9)),
    // Upper and lower band, and the deviation between them.
    new library.BollingerBands(20, 2),
    new library.LinearRegression(14),
    new library.ROC(10),
    new library.MOM(10),
    new library.WMA(30),
  ]
  const ofBars = [
    new library.ATR(14),
    new library.ADX(14),
    new library.StochasticOscillator({ kPeriod: 5, kSlowingPeriod: 3, dPeriod: 3 }),
    // The highest high and the lowest low.
    new library.DonchianChannels(20),
    new library.OBV(2),
  ]
  return (bar) => {
    const price = close[bar] as number
    for (const indicator of ofCloses) indicator.update(price, false)
    const candle = {
      open: open[bar] as number,
      high: high[bar] as number,
      low: low[bar] as number,
      close: price,
      volume: volume[bar] as number,
    }
    for (const indicator of ofBars) indicator.update(candle, false)
  }
}
