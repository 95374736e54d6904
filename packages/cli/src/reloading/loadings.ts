import { futureOfBars, type Future } from '@neural-trader/backtesting'
import type { Bars } from '@neural-trader/core'

/** Loadings of a module under a future: the number of each is in the address of its modules. */
const futures: (Future | null)[] = []

/** Begins a loading; its modules are imported with this query. */
export function beginLoading(future: Future | null): string {
  futures.push(future)
  return `?loading=${futures.length - 1}`
}

/** The query of the loading that a module belongs to; undefined where it belongs to none. */
export function loadingOf(url: string | undefined): string | undefined {
  return /\?loading=\d+$/.exec(url ?? '')?.[0]
}

/** Bars as they are in the loading that a module belongs to. */
export function barsIn(loading: string, bars: Bars): Bars {
  const future = futures[Number(loading.replace('?loading=', ''))] ?? null
  return future === null ? bars : futureOfBars(bars, future)
}
