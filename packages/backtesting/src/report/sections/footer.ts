import { type Html, markup, trusted } from '../html.ts'

const caution = trusted(
  '<p>Made by Neural Trader. Past results of a simulation say little about the future; fills, costs and data of a live account differ.</p>',
)

/** Caution, for a page without the charting library. */
export const plainFooter: Html = markup`<footer>${caution}</footer>`

/** Caution and attribution; the charting library's licence asks for its notice and link. */
export const footer: Html = markup`<footer>
  ${caution}
  ${trusted('<p>Charts: TradingView Lightweight Charts™, Copyright (c) TradingView, Inc. <a href="https://www.tradingview.com/" rel="noreferrer">https://www.tradingview.com/</a>, under the Apache License 2.0.</p>')}
</footer>`
