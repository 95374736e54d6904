import { type Bars, NeuralTraderError } from '@neural-trader/core'
import {
  type Catalog,
  loadBars,
  openCatalog,
  parseTimeframe,
  resample,
  samples,
  type TimeRange,
} from '@neural-trader/market-data'

import { orInterrupted } from '../interruption.ts'
import { suggestNearest } from '../suggest-nearest.ts'
import { readingRules, type ReadingOptions } from './reading-rules.ts'

/** Options by which every command that takes a data source loads it. */
export type LoadDataOptions = ReadingOptions &
  CatalogOption & {
    readonly from?: string
    readonly to?: string
    /** Coarser timeframe to put the bars together into. */
    readonly timeframe?: string
  }

/** Folder of named series. */
export type CatalogOption = { readonly catalog?: string }

/** The bars a source names: a file, a sample, or a series of the catalogue. */
export async function loadData(
  source: string,
  options: LoadDataOptions,
  signal: AbortSignal,
): Promise<Bars> {
  const catalog = openCatalog(options.catalog)
  const loading = loadBars(source, { ...readingRules(options), ...rangeOf(options), catalog })
  const bars = await orInterrupted(loading, signal).catch(async (error: unknown) => {
    throw await withSuggestion(error, source, catalog)
  })
  return options.timeframe === undefined ? bars : resample(bars, parseTimeframe(options.timeframe))
}

function rangeOf({ from, to }: LoadDataOptions): TimeRange {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

async function withSuggestion(error: unknown, name: string, catalog: Catalog): Promise<unknown> {
  if (!(error instanceof NeuralTraderError) || error.code !== 'UNKNOWN_DATASET') return error
  const named = [...samples, ...(await catalog.list())].map((series) => series.name)
  return suggestNearest(error, name, named)
}
