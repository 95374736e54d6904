import { stat } from 'node:fs/promises'
import { type Bars, NeuralTraderError } from '@neural-trader/core'
import { openCatalog, type Catalog } from './catalog/catalog.ts'
import type { TimeRange } from './instant.ts'
import type { ReadBarsOptions } from './read/options.ts'
import { readBars } from './read/read-bars.ts'
import { sampleBars, samples } from './samples.ts'
import { selectRange } from './select-range.ts'

/** How bars are loaded; the reading options apply to files alone. */
export type LoadBarsOptions = ReadBarsOptions &
  TimeRange & {
    /** Where names are looked up; the default catalogue unless given. */
    readonly catalog?: Catalog
  }

/**
 * Bars by whatever names them: a path to a file, the name of a bundled sample, or a name in the
 * catalogue, looked up in this order. What contains a slash or ends like a data file is a path.
 *
 * @throws NeuralTraderError `UNKNOWN_DATASET` listing what there is, and what {@link readBars} and
 * {@link Catalog.load} throw.
 */
export async function loadBars(source: string | URL, options: LoadBarsOptions = {}): Promise<Bars> {
  const { from, to, catalog = openCatalog(), ...reading } = options
  const range: TimeRange = {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
  if (source instanceof URL || looksLikePath(source))
    return selectRange(await readBars(source, reading), range)
  const sample = samples.find(({ name }) => name === source)
  if (sample !== undefined) return selectRange(await sampleBars(sample.name), range)
  const known = (await catalog.list()).map(({ name }) => name)
  if (known.includes(source)) return await catalog.load(source, range)
  if ((await stat(source).catch(() => null))?.isFile() === true)
    return selectRange(await readBars(source, reading), range)
  throw unknown(source, known)
}

function looksLikePath(source: string): boolean {
  return /[/\\]|\.(?:csv|tsv|txt|parquet|pq)(?:\.gz)?$/i.test(source)
}

function unknown(source: string, known: readonly string[]): NeuralTraderError {
  const names = samples.map(({ name }) => name).join(', ')
  const catalogue =
    known.length === 0 ? 'the catalogue is empty' : `the catalogue has ${known.join(', ')}`
  return new NeuralTraderError(
    'UNKNOWN_DATASET',
    `There is no data called '${source}': give a path to a CSV or Parquet file, or a name (bundled are ${names}; ${catalogue})`,
    { details: { name: source } },
  )
}
