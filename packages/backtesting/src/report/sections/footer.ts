import { type Html, trusted } from '../html.ts'

/** Caution and attribution; the charting library's licence asks for its notice and link. */
export const footer: Html = trusted(`<footer>
  <p>Made by Neural Trader. Past results of a simulation say little about the future; fills, costs and data of a live account differ.</p>
  <p>Charts: TradingView Lightweight Charts™, Copyright (c) TradingView, Inc. <a href="https://www.tradingview.com/" rel="noreferrer">https://www.tradingview.com/</a>, under the Apache License 2.0.</p>
</footer>`)
