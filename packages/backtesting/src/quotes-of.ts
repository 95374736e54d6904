import { NeuralTraderError, type Bars, type ErrorCode, type QuoteBars } from '@neural-trader/core'
import { inspectBars, type Quotes } from '@neural-trader/engine'

/** Quotes laid beside bars, the decimals they need, and how many bars have none. */
export type AlignedQuotes = Quotes & { readonly decimals: number; readonly missing: number }

/**
 * The quotes of each series, where it has some.
 *
 * @throws NeuralTraderError the `DATA_...` codes of {@link inspectBars}; `DATA_LENGTH_MISMATCH` and
 * `DATA_CROSSED_PRICES` where bid and ask do not go together; `INVALID_ARGUMENT` for quotes of an
 * instrument that is not among the data, given twice, or at other times than its bars.
 */
export function quotesOf(
  data: readonly Bars[],
  given: QuoteBars | readonly QuoteBars[] | undefined,
): readonly (AlignedQuotes | undefined)[] {
  if (given === undefined) return []
  const all = [given].flat()
  const byInstrument = new Map<string, QuoteBars>()
  for (const quotes of all) {
    refuseOneSide(quotes)
    checkSides(quotes)
    const { instrument } = quotes.bid
    const isKnown = data.some((bars) => bars.instrument === instrument)
    if (!isKnown) throw misfit(instrument, 'are of no series of the data: give its bars too')
    if (byInstrument.has(instrument)) throw misfit(instrument, 'are given twice: give them once')
    byInstrument.set(instrument, quotes)
  }
  return data.map((bars) => {
    const quotes = byInstrument.get(bars.instrument)
    return quotes === undefined ? undefined : align(bars, quotes)
  })
}

/** A file that is run without type checking may lack what the types ask for. */
function refuseOneSide({ bid, ask }: Partial<QuoteBars>): void {
  if (bid !== undefined && ask !== undefined) return
  throw misfit(String((bid ?? ask)?.instrument), 'lack a side: give both bid and ask bars')
}

/** Bid and ask must be whole, of one instrument, at the same times, and not crossed. */
function checkSides({ bid, ask }: QuoteBars): void {
  const { instrument } = bid
  if (ask.instrument !== instrument) {
    throw misfit(instrument, `have an ask side of ${ask.instrument}: give both of one instrument`)
  }
  inspectSide(bid, 'bid')
  inspectSide(ask, 'ask')
  const [bids, asks] = [bid.time.length, ask.time.length]
  if (bids !== asks) {
    const what = `have ${bids} bids and ${asks} asks: give one of each a time`
    throw misfit(instrument, what, 'DATA_LENGTH_MISMATCH', { bids, asks })
  }
  for (let row = 0; row < bids; row += 1) {
    if (bid.time[row] !== ask.time[row]) {
      throw misfit(
        instrument,
        `have a bid and an ask of different times in row ${row}`,
        undefined,
        { row },
      )
    }
    const [low, high] = [bid.close[row] ?? 0, ask.close[row] ?? 0]
    if (low > high) {
      const what = `are crossed in row ${row}: bid ${low} is above ask ${high}`
      throw misfit(instrument, what, 'DATA_CROSSED_PRICES', { row, bid: low, ask: high })
    }
  }
}

function inspectSide(bars: Bars, side: 'bid' | 'ask'): void {
  try {
    inspectBars(bars)
  } catch (cause) {
    if (!(cause instanceof NeuralTraderError)) throw cause
    const message = `The ${side} bars of ${bars.instrument}: ${cause.message}`
    throw new NeuralTraderError(cause.code, message, { details: { ...cause.details, side }, cause })
  }
}

/** Lays quotes beside the bars that close at the same times. */
function align(bars: Bars, { bid, ask }: QuoteBars): AlignedQuotes {
  const length = bars.time.length
  const bids = new Float64Array(length).fill(Number.NaN)
  const asks = new Float64Array(length).fill(Number.NaN)
  let quote = 0
  let missing = length
  for (let row = 0; row < length; row += 1) {
    const time = bars.time[row] ?? 0n
    while (quote < bid.time.length && (bid.time[quote] ?? 0n) < time) quote += 1
    if (bid.time[quote] !== time) continue
    bids[row] = bid.close[quote] ?? Number.NaN
    asks[row] = ask.close[quote] ?? Number.NaN
    missing -= 1
  }
  if (missing === length) {
    throw misfit(
      bars.instrument,
      'close at none of the times of its bars: give quotes of the same time stamps',
    )
  }
  return { bid: bids, ask: asks, decimals: Math.max(inspectBars(bid), inspectBars(ask)), missing }
}

function misfit(
  instrument: string,
  what: string,
  code: ErrorCode = 'INVALID_ARGUMENT',
  details: Readonly<Record<string, number>> = {},
): NeuralTraderError {
  return new NeuralTraderError(code, `The quotes of ${instrument} ${what}`, {
    details: { field: 'quotes', instrument, ...details },
  })
}
