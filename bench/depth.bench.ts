import { DepthSession, depthSlot } from '@neural-trader/engine'

import type { Bench } from './bench.ts'
import { depthFeed, feedStart, grid } from './depth-feed.ts'

const tenMilliseconds = 10_000_000
const latency = { feedLatency: 1_000_000, entryLatency: 1_000_000, responseLatency: 1_000_000 }
const lots = 50

/** Events per second of the whole feed, a strategy being asked every 10 ms of its time. */
function speed(ask: (session: DepthSession) => void): number {
  const { chunks, events, bestBid, bestAsk } = depthFeed()
  const session = new DepthSession({ start: feedStart, ...grid, ...latency })
  const begun = performance.now()
  let appended = 0
  let told = session.elapse(0)
  while (told !== 'ended') {
    if (told === 'reached') {
      ask(session)
      told = session.elapse(tenMilliseconds)
    } else {
      const chunk = chunks[appended]
      if (chunk === undefined) session.end()
      else session.append(chunk)
      appended += 1
      told = session.elapse(0)
    }
  }
  const seconds = (performance.now() - begun) / 1000
  const { view } = session
  if (view[depthSlot.bestBid] !== bestBid || view[depthSlot.bestAsk] !== bestAsk) {
    throw new Error(`the book ends at ${view.join(' ')}, the feed at ${bestBid} and ${bestAsk}`)
  }
  return events / seconds
}

async function reading(): Promise<number> {
  let widest = 0
  const perSecond = speed(({ view }) => {
    const spread = view[depthSlot.bestAsk]! - view[depthSlot.bestBid]!
    if (spread > widest) widest = spread
  })
  if (!(widest > 1)) throw new Error(`the widest spread seen is ${widest}`)
  return perSecond
}

/** Keeps a bid at the best bid and an ask at the best ask, and moves them along. */
async function quoting(): Promise<number> {
  const quotes = [quote('buy', depthSlot.bestBid), quote('sell', depthSlot.bestAsk)]
  const perSecond = speed((session) => {
    for (const each of quotes) each.keep(session)
  })
  const fills = quotes.reduce((sum, each) => sum + each.fills(), 0)
  if (!(fills > 1000)) throw new Error(`only ${fills} fills: the quotes are not resting`)
  return perSecond
}

type Quote = { readonly keep: (session: DepthSession) => void; readonly fills: () => number }

function quote(side: 'buy' | 'sell', slot: number): Quote {
  let order = 0
  let price = Number.NaN
  let fills = 0
  const keep = (session: DepthSession): void => {
    for (const report of session.reports) {
      if (report.order !== order) continue
      if (report.kind === 'filled') fills += 1
      const gone = report.kind === 'refused' || (report.kind === 'filled' && report.left === 0)
      if (gone) price = Number.NaN
    }
    const best = session.view[slot]!
    if (price === best || Number.isNaN(best)) return
    if (!Number.isNaN(price)) session.cancel(order)
    order = session.place({ side, price: best, lots })
    price = best
  }
  return { keep, fills: () => fills }
}

/** A seeded book of ten levels a side through both clocks of a depth session. */
export const benches: readonly Bench[] = [
  { name: 'kernel.l2', unit: 'events/s', higherIsBetter: true, run: reading },
  { name: 'kernel.l2_quoting', unit: 'events/s', higherIsBetter: true, run: quoting },
]
